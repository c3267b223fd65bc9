// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/blocks.hpp>
#include <entente/article/signature.hpp>
#include <entente/gazetteer/entity.hpp>
#include <entente/tag/rule.hpp>
#include <entente/text/span.hpp>

namespace entente {

enum class MentionKind : std::uint8_t {
    name,
    alias,
    acronym,
    surname,
    given_name,
    demonym,
    metonym,
    role,
    typo,
    nested
};
inline constexpr std::size_t mention_kinds = 10;

[[nodiscard]] std::string_view name_of(MentionKind kind);
[[nodiscard]] std::optional<MentionKind> mention_kind_of(std::string_view name);

/// Counts into TaggedArticle::entities.
using EntityIndex = std::uint32_t;
inline constexpr EntityIndex undecided = 0xFFFFFFFF;

/// One who may be meant by an undecided mention. Scores are rounded down: those of a mention add up to at most 100.
struct Candidate {
    EntityIndex entity = undecided;
    std::uint32_t score = 0;  ///< percent
};

/// Where an entity is named.
struct Mention {
    Span span;  ///< bytes of the original input
    EntityIndex entity = undecided;
    MentionKind kind = MentionKind::name;
    Rule rule = Rule::only_owner;
    Zone zone = Zone::body;
    std::uint32_t sentence = 0;         ///< counts into TaggedArticle::sentences
    std::string text;                   ///< as printed in the article
    std::vector<Candidate> candidates;  ///< of an undecided mention, best first
};

struct Sentence {
    Span span;                 ///< bytes of the original input
    std::string text;          ///< white space squeezed
    Block block{};             ///< the paragraph in which it begins
    std::uint32_t number = 0;  ///< among all sentences of the article, from 0
};

/// What an output needs to know of an entity, so that rows can be counted without the gazetteer.
struct EntityLabel {
    std::string id;
    std::string label;
    EntityType type = EntityType::person;
    std::string country;  ///< full id, or empty

    friend bool operator==(const EntityLabel&, const EntityLabel&) = default;
};

/// One article after tagging: all that the network half of the program ever sees of it.
struct TaggedArticle {
    std::string id;
    std::string source;
    std::string publisher{};  ///< paper or agency, or empty
    std::string title;
    Date date;
    std::string language;
    Signature signature;                ///< of its words, to know its copies by
    std::string gazetteer;              ///< hash of the names it was tagged with, hexadecimal; empty when unknown
    std::vector<EntityLabel> entities;  ///< those named here, ordered by id
    std::vector<Sentence> sentences;    ///< those with a mention, in reading order
    std::vector<Mention> mentions;      ///< in reading order, outer before nested
};

}  // namespace entente
