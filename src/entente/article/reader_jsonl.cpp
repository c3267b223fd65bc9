// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include <simdjson.h>

#include <entente/article/fields.hpp>
#include <entente/article/readers.hpp>
#include <entente/text/lines.hpp>

namespace entente {
namespace {

// Texts as they are, numbers as they are written, of an object its name, of a list all of these: {"name": "Example"}.
std::string text_of(const simdjson::dom::element& value) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return std::string(text);
    if (value.is_number()) return simdjson::minify(value);
    simdjson::dom::object object;
    simdjson::dom::element name;
    if (value.get(object) == simdjson::SUCCESS && object.at_key("name").get(name) == simdjson::SUCCESS
        && name.is_string())
        return text_of(name);
    std::string joined;
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return {};
    for (const auto item : list) {
        if (item.is_array()) continue;
        if (const auto one = text_of(item); !one.empty()) joined.append(joined.empty() ? "" : ", ").append(one);
    }
    return joined;
}

// The value that a path of names leads to: "source.name".
bool walk(simdjson::dom::object row, std::string_view path, simdjson::dom::element& value) {
    while (true) {
        const auto dot = path.find('.');
        if (row.at_key(path.substr(0, dot)).get(value) != simdjson::SUCCESS) return false;
        if (dot == std::string_view::npos) return true;
        if (value.get(row) != simdjson::SUCCESS) return false;
        path.remove_prefix(dot + 1);
    }
}

ArticleFields fields_of(const simdjson::dom::object& row, const FieldNames& names, Diagnostics& diagnostics) {
    ArticleFields fields(names);
    simdjson::dom::element value;
    for (const auto& [key, name] : names) {
        if (name.find('.') != std::string::npos && walk(row, name, value)) fields.offer(name, text_of(value));
    }
    for (const auto member : row) {
        const auto field = fields.wanted(member.key);
        if (!field || member.value.is_null()) continue;
        std::string_view text;
        if (member.value.get(text) == simdjson::SUCCESS) {
            fields.keep(*field, text);
        } else if (field->field != Field::text) {
            fields.keep(*field, text_of(member.value));
        } else {
            diagnostics.push_back(warning_in({}, in_quotes(member.key) + " is no text and was passed over"));
        }
    }
    return fields;
}

// Parses `line`, if need be after repairing it.
simdjson::dom::object object_of(std::string& line, simdjson::dom::parser& parser, Diagnostics& diagnostics) {
    simdjson::dom::element value;
    line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    auto fault = parser.parse(line.data(), line.size(), false).get(value);
    if (fault == simdjson::UTF8_ERROR) {
        line = decode(std::move(line)).text;
        diagnostics.push_back(
            warning_in({}, "the line is not UTF-8 and was repaired; offsets count bytes of the repaired text"));
        line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
        fault = parser.parse(line.data(), line.size(), false).get(value);
    }
    simdjson::dom::object row;
    if (fault != simdjson::SUCCESS)
        skip("not-json", std::string("this line is not JSON: ") + simdjson::error_message(fault));
    if (value.get(row) != simdjson::SUCCESS) skip("not-json", "this line is no JSON object");
    return row;
}

}  // namespace

std::uint64_t cut_lines(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics) {
    if (const auto mark = bytes.peek(2).substr(0, 2); mark == "\xFF\xFE" || mark == "\xFE\xFF")
        skip("utf-16", "the file is UTF-16", "convert it to UTF-8");
    std::uint64_t skipped = 0;
    Lines lines(std::move(bytes), pattern.place.file, longest_article);
    Record record;  // whoever takes it may leave another, whose memory is used again
    for (record = pattern; lines.next(record.bytes); record = pattern) {
        if (lines.overlong()) {
            ++skipped;
            std::string().swap(record.bytes);  // with its memory
            diagnostics.push_back(skipped_in(pattern.place.file, "too-large",
                                             "a line of over " + std::to_string(longest_article >> 20) + " MB",
                                             "each line holds one article", lines.number()));
        } else if (record.bytes.find_first_not_of(" \t\r\n") != std::string::npos) {
            record.bytes.reserve(record.bytes.size() + simdjson::SIMDJSON_PADDING);
            record.place.line = lines.number();
            record.id += ':' + std::to_string(lines.number());
            record.file.clear();
            sink(std::move(record));
        }
    }
    return skipped;
}

Article parse_json(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    constexpr std::size_t usual = std::size_t{1} << 20;  // a parser keeps some 14 times the bytes of its longest line
    thread_local simdjson::dom::parser kept;
    simdjson::dom::parser passing;
    const auto row = object_of(record.bytes, record.bytes.size() > usual ? passing : kept, diagnostics);
    auto fields = fields_of(row, *record.names, diagnostics);
    return article_of_fields(fields, record, furniture, diagnostics);
}

}  // namespace entente
