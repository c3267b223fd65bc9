// SPDX-License-Identifier: Apache-2.0
#include "stats.hpp"

#include <entente/export/escape.hpp>
#include <entente/export/output.hpp>

#include <cmath>

namespace entente::cli {
namespace {

void append_key(Output& output, std::string_view indent, std::string_view key) {
    output.append(indent);
    output.append('"');
    append_json(output, key);
    output.append("\": ");
}

void append_text(Output& output, std::string_view key, std::string_view value) {
    append_key(output, "  ", key);
    output.append('"');
    append_json(output, value);
    output.append("\",\n");
}

std::uint64_t rounded(std::uint64_t count) { return count; }

/// To microseconds, for no clock knows more.
double rounded(double seconds) { return std::round(seconds * 1e6) / 1e6; }

/// The rows of an object, each but the first after a comma.
template <class Rows>
void append_rows(Output& output, const Rows& rows, std::string_view indent) {
    std::string_view separator = "\n";
    for (const auto& [key, value] : rows) {
        output.append(separator);
        append_key(output, indent, key);
        output.append_number(rounded(value));
        separator = ",\n";
    }
}

/// One story a line, which a person may read.
void append_story(Output& output, const StoryRow& story) {
    output.append("    {\"article\": \"");
    append_json(output, story.article);
    output.append("\", \"reason\": \"");
    append_json(output, story.reason);
    output.append("\", \"copies\": [");
    for (const auto& copy : story.copies) {
        output.append(&copy == story.copies.data() ? "\"" : ", \"");
        append_json(output, copy);
        output.append('"');
    }
    output.append("]}");
}

void append_stories(Output& output, const std::vector<StoryRow>& stories) {
    output.append("  \"stories\": [");
    for (const auto& story : stories) {
        output.append(&story == stories.data() ? "\n" : ",\n");
        append_story(output, story);
    }
    output.append(stories.empty() ? "],\n" : "\n  ],\n");
}

}  // namespace

std::string to_json(const Stats& stats) {
    Output output;
    output.append("{\n");
    append_text(output, "version", ENTENTE_VERSION);
    append_text(output, "command", stats.command);
    append_text(output, "gazetteer", stats.gazetteer);
    output.append("  \"counts\": {");
    append_rows(output, stats.counts, "    ");
    output.append("\n  },\n");
    append_stories(output, stats.stories);
    for (const auto& [name, rows] : stats.tables) {
        append_key(output, "  ", name);
        output.append('{');
        append_rows(output, rows, "    ");
        output.append(rows.empty() ? "},\n" : "\n  },\n");
    }
    output.append("  \"warnings\": {");
    append_rows(output, stats.warnings, "    ");
    output.append(stats.warnings.empty() ? "},\n" : "\n  },\n");
    output.append("  \"seconds\": {");
    append_rows(output, stats.seconds, "    ");
    output.append(stats.seconds.empty() ? "\n    \"cpu\": {" : ",\n    \"cpu\": {");
    append_rows(output, stats.cpu_seconds, "      ");
    output.append(stats.cpu_seconds.empty() ? "}\n  }\n}\n" : "\n    }\n  }\n}\n");
    return output.take();
}

std::string grouped(std::uint64_t number) {
    auto text = std::to_string(number);
    for (auto at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string counted(std::uint64_t number, std::string_view noun) {
    std::string text = grouped(number) + ' ' + std::string(noun);
    if (number == 1) {
        return text;
    }
    if (text.back() == 'y') {
        text.pop_back();
        return text + "ies";
    }
    return text + 's';
}

}  // namespace entente::cli
