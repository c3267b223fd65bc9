// SPDX-License-Identifier: Apache-2.0
#include <entente/text/plain_words.hpp>

#include <algorithm>
#include <array>

#include <entente/text/ascii_word.hpp>
#include <entente/text/characters.hpp>

namespace entente {
namespace {

/// When letters or digits of ASCII, with this byte behind them, are a word that needs no second look.
enum class PlainBefore : std::uint8_t {
    any,        ///< always
    no_mail,    ///< when they begin no mail address
    full_stop,  ///< nor an acronym with dots nor "www."
    colon,      ///< when they do not begin as "http://"
    none,
};

constexpr auto plain_before = [] {
    std::array<PlainBefore, 0x100> table{};
    for (unsigned byte = 0x80; byte < table.size(); ++byte) table[byte] = PlainBefore::none;
    for (const char byte : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-+@"))
        table[static_cast<unsigned char>(byte)] = PlainBefore::no_mail;
    table['.'] = PlainBefore::full_stop;
    table[':'] = PlainBefore::colon;
    return table;
}();

// What stands behind a word: a Gap, or one of these.
constexpr std::uint8_t open_gap = 0xFD;  // signs and a word, whatever they mean
constexpr std::uint8_t end_of_row = 0xFE;
constexpr std::uint8_t no_plain_word = 0xFF;
constexpr std::uint8_t no_gap = 0xFF;

/// The gap that a sign between words makes whatever else stands beside it, if it makes one.
constexpr auto gap_of = [] {
    std::array<std::uint8_t, 0x100> table{};
    table.fill(no_gap);
    for (unsigned byte = 0; byte < 0x80; ++byte) {
        const CharacterClass kind = ascii_characters[byte].kind;
        if (kind == CharacterClass::space) table[byte] = static_cast<std::uint8_t>(Gap::space);
        if (kind == CharacterClass::other) table[byte] = static_cast<std::uint8_t>(Gap::other);
    }
    table[','] = static_cast<std::uint8_t>(Gap::comma);
    table['/'] = static_cast<std::uint8_t>(Gap::slash);
    for (const char sign : std::string_view(".!?&<")) table[static_cast<unsigned char>(sign)] = no_gap;
    return table;
}();

/// Signs of ASCII that are no words and make none of what stands behind them; read between words only.
constexpr bool is_sign(unsigned char byte) { return byte < 0x80 && byte != '&' && byte != '<'; }

/// The gap that one sign between two words makes, if nothing else matters: behind digits and behind letters, then the same with a
/// blank behind the sign; when no mail address follows, then when one may.
constexpr auto gap_of_one = [] {
    constexpr auto blank = static_cast<std::uint8_t>(Gap::space);
    std::array<std::array<std::uint8_t, 0x400>, 2> table{};
    for (unsigned mail = 0; mail < 2; ++mail)
        for (unsigned letters = 0; letters < 2; ++letters)
            for (unsigned byte = 0; byte < 0x100; ++byte) {
                std::uint8_t gap = byte == '-' ? static_cast<std::uint8_t>(Gap::hyphen) : gap_of[byte];
                if (byte == '.' && letters == 0) gap = static_cast<std::uint8_t>(Gap::other);
                const PlainBefore plain = plain_before[byte];
                const bool always = plain == PlainBefore::any || (mail == 0 && plain <= PlainBefore::full_stop);
                table[mail][letters << 8U | byte] = always ? gap : no_gap;
                const bool before_blank = always && gap_of[byte] != no_gap;
                table[mail][0x200U | letters << 8U | byte] = before_blank ? std::max(gap_of[byte], blank) : no_gap;
            }
    return table;
}();

/// Of letters without a small one and of those with one, by the first; of digits.
constexpr auto shapes = [] {
    std::array<std::array<std::uint8_t, 0x100>, 2> table{};
    for (unsigned small = 0; small < 2; ++small)
        for (unsigned byte = 0; byte < 0x80; ++byte) {
            const Character first = ascii_characters[byte];
            const unsigned letters = (first.upper ? unsigned{Token::capital} : 0U)
                                     | (small == 1 ? unsigned{Token::lower} : unsigned{Token::capitals});
            const unsigned shape = first.kind == CharacterClass::digit ? unsigned{Token::digits} : letters;
            table[small][byte] = static_cast<std::uint8_t>(shape);
        }
    return table;
}();

}  // namespace

[[gnu::flatten]] bool PlainWords::take(std::size_t at, Gap gap, bool mail, std::vector<Token>& tokens) {
    const auto& gaps = gap_of_one[mail ? 1 : 0];
    const WordEdge* place = edges_.from(at);
    if (place->begin != at) return false;
    const char* const text = text_.data();
    const std::size_t size = text_.size();
    constexpr std::size_t around = AsciiWord::bytes_before + AsciiWord::bytes_behind;
    const std::size_t amid = size > around ? size - around : 0;
    const std::size_t before = tokens.size();
    open_ = 0;
    for (;; ++place) {
        const WordEdge word = *place;
        const std::size_t begin = word.begin;
        const AsciiWord read(text + begin, word.end - word.begin, begin - AsciiWord::bytes_before < amid);
        if (read.may_be_british()) [[unlikely]]
            break;
        const std::uint32_t next = place[1].begin;
        const auto first = static_cast<unsigned char>(text[begin]);
        std::uint8_t follows = no_gap;
        if (next - word.end == 1 || (next - word.end == 2 && text[word.end + 1] == ' '))
            follows =
                gaps[(next - word.end - 1) << 9U | (first & 0x40U) << 2U | static_cast<unsigned char>(text[word.end])];
        if (follows == no_gap) {
            follows = behind(word, next, mail);
            if (follows == no_plain_word) break;
        }
        tokens.push_back({word.begin, word.end, read.hash(), gap, shapes[read.has_small() ? 1 : 0][first]});
        gap = static_cast<Gap>(follows);
        if (follows < open_gap) continue;
        if (follows == end_of_row || open_ == open_gaps_.size()) break;
        open_gaps_[open_++] = static_cast<std::uint32_t>(tokens.size());
    }
    edges_.pass(place);
    if (tokens.size() == before) return false;
    if (open_ > 0 && open_gaps_[open_ - 1] == tokens.size()) --open_;  // no plain word stands behind it
    const bool has_gap = static_cast<std::uint8_t>(gap) < open_gap;
    end_ = has_gap ? place->begin : tokens.back().end;
    gap_ = has_gap ? gap : Gap::none;
    return true;
}

std::uint8_t PlainWords::behind(WordEdge word, std::size_t next, bool mail) const {
    static constexpr std::size_t most = 16;  // bytes between words that are looked at
    if (word.end == text_.size()) return end_of_row;
    if (!is_plain(word, mail)) return no_plain_word;
    if (next - word.end > most) return end_of_row;
    const char sign = text_[word.end];
    if (next - word.end == 1) {
        // A small letter goes on behind a line end.
        if (sign == '\n' && text_[next] >= 'a' && text_[next] <= 'z' && !lines_.is_break(word.end, next))
            return static_cast<std::uint8_t>(Gap::space);
        if (sign == '.') return static_cast<std::uint8_t>(Gap::other);
        if (sign == '-') return static_cast<std::uint8_t>(Gap::hyphen);
    }
    std::uint8_t gap = 0;
    for (std::size_t at = word.end; at < next; ++at) {
        const auto byte = static_cast<unsigned char>(text_[at]);
        gap = std::max(gap, gap_of[byte]);
        if (is_sign(byte)) continue;
        if (!is_general_punctuation(at)) return end_of_row;
        at += 2;
    }
    return gap == no_gap ? open_gap : gap;
}

/// U+2010 to U+2027: dashes, quotes and the like.
bool PlainWords::is_general_punctuation(std::size_t at) const {
    const std::string_view sign = text_.substr(at, 3);
    return sign.size() == 3 && sign.starts_with("\xE2\x80") && sign[2] >= '\x90' && sign[2] <= '\xA7';
}

bool PlainWords::is_plain(WordEdge word, bool mail) const {
    const char first = text_[word.begin];
    const std::size_t length = word.end - word.begin;
    switch (plain_before[static_cast<unsigned char>(text_[word.end])]) {
        case PlainBefore::any: return true;
        case PlainBefore::no_mail: return !mail;
        case PlainBefore::full_stop: {
            const bool doubled = length == 2 && text_[word.begin + 1] == first;
            const bool web = length == 3 && first == 'w';
            return !mail && (first < 'A' || !(length == 1 || doubled || web));
        }
        case PlainBefore::colon: return first != 'h';
        default: return is_general_punctuation(word.end);
    }
}

}  // namespace entente
