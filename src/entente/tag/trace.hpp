// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/tag/mention.hpp>
#include <entente/text/span.hpp>

namespace entente {

/// What a rule had to say of some words. Spans count bytes of Article::text, entities into Gazetteer::entities.
struct Remark {
    enum class Kind : std::uint8_t {
        owner,    ///< the words are a listed name of `entity`, see `alias`
        weight,   ///< `points` that speak for `entity`, or against it
        total,    ///< all `points` of `entity`, as they were compared
        ground,   ///< what a decision rests on
        refusal,  ///< why the words are not `entity`, or nobody
    };
    static constexpr std::uint32_t no_alias = 0xFFFFFFFF;

    Kind kind = Kind::ground;
    Span span;                         ///< the words
    std::string text{};                ///< why, in plain words; empty for an owner and a total
    Span quoted{};                     ///< what in the article says so, or empty
    std::uint32_t entity = undecided;  ///< or nobody in particular
    std::uint32_t alias = no_alias;    ///< counts into Entity::aliases
    int points = 0;
};

/// How one article was tagged, for those who ask why; filled by Tagger::tag().
struct Trace {
    std::vector<Span> mentions;   ///< where each of TaggedArticle::mentions stands, in bytes of Article::text
    std::vector<Span> sentences;  ///< all, ascending, in bytes of Article::text
    std::vector<Remark> remarks;  ///< in the order in which the rules spoke
};

}  // namespace entente
