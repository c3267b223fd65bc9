// SPDX-License-Identifier: Apache-2.0
#include "../network_files.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

namespace entente::cli {
namespace {

/// One bad article never stops a run: a second one with the same id is told and left out.
bool collect(const TaggedArticle& article, Corpus& corpus, Run& run) {
    try {
        return corpus.add(article);
    } catch (const Error& error) {
        auto told = error.diagnostic();
        told.severity = Severity::warning;
        told.code = "article-id-twice";
        run.warn(told);
        return false;
    }
}

}  // namespace

Exit build(const Settings& settings) {
    Run run("build", settings);
    const auto files = open_network_files(settings, run);
    Corpus corpus(settings.count);
    tag_all(settings, run, [&](TaggedArticle&& article) { return collect(article, corpus, run); });
    return write_network(corpus, settings, files, run);
}

}  // namespace entente::cli
