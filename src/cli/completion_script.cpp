// SPDX-License-Identifier: Apache-2.0
#include "completion_script.hpp"

#include <utility>

namespace entente::cli {
namespace {

/// The choices as they are typed: KIND=0|1 becomes two words a kind.
std::vector<std::string> values_of(const OptionRow& option) {
    std::vector<std::string> values;
    if (option.choices == nullptr) {
        return values;
    }
    for (const auto choice : option.choices()) {
        if (option.value.ends_with("=0|1")) {
            values.push_back(std::string(choice) + "=0");
            values.push_back(std::string(choice) + "=1");
        } else {
            values.emplace_back(choice);
        }
    }
    return values;
}

constexpr std::pair<std::string_view, std::string (*)()> scripts[] = {
    {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

}  // namespace

std::string spaced(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) {
        text += (text.empty() ? "" : " ") + std::string(word);
    }
    return text;
}

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + '\'';
}

bool names_a_file(const OptionRow& option) { return option.value == "FILE" || option.value == "PATH"; }

std::string values_text(const OptionRow& option) {
    const auto values = values_of(option);
    return spaced({values.begin(), values.end()});
}

std::vector<std::string_view> shells() {
    std::vector<std::string_view> names;
    for (const auto& [name, script] : scripts) {
        names.push_back(name);
    }
    return names;
}

std::string completion_script(std::string_view shell) {
    for (const auto& [name, script] : scripts) {
        if (name == shell) {
            return script();
        }
    }
    return {};
}

}  // namespace entente::cli
