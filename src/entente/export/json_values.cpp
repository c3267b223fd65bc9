// SPDX-License-Identifier: Apache-2.0
#include <entente/export/json_values.hpp>

#include <entente/export/escape.hpp>

namespace entente {

void append_json_string(Output& output, std::string_view text) {
    output.append('"');
    append_json(output, text);
    output.append('"');
}

void append_json_name(Output& output, std::string_view name) {
    output.append(",\"");
    output.append(name);
    output.append("\":");
}

void append_json_member(Output& output, std::string_view name, const Value& value) {
    append_json_name(output, name);
    if (is_missing(value)) {
        output.append("null");
    } else if (const auto* date = std::get_if<Date>(&value)) {
        append_json_string(output, to_string(*date));
    } else {
        append_value(output, value, append_json_string);
    }
}

void append_known_member(Output& output, std::string_view name, const Value& value) {
    if (!is_missing(value)) {
        append_json_member(output, name, value);
    }
}

}  // namespace entente
