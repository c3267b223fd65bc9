// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"
#include "completion_script.hpp"
#include "option.hpp"

namespace entente::cli {
namespace {

std::string bash_options(const CommandRow& command) {
    std::string text;
    for (const auto* option : options_of(command)) {
        text += (text.empty() ? "--" : " --") + std::string(option->name);
    }
    return text;
}

std::string bash_values() {
    std::string text;
    for (const auto& option : options()) {
        if (option.takes == Takes::nothing) {
            continue;
        }
        const auto letter = option.letter == 0 ? "" : std::string{'-', option.letter, '|'};
        text += "        " + letter + "--" + std::string(option.name) + ")\n            ";
        if (names_a_file(option)) {
            text += "compopt -o default\n";
        } else {
            text += "COMPREPLY=($(compgen -W " + quoted(values_text(option)) + " -- \"${current##*,}\"))\n";
            if (option.takes == Takes::list) {
                text += "            [[ $current == *,* ]] && COMPREPLY=(\"${COMPREPLY[@]/#/${current%,*},}\")\n";
            }
        }
        text += "            return ;;\n";
    }
    return text;
}

std::string bash_commands() {
    std::string text;
    for (const auto& command : commands()) {
        const auto arguments = command.choices == nullptr ? std::string{} : spaced(command.choices());
        text += "        " + quoted(command.name) + ")\n            options=" + quoted(bash_options(command))
                + "\n            arguments=" + quoted(arguments) + " ;;\n";
    }
    for (const auto word : first_words()) {
        std::string seconds;
        for (const auto* command : commands_in(word)) {
            seconds += (seconds.empty() ? "" : " ") + std::string(command->name.substr(word.size() + 1));
        }
        if (!seconds.empty()) {
            text += "        " + quoted(word) + ") options=--help; arguments=" + quoted(seconds) + " ;;\n";
        }
    }
    return text;
}

std::string bash_groups() {
    std::string text;
    for (const auto word : first_words()) {
        if (!commands_in(word).empty()) {
            text += (text.empty() ? "" : "|") + std::string(word);
        }
    }
    return text.empty() ? "''" : text;
}

}  // namespace

std::string bash_completion() {
    return "# bash completion of entente; made by: entente completion bash\n"
           "_entente() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local command='' options='' arguments=''\n"
           "    COMPREPLY=()\n"
           "    case $previous in\n" + bash_values() +
           "    esac\n"
           "    if ((COMP_CWORD > 1)); then\n"
           "        command=${COMP_WORDS[1]}\n"
           "        case $command in\n"
           "            " + bash_groups() + ") ((COMP_CWORD > 2)) && command+=\" ${COMP_WORDS[2]}\" ;;\n"
           "        esac\n"
           "    fi\n"
           "    case $command in\n"
           "        '') options='--help --version'; arguments=" + quoted(spaced(first_words())) + " ;;\n" +
           bash_commands() +
           "    esac\n"
           "    if [[ $current == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
           "    elif [[ $arguments ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$arguments\" -- \"$current\"))\n"
           "    else\n"
           "        compopt -o default\n"
           "    fi\n"
           "}\n"
           "complete -F _entente entente\n";
}

}  // namespace entente::cli
