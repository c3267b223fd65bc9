// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/export/output.hpp>

namespace entente {

/// One writer of foreign text for each format. Names and sentences come from the open web, so each of these
/// takes any bytes at all: what the format cannot hold becomes U+FFFD, and nothing can end a string early.
/// Complexity: O(n), without allocation.

/// As it is, for a format with an idea of its own of what must not stand in a text.
void append_plain(Output& output, std::string_view text);

/// For XML 1.0 text and attribute values alike. Line ends and tabs are written as &#10; and the like,
/// for a parser turns bare ones in attributes into blanks (XML 1.0, 3.3.3).
void append_xml(Output& output, std::string_view text);

/// For the inside of a JSON string (RFC 8259). U+2028 and U+2029 are escaped too: JavaScript before 2019 ends a line there.
void append_json(Output& output, std::string_view text);
/// The same written at `to`, where there must be room for json_room(text.size()) bytes. Returns where it ended.
[[nodiscard]] char* write_json(char* to, std::string_view text);
[[nodiscard]] constexpr std::size_t json_room(std::size_t bytes) { return 3 * bytes; }

/// A whole field of CSV (RFC 4180), in quotes where it needs them. A text that a spreadsheet would run as a formula
/// gets an apostrophe in front (OWASP, "CSV Injection").
void append_csv(Output& output, std::string_view text);

/// The inside of a quoted DOT string that holds an escString, such as a label: backslashes are doubled and a line
/// end is written \n. Cut at 16,000 bytes: Graphviz 2.42 takes a string over 16,384 for a syntax error.
void append_dot(Output& output, std::string_view text);

/// What append_dot() writes, and what Graphviz wants to be told through agset(); there "&" is doubled up as "&amp;"
/// too, for it decodes HTML entities when it draws.
[[nodiscard]] std::string graphviz_label(std::string_view text);

}  // namespace entente
