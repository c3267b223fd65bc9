// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/article/date.hpp>
#include <entente/article/signature.hpp>
#include <entente/text/spilled_rows.hpp>

namespace entente {

/// The signatures of many articles, one behind the other; past the limit of memory in files. settle() goes before reading
/// it.
class SignatureTable {
public:
    explicit SignatureTable(MemoryLimit* limit = nullptr) : facts_(limit), hashes_(limit), ends_(limit) {
        ends_.append(0);
    }

    void add(const Signature& signature) { add(signature.words, signature.furniture, signature.hashes); }
    void add(std::uint32_t words, std::uint32_t furniture, std::span<const std::uint32_t> hashes);
    void settle();
    [[nodiscard]] MemoryLimit* limit() const { return hashes_.limit(); }

    [[nodiscard]] std::size_t size() const { return facts_.size(); }
    [[nodiscard]] std::uint32_t words(std::size_t article) const { return facts_[article].words; }
    [[nodiscard]] std::uint32_t furniture(std::size_t article) const { return facts_[article].furniture; }
    [[nodiscard]] std::span<const std::uint32_t> hashes(std::size_t article) const {
        const auto ends = ends_.rows(article, article + 2);
        return hashes_.rows(ends[0], ends[1]);
    }

private:
    struct Facts {
        std::uint32_t words = 0;
        std::uint32_t furniture = 0;
    };

    SpilledRows<Facts> facts_;
    SpilledRows<std::uint32_t> hashes_;
    SpilledRows<std::size_t> ends_;  ///< of article a in ends_[a + 1]
};

/// Why an article stands for its story: what no other one that was still in question had.
enum class Standing : std::uint8_t {
    alone,            ///< nobody else prints the story
    unmixed,          ///< it has less text of other stories, or that all other copies lack
    whole,            ///< it is not much shorter than the longest of those left
    dated,            ///< it says its date
    titled,           ///< it has a headline
    least_foreign,    ///< it has the least text that the other copies lack
    least_furniture,  ///< it has the least text that was marked as furniture
    longest,
    first,  ///< by its date, then its id
};

/// In the user's words: "it is dated".
[[nodiscard]] std::string_view reason_of(Standing standing);

/// What is asked of an article beside its signature to choose the one that stands for a story.
struct Merit {
    std::uint32_t order = 0;  ///< its place by date, then id; no two articles have the same
    Date date;
    bool titled = false;
};

/// Which articles print one story.
struct Stories {
    std::vector<std::uint32_t> standing;  ///< by article, the one that stands for its story
    std::vector<Standing> reasons;        ///< by article; holds for those that stand for a story
};

/// Finds the articles that print one story: the same text, also cut short, with other words around it, inside a longer
/// page, or with a few words changed.
///
/// Rule:       an article is a copy of another when at least 45 % of the shingles of the shorter stand in the
///             longer, those left out that many stories share, and at least 70 % of articles that are dated two or
///             more days apart: market reports have one form. See tests/bench/README.md for the measurement. Each
///             article is compared with the one that stands for the story, so a chain of likenesses makes no story.
/// Threads:    safe. Neither their number nor the order of the articles changes anything but the numbers by which
///             articles are called.
/// Complexity: about O(sum of the samples · log); memory 11 bytes an article, and the limit of the signatures.
/// Source:     leader clustering (Hartigan 1975, section 3.3) over an inverted index of the samples.
[[nodiscard]] Stories group_copies(const SignatureTable& signatures, std::span<const Merit> merits,
                                   unsigned threads = 1);

}  // namespace entente
