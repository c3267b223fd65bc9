// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/pipeline.hpp>
#include "run.hpp"

#include <functional>

namespace entente::cli {

/// The first half of `build` and all of `tag`: reads the gazetteer and the articles that the settings name and hands
/// each tagged article to `sink`, in the order of the inputs. A `sink` that refuses an article returns false, which
/// counts it as skipped.
///
/// Errors: throws Error when the gazetteer is faulty or no article could be read.
void tag_all(const Settings& settings, Run& run, const std::function<bool(TaggedArticle&&)>& sink);

}  // namespace entente::cli
