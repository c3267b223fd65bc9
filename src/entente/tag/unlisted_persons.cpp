// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/unlisted_persons.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <entente/tag/bearers.hpp>

namespace entente {
namespace {

class Yielding {
public:
    explicit Yielding(Findings& findings) : findings_(findings), text_(*findings.text) {}

    void run() {
        collect_bearers();
        if (bearers_.empty()) return;
        std::vector<Finding*> yielding;
        for (Finding& finding : findings_.rows)
            if (may_yield(finding)) yielding.push_back(&finding);
        // Names are many in an article that is a list: whether one is named elsewhere is asked once of each name.
        const auto name = [&](const Finding* finding) { return std::pair(finding->entity, word(*finding)); };
        std::ranges::stable_sort(yielding, {}, name);
        const Finding* asked = nullptr;
        bool elsewhere = false;
        std::erase_if(yielding, [&](const Finding* finding) {
            if (asked == nullptr || name(asked) != name(finding)) elsewhere = is_named_elsewhere(*finding);
            asked = finding;
            return elsewhere;
        });
        for (Finding* finding : yielding) {
            findings_.remark(Remark::Kind::refusal, finding->first, finding->last,
                             "the article gives it as the surname of somebody whom the gazetteer does not list", {},
                             finding->entity);
            finding->open = true;
            finding->owners = {};
            finding->entity = undecided;
        }
    }

private:
    using Word = std::uint64_t;

    [[nodiscard]] Word word(const Finding& finding) const { return text_.tokens()[finding.first].hash; }

    void collect_bearers() {
        for (const Finding& finding : findings_.rows) {
            if (!finding.of_unlisted_person) continue;
            bearers_.emplace_back(word(finding), finding.first);
            if (finding.first > 1) titles_.emplace_back(word(finding), text_.tokens()[finding.first - 2].hash);
        }
        std::ranges::sort(bearers_);
        std::ranges::sort(titles_);
    }

    /// It is the surname of somebody unlisted, whom the article names before it or whom a headline speaks of.
    [[nodiscard]] bool may_yield(const Finding& finding) const {
        if (!Findings::counts(finding) || finding.last - finding.first > 1) return false;
        const auto bearer = std::ranges::lower_bound(bearers_, std::pair(word(finding), std::uint32_t{0}));
        if (bearer == bearers_.end() || bearer->first != word(finding)) return false;
        if (bearer->second > finding.first && findings_.zone_of(finding) != Zone::headline) return false;
        if (!finding.owners.empty() && finding.owners.front().exact_case) return false;
        return !is_behind_article(finding);  // "a French journalist"
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
        return std::ranges::binary_search(titles_, std::pair(word(finding), text_.tokens()[finding.first - 1].hash));
    }

    Findings& findings_;
    const ReadText& text_;
    std::vector<std::pair<Word, std::uint32_t>> bearers_;  ///< surnames, and the tokens where they stand
    std::vector<std::pair<Word, Word>> titles_;            ///< surnames, and the words before given names
};

}  // namespace

void yield_to_unlisted(Findings& findings) { Yielding(findings).run(); }

}  // namespace entente
