// SPDX-License-Identifier: Apache-2.0
#include "../console.hpp"
#include "../help_text.hpp"
#include "../man_page.hpp"
#include "commands.hpp"

namespace entente::cli {
namespace {

std::string text_on(const std::vector<std::string>& words) {
    if (words.empty()) {
        return help_text();
    }
    const auto name = words.size() == 1 ? words[0] : words[0] + ' ' + words[1];
    if (const auto* command = find_command(name)) {
        return help_text(*command);
    }
    if (const auto group = commands_in(name); !group.empty()) {
        return help_text(group);
    }
    auto names = first_words();
    for (const auto& command : commands()) {
        names.push_back(command.name);
    }
    const auto near = nearest_of(name, names);
    throw UsageError(
        "unknown command \"" + name + '"' + (near.empty() ? "" : "; did you mean " + std::string(near) + '?'),
        "entente --help lists the commands");
}

}  // namespace

Exit help(const Settings& settings) {
    print(settings.man ? man_page() : text_on(settings.arguments));
    return Exit::done;
}

}  // namespace entente::cli
