// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/organization_names.hpp>

#include <algorithm>
#include <span>
#include <string>

#include <entente/tag/english.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// A short form that holds in this article.
struct ShortForm {
    std::uint64_t word;
    std::uint32_t entity;
    enum Kind : std::uint8_t { acronym, initials, body, head } kind;
    std::uint32_t from;  ///< token from which on it holds
};

class Tying {
public:
    explicit Tying(Findings& findings) : findings_(findings), text_(*findings.text), tokens_(text_.tokens()) {}

    void run() {
        yield_acronyms();
        for (const Finding& finding : findings_.rows) {
            if (!Findings::counts(finding)) continue;
            introduce(finding);
            if (findings_.entity(finding.entity).type() == EntityType::organization) shorten(finding);
        }
        if (forms_.empty()) return;
        std::stable_sort(forms_.begin(), forms_.end(),
                         [](const ShortForm& a, const ShortForm& b) { return a.word < b.word; });
        ArticleFilter words;
        for (const ShortForm& form : forms_) words.add(form.word);
        const auto look_at = [&](std::uint32_t token) {
            if (words.may_hold(tokens_[token].hash)) visit(token);
        };
        if (findings_.trace == nullptr) {  // a short form has a capital
            for (const std::uint32_t token : text_.capitals) look_at(token);
        } else {
            for (std::uint32_t token = 0; token < tokens_.size(); ++token) look_at(token);
        }
    }

private:
    [[nodiscard]] std::string_view between(std::uint32_t later) const {
        return text_.text.substr(tokens_[later - 1].end, tokens_[later].begin - tokens_[later - 1].end);
    }

    /// "Armenian Revolutionary Federation (ARF)": all over the article the acronym is not that of the ASEAN Regional Forum.
    void yield_acronyms() {
        if (!text_.language->is_english()) return;
        std::vector<std::uint64_t> taken;
        for (const Finding& finding : findings_.rows)
            if (is_introduced(finding) && names_other_body(finding)) taken.push_back(tokens_[finding.first].hash);
        if (taken.empty()) return;
        for (Finding& finding : findings_.rows) {
            if (finding.last - finding.first > 1 || std::ranges::count(taken, tokens_[finding.first].hash) == 0)
                continue;
            findings_.remark(Remark::Kind::refusal, finding.first, finding.last,
                             "the article introduces it as the acronym of another body");
            finding.open = true;
            finding.owners = {};
            finding.entity = undecided;
        }
    }

    /// An organization's acronym in brackets behind a capital word.
    [[nodiscard]] bool is_introduced(const Finding& finding) const {
        const std::uint32_t token = finding.first;
        return !finding.open && finding.entity != undecided && finding.last - token == 1 && token > 2
               && !finding.owners.empty() && finding.owners.front().exact_case && tokens_[token].gap == Gap::other
               && between(token).ends_with('(') && text_.text.substr(tokens_[token].end).starts_with(')')
               && findings_.entity(finding.entity).type() == EntityType::organization;
    }

    /// The words before the bracket begin with the letters of the acronym, and are not those of its owner's names.
    [[nodiscard]] bool names_other_body(const Finding& finding) const {
        const std::string letters = folded(text_.word(finding.first));
        std::size_t left = letters.size();
        std::uint32_t word = finding.first;
        std::size_t own = 0;
        bool own_first = false;
        while (left > 0 && word > 0 && (word == finding.first || tokens_[word].gap < Gap::comma)) {
            --word;
            if (const Finding* cover = findings_.at(word); cover != nullptr && cover->entity == finding.entity)
                return false;
            if (!tokens_[word].is(Token::capital) && text_.language->is_function_word(tokens_[word].hash)) continue;
            const std::string printed = folded(text_.word(word));
            if (printed.front() != letters[--left]) return false;
            own_first = holds_word(finding.entity, printed);
            own += own_first ? 1 : 0;
        }
        return left == 0 && letters.size() > 2 && (!own_first || 2 * own < letters.size());
    }

