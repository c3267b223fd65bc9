// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/corpus_rows.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <entente/article/paragraphs.hpp>
#include <entente/graph/publisher.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

/// Tells rows with the same content from others; never leaves the process.
class Fingerprint {
public:
    void add(std::uint64_t number) {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio
        hash_ = (hash_ ^ (number + odd + (hash_ << 6U) + (hash_ >> 2U))) * odd;
    }
    void add(std::string_view text) { add(std::uint64_t{std::hash<std::string_view>{}(text)}); }
    void add(Span span) { add(std::uint64_t{span.begin} << 32U | span.end); }

    [[nodiscard]] std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 0;
};

void add_mention(Fingerprint& content, const Mention& mention) {
    content.add(mention.span);
    content.add(std::uint64_t{mention.entity} << 32U | mention.sentence);
    content.add(static_cast<std::uint64_t>(mention.kind));
    content.add(static_cast<std::uint64_t>(mention.rule));
    content.add(static_cast<std::uint64_t>(mention.zone));
    content.add(mention.text);
    for (const auto& candidate : mention.candidates) {
        content.add(std::uint64_t{candidate.entity} << 32U | candidate.score);
    }
}

/// Source and gazetteer are left out: one file may be read by two paths, and other names that found the same are no matter.
std::uint64_t content_of(const TaggedArticle& article) {
    Fingerprint content;
    content.add(article.title);
    content.add(to_string(article.date));
    content.add(article.language);
    content.add(std::uint64_t{article.entities.size()} << 32U | article.sentences.size());
    for (const auto& entity : article.entities) {
        content.add(entity.id);
        content.add(entity.label);
        content.add(entity.country);
        content.add(static_cast<std::uint64_t>(entity.type));
    }
    for (const auto hash : article.signature.hashes) {
        content.add(std::uint64_t{hash});
    }
    for (const auto& sentence : article.sentences) {
        content.add(sentence.span);
        content.add(std::uint64_t{sentence.number});
        content.add(sentence.text);
    }
    for (const auto& mention : article.mentions) {
        add_mention(content, mention);
    }
    return content.value();
}

/// A mention that counts, once its entity has a place among the appearances.
struct Naming {
    std::uint32_t entity = 0;    ///< counts into TaggedArticle::entities, later into the article's appearances
    std::uint32_t sentence = 0;  ///< counts into TaggedArticle::sentences

    friend auto operator<=>(const Naming&, const Naming&) = default;
};

constexpr std::uint32_t sure = 101;  // percent; more than any undecided mention gives

/// Calls `visit(entity, percent)` for everyone whom the mention counts for.
template <class Visit>
void for_each_meant(const TaggedArticle& article, const Mention& mention, const Counts& counts, Ambiguous ambiguous,
                    Visit visit) {
    const auto offer = [&](EntityIndex entity, std::uint32_t percent) {
        if (entity < article.entities.size() && counts(mention, article.entities[entity])) {
            visit(entity, percent);
        }
    };
    if (mention.entity != undecided) {
        offer(mention.entity, sure);
    } else if (ambiguous == Ambiguous::top && !mention.candidates.empty()) {
        offer(mention.candidates.front().entity, sure);
    } else if (ambiguous == Ambiguous::split) {
        for (const auto& candidate : mention.candidates) {
            if (candidate.score > 0) {
                offer(candidate.entity, std::min(candidate.score, 100U));
            }
        }
    }
}

std::vector<Naming> namings_in(const TaggedArticle& article, const Counts& counts, Ambiguous ambiguous) {
    std::vector<Naming> namings;
    for (const auto& mention : article.mentions) {
        const auto sentence = mention.sentence < article.sentences.size() ? mention.sentence : no_sentence;
        for_each_meant(article, mention, counts, ambiguous, [&](EntityIndex entity, std::uint32_t) {
            namings.push_back({entity, sentence});
        });
    }
    std::ranges::sort(namings);
    return namings;
}

/// Where two rows label an entity differently, the label does not depend on which came first.
void keep_lesser(EntityLabel& kept, const EntityLabel& other) {
    if (std::tie(other.label, other.country) < std::tie(kept.label, kept.country)) {
        kept = other;
    }
}

std::uint32_t number_of(CorpusRows& rows, const EntityLabel& label) {
    if (const auto known = rows.entity_numbers.find(label.id); known != rows.entity_numbers.end()) {
        keep_lesser(rows.labels[known->second], label);
        return known->second;
    }
    const auto number = static_cast<std::uint32_t>(rows.labels.size());
    rows.entity_numbers.emplace(label.id, number);
    rows.labels.push_back(label);
    return number;
}

