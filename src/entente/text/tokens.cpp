// SPDX-License-Identifier: Apache-2.0
#include <entente/text/tokens.hpp>

#include <algorithm>
#include <string>

#include <entente/text/address.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/line_wraps.hpp>
#include <entente/text/plain_words.hpp>
#include <entente/text/sentence_ends.hpp>
#include <entente/text/tokenize_with.hpp>

namespace entente {
namespace {

using Class = CharacterClass;

class Tokenizer {
public:
    Tokenizer(std::string_view text, TokenizedText& result, std::span<const std::uint32_t> breaks, FindMasks find)
        : text_(text), lines_(text, breaks), plain_(text, lines_, find), result_(result) {}

    void run() {
        while (at_ < text_.size()) {
            const Character next = character_at(text_, at_);
            switch (next.kind) {
                case Class::letter:
                case Class::mark: word(Class::letter); break;
                case Class::digit: word(Class::digit); break;
                case Class::ideograph: ideograph(next.length); break;
                default: separator(next); break;
            }
        }
        close_sentence(text_.size(), result_.tokens.size());
    }

private:
    /// Reads words of ASCII that stand in a row. There may be none.
    bool plain_words() {
        if (at_ > 0 && text_[at_ - 1] == '<') return false;  // may be the code of a share
        const std::size_t first = result_.tokens.size();
        if (!plain_.take(at_, gap_, next_mail_sign() != std::string_view::npos, result_.tokens)) return false;
        settle(first);
        for (const std::uint32_t open : plain_.open_gaps()) read_gap(open);
        gap_ = plain_.gap();
        at_ = plain_.end();
        return true;
    }

    /// Reads the signs between a token and the one before.
    void read_gap(std::size_t number) {
        Token& token = result_.tokens[number];
        at_ = result_.tokens[number - 1].end;
        const Character sign = character_at(text_, at_);
        if (sign.kind == Class::apostrophe && at_ + sign.length == token.begin) {
            token.gap = Gap::apostrophe;
            if (is_possessive_at(token.begin)) token.shape = Token::possessive | Token::lower;
            return;
        }
        if (at_ + 2 == token.begin && text_[at_] == '.' && text_[at_ + 1] == ' ') {  // most of them
            at_ = token.begin;
            gap_ = Gap::space;
            stop_ = true;
        }
        while (at_ < token.begin) separator(character_at(text_, at_));
        token.gap = gap_;
        settle(number);
    }

    /// Reads the letters, or the digits, that stand together, and may read on.
    void word(Class kind) {
        if (plain_words() || address()) return;
        const std::size_t begin = at_;
        if (kind == Class::letter && dotted_acronym()) return;
        std::uint8_t shape = kind == Class::digit ? Token::digits : 0;
        bool cased = false;
        bool first = true;
        bool all_upper = true;
        while (at_ < text_.size()) {
            const Character next = character_at(text_, at_);
            if (next.kind != kind && next.kind != Class::mark && next.kind != Class::joiner) break;
            if (next.kind == Class::letter) {
                if (first && !next.lower) shape |= Token::capital;
                if (next.lower) shape |= Token::lower;
                cased = cased || next.upper || next.lower;
                all_upper = all_upper && !next.lower;
                first = false;
            }
            at_ += next.length;
        }
        if (cased && all_upper) shape |= Token::capitals;
        push(begin, at_, shape);
    }

    void ideograph(std::uint8_t length) {
        const std::size_t begin = at_;
        at_ += length;
        push(begin, at_, Token::ideograph | Token::capital);
    }

    /// "U.S.", "U.S", "J. K.", "e.g.", "EE.UU.": single letters, or capitals doubled as Spanish does for a plural, with
    /// full stops, with or without one blank between.
    bool dotted_acronym() {
        if (!may_be_dotted()) return false;
        std::size_t at = at_;
        std::size_t end = at_;
        int letters = 0;
        bool upper = true;
        while (at < text_.size()) {
            const Character letter = character_at(text_, at);
            if (letter.kind != Class::letter || (letter.upper != upper && letters > 0)) break;
            upper = letter.upper;
            const std::size_t after = at + letter.length * (is_doubled(at, letter) ? 2 : 1);
            const bool stop = after < text_.size() && text_[after] == '.';
            const bool ends_word = after >= text_.size() || !is_word_character(after);
            if (!stop && !(letters > 0 && ends_word && end == at)) break;
            ++letters;
            end = stop ? after + 1 : after;
            if (!stop) break;
            at = end;
            const bool blank = at < text_.size() && (text_[at] == ' ' || text_[at] == '\n');
            if (blank && upper && at + 2 < text_.size() && is_letter_with_stop(at + 1)) ++at;
        }
        if (letters < 2 || (end < text_.size() && text_[end - 1] == '.' && is_word_character(end))) return false;
        const std::size_t begin = at_;
        at_ = end;
        push(begin, end,
             static_cast<std::uint8_t>(Token::dotted | (upper ? Token::capital | Token::capitals : Token::lower)));
        return true;
    }

