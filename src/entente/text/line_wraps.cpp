// SPDX-License-Identifier: Apache-2.0
#include <entente/text/line_wraps.hpp>

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t widest_wrap = 120;  // bytes; a longer line was not wrapped by hand or by mail

constexpr bool is_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

constexpr bool begins_list(char byte) {
    return byte == '#' || byte == '*' || byte == '-' || byte == '>' || byte == '|' || byte == '=' || byte == '+';
}

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

}  // namespace

bool LineWraps::is_wrap(std::size_t at, std::size_t next) {
    if (next >= text_.size()) return false;
    if (is_small_letter(text_[next])) return true;
    if (begins_list(text_[next])) return false;
    if (at >= block_end_ || at < block_begin_) measure_block(at);
    if (lines_ < 2 || widest_ > widest_wrap) return false;
    const std::size_t line = at - begin_of_line(at);
    std::size_t word = next;
    while (word < text_.size() && !is_blank(text_[word]) && text_[word] != '\n') ++word;
    return line * 10 >= widest_ * 6 && line + 1 + (word - next) > widest_;
}

std::size_t LineWraps::begin_of_line(std::size_t at) {
    for (auto end = text_.find('\n', line_); end < at; end = text_.find('\n', line_)) line_ = end + 1;
    const std::string_view before = text_.substr(line_, at - line_);
    return before.find('\r') == std::string_view::npos ? line_ : line_ + before.rfind('\r') + 1;
}

void LineWraps::measure_block(std::size_t at) {
    block_begin_ = begin_of_line(at);
    widest_ = 0;
    lines_ = 0;
    std::size_t begin = block_begin_;
    while (begin < text_.size()) {
        std::size_t end = text_.find('\n', begin);
        if (end == std::string_view::npos) end = text_.size();
        const std::string_view line = text_.substr(begin, end - begin);
        if (std::all_of(line.begin(), line.end(), is_blank)) break;
        widest_ = std::max(widest_, line.size() - (line.back() == '\r' ? 1 : 0));
        ++lines_;
        begin = end + 1;
    }
    block_end_ = std::min(begin, text_.size());
}

}  // namespace entente
