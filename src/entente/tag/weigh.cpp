// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/weigh.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <entente/tag/offices.hpp>

namespace entente {
namespace {

constexpr int margin = 2;

/// The points of one owner of a name, which say what they are given for if somebody asks.
class Balance {
public:
    Balance(const Findings& findings, const Finding& finding, std::uint32_t entity)
        : findings_(findings), finding_(finding), entity_(entity) {}

    void add(int points, std::string_view why, Span quoted = {}) {
        sum_ += points;
        findings_.remark(Remark::Kind::weight, finding_.first, finding_.last, why, quoted, entity_, points);
    }
    [[nodiscard]] int sum() const {
        findings_.remark(Remark::Kind::total, finding_.first, finding_.last, {}, {}, entity_, sum_);
        return sum_;
    }

private:
    const Findings& findings_;
    const Finding& finding_;
    std::uint32_t entity_;
    int sum_ = 0;
};

}  // namespace

/// The capital words of an article by their hash, so that a phrase is looked up and not searched for.
class Weigher::CapitalWords {
public:
    explicit CapitalWords(const std::vector<Token>& tokens) : tokens_(tokens) {}

    /// Where the phrase first stands in `part` of the article; empty when nowhere.
    /// Complexity: O(log words + places of the first word).
    [[nodiscard]] Span place_of(std::span<const std::uint64_t> phrase, std::span<const Token> part) {
        if (phrase.empty()) return {};
        if (words_.empty()) sort_words();
        const auto begin = static_cast<std::size_t>(part.data() - tokens_.data());
        const auto end = begin + part.size();
        auto row = std::lower_bound(words_.begin(), words_.end(), std::pair{phrase.front(), begin});
        for (; row != words_.end() && row->first == phrase.front(); ++row) {
            const std::size_t at = row->second;
            if (at + phrase.size() > end) return {};
            std::size_t length = 1;
            while (length < phrase.size() && tokens_[at + length].hash == phrase[length]) ++length;
            if (length == phrase.size()) return {tokens_[at].begin, tokens_[at + length - 1].end};
        }
        return {};
    }

private:
    /// Most articles have nothing to look up.
    void sort_words() {
        for (std::size_t at = 0; at < tokens_.size(); ++at)
            if (tokens_[at].is(Token::capital)) words_.emplace_back(tokens_[at].hash, at);
        std::sort(words_.begin(), words_.end());
    }

    const std::vector<Token>& tokens_;
    std::vector<std::pair<std::uint64_t, std::size_t>> words_;
};

/// Where entities are named in a way that only they own.
class Weigher::NamedAlone {
public:
    explicit NamedAlone(const Findings& findings) : findings_(findings) {
        for (std::uint32_t row = 0; row < findings.rows.size(); ++row) {
            const Finding& finding = findings.rows[row];
            if (Findings::counts(finding)) rows_.emplace_back(finding.entity, row);
        }
        std::ranges::sort(rows_);
    }

    /// The first place; empty when nowhere. Complexity: O(log names).
    [[nodiscard]] Span place_of(std::uint32_t entity) const {
        const auto row = std::ranges::lower_bound(rows_, std::pair(entity, std::uint32_t{0}));
        if (row == rows_.end() || row->first != entity) return {};
        return findings_.span_of(findings_.rows[row->second].first, findings_.rows[row->second].last);
    }

private:
    const Findings& findings_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_;  ///< entity and row of the findings
};

namespace {

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
           && findings.entity(other->owners.front().entity).type() == EntityType::organization;
}

}  // namespace

void Weigher::weigh(Findings& findings) const {
    const auto is_open = [](const Finding& finding) { return finding.open && !finding.owners.empty(); };
    if (std::none_of(findings.rows.begin(), findings.rows.end(), is_open)) return;
    CapitalWords capitals(findings.text->tokens());
    const NamedAlone alone(findings);
    for (Finding& finding : findings.rows) {
        if (!is_open(finding)) continue;
        std::vector<std::pair<int, const NameForm*>> rivals;
        for (const NameForm& form : finding.owners) {
            const bool listed = std::any_of(rivals.begin(), rivals.end(),
                                            [&](const auto& row) { return row.second->entity == form.entity; });
            if (!listed && !form.bare && form.kind != AliasKind::capital)
                rivals.emplace_back(points(findings, capitals, alone, finding, form), &form);
        }
        if (rivals.empty()) continue;
        std::stable_sort(rivals.begin(), rivals.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const NameForm& best = *rivals.front().second;
        if (finding.support && rivals.front().first < *finding.support && !stands_in_list(findings, finding)) {
            if (findings.trace != nullptr)
                findings.remark(Remark::Kind::refusal, finding.first, finding.last,
                                "it needs " + std::to_string(*finding.support) + " points", {}, best.entity);
            continue;
        }
        const bool enough = finding.support || rivals.front().first > 0;
        const bool wins = enough && (rivals.size() == 1 || rivals[0].first - rivals[1].first >= margin);
        if (wins) {
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

int Weigher::points(const Findings& findings, CapitalWords& capitals, const NamedAlone& alone, const Finding& finding,
                    const NameForm& form) const {
    const auto entity = findings.entity(form.entity);
    const EntityType type = entity.type();
    const auto& tokens = findings.text->tokens();
    Balance balance(findings, finding, form.entity);
    if (form.kind == AliasKind::name) balance.add(1, "it is the preferred name");
    if (type == EntityType::country && form.kind != AliasKind::acronym) balance.add(2, "it names a country");
    if (const Span place = alone.place_of(form.entity); place.size() > 0)
        balance.add(6, "the article names it in a way that only it owns", place);
    if (const auto country = entity.country().empty() ? std::nullopt : homes_.of(form.entity))
        if (const Span place = alone.place_of(*country); place.size() > 0)
            balance.add(2, "the article names its country", place);
    if (type == EntityType::person && finding.first > 0 && findings.text->adjoins(finding.first)
        && findings.text->is_title(finding.first - 1))
        balance.add(4, "a title stands before it", tokens[finding.first - 1].span());
    if (Offices::in_office(findings, form.entity)) balance.add(3, "in office on the day of the article");
    if (is_before_their_time(findings, form.entity)) balance.add(-4, "all its offices begin later");
    for (const auto part : {std::span<const Token>(tokens), findings.text->sentence_around(finding.first)}) {
        const auto weigh_company = [&](PhraseRow::Side side, int most, int points, std::string_view why) {
            for (const PhraseRow& phrase : phrases_.company(form.entity)) {
                if (phrase.side != side || most == 0) continue;
                const Span place = capitals.place_of(phrases_.words(phrase), part);
                if (place.size() == 0) continue;
                balance.add(points, why, place);
                --most;
            }
        };
        weigh_company(PhraseRow::near, 3, 3, "near, says the gazetteer");
        weigh_company(PhraseRow::not_near, 2, -4, "not_near, says the gazetteer");
    }
    return balance.sum();
}

}  // namespace entente
