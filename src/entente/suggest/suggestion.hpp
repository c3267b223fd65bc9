// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

struct SuggestionExample {
    std::string article;  ///< id
    std::string sentence;
};

/// A name that articles say and the gazetteer does not list.
struct Suggestion {
    std::string name;                   ///< as it is printed most often
    std::optional<EntityType> type;     ///< a guess, or unknown
    std::string id;                     ///< a free one, without its type: "jane-roe"
    std::vector<std::string> aliases;   ///< other prints of it
    std::vector<std::string> acronyms;  ///< in brackets behind it
    std::uint32_t stories = 0;       ///< articles that name it; one that repeats the sentence of another is no new one
    std::uint32_t mentions = 0;      ///< short forms counted with it
    std::vector<std::string> near;   ///< ids of those named in the same sentences, the most frequent first
    std::vector<std::string> clues;  ///< what tells the type
    std::string looks_like;          ///< id of a listed entity of which it may be a new spelling, or empty
    std::vector<SuggestionExample> examples;
};

/// Collects the names that a gazetteer lacks from tagged articles.
///
/// Threads: none of its own; add() only alone.
class Suggester {
public:
    static constexpr std::size_t most_examples = 3;

    /// Gazetteer and languages must outlive it. `refused` are names that nobody wants to see again.
    Suggester(const Gazetteer& gazetteer, std::span<const Language> languages, std::span<const std::string> refused);
    ~Suggester();
    Suggester(Suggester&&) noexcept;
    Suggester& operator=(Suggester&&) noexcept;

    /// `tagged` are the mentions of `article` by the same gazetteer.
    /// Complexity: O(bytes of text).
    void add(const Article& article, const TaggedArticle& tagged);

    /// All of them: those of most stories first, then of most company, then of most mentions.
    [[nodiscard]] std::vector<Suggestion> ranked() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente
