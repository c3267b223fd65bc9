// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/institutions.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <entente/tag/english.hpp>
#include <entente/tag/word_set.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

class Reading {
public:
    Reading(const HomeCountries& homes, Findings& findings)
        : homes_(homes), findings_(findings), text_(*findings.text), tokens_(text_.tokens()) {}

    void run() {
        for (std::size_t row = 0; row < findings_.rows.size(); ++row) {
            const Finding& finding = findings_.rows[row];
            if (!finding.nested && !finding.inside_longer && is_institution(finding)) settle(row);
        }
    }

private:
    [[nodiscard]] bool is_institution(const Finding& finding) const {
        if (finding.owners.empty() || finding.owners.front().exact_case) return false;
        for (std::uint32_t token = finding.first; token < finding.last; ++token)
            if (!english::is_institution_word(tokens_[token].hash)) return false;
        return std::all_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
            return findings_.entity(form.entity).type() == EntityType::organization;
        });
    }

    [[nodiscard]] std::uint32_t country_of_owner(std::uint32_t entity) const {
        return homes_.of(entity).value_or(undecided);
    }

    void settle(std::size_t row) {
        const Finding& finding = findings_.rows[row];
        if (std::all_of(finding.owners.begin(), finding.owners.end(), [&](const NameForm& form) {
                return form.derived && country_of_owner(form.entity) == undecided;
            }))
            return take_back(findings_.rows[row]);
        if (is_of_state(finding)) return take_back(findings_.rows[row]);
        const bool one_owner = !finding.open && finding.entity != undecided;
        if (one_owner && country_of_owner(finding.entity) == undecided) return;
        if (has_own_field(finding)) return take_back(findings_.rows[row]);
        if (const auto beside = country_beside(finding)) return settle_by(row, beside->country, beside);
        if (belongs_elsewhere(finding)) return take_back(findings_.rows[row]);
        count_countries();
        if (counts_.empty() && !finding.open) return;
        const auto top = most_named();
        const bool told = finding.last - finding.first > 1;
        if (one_owner && told && is_named(country_of_owner(finding.entity))) return;
        if (top) return settle_by(row, *top, std::nullopt);
        if (one_owner) take_back(findings_.rows[row]);
    }

    struct Beside {
        std::uint32_t country;
        std::uint32_t first;  ///< token where the longer name begins
        bool part_of_name;    ///< "Russian Foreign Ministry", but not "Russia's"
    };

    /// Of the owners the one of this country, or nobody that the gazetteer knows.
    void settle_by(std::size_t row, std::uint32_t country, const std::optional<Beside>& beside) {
        const NameForm* chosen = nullptr;
        for (const NameForm& form : findings_.rows[row].owners) {
            if (country_of_owner(form.entity) != country) continue;
            if (chosen != nullptr && chosen->entity != form.entity) return;  // two of them: the evidence decides
            chosen = &form;
        }
        if (chosen == nullptr) {
            if (beside && beside->part_of_name) findings_.rows[findings_.covering[beside->first]].inside_longer = true;
            return take_back(findings_.rows[row]);
        }
        Finding& finding = findings_.rows[row];
        const NameForm form = *chosen;
        if (beside && beside->part_of_name) {
            findings_.rows[findings_.covering[beside->first]].nested = true;
            finding.first = beside->first;
            for (std::uint32_t token = finding.first; token < finding.last; ++token)
                findings_.covering[token] = static_cast<std::uint32_t>(row);
        }
        finding.decide(form.entity, kind_of(findings_, finding, form), Rule::institution_of_country);
    }

    /// "Texas Supreme Court", "Islamic Workers Party", "Congress of Vienna": a name beside it that is no country.
    bool belongs_elsewhere(const Finding& finding) {
        static const std::uint64_t of = hash_of("of");
        if (name_behind(finding) != nullptr && tokens_[finding.last].hash == of) return true;
        if (finding.first == 0 || !text_.adjoins(finding.first)) return false;
        if (is_of_region(finding.first)) return true;
        const Token& before = tokens_[finding.first - 1];
        if (!before.is(Token::capital) || before.is(Token::possessive) || before.gap >= Gap::sentence
            || text_.casing_at(finding.first) != Casing::sentence)
            return false;
        if (text_.is_title(finding.first - 1) || text_.language->is_calendar_word(before.hash)) return false;
        const std::uint32_t cover = findings_.covering[finding.first - 1];
        if (cover != Findings::uncovered) findings_.rows[cover].inside_longer = true;
        return true;
    }

    /// "American Congress of Obstetricians", "Supreme Court of Appeal": a capital word that names nothing listed.
    [[nodiscard]] bool has_own_field(const Finding& finding) const {
        static const std::uint64_t of = hash_of("of");
        const std::uint32_t field = finding.last + 1;
        return text_.adjoins(finding.last) && text_.adjoins(field) && tokens_[finding.last].hash == of
               && tokens_[field].is(Token::capital) && !tokens_[field].is(Token::digits)
               && findings_.at(field) == nullptr && !text_.language->is_calendar_word(tokens_[field].hash)
               && text_.casing_at(finding.first) == Casing::sentence;
    }

    /// "the state Senate", "the province's Supreme Court", but not "the state Republican Party"
    [[nodiscard]] bool is_of_state(const Finding& finding) const {
        static const WordSet parts{"state provincial province regional county municipal city"};
        static const std::uint64_t party = hash_of("party");
        if (finding.first == 0 || tokens_[finding.first].gap != Gap::space) return false;
        if (tokens_[finding.last - 1].hash == party) return false;
        std::uint32_t before = finding.first - 1;
        if (before > 0 && tokens_[before].is(Token::possessive)) --before;
        return !tokens_[before].is(Token::capital) && parts.holds(tokens_[before].hash);
    }

    /// "Georgia's Department of Agriculture": a place that is no capital has its own.
    [[nodiscard]] bool is_of_region(std::uint32_t institution) const {
        if (institution < 2 || !tokens_[institution - 1].is(Token::possessive)) return false;
        const Finding* owner = findings_.at(institution - 2);
        if (owner == nullptr || owner->rule == Rule::capital_as_place || owner->rule == Rule::capital_as_government)
            return false;
        return std::any_of(owner->owners.begin(), owner->owners.end(), [&](const NameForm& form) {
            return findings_.entity(form.entity).type() == EntityType::place;
        });
    }

    /// Somebody else's institution.
    static void take_back(Finding& finding) {
        finding.open = true;
        finding.owners = {};
        finding.entity = undecided;
    }

    /// The name in "of Vienna", "in the United States".
    [[nodiscard]] const Finding* name_behind(const Finding& finding) const {
        static const std::uint64_t of = hash_of("of");
        static const std::uint64_t in = hash_of("in");
        static const std::uint64_t article = hash_of("the");
        std::uint32_t next = finding.last;
        if (!text_.adjoins(next) || (tokens_[next].hash != of && tokens_[next].hash != in)) return nullptr;
        ++next;
        if (text_.adjoins(next) && tokens_[next].hash == article) ++next;
        return text_.adjoins(next) ? findings_.at(next) : nullptr;
    }

    [[nodiscard]] std::optional<Beside> country_beside(const Finding& finding) const {
        if (finding.first > 0 && text_.adjoins(finding.first)) {
            const bool owned = tokens_[finding.first - 1].is(Token::possessive) && finding.first > 1;
            const Finding* before = findings_.at(finding.first - (owned ? 2 : 1));
            if (const auto country = country_of(before)) return Beside{*country, before->first, !owned};
        }
        if (const auto country = country_of(name_behind(finding))) return Beside{*country, finding.first, false};
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint32_t> country_of(const Finding* finding) const {
        if (finding == nullptr || finding->open || finding->entity == undecided) return std::nullopt;
        if (findings_.entity(finding->entity).type() != EntityType::country) return std::nullopt;
        return finding->entity;
    }

    void count_countries() {
        if (counted_) return;
        counted_ = true;
        for (const Finding& finding : findings_.rows) {
            if (!Findings::counts(finding) || is_institution(finding)) continue;
            const std::uint32_t country = findings_.entity(finding.entity).type() == EntityType::country
                                              ? finding.entity
                                              : country_of_owner(finding.entity);
            if (country == undecided) continue;
            const auto known =
                std::find_if(counts_.begin(), counts_.end(), [&](const auto& row) { return row.first == country; });
            if (known == counts_.end())
                counts_.emplace_back(country, 1);
            else
                ++known->second;
        }
    }

    [[nodiscard]] bool is_named(std::uint32_t country) const {
        return std::any_of(counts_.begin(), counts_.end(), [&](const auto& count) { return count.first == country; });
    }

    [[nodiscard]] std::optional<std::uint32_t> most_named() const {
        const auto most = std::max_element(counts_.begin(), counts_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == counts_.end()) return std::nullopt;
        const bool tie = std::any_of(counts_.begin(), counts_.end(), [&](const auto& count) {
            return count.first != most->first && count.second == most->second;
        });
        return tie ? std::nullopt : std::optional(most->first);
    }

    const HomeCountries& homes_;
    Findings& findings_;
    const ReadText& text_;
    const std::vector<Token>& tokens_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        counts_;  ///< country and how often the article names it or its people
    bool counted_ = false;
};

}  // namespace

void Institutions::read(Findings& findings) const {
    if (findings.rules.holds(Rule::institution_of_country) && findings.text->language->is_english())
        Reading(homes_, findings).run();
}

}  // namespace entente
