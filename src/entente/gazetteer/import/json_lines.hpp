// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include <entente/gazetteer/import/import.hpp>

namespace entente {

/// Calls `visit` with the object of each line and its number. A line that is no object is refused; a comma behind an
/// object and the brackets of a list that has one object a line are passed over, as dumps of Wikidata have them.
/// Errors: throws Error when the file is cut off inside a line or such a list, and what Lines throws.
void read_json_lines(const std::string& path, ImportReport& report,
                     const std::function<void(const simdjson::dom::object& row, std::size_t line)>& visit);

/// The object that the first line holds, in a text of one line or more; false when it is none.
[[nodiscard]] bool begins_with_object(std::string_view text, simdjson::dom::parser& parser,
                                      simdjson::dom::object& object);

/// The text behind `key`, or nothing.
[[nodiscard]] std::string_view text_at(const simdjson::dom::object& row, std::string_view key);
/// Calls `visit` with each text of the list behind `key`.
void for_each_text(const simdjson::dom::object& row, std::string_view key,
                   const std::function<void(std::string_view)>& visit);

}  // namespace entente
