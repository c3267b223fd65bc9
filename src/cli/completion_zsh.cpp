// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"
#include "completion_script.hpp"
#include "option.hpp"

namespace entente::cli {
namespace {

/// For the inside of '[…]' in a specification of _arguments.
std::string zsh_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string zsh_option(const OptionRow& option) {
    const auto name = "--" + std::string(option.name);
    const auto more = option.takes == Takes::repeated ? "*" : "";
    std::string tail = "[" + zsh_escaped(option.summary) + "]";
    if (option.takes != Takes::nothing) {
        tail += ":" + zsh_escaped(option.value) + ":";
        if (names_a_file(option)) {
            tail += "_files";
        } else if (option.takes == Takes::list) {
            tail += "_values -s , " + std::string(option.name) + ' ' + values_text(option);
        } else {
            tail += "(" + values_text(option) + ")";
        }
        if (option.takes == Takes::two) {
            tail += ":" + zsh_escaped(option.value) + ":(" + values_text(option) + ")";
        }
    }
    std::string text = "            " + quoted(more + name + tail) + " \\\n";
    if (option.letter != 0) {
        text += "            " + quoted(more + std::string{'-', option.letter} + tail) + " \\\n";
    }
    return text;
}

std::string zsh_command(const CommandRow& command) {
    std::string text = "        " + quoted(command.name) + ")\n            _arguments \\\n";
    for (const auto* option : options_of(command)) {
        text += zsh_option(*option);
    }
    const auto arguments = command.choices == nullptr ? "_files" : "(" + spaced(command.choices()) + ")";
    return text + "            " + quoted("*:" + zsh_escaped(command.arguments) + ":" + arguments) + " ;;\n";
}

/// `'build:turn articles into a network' …`, for _describe.
std::string zsh_described(std::string_view group) {
    std::string text;
    const auto add = [&](std::string_view word, std::string_view summary) {
        text += (text.empty() ? "" : " ") + quoted(std::string(word) + ":" + zsh_escaped(summary));
    };
    if (!group.empty()) {
        for (const auto* command : commands_in(group)) {
            add(command->name.substr(group.size() + 1), command->summary);
        }
        return text;
    }
    for (const auto word : first_words()) {
        add(word, summary_of(word));
    }
    return text;
}

}  // namespace

std::string zsh_completion() {
    std::string groups;
    std::string text =
        "#compdef entente\n"
        "# zsh completion of entente; made by: entente completion zsh\n"
        "_entente() {\n"
        "    local command=$words[2]\n"
        "    local -a choices\n"
        "    if ((CURRENT == 2)); then\n"
        "        choices=(" + zsh_described("") + " '--help:print help' '--version:print the version')\n"
        "        _describe command choices\n"
        "        return\n"
        "    fi\n";
    for (const auto group : first_words()) {
        if (commands_in(group).empty()) {
            continue;
        }
        text += "    if [[ $command == " + std::string(group) + " ]]; then\n"
                "        if ((CURRENT == 3)); then\n"
                "            choices=(" + zsh_described(group) + ")\n"
                "            _describe command choices\n"
                "            return\n"
                "        fi\n"
                "        command+=\" $words[3]\"\n"
                "        shift words\n"
                "        ((CURRENT--))\n"
                "    fi\n";
    }
    text += "    shift words\n    ((CURRENT--))\n    case $command in\n";
    for (const auto& command : commands()) {
        text += zsh_command(command);
    }
    return text + "    esac\n}\n"
                  "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _entente \"$@\"; else compdef _entente entente; fi\n";
}

}  // namespace entente::cli
