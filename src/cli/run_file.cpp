// SPDX-License-Identifier: Apache-2.0
#include "run_file.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace entente::cli {
namespace {

struct RunFile {
    std::string path;
    std::string text;
};

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// yaml-cpp counts lines and columns from 0 and columns in bytes; -1 is a place it does not know.
Diagnostic told_at(const RunFile& file, const YAML::Mark& mark, std::size_t width) {
    Diagnostic told{.place = {.file = file.path}, .width = std::max<std::size_t>(width, 1)};
    if (mark.line < 0) {
        return told;
    }
    told.place.line = static_cast<std::size_t>(mark.line) + 1;
    std::string_view rest = file.text;
    for (std::size_t line = 1; line < told.place.line; ++line) {
        rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
    }
    told.source_line = rest.substr(0, rest.find_first_of("\r\n"));
    const auto before = static_cast<std::size_t>(mark.column);
    told.place.column = code_points(std::string_view(told.source_line).substr(0, before)) + 1;
    return told;
}

[[noreturn]] void fail(Diagnostic told, std::string message, std::string hint = {}) {
    told.message = std::move(message);
    told.hint = std::move(hint);
    throw UsageError(std::move(told));
}

RunFile read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    RunFile file{.path = path, .text = std::string(std::istreambuf_iterator<char>(stream), {})};
    if (!stream) {
        throw UsageError("cannot read the run file " + path, "--config wants a file in YAML");
    }
    return file;
}

YAML::Node root_of(const RunFile& file) {
    try {
        auto root = YAML::Load(file.text);
        if (!root.IsMap() && !root.IsNull()) {
            fail(told_at(file, root.Mark(), 1), "a run file holds lines of \"option: value\"");
        }
        return root;
    } catch (const YAML::Exception& error) {
        fail(told_at(file, error.mark, 1), "this is no YAML: " + error.msg);
    }
}

const OptionRow& option_at(const RunFile& file, const YAML::Node& key) {
    const auto name = key.IsScalar() ? key.Scalar() : std::string{};
    const auto* option = find_option(name);
    if (option == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& row : options()) {
            names.push_back(row.name);
        }
        const auto near = nearest_of(name, names);
        fail(told_at(file, key.Mark(), name.size()), "unknown option \"" + name + '"',
             near.empty() ? "the keys are the long options of entente without their dashes"
                          : "did you mean \"" + std::string(near) + "\"?");
    }
    if (name == "config" || name == "help" || name == "version" || name == "man") {
        fail(told_at(file, key.Mark(), name.size()), "\"" + name + "\" has no place in a run file");
    }
    return *option;
}

std::string scalar_at(const RunFile& file, const YAML::Node& value, const OptionRow& option) {
    if (!value.IsScalar()) {
        fail(told_at(file, value.Mark(), 1), "one value is wanted for \"" + std::string(option.name) + '"',
             option.takes == Takes::nothing ? "write true or false"
                                            : std::string(option.name) + ": " + std::string(option.value));
    }
    return value.Scalar();
}

/// A list gives its items; the map of `kinds: {demonym: 0}` gives `demonym=0`.
std::vector<std::string> values_at(const RunFile& file, const YAML::Node& value, const OptionRow& option) {
    std::vector<std::string> values;
    const bool many = option.takes == Takes::list || option.takes == Takes::repeated || option.takes == Takes::two;
    if (many && value.IsSequence()) {
        for (const auto& item : value) {
            values.push_back(scalar_at(file, item, option));
        }
    } else if (option.takes == Takes::list && value.IsMap()) {
        for (const auto& pair : value) {
            values.push_back(scalar_at(file, pair.first, option) + '=' + scalar_at(file, pair.second, option));
        }
    } else {
        values.push_back(scalar_at(file, value, option));
    }
    if (option.takes == Takes::list) {  // as it is typed: one text
        std::string joined;
        for (const auto& one : values) {
            joined += (joined.empty() ? "" : ",") + one;
        }
        values.assign(1, joined);
    }
    return values;
}

}  // namespace

std::vector<Given> read_run_file(const std::string& path, const CommandRow& command) {
    const auto file = read_file(path);
    std::vector<Given> found;
    std::set<std::string_view> seen;
    for (const auto& pair : root_of(file)) {
        const auto& option = option_at(file, pair.first);
        if (!seen.insert(option.name).second) {  // yaml-cpp keeps both
            fail(told_at(file, pair.first.Mark(), option.name.size()),
                 "\"" + std::string(option.name) + "\" stands here twice", "keep one of the two");
        }
        if (pair.second.IsNull()) {
            fail(told_at(file, pair.first.Mark(), option.name.size()),
                 "no value behind \"" + std::string(option.name) + '"');
        }
        if (takes(command, option)) {
            const auto width = pair.second.IsScalar() ? pair.second.Scalar().size() : 1;
            found.push_back({.option = &option,
                             .values = values_at(file, pair.second, option),
                             .where = told_at(file, pair.second.Mark(), width)});
        }
    }
    return found;
}

}  // namespace entente::cli
