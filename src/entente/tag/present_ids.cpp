// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/present_ids.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace entente {
namespace {

/// The entities of an article under their present ids.
class PresentIds {
public:
    PresentIds(std::vector<EntityLabel>& labels, const Gazetteer& gazetteer) {
        for (auto& label : labels) {
            auto& now = ids_.emplace_back();
            for (const auto number : gazetteer.meant_by(label.id)) {
                const Entity& entity = gazetteer.entities()[number];
                now.push_back(entity.id);
                if (entity.id != label.id)
                    labels_.insert_or_assign(entity.id,
                                             EntityLabel{entity.id, entity.name, entity.type, entity.country});
            }
            if (now.empty()) now.push_back(label.id);
            if (now.front() == label.id) labels_.emplace(label.id, std::move(label));
        }
        labels.clear();
        for (auto& [id, label] : labels_) {
            numbers_.emplace(id, static_cast<EntityIndex>(labels.size()));
            labels.push_back(std::move(label));
        }
    }

    void apply(Mention& mention) const {
        const bool decided = mention.entity != undecided;
        if (decided) mention.candidates.assign(1, {mention.entity, 100});
        std::map<EntityIndex, std::uint32_t> scores;
        for (const auto& [entity, score] : mention.candidates)
            for (const auto& id : ids_[entity])
                scores[numbers_.at(id)] += score / static_cast<std::uint32_t>(ids_[entity].size());
        mention.candidates.clear();
        if (decided && scores.size() == 1) {
            mention.entity = scores.begin()->first;
            return;
        }
        mention.entity = undecided;
        for (const auto& [entity, score] : scores) mention.candidates.push_back({entity, score});
        std::ranges::stable_sort(mention.candidates, std::ranges::greater{}, &Candidate::score);
    }

private:
    std::vector<std::vector<std::string>> ids_;  ///< of each entity, in the order of before
    std::map<std::string, EntityLabel> labels_;
    std::map<std::string, EntityIndex> numbers_;
};

}  // namespace

void use_present_ids(TaggedArticle& article, const Gazetteer& gazetteer) {
    const auto was_given_up = [&](const EntityLabel& label) {
        return std::ranges::binary_search(gazetteer.redirects(), label.id, {}, &Redirect::from);
    };
    if (std::ranges::none_of(article.entities, was_given_up)) return;
    const PresentIds ids(article.entities, gazetteer);
    for (auto& mention : article.mentions) ids.apply(mention);
}

}  // namespace entente
