// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <entente/article/article.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// Finds who is named in an article.
///
/// Threads: one tagger serves any number of threads; tag() keeps nothing between calls.
class Tagger {
public:
    /// The gazetteer must outlive the tagger.
    /// Complexity: O(bytes of names).
    explicit Tagger(const Gazetteer& gazetteer);
    ~Tagger();
    Tagger(Tagger&&) noexcept;
    Tagger& operator=(Tagger&&) noexcept;

    /// A pure function of the article and the gazetteer.
    /// Complexity: O(bytes of text + mentions).
    [[nodiscard]] TaggedArticle tag(const Article& article) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace entente
