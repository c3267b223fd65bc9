// SPDX-License-Identifier: Apache-2.0
// The forms that ask for words: --mention and --miss.
#include <entente/tag/listed_names.hpp>
#include <entente/text/tokens.hpp>
#include "explain_forms.hpp"
#include "explanation.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

/// Words to find in a text, but for case, accents and what stands between them.
class Phrase {
public:
    explicit Phrase(std::string_view words) {
        tokenize(words, text_);
        for (const auto& token : text_.tokens) {
            hashes_.push_back(token.hash);
        }
    }

    std::vector<Span> places_in(std::string_view text) {
        std::vector<Span> places;
        tokenize(text, text_);
        const auto& tokens = text_.tokens;
        for (auto at = tokens.begin(); !hashes_.empty() && at != tokens.end(); ++at) {
            at = std::search(at, tokens.end(), hashes_.begin(), hashes_.end(),
                             [](const Token& token, std::uint64_t hash) { return token.hash == hash; });
            if (at == tokens.end()) {
                break;
            }
            places.push_back({at->begin, at[static_cast<std::ptrdiff_t>(hashes_.size()) - 1].end});
        }
        return places;
    }

private:
    std::vector<std::uint64_t> hashes_;
    TokenizedText text_;
};

/// What the gazetteer says of the words, whatever the articles say.
std::string listing_text(const ListedNames& listed, const Explanation& explanation) {
    std::string text;
    for (const auto& name : listed.exact) {
        text += "listed: " + explanation.name(name) + '\n';
    }
    for (const auto entity : listed.short_names) {
        text += "short name of: " + explanation.entity(entity) + '\n';
    }
    if (text.empty()) {
        text = "listed: no name of the gazetteer has these words\n";
    }
    for (const auto& name : listed.nearest) {
        text += "nearest: " + explanation.name(name) + '\n';
    }
    return text;
}

/// Why one place of the words is not tagged; or what it is tagged as, and whether that counts.
std::string miss_text(const TracedArticle& traced, Span words, const ListedNames& listed,
                      const Explanation& explanation) {
    std::string text;
    for (const auto number : traced.mentions_in(words)) {
        text += "tagged: " + explanation.mention(traced, number);
    }
    if (!text.empty()) {
        return text;
    }
    text = "not tagged: " + Explanation::place(traced, words) + '\n';
    const auto refusals = explanation.refusals(traced, words);
    if (!refusals.empty()) {
        return text + refusals;
    }
    if (!listed.exact.empty()) {
        return text + "  because: a sentence ends inside the words, or another name takes a part of them\n";
    }
    if (!listed.short_names.empty()) {
        return text + "  because: the article does not say the full name of anybody who is called so\n";
    }
    return text + "  because: no name of the gazetteer has these words\n";
}

}  // namespace

void explain_mention(const Question& question) {
    const auto& [settings, tagging, run, output] = question;
    const Explanation explanation(tagging.gazetteer(), settings.count);
    Phrase phrase(settings.mention);
    bool found = false;
    tagging.tag_all([&](TaggedArticle&& tagged, const Article& article) {
        std::vector<std::size_t> asked;
        for (std::size_t i = 0; i < tagged.mentions.size(); ++i) {
            if (!phrase.places_in(tagged.mentions[i].text).empty()) {
                asked.push_back(i);
            }
        }
        if (!asked.empty()) {
            const TracedArticle traced(article, tagging.tagger());
            for (const auto number : asked) {
                output.append(explanation.mention(traced, number));
            }
            found = true;
        }
        return true;
    });
    if (!found) {
        throw Error("no mention has the words " + in_quotes(settings.mention),
                    "--miss " + in_quotes(settings.mention) + " tells why");
    }
}

void explain_miss(const Question& question) {
    const auto& [settings, tagging, run, output] = question;
    const Explanation explanation(tagging.gazetteer(), settings.count);
    const auto listed = look_up(tagging.gazetteer(), settings.miss);
    output.append(listing_text(listed, explanation));
    Phrase phrase(settings.miss);
    bool found = false;
    tagging.tag_all([&](TaggedArticle&&, const Article& article) {
        const auto places = phrase.places_in(article.text);
        if (!places.empty()) {
            const TracedArticle traced(article, tagging.tagger());
            for (const auto words : places) {
                output.append(miss_text(traced, words, listed, explanation));
            }
            found = true;
        }
        return true;
    });
    if (!found) {
        output.append("not in the text: no article has these words\n");
    }
}

}  // namespace entente::cli
