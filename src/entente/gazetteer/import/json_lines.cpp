// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/json_lines.hpp>

#include <entente/gazetteer/import/lines.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
    if (text.size() > 1 && text.ends_with(',')) text.remove_suffix(1);
    return text;
}

[[noreturn]] void refuse_cut_off(const Lines& lines) {
    throw Error(error_in(lines.path(), "the file ends in the middle", "fetch the file again; nothing was imported",
                         lines.number()));
}

}  // namespace

void read_json_lines(const std::string& path, ImportReport& report,
                     const std::function<void(const simdjson::dom::object&, std::size_t)>& visit) {
    auto lines = lines_of(path);
    simdjson::dom::parser parser;
    std::string line;
    bool list_is_open = false;
    while (lines.next(line)) {
        if (lines.overlong()) {
            report.refuse("a line of over 32 MB", lines.number());
            continue;
        }
        const auto text = without_blanks(line);
        if (text.empty()) continue;
        if (text == "[" || text == "]") {
            list_is_open = text == "[";
            continue;
        }
        simdjson::dom::element value;
        simdjson::dom::object row;
        const auto fault = parser.parse(text.data(), text.size()).get(value);
        if (fault != simdjson::SUCCESS) {
            if (lines.unended()) refuse_cut_off(lines);
            report.refuse(std::string("not JSON: ") + simdjson::error_message(fault), lines.number());
        } else if (value.get(row) != simdjson::SUCCESS) {
            report.refuse("no JSON object", lines.number());
        } else {
            visit(row, lines.number());
        }
    }
    if (list_is_open) refuse_cut_off(lines);
}

bool begins_with_object(std::string_view text, simdjson::dom::parser& parser, simdjson::dom::object& object) {
    auto first = without_blanks(text.substr(0, text.find('\n')));
    if (first == "[") {
        text.remove_prefix(text.find('\n') + 1);
        first = without_blanks(text.substr(0, text.find('\n')));
    }
    return parser.parse(first.data(), first.size()).get(object) == simdjson::SUCCESS;
}

std::string_view text_at(const simdjson::dom::object& row, std::string_view key) {
    std::string_view text;
    return row.at_key(key).get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

void for_each_text(const simdjson::dom::object& row, std::string_view key,
                   const std::function<void(std::string_view)>& visit) {
    simdjson::dom::array values;
    if (row.at_key(key).get(values) != simdjson::SUCCESS) return;
    for (const auto value : values) {
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS) visit(text);
    }
}

}  // namespace entente