/// One appearance for each entity named; lets the namings point at them.
std::vector<Appearance> appearances_of(CorpusRows& rows, const TaggedArticle& article, std::vector<Naming>& namings) {
    std::vector<Appearance> appearances;
    std::uint32_t entity = undecided;
    for (auto& naming : namings) {
        if (naming.entity != entity) {
            entity = naming.entity;
            appearances.push_back({.entity = number_of(rows, article.entities[entity])});
        }
        ++appearances.back().mentions;
        naming.entity = static_cast<std::uint32_t>(appearances.size() - 1);
    }
    return appearances;
}

/// Notes who is only perhaps named. All who may be named have their numbers already.
void keep_doubt(CorpusRows& rows, const TaggedArticle& article, const Counts& counts) {
    std::map<EntityIndex, std::uint32_t> highest;
    for (const auto& mention : article.mentions) {
        for_each_meant(article, mention, counts, Ambiguous::split, [&](EntityIndex entity, std::uint32_t percent) {
            auto& share = highest[entity];
            share = std::max(share, percent);
        });
    }
    std::erase_if(highest, [](const auto& share) { return share.second == sure; });
    if (highest.empty()) {
        return;
    }
    const auto number = [&](EntityIndex entity) { return number_of(rows, article.entities[entity]); };
    Doubt doubt;
    for (const auto& [entity, percent] : highest) {
        doubt.shares.push_back({number(entity), percent});
    }
    for (const auto& mention : article.mentions) {
        std::vector<std::uint32_t> rivals;
        for_each_meant(article, mention, counts, Ambiguous::split, [&](EntityIndex entity, std::uint32_t) {
            if (highest.contains(entity)) {
                rivals.push_back(number(entity));
            }
        });
        std::ranges::sort(rivals);
        for (auto one = rivals.begin(); one != rivals.end(); ++one) {
            for (auto other = one + 1; other != rivals.end(); ++other) {
                doubt.rivals.emplace_back(*one, *other);
            }
        }
    }
    std::ranges::sort(doubt.shares, {}, &Doubt::Share::entity);
    std::ranges::sort(doubt.rivals);
    rows.doubts.emplace(rows.articles.size() - 1, std::move(doubt));
}

std::uint32_t code_points_in(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// What a sentence is under its publisher; a headline may come again in its own right.
std::uint64_t block_of(const Sentence& sentence, std::uint32_t publisher, bool headline) {
    if (sentence.block.fingerprint == 0 || headline) {
        return 0;
    }
    Fingerprint block;
    block.add(sentence.block.fingerprint);
    block.add(std::uint64_t{publisher});
    return std::max<std::uint64_t>(block.value(), 1);
}

bool is_label(std::string_view text) {
    constexpr std::ptrdiff_t fewest = 4;  // words of a link
    return std::ranges::count(text, ' ') + 1 < fewest;
}

/// Adds the sentence that all of `namings` stand in; with its text, when an edge may quote it.
void keep_sentence(CorpusRows& rows, std::span<Appearance> own, std::span<const Naming> namings,
                   const Sentence& sentence, bool headline, KeptText texts) {
    const auto& article = rows.articles.back();
    const auto number = static_cast<std::uint32_t>(rows.sentences.size() - article.sentences);
    std::uint32_t entities = 0;
    bool early = false;
    for (std::size_t i = 0; i < namings.size(); ++i) {
        if (i > 0 && namings[i].entity == namings[i - 1].entity) {
            ++rows.mentions.back();
            continue;
        }
        auto& appearance = own[namings[i].entity];
        early = ++appearance.sentences <= 2 || early;
        appearance.sentence = std::min(appearance.sentence, number);
        rows.named_together.append(appearance.entity);
        rows.mentions.append(1);
        ++entities;
    }
    rows.named_together.end_row();
    const bool quotable =
        own.size() > 1 && (texts == KeptText::all || (texts == KeptText::telling && (early || entities > 1)));
    rows.sentences.append({.block = block_of(sentence, article.publisher, headline),
                           .text = rows.texts.size(),
                           .bytes = quotable ? static_cast<std::uint32_t>(sentence.text.size()) : 0,
                           .length = quotable ? code_points_in(sentence.text) : 0,
                           .line = sentence.block.line,
                           .ended = ends_sentence(sentence.text) || sentence.text.ends_with('.'),
                           .label = is_label(sentence.text),
                           .number = sentence.number});
    if (quotable) {
        rows.texts.append(std::span(sentence.text));
    }
}

/// Whether all sentences from `first` to `last` stand in one paragraph; one of which nothing is known stands in none.
bool one_paragraph(const TaggedArticle& article, std::uint32_t first, std::uint32_t last) {
    const auto paragraph = article.sentences[first].block.fingerprint;
    return paragraph != 0
           && std::all_of(article.sentences.begin() + first + 1, article.sentences.begin() + last + 1,
                          [=](const Sentence& sentence) { return sentence.block.fingerprint == paragraph; });
}

void keep_sentences(CorpusRows& rows, std::span<Appearance> own, const TaggedArticle& article,
                    std::vector<Naming>& namings, KeptText texts) {
    std::uint32_t next = 0;
    std::ranges::sort(namings, {}, [](const Naming& naming) { return std::pair(naming.sentence, naming.entity); });
    std::vector<bool> headlines(article.sentences.size());
    for (const auto& mention : article.mentions) {
        if (mention.zone == Zone::headline && mention.sentence < headlines.size()) {
            headlines[mention.sentence] = true;
        }
    }
    auto last = no_sentence;
    for (auto begin = namings.begin(); begin != namings.end() && begin->sentence != no_sentence;) {
        const auto sentence = begin->sentence;
        const auto end =
            std::find_if(begin, namings.end(), [=](const Naming& naming) { return naming.sentence != sentence; });
        keep_sentence(rows, own, {begin, end}, article.sentences[sentence], headlines[sentence], texts);
        auto& kept = rows.sentences.back();
        kept.paragraph = last == no_sentence || !one_paragraph(article, last, sentence);
        kept.number = std::max(kept.number, next);  // ascending, whatever the row says
        next = std::max(kept.number, kept.number + 1);
        last = sentence;
        begin = end;
    }
}

std::uint32_t publisher_number(CorpusRows& rows, const TaggedArticle& article) {
    auto publisher = publisher_of(article);
    const auto [known, fresh] =
        rows.publisher_numbers.try_emplace(publisher, static_cast<std::uint32_t>(rows.publishers.size()));
    if (fresh) {
        rows.publishers.push_back(std::move(publisher));
    }
    return known->second;
}

std::uint32_t hash_of_id(std::string_view id) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id)); }

