// SPDX-License-Identifier: Apache-2.0
#include "help_text.hpp"

#include <entente/export/format.hpp>
#include "option.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t option_column = 26;
constexpr std::size_t command_column = 30;
constexpr std::size_t format_column = 14;

std::string usage_of(const CommandRow& command) {
    return "entente " + std::string(command.name) + ' ' + std::string(command.arguments);
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) {
        text += (text.empty() ? "" : ", ") + std::string(word);
    }
    return text;
}

std::string text_on(const OptionRow& option) {
    std::string text(option.summary);
    if (option.choices != nullptr) {
        text += std::string("; ") + (option.value.starts_with("KIND") ? "KIND" : std::string(option.value)) + " is "
                + joined(option.choices());
    }
    if (!option.standard.empty()) {
        text += " (default: " + std::string(option.standard) + ')';
    }
    return text;
}

std::string options_text(const CommandRow& command) {
    std::string text = "\nOptions:\n";
    for (const auto* option : options_of(command)) {
        text += entry("  " + usage_of(*option), text_on(*option), option_column);
    }
    return text;
}

/// The tables of readers and formats, where the command has to do with them.
std::string formats_text(const CommandRow& command) {
    std::string text;
    if (takes(command, *find_option("input-format"))) {
        text += "\nArticles are read from:\n";
        for (const auto& reader : readers()) {
            text += entry("  " + std::string(reader.name), explanation_of(reader), format_column);
        }
    }
    if (takes(command, *find_option("layout-time"))) {
        text += "\nThe suffix of FILE says the format:\n";
        for (const auto& format : formats()) {
            text += entry("  " + std::string(format.suffix), format.summary, format_column);
        }
    }
    return text;
}

std::string commands_text(const std::vector<const CommandRow*>& rows) {
    std::string text = "\nCommands:\n";
    for (const auto* row : rows) {
        text += entry("  " + std::string(row->name) + ' ' + std::string(row->arguments), row->summary, command_column);
    }
    return text;
}

std::vector<const CommandRow*> all_commands() {
    std::vector<const CommandRow*> rows;
    for (const auto& row : commands()) {
        rows.push_back(&row);
    }
    return rows;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out;
    std::string line(indent, ' ');
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (line.size() > indent && line.size() + 1 + word.size() > line_width) {
            out += line + '\n';
            line.assign(indent, ' ');
        }
        line += (line.size() > indent ? " " : "") + std::string(word);
    }
    return out + line + '\n';
}

std::string entry(std::string_view left, std::string_view right, std::size_t column) {
    auto text = wrapped(right, column);
    if (left.size() + 2 > column) {
        return std::string(left) + '\n' + text;
    }
    return text.replace(0, left.size(), left);
}

std::string explanation_of(const Reader& reader) {
    std::string text(reader.summary);
    for (const auto suffix : reader.suffixes) {
        text += (suffix == reader.suffixes.front() ? " (" : ", ") + std::string(suffix);
    }
    return reader.suffixes.empty() ? text : text + ')';
}

std::string help_text() {
    return "entente turns news articles into networks of the people, countries and\n"
           "organizations they name.\n"
           "\nUsage: entente COMMAND ARGUMENTS [OPTIONS]\n" +
           commands_text(all_commands()) +
           "\nFor example:\n  " + std::string(commands().front().example) +
           "\n\n"
           "`entente help COMMAND` lists the options of a command.\n"
           "Exit status: 0 done, even with warnings; 1 an input or the data failed; 2 the\n"
           "command line was wrong.\n";
}

std::string help_text(const CommandRow& command) {
    return "Usage: " + usage_of(command) + " [OPTIONS]\n\n" + wrapped(command.text, 0) + options_text(command)
           + formats_text(command) + "\nFor example:\n  " + std::string(command.example) + '\n';
}

std::string help_text(const std::vector<const CommandRow*>& group) {
    return "Usage: entente COMMAND ARGUMENTS [OPTIONS]\n" + commands_text(group)
           + "\n`entente help COMMAND` lists the options of a command.\n";
}

}  // namespace entente::cli
