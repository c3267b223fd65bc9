// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <entente/evaluate/match.hpp>

namespace entente {

/// What both files say of each entity, over all articles of the gold.
class KnownForms {
public:
    void add(const GoldArticle& gold);
    /// The labels of the entities count as forms too.
    void add(const TaggedArticle& article, bool ids_have_types);

    [[nodiscard]] bool is_tagged(std::string_view entity) const;
    /// Whether it is tagged somewhere in a form with the same letters, which is not this very form.
    [[nodiscard]] bool is_tagged_almost_as(std::string_view entity, std::string_view text) const;
    [[nodiscard]] std::size_t most_words(std::string_view entity) const;

private:
    struct Forms {
        std::set<std::string> tagged;
        std::set<std::string> bare;  ///< of `tagged`
        std::size_t most_words = 0;
    };
    [[nodiscard]] const Forms& forms_of(std::string_view entity) const;

    std::map<std::string, Forms, std::less<>> forms_;  ///< by entity
};

/// The missed and the wrong mentions of one article, in the order of their bytes.
/// Complexity: O(errors * mentions).
[[nodiscard]] std::vector<MentionError> errors_in(const GoldArticle& gold, const std::vector<TaggedMention>& tagged,
                                                  const ArticleMatch& match, const KnownForms& forms);

}  // namespace entente