/// Numbers the articles that have no number any more.
void number_articles(CorpusRows& rows) {
    if (rows.article_numbers.size() == rows.articles.size()) return;
    rows.settle();
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        rows.article_numbers.add(hash_of_id(rows.id_of(article)));
    }
}

/// The number of the article with this id, or none.
std::uint32_t known_article(const CorpusRows& rows, std::string_view id, std::uint32_t hash) {
    return rows.article_numbers.find(hash, [&](std::uint32_t number) {
        const auto own = rows.articles.copy(number, number + 1).front();
        const auto next =
            number + 1 < rows.articles.size() ? rows.articles.copy(number + 1, number + 2).front().id : rows.ids.size();
        return std::ranges::equal(rows.ids.copy(own.id, next), id);
    });
}

}  // namespace

void CorpusRows::settle() {
    articles.settle();
    ids.settle();
    titles.settle();
    texts.settle();
    appearances.settle();
    sentences.settle();
    named_together.settle();
    mentions.settle();
    signatures.settle();
}

bool add_article(CorpusRows& rows, const TaggedArticle& article, const Counts& counts, Ambiguous ambiguous,
                 KeptText texts) {
    const auto content = content_of(article);
    const auto hash = hash_of_id(article.id);
    number_articles(rows);
    const auto known = known_article(rows, article.id, hash);
    if (known != ArticleNumbers::none && rows.articles.copy(known, known + 1).front().content != content) {
        throw Error(
            "two different articles have the id \"" + article.id + "\"",
            "give each article an id of its own; if it is one article that was tagged twice, leave out the older rows");
    }
    if (!article.gazetteer.empty()) {
        rows.gazetteers.insert(article.gazetteer);
    }
    if (known != ArticleNumbers::none) {
        return false;
    }
    rows.article_numbers.add(hash);
    rows.articles.append({.content = content,
                          .id = rows.ids.size(),
                          .title = rows.titles.size(),
                          .appearances = rows.appearances.size(),
                          .sentences = rows.sentences.size(),
                          .date = article.date,
                          .publisher = publisher_number(rows, article)});
    rows.ids.append(std::span(article.id));
    rows.titles.append(std::span(article.title));
    auto namings = namings_in(article, counts, ambiguous);
    auto appearances = appearances_of(rows, article, namings);
    keep_sentences(rows, appearances, article, namings, texts);
    rows.appearances.append(appearances);
    if (appearances.size() > 1 && ambiguous == Ambiguous::split) {
        keep_doubt(rows, article, counts);
    }
    return true;
}

std::vector<std::uint32_t> entities_by_id(const CorpusRows& rows) {
    std::vector<std::uint32_t> order(rows.labels.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t entity) { return std::string_view(rows.labels[entity].id); });
    return order;
}

std::vector<std::uint32_t> inverse_of(std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> inverse(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        inverse[order[place]] = place;
    }
    return inverse;
}

Incidence named_entities(const CorpusRows& rows, std::span<const std::uint32_t> shares) {
    Incidence named(rows.appearances.limit());
    for (std::size_t article = 0; article < rows.articles.size(); ++article) {
        if (shares[article] > 0) {
            for (const auto& appearance : rows.appearances_in(article)) {
                named.append(appearance.entity);
            }
        }
        named.end_row();
    }
    named.settle();
    return named;
}

}  // namespace entente