    /// Behind its first letter, or the same letter doubled, stands a full stop.
    [[nodiscard]] bool may_be_dotted() const {
        const auto first = static_cast<unsigned char>(text_[at_]);
        return first >= 0x80 || (at_ + 1 < text_.size() && is_letter_with_stop(at_));
    }

    /// "EE" of "EE.UU."
    [[nodiscard]] bool is_doubled(std::size_t at, Character letter) const {
        const std::string_view sign = text_.substr(at, letter.length);
        const std::size_t after = at + 2 * letter.length;
        return letter.upper && text_.substr(at + letter.length).starts_with(sign) && after < text_.size()
               && text_[after] == '.';
    }

    [[nodiscard]] bool is_letter_with_stop(std::size_t at) const {
        return text_[at + 1] == '.' || (text_[at + 1] == text_[at] && text_.substr(at + 2).starts_with('.'));
    }

    [[nodiscard]] bool is_word_character(std::size_t at) const {
        const Class kind = character_at(text_, at).kind;
        return kind == Class::letter || kind == Class::digit || kind == Class::mark;
    }

    /// Where the next "@" stands; most texts have none, and no word is read twice for it.
    [[nodiscard]] std::size_t next_mail_sign() {
        if (mail_sign_ < at_) mail_sign_ = text_.find('@', at_);
        return mail_sign_;
    }

    /// Takes an address as one word that is no name.
    bool address() {
        const std::size_t length = address_at(text_, at_, next_mail_sign() != std::string_view::npos);
        if (length == 0) return false;
        at_ += length;
        push(at_ - length, at_, Token::url);
        return true;
    }

    void separator(Character next) {
        switch (next.kind) {
            case Class::space: widen(Gap::space); break;
            case Class::newline: newline(); return;
            case Class::hyphen: note_dash(next); break;
            case Class::dash: widen(Gap::dash); break;
            case Class::apostrophe:
                if (apostrophe(next)) return;
                widen(Gap::other);
                break;
            case Class::joiner: break;
            default: punctuation(next); return;
        }
        at_ += next.length;
    }

    void note_dash(Character next) {
        const bool blank_before = gap_ != Gap::none;
        const std::size_t after = at_ + next.length;
        const bool word_after = after < text_.size() && is_word_character(after);
        widen(!blank_before && word_after ? Gap::hyphen : Gap::dash);
    }

    /// A possessive 's becomes a word; an apostrophe between letters is a gap; any other is a quote.
    bool apostrophe(Character sign) {
        const std::size_t after = at_ + sign.length;
        if (gap_ != Gap::none || result_.tokens.empty() || after >= text_.size()) return false;
        if (!is_word_character(after)) return false;
        gap_ = Gap::apostrophe;
        if (is_possessive_at(after)) {
            at_ = after + 1;
            push(after, at_, static_cast<std::uint8_t>(Token::possessive | Token::lower));
            return true;
        }
        at_ = after;
        return true;
    }

    /// The "s" of 's.
    [[nodiscard]] bool is_possessive_at(std::size_t at) const {
        return (text_[at] == 's' || text_[at] == 'S') && (at + 1 >= text_.size() || !is_word_character(at + 1));
    }

    void punctuation(Character sign) {
        const char byte = text_[at_];
        if (byte == '&') {
            push(at_, at_ + 1, Token::lower);
            ++at_;
            return;
        }
        if (const std::size_t length = sentence_end_at(text_, at_); length > 0) {
            sentence_stop(length);
            return;
        }
        if (byte == ',')
            widen(Gap::comma);
        else if (byte == '/')
            widen(Gap::slash);
        else
            widen(Gap::other);
        at_ += sign.length;
    }

    /// A full stop, question or exclamation mark, with the quotes and brackets that close behind it.
    void sentence_stop(std::size_t length) {
        const bool full_stop = text_[at_] == '.';
        std::size_t after = at_ + length;
        if (full_stop && after < text_.size() && is_word_character(after)) {  // "Booking.com", "3.5"
            widen(Gap::other);
            at_ = after;
            return;
        }
        after = skip_closing_marks(text_, after);
        const bool blank = after >= text_.size() || character_at(text_, after).kind == Class::space
                           || character_at(text_, after).kind == Class::newline;
        if (!blank)
            widen(Gap::other);
        else if (full_stop && after == at_ + length)
            stop_ = true;  // judged at the next word
        else
            widen(Gap::sentence);
        at_ = after;
    }

    void newline() {
        const std::size_t begin = at_;
        std::size_t ends = 0;
        while (at_ < text_.size()) {
            const Character next = character_at(text_, at_);
            if (next.kind == Class::newline) {
                if (text_[at_] != '\r' || at_ + 1 >= text_.size() || text_[at_ + 1] != '\n') ++ends;
            } else if (next.kind != Class::space) {
                break;
            }
            at_ += next.length;
        }
        if (ends > 1 || lines_.is_break(begin, at_) || !lines_.is_wrap(begin, at_)) {
            widen(Gap::paragraph);
            line_begin_ = at_;
        } else {
            widen(Gap::space);
        }
    }

