// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/bearers.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

/// Keeps the rows in the order of their last words.
void sort(std::vector<Borne>& borne) {
    std::stable_sort(borne.begin(), borne.end(),
                     [](const Borne& a, const Borne& b) { return a.last_word < b.last_word; });
}

/// A person who is named in full.
struct Named {
    std::uint32_t entity;
    std::uint32_t row;  ///< of findings, the first
    auto operator<=>(const Named&) const = default;
};

/// In the order in which they are named.
std::vector<Named> named_in_full(const Findings& findings) {
    std::vector<Named> named;
    named.reserve(findings.rows.size());
    for (std::uint32_t row = 0; row < findings.rows.size(); ++row) {
        const Finding& finding = findings.rows[row];
        if (!Findings::counts(finding) || finding.last - finding.first < 2) continue;
        if (findings.entity(finding.entity).type() != EntityType::person) continue;
        named.push_back({finding.entity, row});
    }
    std::ranges::sort(named);
    const auto again = std::ranges::unique(named, {}, &Named::entity);
    named.erase(again.begin(), again.end());
    std::ranges::sort(named, {}, &Named::row);
    return named;
}

void collect_bearers(const ShortNames& names, const Findings& findings, std::vector<Borne>& borne) {
    const std::vector<Named> named = named_in_full(findings);
    borne.reserve(4 * named.size());  // for most
    for (const auto [entity, row] : named)
        for (const ShortName& name : names.of(entity)) {
            borne.push_back({0, name, {entity, findings.rows[row].first}});
            names.prefetch_words(name);
        }
    for (Borne& row : borne) row.last_word = names.words(row.name).back();
}

/// "President Bush" makes George W. Bush known, when nobody of that surname is named in full.
void collect_office_holders(const ShortNames& names, const Offices& offices, const Findings& findings,
                            std::vector<Borne>& borne) {
    const ReadText& text = *findings.text;
    std::vector<Borne> held;
    for (const std::uint32_t token : text.capitals) {
        const Token& word = text.tokens()[token];
        if (!offices.may_know(word.hash)) continue;
        const auto behind = Offices::behind_title(text, token);
        if (!behind) continue;
        if (findings.covering[token] != Findings::uncovered && !findings.at(token)->open) continue;
        const auto is_borne = [&](const Borne& row) { return row.last_word == word.hash; };
        if (std::any_of(borne.begin(), borne.end(), is_borne) || std::any_of(held.begin(), held.end(), is_borne))
            continue;
        const auto holder = offices.holder(findings, token, *behind);
        if (!holder) continue;
        for (const ShortName& name : names.of(*holder))
            if (name.is_surname() && names.words(name).back() == word.hash)
                held.push_back({word.hash, name, {*holder, token, true}});
    }
    borne.insert(borne.end(), held.begin(), held.end());
}

/// "President Trump", where the article names Ivanka Trump in full and nobody of that surname behind "President".
bool has_own_title(const std::vector<Borne>& borne, const Findings& findings, const Finding& surname) {
    const auto& tokens = findings.text->tokens();
    const auto is_of_other = [&](const Finding& mention) {
        const auto rows = std::ranges::equal_range(borne, tokens[mention.last - 1].hash, {}, &Borne::last_word);
        return std::ranges::any_of(rows, [&](const Borne& row) {
            return row.name.is_surname() && row.bearer.first > 0
                   && tokens[row.bearer.first - 1].hash == tokens[mention.first - 1].hash;
        });
    };
    return std::ranges::any_of(findings.rows, [&](const Finding& mention) {
        return mention.kind == MentionKind::surname && mention.entity == surname.entity && Findings::counts(mention)
               && tokens[mention.last - 1].hash == tokens[surname.last - 1].hash
               && is_behind_office(findings, mention.first) && !is_of_other(mention);
    });
}

}  // namespace

std::optional<Bearer> only_earlier(std::uint32_t first, const std::vector<Bearer>& bearers) {
    std::optional<Bearer> found;
    for (const Bearer& bearer : bearers) {
        if (bearer.first > first) continue;
        if (found) return std::nullopt;
        found = bearer;
    }
    return found;
}

std::vector<Borne> borne_names(const ShortNames& names, const Offices& offices, const Findings& findings) {
    std::vector<Borne> borne;
    collect_bearers(names, findings, borne);
    sort(borne);
    if (!findings.rules.holds(Rule::holder_of_office)) return borne;
    collect_office_holders(names, offices, findings, borne);
    sort(borne);
    return borne;
}

std::vector<FullSurname> full_surnames(const std::vector<Borne>& borne, const Findings& findings) {
    std::vector<FullSurname> surnames;
    for (const Finding& finding : findings.rows) {
        if (finding.entity == undecided || finding.last - finding.first < 2) continue;
        const auto row = std::find_if(borne.begin(), borne.end(), [&](const Borne& name) {
            return name.bearer.entity == finding.entity && name.name.is_surname() && name.name.words() == 1;
        });
        if (row == borne.end()) continue;
        std::string word = folded(findings.text->word(finding.last - 1));
        if (std::any_of(surnames.begin(), surnames.end(), [&](const FullSurname& known) {
                return known.bearer.entity == finding.entity && known.word == word;
            }))
            continue;
        surnames.push_back({row->bearer, std::move(word)});
    }
    return surnames;
}

bool is_behind_office(const Findings& findings, std::uint32_t surname) {
    const ReadText& text = *findings.text;
    return surname > 0 && text.adjoins(surname) && text.is_title(surname - 1)
           && text.tokens()[surname - 1].is(Token::capital)
           && text.language->gender_of_title(text.tokens()[surname - 1].hash) == 0;
}

void yield_to_named(const std::vector<Borne>& borne, Findings& findings) {
    std::vector<Finding*> yielding;
    std::map<std::pair<std::uint32_t, std::uint64_t>, bool> titles;  // asked once of each surname of each person
    for (Finding& finding : findings.rows) {
        if (finding.open || finding.entity == undecided || finding.kind != MentionKind::surname) continue;
        const std::uint64_t surname = findings.text->tokens()[finding.last - 1].hash;
        bool others = false;
        bool own = false;
        for (const Borne& row : std::ranges::equal_range(borne, surname, {}, &Borne::last_word))
            if (row.name.is_surname()) (row.bearer.entity == finding.entity ? own : others) = true;
        if (!others || own) continue;
        const auto [title, is_new] = titles.try_emplace(std::pair(finding.entity, surname));
        if (is_new) title->second = has_own_title(borne, findings, finding);
        if (!title->second) yielding.push_back(&finding);
    }
    for (Finding* finding : yielding) {
        finding->open = true;
        finding->owners = {};
        finding->entity = undecided;
    }
}

}  // namespace entente
