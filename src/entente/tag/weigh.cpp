// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/weigh.hpp>

#include <algorithm>

#include <entente/tag/offices.hpp>

namespace entente {
namespace {

constexpr int margin = 2;
constexpr int support = 5;  // points that a doubtful name needs

bool holds(std::span<const Token> tokens, const std::vector<std::uint64_t>& phrase) {
    if (phrase.empty()) return false;
    for (std::size_t at = 0; at + phrase.size() <= tokens.size(); ++at) {
        if (tokens[at].hash != phrase.front() || !tokens[at].is(Token::capital)) continue;
        std::size_t length = 1;
        while (length < phrase.size() && tokens[at + length].hash == phrase[length]) ++length;
        if (length == phrase.size()) return true;
    }
    return false;
}

int count_held(std::span<const Token> tokens, const std::vector<std::vector<std::uint64_t>>& phrases, int most) {
    int held = 0;
    for (const auto& phrase : phrases)
        if (held < most && holds(tokens, phrase)) ++held;
    return held;
}

/// "Amazon, Apple and Microsoft": a company among companies.
bool stands_in_list(const Findings& findings, const Finding& finding) {
    const auto& tokens = findings.text->tokens();
    std::uint32_t next = finding.last;
    if (next + 1 >= tokens.size() || tokens[next].gap >= Gap::sentence) return false;
    const bool comma = tokens[next].gap == Gap::comma;
    const bool joined = findings.text->language->is_conjunction(tokens[next].hash);
    if (joined) ++next;
    const Finding* other = comma || joined ? findings.at(next) : nullptr;
    return other != nullptr && !other->owners.empty()
           && findings.entity(other->owners.front().entity).type == EntityType::organization;
}

bool is_named_alone(const Findings& findings, std::uint32_t entity) {
    return std::any_of(findings.rows.begin(), findings.rows.end(), [&](const Finding& finding) {
        return Findings::counts(finding) && finding.entity == entity && finding.rule != Rule::weighed_evidence;
    });
}

}  // namespace

Weigher::Weigher(const Gazetteer& gazetteer) {
    TokenizedText text;
    const auto hashes = [&](const std::string& name) {
        tokenize(name, text);
        Phrase phrase;
        for (const Token& token : text.tokens) phrase.push_back(token.hash);
        return phrase;
    };
    const auto& entities = gazetteer.entities();
    for (std::uint32_t number = 0; number < entities.size(); ++number) {
        const Entity& entity = entities[number];
        if (!entity.country.empty())
            if (const auto country = gazetteer.find(entity.country)) country_.emplace(number, *country);
        Company company;
        const auto take = [&](const Evidence& evidence) {
            for (const std::string& name : evidence.near) company.near.push_back(hashes(name));
            for (const std::string& name : evidence.not_near) company.not_near.push_back(hashes(name));
        };
        take(entity.evidence);
        for (const Alias& alias : entity.aliases) take(alias.evidence);
        if (!company.near.empty() || !company.not_near.empty()) company_.emplace(number, std::move(company));
    }
}

void Weigher::weigh(Findings& findings) const {
    for (Finding& finding : findings.rows) {
        if (!finding.open || finding.owners.empty()) continue;
        std::vector<std::pair<int, const NameForm*>> rivals;
        for (const NameForm& form : finding.owners) {
            const bool listed = std::any_of(rivals.begin(), rivals.end(),
                                            [&](const auto& row) { return row.second->entity == form.entity; });
            if (!listed && !form.bare && form.kind != AliasKind::capital)
                rivals.emplace_back(points(findings, finding, form), &form);
        }
        if (rivals.empty()) continue;
        std::stable_sort(rivals.begin(), rivals.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const NameForm& best = *rivals.front().second;
        if (finding.doubtful && rivals.front().first < support && !stands_in_list(findings, finding)) continue;
        if (rivals.front().first > 0 && (rivals.size() == 1 || rivals[0].first - rivals[1].first >= margin)) {
            if (findings.rules.holds(Rule::weighed_evidence))
                finding.decide(best.entity, kind_of(findings, finding, best), Rule::weighed_evidence);
            continue;
        }
        if (!findings.rules.holds(Rule::too_close_to_call)) continue;
        finding.open = false;
        finding.rule = Rule::too_close_to_call;
        finding.kind = kind_of(findings, finding, best);
        int total = 0;
        for (const auto& [score, form] : rivals) total += std::max(score, 1);
        for (const auto& [score, form] : rivals)
            finding.candidates.push_back({form->entity, static_cast<std::uint32_t>(std::max(score, 1) * 100 / total)});
    }
}

int Weigher::points(const Findings& findings, const Finding& finding, const NameForm& form) const {
    const Entity& entity = findings.entity(form.entity);
    const auto& tokens = findings.text->tokens();
    int points = form.kind == AliasKind::name ? 1 : 0;
    if (entity.type == EntityType::country && form.kind != AliasKind::acronym) points += 2;
    if (is_named_alone(findings, form.entity)) points += 6;
    const auto country = country_.find(form.entity);
    if (country != country_.end() && is_named_alone(findings, country->second)) points += 2;
    if (entity.type == EntityType::person && finding.first > 0 && findings.text->adjoins(finding.first)
        && findings.text->is_title(finding.first - 1))
        points += 4;
    if (Offices::in_office(findings, form.entity)) points += 3;
    if (is_before_their_time(findings, form.entity)) points -= 4;
    return points + company_points(tokens, form.entity)
           + company_points(findings.text->sentence_around(finding.first), form.entity);
}

int Weigher::company_points(std::span<const Token> words, std::uint32_t entity) const {
    const auto row = company_.find(entity);
    if (row == company_.end()) return 0;
    return 3 * count_held(words, row->second.near, 3) - 4 * count_held(words, row->second.not_near, 2);
}

}  // namespace entente