    /// Some name of the entity has a word that begins like this one.
    [[nodiscard]] bool holds_word(std::uint32_t entity, std::string_view word) const {
        TokenizedText name;
        return std::ranges::any_of(findings_.entity(entity).aliases(), [&](const AliasRow& alias) {
            const std::string_view text = findings_.gazetteer->text(alias.text);
            tokenize(text, name);
            return std::ranges::any_of(name.tokens, [&](const Token& token) {
                return folded(slice(text, token.span())).starts_with(word.substr(0, 4));
            });
        });
    }

    /// "Shanghai Cooperation Organisation (SCO)", "Weltgesundheitsorganisation (WHO)"
    void introduce(const Finding& finding) {
        const std::uint32_t token = finding.last;
        const bool one_word = finding.last - finding.first < 2;
        if (one_word && findings_.entity(finding.entity).type() != EntityType::organization) return;
        if (token >= tokens_.size() || tokens_[token].gap != Gap::other) return;
        if (!between(token).ends_with('(') || !tokens_[token].is(Token::capitals) || text_.word(token).size() < 2)
            return;
        const bool closes = text_.text.substr(tokens_[token].end).starts_with(')');
        if (closes && is_made_of(text_.word(token), finding))
            forms_.push_back({tokens_[token].hash, finding.entity, ShortForm::acronym, token});
    }

    /// Whether an acronym begins like the name and all its letters stand in it in their order.
    [[nodiscard]] bool is_made_of(std::string_view acronym, const Finding& finding) const {
        const std::string letters = folded(acronym);
        const std::string name =
            folded(slice(text_.text, {tokens_[finding.first].begin, tokens_[finding.last - 1].end}));
        std::size_t at = 0;
        for (const char letter : letters) {
            at = name.find(letter, at);
            if (at == std::string::npos) return false;
            ++at;
        }
        return true;
    }

    void shorten(const Finding& finding) {
        const std::uint32_t words = finding.last - finding.first;
        if (finding.rule == Rule::shorter_form && words == 1)
            forms_.push_back({tokens_[finding.first].hash, finding.entity, ShortForm::head, finding.last});
        if (words < 2) return;
        if (words >= 3) add_initials(finding);
        const std::uint64_t last = tokens_[finding.last - 1].hash;
        const std::uint64_t head = tokens_[head_of(finding)].hash;
        static const std::uint64_t administration = hash_of("administration");  // the president's, unless said in full
        if (english::is_body(head) && head != administration)
            forms_.push_back({head, finding.entity, ShortForm::body, finding.last});
        if (words == 2 && english::is_legal_form(last) && !text_.language->is_common(tokens_[finding.first].hash))
            forms_.push_back({tokens_[finding.first].hash, finding.entity, ShortForm::head, finding.last});
    }

    /// "Court" of "International Court of Justice", or the last word.
    [[nodiscard]] std::uint32_t head_of(const Finding& finding) const {
        static const std::uint64_t of = hash_of("of");
        for (std::uint32_t token = finding.first + 1; token < finding.last; ++token)
            if (tokens_[token].hash == of) return token - 1;
        return finding.last - 1;
    }

    void add_initials(const Finding& finding) {
        std::string initials;
        for (std::uint32_t token = finding.first; token < finding.last; ++token)
            if (tokens_[token].is(Token::capital)) initials += folded(text_.word(token)).substr(0, 1);
        if (initials.size() >= 3) forms_.push_back({hash_of(initials), finding.entity, ShortForm::initials, 0});
    }

    void visit(std::uint32_t token) {
        if (findings_.covering[token] != Findings::uncovered && !findings_.at(token)->open) return;
        if (findings_.at(token) != nullptr && findings_.at(token)->last - findings_.at(token)->first > 1) return;
        const auto rows =
            std::equal_range(forms_.begin(), forms_.end(), ShortForm{tokens_[token].hash, 0, ShortForm::body, 0},
                             [](const ShortForm& a, const ShortForm& b) { return a.word < b.word; });
        const ShortForm* only = nullptr;
        for (auto row = rows.first; row != rows.second; ++row) {
            const auto refuse = [&](std::string_view why) {
                findings_.remark(Remark::Kind::refusal, token, token + 1, why, full_name_of(row->entity), row->entity);
            };
            if (row->from > token) {
                refuse("a short form holds behind the full name only");
                continue;
            }
            if (!fits(token, *row)) {
                refuse("it is not printed as a short form of the full name");
                continue;
            }
            if (only != nullptr && only->entity != row->entity)  // two of them: abstain
                return refuse("several organizations of the article are shortened like this");
            only = &*row;
        }
        if (only == nullptr) return;
        Finding finding;
        finding.first = token;
        finding.last = token + 1;
        const bool acronym = only->kind == ShortForm::acronym || only->kind == ShortForm::initials;
        const Rule rule = only->kind == ShortForm::acronym ? Rule::introduced_acronym
                          : acronym                        ? Rule::initials_of_named_organization
                                                           : Rule::short_name_of_named_organization;
        if (!findings_.rules.holds(rule)) return;
        finding.decide(only->entity, acronym ? MentionKind::acronym : MentionKind::alias, rule);
        findings_.remark(Remark::Kind::ground, token, token + 1, "the article says the full name",
                         full_name_of(only->entity), only->entity);
        findings_.add(std::move(finding));
    }