    void widen(Gap gap) { gap_ = std::max(gap_, gap); }

    void push(std::size_t begin, std::size_t end, std::uint8_t shape) {
        const std::uint64_t hash = hash_of_word(text_.substr(begin, end - begin));
        result_.tokens.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), hash, gap_, shape});
        settle(result_.tokens.size() - 1);
    }

    /// Decides whether a sentence begins at the token, which was just added, and what its gap is.
    void settle(std::size_t number) {
        Token& token = result_.tokens[number];
        if (stop_) token.gap = std::max(token.gap, Gap::dot);
        if (number == 0)
            token.gap = Gap::paragraph;
        else if (token.gap < Gap::sentence && ends_sentence(result_.tokens[number - 1], token))
            token.gap = Gap::sentence;
        else if (token.gap == Gap::sentence && goes_on(token))
            token.gap = Gap::other;  // “What?” he asked
        if (token.gap >= Gap::sentence) open_sentence(token.gap == Gap::paragraph ? line_begin_ : token.begin, number);
        gap_ = Gap::none;
        stop_ = false;
    }

    [[nodiscard]] static bool goes_on(const Token& next) { return next.is(Token::lower) && !next.is(Token::capital); }

    /// Whether the full stop before `next` ends a sentence, or belongs to an abbreviation or an initial.
    [[nodiscard]] bool ends_sentence(const Token& last, const Token& next) const {
        const std::string_view last_word = slice(text_, last.span());
        if (stop_) {
            if (goes_on(next)) return false;
            if (last.is(Token::digits) && last_word.size() <= 2 && is_month(next.hash)) return false;
            return !is_abbreviation(last_word, last.hash, last.is(Token::capitals));
        }
        return gap_ == Gap::space && last.is(Token::dotted) && last_word.back() == '.' && next.is(Token::capital)
               && often_starts_sentence(next.hash);
    }

    [[nodiscard, gnu::noinline]] std::uint64_t hash_of_word(std::string_view word) {
        if (word == "&") return hash_of("and");
        folded_.clear();
        fold(word, folded_);
        unify_spelling(folded_);
        return hash_of(folded_);
    }

    /// A sentence takes the quotes and brackets that open right before its first word, and leaves list and heading
    /// marks of Markdown behind.
    void open_sentence(std::size_t start, std::size_t token) {
        std::size_t first_word = result_.tokens[token].begin;
        while (start == first_word && start > 0 && opens_sentence(text_, start))
            first_word = start = step_back(text_, start);
        while (start < first_word && is_list_mark(text_[start])) ++start;
        close_sentence(start, token);
        result_.sentences.push_back({static_cast<std::uint32_t>(start), 0});
        result_.first_token.push_back(static_cast<std::uint32_t>(token));
    }

    static constexpr bool is_list_mark(char sign) {
        return sign == ' ' || sign == '\t' || sign == '#' || sign == '*' || sign == '>' || sign == '|' || sign == '-';
    }

    /// Before the token.
    void close_sentence(std::size_t limit, std::size_t token) {
        if (result_.sentences.empty()) return;
        Span& open = result_.sentences.back();
        if (open.end != 0) return;
        std::size_t end = limit;
        while (end > result_.tokens[token - 1].end) {
            const std::size_t before = step_back(text_, end);
            const Class kind = character_at(text_, before).kind;
            if (kind != Class::space && kind != Class::newline && text_[before] != '*') break;
            end = before;
        }
        open.end = static_cast<std::uint32_t>(end);
    }

    std::string_view text_;
    LineWraps lines_;
    PlainWords plain_;
    TokenizedText& result_;
    std::string folded_;
    std::size_t at_ = 0;
    std::size_t mail_sign_ = 0;   ///< the first "@" at or behind a place that was passed
    std::size_t line_begin_ = 0;  ///< of the current paragraph
    Gap gap_ = Gap::none;         ///< since the last word
    bool stop_ = false;           ///< a full stop with a blank behind it stood since the last word
};

}  // namespace

std::uint32_t TokenizedText::sentence_of(std::size_t token) const {
    const auto next = std::upper_bound(first_token.begin(), first_token.end(), static_cast<std::uint32_t>(token));
    return static_cast<std::uint32_t>(next - first_token.begin()) - 1;
}

void tokenize(std::string_view text, TokenizedText& result, std::span<const std::uint32_t> breaks) {
    tokenize_with(find_masks(), text, result, breaks);
}

void tokenize_with(FindMasks find, std::string_view text, TokenizedText& result,
                   std::span<const std::uint32_t> breaks) {
    result.tokens.clear();
    result.sentences.clear();
    result.first_token.clear();
    result.tokens.reserve(text.size() / 5);
    Tokenizer(text, result, breaks, find).run();
}

}  // namespace entente
