// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <entente/export/column.hpp>
#include <entente/export/output.hpp>

namespace entente {

/// `"text"`, escaped.
void append_json_string(Output& output, std::string_view text);

/// `,"name":`, for a member that is not the first; the name needs no escape.
void append_json_name(Output& output, std::string_view name);

/// `,"name":value`; a missing value is null.
void append_json_member(Output& output, std::string_view name, const Value& value);

/// The same, but nothing for a missing value: for formats whose readers guess the type of a column from its values.
void append_known_member(Output& output, std::string_view name, const Value& value);

/// The items of a list, each on a line of its own, as `append_item` writes them.
template <typename Items, typename AppendItem>
void append_json_items(Output& output, const Items& items, AppendItem append_item) {
    for (const auto& item : items) {
        output.append(&item == items.data() ? "\n" : ",\n");
        append_item(item);
    }
}

}  // namespace entente