    /// Where it first stands; empty when nobody asks.
    [[nodiscard]] Span full_name_of(std::uint32_t entity) const {
        if (findings_.trace == nullptr) return {};
        const auto row = std::find_if(findings_.rows.begin(), findings_.rows.end(), [&](const Finding& finding) {
            return Findings::counts(finding) && finding.entity == entity && finding.last - finding.first > 1;
        });
        return row == findings_.rows.end() ? Span{} : findings_.span_of(row->first, row->last);
    }

    [[nodiscard]] bool fits(std::uint32_t token, const ShortForm& form) const {
        const Token& word = tokens_[token];
        if (!word.begins_word() || word.is(Token::url)) return false;
        switch (form.kind) {
            case ShortForm::acronym:
            case ShortForm::initials:
                return word.is(Token::capitals) && text_.casing_at(token) != Casing::capitals && !has_legal_form(token);
            case ShortForm::body: return is_the_body(token);
            case ShortForm::head:
                return word.is(Token::capital) && !in_longer_name(token) && text_.casing_at(token) != Casing::capitals;
        }
        return false;
    }

    /// "FMC Corp": a company of its own.
    [[nodiscard]] bool has_legal_form(std::uint32_t token) const {
        return text_.adjoins(token + 1) && english::is_legal_form(tokens_[token + 1].hash);
    }

    /// "the Commission", in the middle of a sentence or at its start, where the sentence has small letters.
    [[nodiscard]] bool is_the_body(std::uint32_t token) const {
        static const std::uint64_t article = hash_of("the");
        return text_.language->is_english() && token > 0 && tokens_[token].is(Token::capital) && text_.adjoins(token)
               && tokens_[token - 1].hash == article && text_.casing_at(token) == Casing::sentence
               && !in_longer_name(token) && !has_own_field(token);
    }

    /// "the University of Colorado", "the Committee on Energy": a body of its own, whatever the article named before.
    [[nodiscard]] bool has_own_field(std::uint32_t token) const {
        static const WordSet prepositions{"of for on"};
        if (!text_.adjoins(token + 1) || !text_.adjoins(token + 2)) return false;
        const std::uint32_t field = token + (text_.language->is_article(tokens_[token + 2].hash) ? 3 : 2);
        return prepositions.holds(tokens_[token + 1].hash) && text_.adjoins(field) && tokens_[field].is(Token::capital)
               && !text_.language->is_calendar_word(tokens_[field].hash);
    }

    [[nodiscard]] bool in_longer_name(std::uint32_t token) const {
        const bool after = text_.adjoins(token + 1) && tokens_[token + 1].is(Token::capital)
                           && !tokens_[token + 1].is(Token::possessive)
                           && findings_.covering[token + 1] == Findings::uncovered;
        const bool before = token > 0 && text_.adjoins(token) && tokens_[token - 1].is(Token::capital)
                            && !tokens_[token - 1].is(Token::possessive)
                            && !text_.language->is_common(tokens_[token - 1].hash);
        return text_.casing_at(token) == Casing::sentence && (after || before);
    }

    Findings& findings_;
    const ReadText& text_;
    std::span<const Token> tokens_;
    std::vector<ShortForm> forms_;
};

}  // namespace

void tie_organization_names(Findings& findings) { Tying(findings).run(); }

}  // namespace entente
