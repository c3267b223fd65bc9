// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/name_starts.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace entente {
namespace {

/// The words that may be the first of a name by their case. No machine can guess which they are, so no branch is taken on it.
void note_first_words(const NameIndex& index, const ReadText& text, bool any_case, std::vector<std::uint32_t>& starts) {
    const KeyFilter& small = index.starts(any_case || text.capitals.empty());
    if (small.is_empty()) {
        starts = text.capitals;
        return;
    }
    const std::span<const Token> tokens(text.tokens());
    starts.resize(tokens.size());
    std::size_t count = 0;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        starts[count] = at;
        count += tokens[at].is(Token::capital) | small.may_hold(tokens[at].hash) ? 1 : 0;
    }
    starts.resize(count);
}

/// Keeps those of which `may_start` says so; `prefetch` asks before for the memory that it looks at.
template <class Prefetch, class MayStart>
void keep(std::vector<std::uint32_t>& starts, Prefetch prefetch, MayStart may_start) {
    static constexpr std::size_t ahead = 64;  // starts: what is done for one is less than waiting for one
    for (const std::uint32_t first : std::span(starts).first(std::min(ahead, starts.size()))) prefetch(first);
    std::size_t count = 0;
    for (std::size_t at = 0; at < starts.size(); ++at) {
        if (at + ahead < starts.size()) prefetch(starts[at + ahead]);
        const std::uint32_t first = starts[at];
        starts[count] = first;
        count += may_start(first) ? 1 : 0;
    }
    starts.resize(count);
}

/// Of the names that begin with this word one may stand here: it is this word, or begins with the next one too, or between
/// its words may stand others.
bool may_be_listed(const NameIndex& index, const ReadText& text, std::size_t first) {
    const std::span<const Token> words = std::span(text.tokens()).subspan(first);
    if (!words[0].begins_word() || words[0].is(Token::url)) return false;
    if (index.may_be_name(words[0].hash)) return true;
    if (words.size() < 2 || words[1].gap >= Gap::sentence) return false;
    if (index.may_begin_with(words[0].hash, words[1].hash)) return true;
    if (words[1].gap >= Gap::dash || is_initial(text, first + 1))
        return true;  // a nickname, or a word cut at a line end
    if (words.size() < 3) return false;
    return words[2].gap == Gap::dash
           || (words[2].is(Token::capital) && text.language->is_conjunction(words[1].hash));  // "North and South Korea"
}

/// The hash of the next word, or of the last one.
std::uint64_t hash_behind(std::span<const Token> tokens, std::uint32_t word) {
    return tokens[std::min<std::size_t>(word + 1, tokens.size() - 1)].hash;
}

/// The words that go on behind a hyphen and a line end may begin any name.
void add_cut_words(const ReadText& text, std::vector<std::uint32_t>& starts) {
    const std::span<const Token> tokens(text.tokens());
    const auto listed = static_cast<std::ptrdiff_t>(starts.size());
    for (std::uint32_t next = 1; next < tokens.size(); ++next) {
        if (tokens[next].gap != Gap::dash || !is_cut_at_line_end(text, next - 1)) continue;
        if (tokens[next - 1].begins_word() && !tokens[next - 1].is(Token::url)) starts.push_back(next - 1);
    }
    std::inplace_merge(starts.begin(), starts.begin() + listed, starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

}  // namespace

void find_name_starts(const NameIndex& index, const ReadText& text, bool any_case, std::vector<std::uint32_t>& starts) {
    const std::span<const Token> tokens(text.tokens());
    const KeyFilter& first_words = index.starts(true);
    note_first_words(index, text, any_case, starts);
    keep(
        starts, [&](std::uint32_t at) { first_words.prefetch(tokens[at].hash); },
        [&](std::uint32_t at) { return first_words.may_hold(tokens[at].hash); });
    keep(
        starts, [&](std::uint32_t at) { index.prefetch_filters(tokens[at].hash, hash_behind(tokens, at)); },
        [&](std::uint32_t at) { return may_be_listed(index, text, at); });
    if (text.has_dashes) add_cut_words(text, starts);
}

void prefetch_names(const NameIndex& index, const ReadText& text, std::span<const std::uint32_t> starts) {
    struct Walk {
        std::uint32_t at;    ///< token
        std::uint32_t word;  ///< its number, or none
        std::uint32_t node;  ///< to which the words before lead
    };
    static constexpr int words = 4;
    const std::span<const Token> tokens(text.tokens());
    std::array<Walk, starts_at_once> walks;
    std::size_t count = 0;
    for (const std::uint32_t first : starts) {
        walks[count++] = {first, NameIndex::none, NameIndex::root};
        index.prefetch_word(tokens[first].hash);
        index.prefetch_word(hash_behind(tokens, first));
    }
    for (std::size_t at = 0; at < count; ++at) walks[at].word = index.word(tokens[walks[at].at].hash);
    for (int word = 0; word < words && count > 0; ++word) {
        std::size_t left = 0;
        for (const Walk& walk : std::span(walks).first(count)) {
            const std::uint32_t node =
                walk.word == NameIndex::none ? NameIndex::none : index.step(walk.node, walk.word);
            if (node == NameIndex::none || walk.at + 1 == tokens.size()) continue;
            index.prefetch_node(node);
            index.prefetch_word(hash_behind(tokens, walk.at + 1));
            walks[left++] = {walk.at + 1, index.word(tokens[walk.at + 1].hash), node};
        }
        count = left;
        for (const Walk& walk : std::span(walks).first(count)) index.prefetch_behind(walk.node, walk.word);
    }
}

bool is_initial(const ReadText& text, std::size_t at) {
    const Token& token = text.tokens()[at];
    return token.is(Token::capitals) && (token.is(Token::dotted) || token.end - token.begin == 1)
           && token.gap == Gap::space
           && (at + 1 == text.tokens().size() || text.tokens()[at + 1].gap != Gap::apostrophe);  // "O'Callaghan"
}

bool is_cut_at_line_end(const ReadText& text, std::size_t at) {
    const auto& tokens = text.tokens();
    if (at + 1 >= tokens.size() || tokens[at + 1].gap != Gap::dash || tokens[at + 1].is(Token::capital)) return false;
    const std::string_view between = slice(text.text, {tokens[at].end, tokens[at + 1].begin});
    return between == "-\n" || between == "-\r\n";
}

}  // namespace entente
