// SPDX-License-Identifier: Apache-2.0
#include "../explain_forms.hpp"
#include "commands.hpp"

#include <unistd.h>

namespace entente::cli {
namespace {

using Form = void (*)(const Question& question);

/// The one form that was asked for.
Form form_of(const Settings& settings) {
    const struct {
        bool asked;
        Form form;
    } forms[] = {{!settings.mention.empty(), explain_mention},
                 {!settings.node.empty(), explain_node},
                 {!settings.edge.empty(), explain_edge},
                 {!settings.miss.empty(), explain_miss},
                 {settings.show_zones, explain_zones}};
    Form found = nullptr;
    for (const auto& [asked, form] : forms) {
        if (asked && found != nullptr) {
            throw UsageError("one thing is explained at a time",
                             "leave one of --mention, --node, --edge, --miss and --show-zones");
        }
        found = asked ? form : found;
    }
    if (found == nullptr) {
        throw UsageError("nothing to explain was named",
                         "give one of --mention TEXT, --node NODE, --edge NODE NODE, --miss TEXT and --show-zones");
    }
    if (!settings.edge.empty() && settings.edge.size() != 2) {
        throw UsageError("an edge has two ends", "give --edge once: --edge NODE NODE");
    }
    return found;
}

}  // namespace

Exit explain(const Settings& settings) {
    const auto form = form_of(settings);
    Run run("explain", settings);
    const Tagging tagging(settings, run);
    Output output(STDOUT_FILENO, "standard output");
    form({settings, tagging, run, output});
    output.flush();
    return run.finish(counted(run.stats.counts.front().second, "article"));
}

}  // namespace entente::cli
