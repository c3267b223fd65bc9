// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/graph/count.hpp>
#include <entente/text/tokens.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::cli {

/// Which names of a gazetteer a corpus prints, and how many edges hang on one of them alone.
class NameUse {
public:
    NameUse(const Gazetteer& gazetteer, const CountOptions& count);

    /// Complexity: O(mentions + entities squared).
    void add(const TaggedArticle& article);

    [[nodiscard]] std::uint64_t articles() const { return articles_; }
    /// The names that were never printed, by file and line, and those that make most edges; a few of each.
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// The only name by which either end of an edge is in all of its articles, or `none`.
    struct Sole {
        std::uint32_t first = none;
        std::uint32_t second = none;
    };
    struct Name {
        const Entity* entity = nullptr;
        const Alias* alias = nullptr;
        bool printed = false;
    };

    [[nodiscard]] std::string key_of(std::string_view entity, std::string_view text);
    [[nodiscard]] std::string place_of(const Name& name) const;
    [[nodiscard]] std::string unprinted() const;
    [[nodiscard]] std::string deciding() const;

    const Gazetteer& gazetteer_;
    const CountOptions& count_;
    std::vector<Name> names_;
    std::unordered_map<std::string, std::uint32_t> by_text_;  ///< id and words to the first such name
    std::map<std::pair<std::string, std::string>, Sole> edges_;
    TokenizedText words_;  ///< memory that is used again
    std::uint64_t articles_ = 0;
};

}  // namespace entente::cli
