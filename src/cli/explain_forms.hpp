// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/output.hpp>
#include "run.hpp"
#include "settings.hpp"
#include "tagging.hpp"

/// What each form of `entente explain` prints.
namespace entente::cli {

/// What a form needs.
struct Question {
    const Settings& settings;
    const Tagging& tagging;
    Run& run;
    Output& output;
};

/// `--mention`: why the words are who they are.
/// Errors: throws Error when no mention has these words.
void explain_mention(const Question& question);

/// `--miss`: why the words are nobody, or why they make no edge.
void explain_miss(const Question& question);

/// `--show-zones`: each page with the zones of its parts.
void explain_zones(const Question& question);

/// `--node`: all mentions of an entity, and which of them count.
/// Errors: throws UsageError when the gazetteer does not know it.
void explain_node(const Question& question);

/// `--edge`: the articles that name both where it counts, or why there are none.
/// Errors: throws UsageError when the gazetteer does not know one of them.
void explain_edge(const Question& question);

}  // namespace entente::cli
