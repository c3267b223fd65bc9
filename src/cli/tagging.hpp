// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/article/furniture.hpp>
#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/pipeline.hpp>
#include "run.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace entente::cli {

/// The names, the words of languages around them, and how the pages of the assumed language word what is not their story.
struct Words {
    Image names;
    std::vector<Language> languages;
    Furniture furniture;
};

/// As many as were asked for, or as there are cores.
[[nodiscard]] unsigned threads_for(const Settings& settings);

/// The first half of `build`, all of `tag`, and what `explain` looks at.
class Tagging {
public:
    /// Finds the inputs and reads the gazetteer that the settings name.
    /// Errors: throws Error when one of them cannot be used.
    Tagging(const Settings& settings, Run& run);

    /// The entities with all that is said of them, which tagging alone does not need.
    [[nodiscard]] const Gazetteer& gazetteer() const;
    [[nodiscard]] const std::vector<Language>& languages() const { return words_.languages; }
    [[nodiscard]] const Tagger& tagger() const { return tagger_; }

    /// Hands each tagged article to `sink`, in the order of the inputs. A `sink` that refuses one returns false, which
    /// counts it as skipped.
    /// Errors: throws Error when no article could be read.
    void tag_all(const std::function<bool(TaggedArticle&&, const Article&)>& sink) const;
    /// The same for who wants no more than the rows of `tag`, as `print` writes them: see print_articles().
    void write_rows(const RowPrinter& print, const RowSink& sink) const;

private:
    using Tag = std::function<TagReport(const TagOptions&, const TagProgress&)>;

    /// `refused`: how many articles the sink of `tag` refused.
    void run_over_inputs(const Tag& tag, const std::uint64_t& refused) const;

    const Settings& settings_;
    Run& run_;
    std::vector<Input> inputs_;
    Words words_;
    Tagger tagger_;
    mutable std::optional<Gazetteer> gazetteer_;  ///< read when it is asked for
};

}  // namespace entente::cli
