// SPDX-License-Identifier: Apache-2.0
#include <entente/article/signature.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

namespace entente {
namespace {

constexpr unsigned hash_bits = 30;
constexpr std::uint32_t all_hashes = std::uint32_t{1} << hash_bits;
constexpr double sample_factor = 3;
constexpr std::size_t characters = 5;  // of a number
constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Mixes a word into the hash of those before it.
/// Source: the finalizer of MurmurHash3 (Appleby, public domain).
std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ hash >> 33U;
}

std::uint32_t top_bits(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> (64 - hash_bits)); }

/// The words of an article, apart by whether they tell its story.
struct StoryWords {
    std::vector<std::uint64_t> story;
    std::vector<std::uint32_t> numbers;  ///< places in `story`
    std::vector<std::uint64_t> headline;
    std::uint32_t furniture = 0;
};

StoryWords story_words(std::span<const Token> words, std::span<const ZoneSpan> zones) {
    StoryWords parts;
    parts.story.reserve(words.size());
    auto zone = zones.begin();
    for (const auto& word : words) {
        while (zone != zones.end() && zone->span.end <= word.begin) ++zone;
        switch (zone == zones.end() || word.begin < zone->span.begin ? Zone::body : zone->zone) {
            case Zone::body:
                if (word.is(Token::digits)) parts.numbers.push_back(static_cast<std::uint32_t>(parts.story.size()));
                parts.story.push_back(word.hash);
                break;
            case Zone::headline: parts.headline.push_back(word.hash); break;
            case Zone::boilerplate: ++parts.furniture; break;
            case Zone::caption:
            case Zone::credit:
            case Zone::dateline:
            case Zone::byline: break;
        }
    }
    return parts;
}

/// Two hashes of all words and their order.
std::vector<std::uint32_t> hashes_of_short(const StoryWords& parts) {
    std::uint64_t hash = 0;
    for (const auto word : parts.headline) hash = mixed(hash, word);
    for (const auto word : parts.story) hash = mixed(hash, word);
    const auto one = top_bits(mixed(hash, 1));
    const auto other = top_bits(mixed(hash, 2));
    return one == other ? std::vector{one} : std::vector{std::min(one, other), std::max(one, other)};
}

std::vector<std::uint32_t> sample_of(const StoryWords& parts) {
    const auto& words = parts.story;
    const auto limit = sample_limit(static_cast<std::uint32_t>(words.size()));
    std::vector<std::uint32_t> hashes;
    const auto offer = [&](std::uint64_t shingle) {
        if (const auto hash = top_bits(shingle); hash < limit) hashes.push_back(hash);
    };
    for (std::size_t i = 2; i < words.size(); ++i) offer(mixed(mixed(mixed(0, words[i - 2]), words[i - 1]), words[i]));
    for (const auto number : parts.numbers) {
        if (number > 0) offer(mixed(mixed(1, words[number - 1]), words[number]));
        if (number + 1 < words.size()) offer(mixed(mixed(1, words[number]), words[number + 1]));
    }
    std::ranges::sort(hashes);
    const auto repeats = std::ranges::unique(hashes);
    hashes.erase(repeats.begin(), repeats.end());
    return hashes;
}

void append_number(std::uint32_t number, std::string& text) {
    for (std::size_t i = characters; i-- > 0;) text.push_back(base64url[number >> 6 * i & 63U]);
}

constexpr auto digit_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (std::uint8_t i = 0; i < 64; ++i) values[static_cast<unsigned char>(base64url[i])] = i;
    return values;
}();

std::optional<std::uint32_t> number_from(std::string_view text) {
    std::uint32_t number = 0;
    for (const char digit : text) {
        const auto value = digit_values[static_cast<unsigned char>(digit)];
        if (value > 63) return std::nullopt;
        number = number << 6U | value;
    }
    return number;
}

}  // namespace

std::uint32_t sample_limit(std::uint32_t words) {
    const auto share = sample_factor / std::sqrt(std::max(words, 1U));  // exactly rounded: the same on every machine
    return share < 1 ? static_cast<std::uint32_t>(share * all_hashes) : all_hashes;
}

Signature signature_of(std::span<const Token> words, std::span<const ZoneSpan> zones) {
    const auto parts = story_words(words, zones);
    const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(parts.story.size(), all_hashes - 1));
    if (count == 0) return {.words = 0, .furniture = parts.furniture, .hashes = {}};
    return {.words = count,
            .furniture = parts.furniture,
            .hashes = count < Signature::fewest_words ? hashes_of_short(parts) : sample_of(parts)};
}

std::string to_text(const Signature& signature) {
    std::string text;
    if (signature.words == 0) return text;
    text.reserve(characters * (2 + signature.hashes.size()));
    append_number(signature.words, text);
    append_number(signature.furniture, text);
    for (const auto hash : signature.hashes) append_number(hash, text);
    return text;
}

std::optional<Signature> signature_from(std::string_view text) {
    if (text.empty()) return Signature{};
    if (text.size() % characters != 0 || text.size() < 2 * characters) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(text.size() / characters);
    for (std::size_t at = 0; at < text.size(); at += characters) {
        const auto number = number_from(text.substr(at, characters));
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    Signature signature{.words = numbers[0], .furniture = numbers[1], .hashes = {numbers.begin() + 2, numbers.end()}};
    const bool ascending = std::ranges::adjacent_find(signature.hashes, std::greater_equal{}) == signature.hashes.end();
    return signature.words > 0 && ascending ? std::optional(std::move(signature)) : std::nullopt;
}

}  // namespace entente
