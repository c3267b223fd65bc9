// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include "run_file.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace entente::cli {
namespace {

std::string in_quotes(std::string_view word) { return '"' + std::string(word) + '"'; }

std::string dashed(std::string_view name) { return "--" + std::string(name); }

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& choices) {
    const auto near = nearest_of(typed, choices);
    return near.empty() ? std::string{} : "; did you mean " + std::string(near) + "?";
}

/// The command that `words` begin with; takes its words off.
const CommandRow& command_in(std::vector<std::string>& words) {
    const auto first = words.front();
    if (const auto* row = find_command(first)) {
        words.erase(words.begin());
        return *row;
    }
    const auto group = commands_in(first);
    if (group.empty()) {
        throw UsageError("unknown command " + in_quotes(first) + suggestion(first, first_words()),
                         "entente --help lists the commands");
    }
    const auto second = words.size() > 1 ? words[1] : std::string{};
    if (const auto* row = find_command(first + ' ' + second)) {
        words.erase(words.begin(), words.begin() + 2);
        return *row;
    }
    std::vector<std::string_view> choices;
    for (const auto* row : group) {
        choices.push_back(row->name);
    }
    const auto typed = second.empty() ? first : first + ' ' + second;
    throw UsageError(
        (second.empty() ? in_quotes(typed) + " is no command by itself" : "unknown command " + in_quotes(typed))
            + suggestion(typed, choices),
        "entente help " + first + " lists the commands that begin so");
}

std::string names_of(const OptionRow& option) {
    const auto name = dashed(option.name);
    return option.letter == 0 ? name : std::string{'-', option.letter, ','} + name;
}

/// Why `word` is no option of `command`.
[[noreturn]] void refuse_option(const std::string& word, const CommandRow& command) {
    const auto name = word.substr(0, word.find('='));
    const auto* elsewhere = name.starts_with("--") ? find_option(name.substr(2)) : nullptr;
    if (elsewhere != nullptr) {
        std::string others;
        for (const auto other : elsewhere->commands) {
            others += (others.empty() ? "" : " and ") + std::string(other);
        }
        throw UsageError("unknown option " + name, name + " is an option of " + others);
    }
    std::vector<std::string> names;
    for (const auto* option : options_of(command)) {
        names.push_back(dashed(option->name));
    }
    throw UsageError("unknown option " + name + suggestion(name, {names.begin(), names.end()}),
                     "entente help " + std::string(command.name) + " lists its options");
}

CLI::Option* add_to(CLI::App& app, const OptionRow& row) {
    if (row.takes == Takes::nothing) {
        return app.add_flag(names_of(row));
    }
    // The values are fetched by results(); CLI11 only has to know that there is one for each time it is named.
    auto* option = app.add_option(names_of(row), [](const CLI::results_t&) { return true; });
    return option->type_size(1)
        ->expected(row.takes == Takes::two ? 2 : 1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// CLI11 names the option it stumbled over before the colon.
[[noreturn]] void explain(const CLI::ParseError& error, const CommandRow& command) {
    const std::string said = error.what();
    const auto name = said.substr(0, said.find(':'));
    const auto* option = name.starts_with("--") ? find_option(name.substr(2), command) : nullptr;
    if (option == nullptr) {
        throw UsageError(said);
    }
    if (option->takes == Takes::nothing) {
        throw UsageError(name + " takes no value");
    }
    throw UsageError(name + " needs a value: " + name + ' ' + std::string(option->value));
}

std::vector<Given> read_words(std::vector<std::string> words, const CommandRow& command,
                              std::vector<std::string>& arguments) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::pair<const OptionRow*, CLI::Option*>> pairs;
    for (const auto* row : options_of(command)) {
        pairs.emplace_back(row, add_to(app, *row));
    }
    app.add_option("arguments", arguments);
    std::reverse(words.begin(), words.end());  // as CLI11 wants a vector
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        explain(error, command);
    }
    for (const auto& word : app.remaining()) {
        if (word != "--") {  // behind which all words are arguments
            refuse_option(word, command);
        }
    }
    std::vector<Given> given;
    for (const auto& [row, option] : pairs) {
        if (option->count() > 0) {
            given.push_back({.option = row, .values = option->results(), .where = {}});
        }
    }
    return given;
}

[[noreturn]] void rethrow_with_place(const UsageError& error, const Given& given) {
    auto told = error.diagnostic();
    if (given.where.place.file.empty()) {
        told.message = dashed(given.option->name) + ": " + told.message;
    } else {
        told.place = given.where.place;
        told.source_line = given.where.source_line;
        told.width = given.where.width;
    }
    throw UsageError(std::move(told));
}

void apply(const Given& given, Settings& settings) {
    try {
        for (const auto& value : given.values) {
            if (given.option->takes == Takes::nothing && value != "true" && value != "false") {
                throw UsageError("no value is wanted, or true or false, not " + in_quotes(value));
            }
            if (value != "false" || given.option->takes != Takes::nothing) {
                given.option->set(settings, value);
            }
        }
    } catch (const UsageError& error) {
        rethrow_with_place(error, given);
    }
}

void check_arguments(const CommandRow& command, const Settings& settings) {
    const auto& arguments = settings.arguments;
    if (arguments.size() < command.least && settings.files_from.empty()) {
        throw UsageError(std::string(command.arguments) + " must be given",
                         "for example: " + std::string(command.example));
    }
    if (arguments.size() > command.most) {
        throw UsageError(in_quotes(arguments[command.most]) + " is one argument too many",
                         "usage: entente " + std::string(command.name) + ' ' + std::string(command.arguments));
    }
}

void check_counting(const CountOptions& count) {
    if (count.decay != Decay::none && (count.unit != Unit::article || count.counting != Counting::full)) {
        throw UsageError("--decay weighs pairs of mentions by their distance, so there are no units to count",
                         "leave out --unit and --counting, or --decay");
    }
}

void apply_run_file(const CommandRow& command, const std::vector<Given>& typed, Settings& settings) {
    for (const auto& given : read_run_file(settings.config, command)) {
        const auto same = [&](const Given& other) { return other.option == given.option; };
        if (std::none_of(typed.begin(), typed.end(), same)) {
            apply(given, settings);
        }
    }
}

}  // namespace

const CommandRow& take_command(std::vector<std::string>& words) {
    if (words.empty()) {
        throw UsageError("a command must be given", "entente --help lists the commands");
    }
    const auto asks_for_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    if (asks_for_help(words.front()) || words.front() == "--version") {
        return *find_command("help");
    }
    if (words.front().starts_with('-')) {
        throw UsageError("a command comes first, not " + in_quotes(words.front()), "entente --help lists the commands");
    }
    if (words.size() == 2 && asks_for_help(words[1]) && !commands_in(words.front()).empty()) {
        words.pop_back();  // `entente gazetteer --help`
        return *find_command("help");
    }
    return command_in(words);
}

Settings read_settings(const CommandRow& command, const std::vector<std::string>& words) {
    Settings settings;
    const auto typed = read_words(words, command, settings.arguments);
    for (const auto& given : typed) {
        apply(given, settings);
    }
    if (settings.help || settings.version) {
        return settings;
    }
    if (!settings.config.empty()) {
        apply_run_file(command, typed, settings);
    }
    check_arguments(command, settings);
    check_counting(settings.count);
    return settings;
}

}  // namespace entente::cli
