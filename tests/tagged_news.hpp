// SPDX-License-Identifier: Apache-2.0
// Tagged articles as the tests of counting write them down: what an article says and whom each sentence names.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/tag/mention.hpp>
#include <entente/text/fold.hpp>

/// Who is named, and how. An empty id is an undecided name, of which there may be candidates with their scores.
struct Named {
    using Candidates = std::vector<std::pair<std::string, std::uint32_t>>;

    Named(std::string_view entity) : id(entity) {}
    Named(const char* entity) : id(entity) {}
    Named(std::string_view entity, entente::MentionKind how) : id(entity), kind(how) {}
    Named(std::string_view entity, entente::Zone where) : id(entity), zone(where) {}

    Named(Candidates perhaps) : candidates(std::move(perhaps)) {}

    std::string id;
    Candidates candidates;
    entente::MentionKind kind = entente::MentionKind::name;
    entente::Zone zone = entente::Zone::body;
};

class News {
public:
    explicit News(std::string id) {
        article_.source = "articles/" + id;
        article_.title = "Title of " + id;
        article_.id = std::move(id);
    }

    News& on(std::string_view date) {
        article_.date = entente::parse_iso_date(date).value();
        return *this;
    }

    News& tagged_with(std::string gazetteer) {
        article_.gazetteer = std::move(gazetteer);
        return *this;
    }

    News& signed_with(entente::Signature signature) {
        article_.signature = std::move(signature);
        return *this;
    }

    /// One sentence with its mentions.
    News& says(std::string text, const std::vector<Named>& names) {
        const auto sentence = static_cast<std::uint32_t>(article_.sentences.size());
        const auto begin = sentence == 0 ? 0 : article_.sentences.back().span.end + 1;
        article_.sentences.push_back({{begin, begin + static_cast<std::uint32_t>(text.size())}, std::move(text)});
        article_.sentences.back().number = next_++;
        for (const auto& named : names) {
            entente::Mention mention;
            mention.span = article_.sentences.back().span;
            mention.entity = named.id.empty() ? entente::undecided : index_of(named.id);
            mention.kind = named.kind;
            mention.zone = named.zone;
            mention.sentence = sentence;
            for (const auto& [id, score] : named.candidates) {
                index_of(id);  // all have their places before one is noted
            }
            for (const auto& [id, score] : named.candidates) {
                mention.candidates.push_back({index_of(id), score});
            }
            article_.mentions.push_back(std::move(mention));
        }
        return *this;
    }

    /// The same, in a paragraph of its own: a line when no full stop ends it.
    News& prints(const std::string& text, const std::vector<Named>& names) {
        says(text, names);
        article_.sentences.back().block = {entente::hash_of(text), !text.ends_with('.')};
        return *this;
    }

    /// The sentence before stands in this paragraph; 0: nobody knows in which.
    News& in_paragraph(std::uint64_t fingerprint) {
        article_.sentences.back().block.fingerprint = fingerprint;
        return *this;
    }

    /// So many sentences that name nobody.
    News& goes_on(std::uint32_t sentences) {
        next_ += sentences;
        return *this;
    }

    News& by(const std::string& publisher) {
        article_.source = "https://www." + publisher + "/" + article_.id;
        return *this;
    }

    operator const entente::TaggedArticle&() const { return article_; }

private:
    entente::EntityIndex index_of(const std::string& id) {
        const auto place = std::ranges::lower_bound(article_.entities, id, {}, &entente::EntityLabel::id);
        const auto index = static_cast<entente::EntityIndex>(place - article_.entities.begin());
        if (place == article_.entities.end() || place->id != id) {
            article_.entities.insert(place, {.id = id,
                                             .label = "Label of " + id,
                                             .type = entente::entity_type_of(id.substr(0, id.find('/'))).value(),
                                             .country = {}});
            for (auto& mention : article_.mentions) {
                mention.entity += mention.entity != entente::undecided && mention.entity >= index ? 1 : 0;
                for (auto& candidate : mention.candidates) {
                    candidate.entity += candidate.entity >= index ? 1 : 0;
                }
            }
        }
        return index;
    }

    entente::TaggedArticle article_;
    std::uint32_t next_ = 0;  ///< number of a sentence
};
