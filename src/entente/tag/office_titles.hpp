// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/entity_words.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// The offices of countries, organizations and places, by the titles that news gives them: those of the key `roles`, and
/// what regularly says the same, as "minister for foreign affairs" for a foreign minister or "chief" for the head of an
/// organization.
class OfficeTitles {
public:
    explicit OfficeTitles(const Image& image);
    class Writer;

    [[nodiscard]] bool has_offices(std::uint32_t body) const { return bodies_.holds(body_key(body)); }
    /// The terms of everyone who ever held the office, as rows of Section::roles; empty when the body has no office of this title.
    [[nodiscard]] std::span<const std::uint32_t> terms(std::uint32_t body, std::span<const Token> title) const;
    [[nodiscard]] std::size_t longest_title() const { return longest_title_; }  ///< words

private:
    static std::uint64_t body_key(std::uint32_t body) { return std::uint64_t{body} + 1; }  // never 0

    KeyLists terms_;  ///< by body and title
    KeySet bodies_;
    std::size_t longest_title_ = 0;
};

class OfficeTitles::Writer {
public:
    /// The gazetteer must outlive it, but for write().
    explicit Writer(const CompiledGazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    const CompiledGazetteer& gazetteer_;
    TokenizedText text_;
    std::uint32_t number_ = 0;  ///< of the next role
    std::vector<KeyLists::Row> terms_;
    std::vector<std::uint64_t> bodies_;
    std::uint32_t longest_ = 0;  ///< words
};

}  // namespace entente
