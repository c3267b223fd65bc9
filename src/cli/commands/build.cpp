// SPDX-License-Identifier: Apache-2.0
#include "../network_files.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

namespace entente::cli {

Exit build(const Settings& settings) {
    Run run("build", settings);
    const auto files = open_network_files(settings, run);
    auto corpus = corpus_for(settings);
    Tagging(settings, run).tag_all([&](TaggedArticle&& article, const Article&) {
        return collect(article, corpus, run);
    });
    return write_network(corpus, settings, files, run);
}

}  // namespace entente::cli
