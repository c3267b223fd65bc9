// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <entente/evaluate/evaluation.hpp>

namespace entente {

/// A mention as it was tagged.
struct TaggedMention {
    const Mention* mention = nullptr;
    std::string_view entity;  ///< as the gold would write it; empty when undecided
    EntityType type = EntityType::person;

    [[nodiscard]] Span span() const { return mention->span; }
};

/// All of one article; `ids_have_types` as in Gold.
[[nodiscard]] std::vector<TaggedMention> mentions_of(const TaggedArticle& article, bool ids_have_types);

/// One article's gold beside what was tagged in it.
struct ArticleMatch {
    std::vector<const GoldMention*> found;    ///< in scope
    std::vector<const GoldMention*> missed;   ///< in scope
    std::vector<const TaggedMention*> wrong;  ///< by bytes, then entity
    std::size_t overlapping = 0;              ///< missed ones of which a wrong mention has the entity and some bytes
};

/// `tagged` must outlive the match.
[[nodiscard]] ArticleMatch match(const GoldArticle& gold, const std::vector<TaggedMention>& tagged,
                                 const EvaluateOptions& options);

}  // namespace entente
