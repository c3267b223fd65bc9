// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/unlisted_persons.hpp>

#include <algorithm>
#include <vector>

#include <entente/tag/bearers.hpp>

namespace entente {
namespace {

class Yielding {
public:
    explicit Yielding(Findings& findings) : findings_(findings), text_(*findings.text) {}

    void run() {
        for (const Finding& finding : findings_.rows)
            if (finding.of_unlisted_person) bearers_.push_back(finding.first);
        if (bearers_.empty()) return;
        std::vector<Finding*> taken;
        for (Finding& finding : findings_.rows)
            if (may_yield(finding) && !is_named_elsewhere(finding)) taken.push_back(&finding);
        for (Finding* finding : taken) {
            findings_.remark(Remark::Kind::refusal, finding->first, finding->last,
                             "the article gives it as the surname of somebody whom the gazetteer does not list", {},
                             finding->entity);
            finding->open = true;
            finding->owners = {};
            finding->entity = undecided;
        }
    }

private:
    [[nodiscard]] std::uint64_t word(const Finding& finding) const { return text_.tokens()[finding.first].hash; }

    [[nodiscard]] bool may_yield(const Finding& finding) const {
        if (!Findings::counts(finding) || finding.last - finding.first > 1) return false;
        if (!finding.owners.empty() && finding.owners.front().exact_case) return false;
        if (is_behind_article(finding)) return false;  // "a French journalist"
        const bool headline = findings_.zone_of(finding) == Zone::headline;
        return std::ranges::any_of(bearers_, [&](std::uint32_t surname) {
            return text_.tokens()[surname].hash == word(finding) && (headline || surname < finding.first);
        });
    }

    /// "in Washington", "the Americans", "Ford Motor", "President Putin": no doubt is left that the listed one is in the article.
    [[nodiscard]] bool is_named_elsewhere(const Finding& finding) const {
        const bool person = findings_.entity(finding.entity).type() == EntityType::person;
        return std::ranges::any_of(findings_.rows, [&](const Finding& other) {
            if (!Findings::counts(other)) return false;
            if (word(other) != word(finding) || other.last - other.first > 1)
                return other.entity == finding.entity && (!person || other.last - other.first > 1);
            return person ? is_behind_office(findings_, other.first) && !is_title_of_bearer(other) : says_where(other);
        });
    }

    [[nodiscard]] bool is_behind_article(const Finding& finding) const {
        return finding.first > 0 && text_.adjoins(finding.first)
               && text_.language->is_article(text_.tokens()[finding.first - 1].hash);
    }

    [[nodiscard]] bool says_where(const Finding& finding) const {
        return finding.first > 0 && text_.adjoins(finding.first)
               && text_.language->says_where(text_.tokens()[finding.first - 1].hash);
    }

    /// "Senator Trump" of a Senator Jim Trump.
    [[nodiscard]] bool is_title_of_bearer(const Finding& finding) const {
        return std::ranges::any_of(bearers_, [&](std::uint32_t surname) {
            return surname > 1 && text_.tokens()[surname].hash == word(finding)
                   && text_.tokens()[surname - 2].hash == text_.tokens()[finding.first - 1].hash;
        });
    }

    Findings& findings_;
    const ReadText& text_;
    std::vector<std::uint32_t> bearers_;  ///< tokens of their surnames
};

}  // namespace

void yield_to_unlisted(Findings& findings) { Yielding(findings).run(); }

}  // namespace entente
