// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"
#include "completion_script.hpp"
#include "option.hpp"

namespace entente::cli {
namespace {

std::string fish_condition(const CommandRow& command) {
    std::string text = "__fish_seen_subcommand_from ";
    const auto blank = command.name.find(' ');
    if (blank == std::string_view::npos) {
        return text + std::string(command.name);
    }
    return text + std::string(command.name.substr(0, blank)) + "; and " + text
           + std::string(command.name.substr(blank + 1));
}

/// The group was typed and none of its commands yet.
std::string fish_group_condition(std::string_view group) {
    std::string text = "__fish_seen_subcommand_from " + std::string(group) + "; and not __fish_seen_subcommand_from";
    for (const auto* command : commands_in(group)) {
        text += ' ' + std::string(command->name.substr(group.size() + 1));
    }
    return text;
}

std::string fish_option(const CommandRow& command, const OptionRow& option) {
    std::string text = "complete -c entente -n " + quoted(fish_condition(command)) + " -l " + std::string(option.name);
    if (option.letter != 0) {
        text += std::string(" -s ") + option.letter;
    }
    if (option.takes != Takes::nothing) {
        text += names_a_file(option) ? " -r -F" : " -x";
        const auto values = values_text(option);
        text += values.empty() ? "" : " -a " + quoted(values);
    }
    return text + " -d " + quoted(option.summary) + '\n';
}

}  // namespace

std::string fish_completion() {
    std::string text =
        "# fish completion of entente; made by: entente completion fish\n"
        "complete -c entente -n __fish_use_subcommand -f\n"
        "complete -c entente -n __fish_use_subcommand -l help -s h -d 'print help'\n"
        "complete -c entente -n __fish_use_subcommand -l version -d 'print the version'\n";
    for (const auto& command : commands()) {
        const auto blank = command.name.find(' ');
        const auto first = command.name.substr(0, blank);
        text += "complete -c entente -n __fish_use_subcommand -a " + quoted(first) + " -d " + quoted(summary_of(first))
                + '\n';
        if (blank != std::string_view::npos) {
            text += "complete -c entente -f -n " + quoted(fish_group_condition(first)) + " -a "
                    + quoted(command.name.substr(blank + 1)) + " -d " + quoted(command.summary) + '\n';
        }
        if (command.choices != nullptr) {
            text += "complete -c entente -f -n " + quoted(fish_condition(command)) + " -a "
                    + quoted(spaced(command.choices())) + '\n';
        }
        for (const auto* option : options_of(command)) {
            text += fish_option(command, *option);
        }
    }
    return text;
}

}  // namespace entente::cli
