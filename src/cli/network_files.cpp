// SPDX-License-Identifier: Apache-2.0
#include "network_files.hpp"

#include <entente/graph/layout.hpp>
#include <entente/graph/structure.hpp>

namespace entente::cli {
namespace {

const Format& format_asked_for(const std::string& path) {
    if (path == "-") {
        throw UsageError("a network is not written to standard output", "name a file, such as -o network.gexf");
    }
    try {
        return format_of(path);
    } catch (const Error& error) {
        throw UsageError(error.diagnostic());
    }
}

Network network_of(const Corpus& corpus, const Settings& settings, Run& run) {
    auto network = run.stage("count", [&] { return corpus.count(); });
    network.title = settings.title;
    run.stats.gazetteer = network.gazetteer;
    measure(network);
    const auto fault = run.stage("layout", [&] { return lay_out(network, settings.layout_time); });
    if (!fault.empty()) {
        run.warn({.severity = Severity::warning, .message = fault, .code = "layout"});
    }
    return network;
}

void note_copies(const Corpus& corpus, Stats& stats) {
    constexpr std::size_t most_listed = 1000;
    for (const auto& story : corpus.copied_stories()) {
        if (stats.stories.size() == most_listed) {
            return;
        }
        stats.stories.push_back(
            {std::string(story.article), reason_of(story.reason), {story.copies.begin(), story.copies.end()}});
    }
}

std::string summary_of(const Network& network, const Stats& stats) {
    const auto stories =
        network.stories < network.articles ? " of " + counted(network.stories, "story") : std::string();
    auto text = counted(network.articles, "article") + stories + ", " + counted(network.nodes.size(), "entity") + ", "
                + counted(network.edges.size(), "edge");
    for (const auto& [name, count] : stats.counts) {
        if (name == "skipped" && count > 0) {
            text += "; " + grouped(count) + " skipped";
        }
    }
    return text;
}

}  // namespace

std::vector<NetworkFile> open_network_files(const Settings& settings, Run& run) {
    if (settings.outputs.empty()) {
        throw UsageError("no output file was named", "say where to write: -o network.gexf");
    }
    std::vector<NetworkFile> files;
    for (const auto& path : settings.outputs) {
        files.push_back({.format = &format_asked_for(path)});
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i].output = &run.files.add(settings.outputs[i]);
    }
    return files;
}

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

Exit write_network(const Corpus& corpus, const Settings& settings, const std::vector<NetworkFile>& files, Run& run) {
    const auto network = network_of(corpus, settings, run);
    if (network.nodes.empty()) {
        run.warn({.severity = Severity::warning,
                  .message = "nobody is named in these articles: the network is empty",
                  .code = "empty-network"});
    }
    run.stats.counts.emplace_back("stories", network.stories);
    run.stats.counts.emplace_back("nodes", network.nodes.size());
    run.stats.counts.emplace_back("edges", network.edges.size());
    note_copies(corpus, run.stats);
    run.stage("write", [&] {
        for (const auto& file : files) {
            run.progress("writing " + std::string(file.format->name));
            file.format->write(network, *file.output);
            stop_if_interrupted();
        }
    });
    return run.finish(summary_of(network, run.stats));
}

}  // namespace entente::cli
