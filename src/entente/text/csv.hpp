// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/lines.hpp>

namespace entente {

/// One row of a table.
struct CsvRow {
    std::vector<std::string> fields;
    std::size_t line = 0;    ///< where it starts
    bool misquoted = false;  ///< something stands outside of the quotes of a field, or a quote inside one without
    bool unclosed = false;   ///< a quote opens here and never closes
};

/// Cuts a table by RFC 4180: fields between commas, semicolons or tabs, whichever the first line has most of; those
/// with such a character, a quote or a line break in quotes, a quote in quotes doubled. Lines may end as they like.
///
/// Errors: those of Lines. A fault of quotes costs one line: what stands behind it is cut anew.
class CsvRows {
public:
    /// A row of more than `longest` bytes has a quote that never closes.
    CsvRows(Lines lines, std::size_t longest) : lines_(std::move(lines)), longest_(longest) {}

    /// False at the end.
    [[nodiscard]] bool next(CsvRow& row);
    [[nodiscard]] const std::string& path() const { return lines_.path(); }

private:
    struct Line {
        std::size_t number = 0;
        std::string text;
        std::string_view end;  ///< "\n" or "\r\n", which stay in a field between quotes
    };
    enum class State : std::uint8_t { start, plain, quoted, closed };

    [[nodiscard]] bool next_line();
    void open_field(CsvRow& row);
    [[nodiscard]] State cut(CsvRow& row, State state);
    void give_back();

    Lines lines_;
    std::size_t longest_;
    Line line_;
    std::deque<Line> behind_;         ///< lines to be cut anew
    std::vector<Line> of_row_;        ///< lines of the row, but the first
    std::vector<std::string> spare_;  ///< fields of the row before, whose memory is used again
    char delimiter_ = 0;
};

}  // namespace entente
