// SPDX-License-Identifier: Apache-2.0
#include <entente/text/csv.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace entente {
namespace {

char likeliest_delimiter(std::string_view header) {
    char best = ',';
    for (const char other : {';', '\t'}) {
        if (std::count(header.begin(), header.end(), other) > std::count(header.begin(), header.end(), best))
            best = other;
    }
    return best;
}

}  // namespace

bool CsvRows::next_line() {
    if (behind_.empty()) {
        const bool any = lines_.next(line_.text);
        line_.number = lines_.number();
        line_.end = lines_.end();
        return any;
    }
    line_ = std::move(behind_.front());
    behind_.pop_front();
    return true;
}

// All lines of the row but its first come again.
void CsvRows::give_back() {
    behind_.insert(behind_.begin(), std::make_move_iterator(of_row_.begin()), std::make_move_iterator(of_row_.end()));
    of_row_.clear();
}

void CsvRows::open_field(CsvRow& row) {
    if (spare_.empty()) {
        row.fields.emplace_back();
        return;
    }
    row.fields.push_back(std::move(spare_.back()));
    row.fields.back().clear();
    spare_.pop_back();
}

bool CsvRows::next(CsvRow& row) {
    for (std::string& field : row.fields) spare_.push_back(std::move(field));
    row.fields.clear();
    open_field(row);
    row.misquoted = row.unclosed = false;
    of_row_.clear();
    if (!next_line()) return false;
    row.line = line_.number;
    if (delimiter_ == 0) delimiter_ = likeliest_delimiter(line_.text);
    auto state = cut(row, State::start);
    for (std::size_t size = line_.text.size(); state == State::quoted;) {
        const auto end = line_.end;
        if (size >= longest_ || !next_line()) {
            row.unclosed = true;
            break;
        }
        size += line_.text.size() + 1;
        row.fields.back() += end;
        state = cut(row, state);
        of_row_.push_back(line_);
    }
    if (row.unclosed || row.misquoted) give_back();
    return true;
}

CsvRows::State CsvRows::cut(CsvRow& row, State state) {
    if (state == State::start && line_.text.find('"') == std::string::npos) {  // as most lines
        std::string_view rest = line_.text;
        for (std::size_t end = 0; (end = rest.find(delimiter_)) != std::string_view::npos;
             rest.remove_prefix(end + 1)) {
            row.fields.back() = rest.substr(0, end);
            open_field(row);
        }
        row.fields.back() = rest;
        return state;
    }
    const auto ends_plain = [this](char byte) { return byte == delimiter_ || byte == '"'; };
    const std::string_view text = line_.text;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (state == State::quoted || state == State::plain) {  // what goes on like this, at a stroke
            const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end = state == State::quoted ? std::find(begin, text.end(), '"')
                                                    : std::find_if(begin, text.end(), ends_plain);
            row.fields.back().append(begin, end);
            if ((at = static_cast<std::size_t>(end - text.begin())) == text.size()) break;
        }
        if (state == State::quoted) {
            state = State::closed;
        } else if (text[at] == delimiter_) {
            open_field(row);
            state = State::start;
        } else if (text[at] == '"' && state != State::plain) {
            if (state == State::closed) row.fields.back() += '"';  // a doubled one
            state = State::quoted;
        } else {
            row.misquoted = row.misquoted || state == State::closed || text[at] == '"';
            row.fields.back() += text[at];
            state = State::plain;
        }
    }
    return state == State::quoted ? state : State::start;
}

}  // namespace entente
