// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_text.hpp>

#include <array>
#include <utility>

#include <entente/article/html_tokens.hpp>
#include <entente/text/decoder.hpp>

namespace entente {
namespace {

// How the bytes of a page are read.
enum class Reading : std::uint8_t { plain, blank, reference, maybe_special };

constexpr std::array<Reading, 256> readings = [] {
    std::array<Reading, 256> table{};
    for (std::size_t byte = 0; byte <= 0x20; ++byte) table[byte] = Reading::blank;  // NUL and controls too
    table['&'] = Reading::reference;
    table[0xC2] = table[0xE2] = table[0xEF] = Reading::maybe_special;
    return table;
}();

constexpr bool is_blank(char32_t code_point) {
    return code_point <= 0x20 || code_point == 0xA0 || code_point == 0x2003 || code_point == 0x2009
           || code_point == 0x202F || code_point == 0x3000;
}

// Soft hyphen, zero-width space, word joiner, byte order mark: marks for the printer.
constexpr bool is_invisible(char32_t code_point) {
    return code_point == 0xAD || code_point == 0x200B || code_point == 0x2060 || code_point == 0xFEFF;
}

// The size of a no-break space or an invisible character at the start of `text`, else 0.
std::size_t special_at(std::string_view text, bool& blank) {
    constexpr std::array<std::pair<std::string_view, bool>, 8> specials = {{{"\xC2\xA0", true},
                                                                            {"\xE2\x80\xAF", true},
                                                                            {"\xE2\x80\x89", true},
                                                                            {"\xE2\x80\x83", true},
                                                                            {"\xC2\xAD", false},
                                                                            {"\xE2\x80\x8B", false},
                                                                            {"\xE2\x81\xA0", false},
                                                                            {"\xEF\xBB\xBF", false}}};
    for (const auto& [bytes, is_space] : specials) {
        if (!text.starts_with(bytes)) continue;
        blank = is_space;
        return bytes.size();
    }
    return 0;
}

bool is_stop(std::string_view text) {
    constexpr std::array<std::string_view, 7> stops = {"。", "，", "、", "，", "،", "؟", "।"};
    for (const auto stop : stops) {
        if (text.starts_with(stop)) return true;
    }
    return false;
}

}  // namespace

void HtmlTextWriter::end_block() {
    in_block_ = false;
    pending_blank_ = false;
    breaks_ = 0;
}

void HtmlTextWriter::break_line() {
    if (in_block_ && ++breaks_ > 1) end_block();
    pending_blank_ = false;
}

void HtmlTextWriter::begin_piece(std::size_t source) {
    auto& text = document_.text;
    if (!in_block_) {
        if (!text.empty()) text += "\n\n";
        const auto at = static_cast<std::uint32_t>(text.size());
        document_.blocks.push_back({.span = {at, at}});
        in_block_ = true;
    } else if (breaks_ > 0) {
        text += '\n';
    } else if (pending_blank_) {
        document_.original.add(static_cast<std::uint32_t>(text.size()), end_of_piece_, blank_);
        text += ' ';
        end_of_piece_ = blank_ + 1;
    }
    pending_blank_ = false;
    breaks_ = 0;
    if (std::exchange(link_begins_, false)) ++document_.blocks.back().links;
    document_.original.add(static_cast<std::uint32_t>(text.size()), end_of_piece_, source);
}

void HtmlTextWriter::count(std::string_view piece, bool linked) {
    std::uint32_t letters = 0;
    std::uint32_t stops = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const auto byte = static_cast<unsigned char>(piece[i]);
        if (byte >= 0x80 && byte < 0xC0) continue;
        ++letters;
        if (byte >= 0xE3 && byte <= 0xED) ++letters;
        if (byte == '.' || byte == ',' || byte == '!' || byte == '?' || byte == ';') ++stops;
        if (byte >= 0xD8 && is_stop(piece.substr(i))) ++stops;
    }
    auto& block = document_.blocks.back();
    block.letters += letters;
    block.stops += stops;
    if (linked) block.linked += letters;
}

void HtmlTextWriter::append(std::string_view piece, bool linked) {
    const auto source = static_cast<std::size_t>(piece.data() - html_.data());
    begin_piece(source);
    document_.text += piece;
    end_of_piece_ = source + piece.size();
    document_.blocks.back().span.end = static_cast<std::uint32_t>(document_.text.size());
    count(piece, linked);
}

void HtmlTextWriter::append_reference(char32_t code_point, std::size_t source, std::size_t size, bool linked) {
    if (is_invisible(code_point)) return;
    if (is_blank(code_point)) {
        if (!pending_blank_) blank_ = source;
        pending_blank_ = true;
        return;
    }
    begin_piece(source);
    const auto before = document_.text.size();
    append_utf8(document_.text, code_point);
    end_of_piece_ = source + size;
    const auto end = static_cast<std::uint32_t>(document_.text.size());
    document_.original.add(end, end_of_piece_);
    document_.blocks.back().span.end = end;
    count(std::string_view(document_.text).substr(before), linked);
}

void HtmlTextWriter::write(std::string_view text, bool linked, bool preformatted) {
    const auto source_of = [&](std::size_t at) { return static_cast<std::size_t>(text.data() + at - html_.data()); };
    std::size_t begin = 0;  // of the piece that is being read
    const auto end_piece = [&](std::size_t end) {
        if (end > begin) append(text.substr(begin, end - begin), linked);
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto reading = readings[static_cast<unsigned char>(text[at])];
        bool blank = reading == Reading::blank;
        std::size_t size = 1;
        if (reading == Reading::reference) {
            const auto reference = character_reference(text.substr(at));
            if (reference.size == 0) {
                ++at;
                continue;
            }
            end_piece(at);
            append_reference(reference.code_point, source_of(at), reference.size, linked);
            begin = at += reference.size;
            continue;
        }
        if (reading == Reading::maybe_special) size = special_at(text.substr(at), blank);
        if (reading == Reading::plain || size == 0) {
            ++at;
            continue;
        }
        end_piece(at);
        if (blank && !pending_blank_) {
            blank_ = source_of(at);
            pending_blank_ = true;
        }
        if (preformatted && text[at] == '\n') break_line();
        begin = at += size;
    }
    end_piece(text.size());
}

}  // namespace entente
