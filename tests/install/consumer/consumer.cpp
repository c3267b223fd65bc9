// SPDX-License-Identifier: Apache-2.0
// The shortest program that uses the whole library: one sentence in, its network out.
#include <iostream>

#include <entente/export/format.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/graph/count.hpp>
#include <entente/pipeline.hpp>
#include <entente/tag/tagger.hpp>

int main() {
    entente::Diagnostics diagnostics;
    const entente::Gazetteer gazetteer = entente::read_gazetteer({GAZETTEER}, diagnostics);
    const entente::Tagger tagger(gazetteer);

    entente::Article article;
    article.id = "talks";
    article.text = "Sergey Lavrov, the foreign minister of Russia, spoke with Antony Blinken in Jakarta.";
    entente::Corpus corpus{entente::CountOptions{}};
    corpus.add(tagger.tag(article));

    const entente::Network network = corpus.count();
    entente::Output output;
    entente::format_of("talks.json").write(network, output);
    std::cout << output.take();
    return network.edges.empty() ? 1 : 0;
}
