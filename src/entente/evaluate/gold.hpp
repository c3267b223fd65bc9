// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/export/mentions_jsonl.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// Where a careful reader found that an entity is named.
struct GoldMention {
    Span span;         ///< bytes of the original input
    std::string text;  ///< as printed, white space squeezed
    std::string entity;
    std::string literal_entity;  ///< what the words of a metonym name by themselves, or empty
    EntityType type = EntityType::person;
    MentionKind kind = MentionKind::name;
    bool in_boilerplate = false;
    bool in_credit = false;  ///< or in a by-line
};

struct GoldArticle {
    std::string name;  ///< of its file
    std::vector<GoldMention> mentions;
    std::vector<Span> boilerplate;
    std::vector<Span> traps;  ///< look like entities and are none
};

struct Gold {
    std::vector<GoldArticle> articles;
    /// Whether ids are "person/sergey-lavrov". Otherwise they are "sergey-lavrov" and match an id of any type.
    bool ids_have_types = false;
};

/// Reads annotated articles, one JSON object a line:
/// {"source":"talks.txt","mentions":[{"begin":0,"end":6,"text":"Moscow","entity":"country/russia","type":"country",
///   "kind":"metonym","zone":"body"}, …]}
///
/// "file", "start" and "surface" may stand for "source", "begin" and "text". The zones boilerplate, credit and byline may
/// also be said by "in_boilerplate": true and "credit": true. An article may have "boilerplate" and "traps", lists of
/// objects with "start" and "end", and a mention a "literal_entity". Other keys are passed over.
///
/// Errors: throws Error with file and line for the first line that cannot be used: half a gold measures nothing.
[[nodiscard]] Gold read_gold(ByteSource source, std::string name);

}  // namespace entente
