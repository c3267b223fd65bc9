// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/article/article.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/graph/count.hpp>
#include <entente/tag/listed_names.hpp>
#include <entente/tag/tagger.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// An article and how it was tagged.
struct TracedArticle {
    TracedArticle(const Article& read, const Tagger& tagger);

    const Article& article;
    Trace trace;  ///< remarks ordered by where their words begin, those on the same words as the rules spoke
    TaggedArticle tagged;

    /// The remarks on these words and some around them. Complexity: O(log remarks).
    [[nodiscard]] std::span<const Remark> remarks_near(Span words) const;
    /// The numbers of the mentions that share a byte with these words. Complexity: O(log mentions).
    [[nodiscard]] std::vector<std::size_t> mentions_in(Span words) const;

private:
    std::uint32_t reach_ = 0;  ///< bytes of the longest name that was spoken of
};

/// Puts what is known of a name into lines for people. Every text of more than one line ends in a line feed.
class Explanation {
public:
    Explanation(const Gazetteer& gazetteer, const CountOptions& count) : gazetteer_(gazetteer), count_(count) {}

    /// `country/tonga "Tonga" (gazetteer/countries.yaml:4)`
    [[nodiscard]] std::string entity(std::uint32_t number) const;
    /// `"Tongan" of country/tonga (gazetteer/countries.yaml:5)`
    [[nodiscard]] std::string name(const ListedName& name) const;
    /// `aid.txt:67: The first ships had reached [Tonga] on Thursday.`
    [[nodiscard]] static std::string place(const TracedArticle& traced, Span words);
    /// Why a mention does not count; empty when it does.
    [[nodiscard]] std::string_view refusal(const TaggedArticle& tagged, const Mention& mention) const;

    /// All that is known of a mention.
    [[nodiscard]] std::string mention(const TracedArticle& traced, std::size_t number) const;
    /// Its place, and one line of how it was found and whether it counts.
    [[nodiscard]] std::string mention_in_short(const TracedArticle& traced, std::size_t number) const;
    /// Why nobody was found in these words, as far as a rule has said so.
    [[nodiscard]] std::string refusals(const TracedArticle& traced, Span words) const;

private:
    [[nodiscard]] std::string points(const TracedArticle& traced, Span words) const;
    [[nodiscard]] std::string reason(const TracedArticle& traced, const Remark& remark) const;

    const Gazetteer& gazetteer_;
    const CountOptions& count_;
};

/// `country/tonga`, or `nobody; country/niger 50 %, place/niger-river 50 %`
[[nodiscard]] std::string decision_of(const TaggedArticle& tagged, const Mention& mention);

}  // namespace entente::cli
