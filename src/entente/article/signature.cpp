// SPDX-License-Identifier: Apache-2.0
#include <entente/article/signature.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <memory>
#include <numeric>
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

/// The words of an article, apart by whether they tell its story: runs of words that stand together.
struct StoryWords {
    std::vector<std::span<const Token>> story;
    std::vector<std::span<const Token>> headline;
    std::size_t words = 0;  ///< of the story
    std::size_t furniture = 0;

    void add(Zone zone, std::span<const Token> run) {
        switch (zone) {
            case Zone::body:
                story.push_back(run);
                words += run.size();
                break;
            case Zone::headline: headline.push_back(run); break;
            case Zone::boilerplate: furniture += run.size(); break;
            case Zone::caption:
            case Zone::credit:
            case Zone::dateline:
            case Zone::byline: break;
        }
    }
};

StoryWords story_words(std::span<const Token> words, std::span<const ZoneSpan> zones) {
    StoryWords parts;
    const auto take_before = [&](std::uint32_t offset, Zone zone) {
        const auto end = std::ranges::lower_bound(words, offset, {}, &Token::begin);
        const auto count = static_cast<std::size_t>(end - words.begin());
        if (count > 0) parts.add(zone, words.first(count));
        words = words.subspan(count);
    };
    for (const auto& zone : zones) {
        take_before(zone.span.begin, Zone::body);
        take_before(zone.span.end, zone.zone);
    }
    if (!words.empty()) parts.add(Zone::body, words);
    return parts;
}

/// Two hashes of all words and their order.
std::vector<std::uint32_t> hashes_of_short(const StoryWords& parts) {
    std::uint64_t hash = 0;
    for (const auto* runs : {&parts.headline, &parts.story})
        for (const auto run : *runs)
            for (const auto& word : run) hash = mixed(hash, word.hash);
    const auto one = top_bits(mixed(hash, 1));
    const auto other = top_bits(mixed(hash, 2));
    return one == other ? std::vector{one} : std::vector{std::min(one, other), std::max(one, other)};
}

/// Writes the numbers, which are spread evenly below `limit`, in ascending order.
/// Source: a bucket sort with about one number in each bucket, then insertion.
void write_sorted(std::span<const std::uint32_t> numbers, std::uint32_t limit, std::uint32_t* out) {
    constexpr std::size_t most = 4096;  // of more, many may be one number: a text of one sentence a thousand times
    if (numbers.size() > most) {
        std::ranges::sort(out, std::ranges::copy(numbers, out).out);
        return;
    }
    const std::uint64_t factor = (std::uint64_t{numbers.size()} << 32U) / limit;
    std::array<std::uint16_t, most + 1> ends;
    std::fill_n(ends.begin(), numbers.size() + 1, std::uint16_t{0});
    for (const auto number : numbers) ++ends[number * factor >> 32U];
    std::partial_sum(ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(numbers.size()), ends.begin());
    for (const auto number : numbers) out[--ends[number * factor >> 32U]] = number;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto number = out[i];
        auto at = i;
        for (; at > 0 && out[at - 1] > number; --at) out[at] = out[at - 1];
        out[at] = number;
    }
}

std::vector<std::uint32_t> sample_of(const StoryWords& parts, std::uint32_t limit) {
    const auto kept = std::make_unique_for_overwrite<std::uint32_t[]>(2 * parts.words);
    std::uint32_t* end = kept.get();
    std::uint32_t here =
        0;  // the limit of a shingle that ends at this word, and at the next: none ends at the first two
    std::uint32_t next = 0;
    const Token* last = nullptr;
    std::uint64_t one = 0;  // hash of the last word alone
    std::uint64_t two = 0;  // of it and the one before
    for (const auto run : parts.story)
        for (const auto& word : run) {
            const auto shingle = top_bits(mixed(two, word.hash));
            *end = shingle;  // nobody can guess which will stay: no branch
            end += shingle < here ? 1 : 0;
            if (last != nullptr && ((last->shape | word.shape) & Token::digits) != 0) {
                const auto pair = top_bits(mixed(mixed(1, last->hash), word.hash));
                *end = pair;
                end += pair < limit ? 1 : 0;
            }
            here = std::exchange(next, limit);
            last = &word;
            two = mixed(one, word.hash);
            one = mixed(0, word.hash);
        }
    const std::span<const std::uint32_t> numbers(kept.get(), end);
    std::vector<std::uint32_t> hashes(numbers.size());
    write_sorted(numbers, limit, hashes.data());
    const auto repeats = std::ranges::unique(hashes);
    hashes.erase(repeats.begin(), repeats.end());
    hashes.shrink_to_fit();
    return hashes;
}

char* write_number(std::uint32_t number, char* out) {
    static_assert(characters == 5);
    out[0] = base64url[number >> 24U & 63U];
    out[1] = base64url[number >> 18U & 63U];
    out[2] = base64url[number >> 12U & 63U];
    out[3] = base64url[number >> 6U & 63U];
    out[4] = base64url[number & 63U];
    return out + characters;
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
    const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(parts.words, all_hashes - 1));
    const auto furniture = static_cast<std::uint32_t>(parts.furniture);
    if (count == 0) return {.words = 0, .furniture = furniture, .hashes = {}};
    return {.words = count,
            .furniture = furniture,
            .hashes = count < Signature::fewest_words ? hashes_of_short(parts) : sample_of(parts, sample_limit(count))};
}

std::string to_text(const Signature& signature) {
    std::string text(text_size(signature), ' ');
    static_cast<void>(write_text(text.data(), signature));
    return text;
}

char* write_text(char* to, const Signature& signature) {
    if (signature.words == 0) return to;
    to = write_number(signature.furniture, write_number(signature.words, to));
    for (const auto hash : signature.hashes) to = write_number(hash, to);
    return to;
}

std::size_t text_size(const Signature& signature) {
    return signature.words == 0 ? 0 : characters * (2 + signature.hashes.size());
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
    return signature.words > 0 && is_sound(signature) ? std::optional(std::move(signature)) : std::nullopt;
}

bool is_sound(const Signature& signature) {
    if (signature.words == 0) return signature == Signature{};
    const bool ascending = std::ranges::adjacent_find(signature.hashes, std::greater_equal{}) == signature.hashes.end();
    return ascending && signature.words < all_hashes && signature.furniture < all_hashes
           && (signature.hashes.empty() || signature.hashes.back() < all_hashes);
}

}  // namespace entente
