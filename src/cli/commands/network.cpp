// SPDX-License-Identifier: Apache-2.0
#include "../mention_rows.hpp"
#include "../network_files.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

namespace entente::cli {
namespace {

struct Counts {
    std::uint64_t mentions = 0;
    std::uint64_t undecided = 0;
    std::uint64_t roles = 0;
    std::uint64_t skipped = 0;
};

void add_rows(const std::string& path, const Gazetteer& gazetteer, unsigned threads, Corpus& corpus, Counts& counts,
              Run& run) {
    counts.skipped += read_rows(path, gazetteer, threads, run, [&](const TaggedArticle& article) {
        if (!corpus.add(article)) {
            return;  // a shard that is read twice
        }
        counts.mentions += article.mentions.size();
        for (const auto& mention : article.mentions) {
            counts.undecided += mention.entity == undecided ? 1 : 0;
            counts.roles += mention.kind == MentionKind::role ? 1 : 0;
        }
        run.progress(counted(corpus.articles(), "article"));
    });
}

}  // namespace

Exit network(const Settings& settings) {
    Run run("network", settings);
    const auto files = open_network_files(settings, run);
    auto corpus = corpus_for(settings);
    Counts counts;
    const auto gazetteer = given_gazetteer(settings, run);
    run.stage("read", [&] {
        for (const auto& path : settings.arguments) {
            add_rows(path, gazetteer, threads_for(settings), corpus, counts, run);
        }
    });
    run.stats.counts = {{"articles", corpus.articles()},
                        {"skipped", counts.skipped},
                        {"mentions", counts.mentions},
                        {"undecided", counts.undecided}};
    if (corpus.articles() + corpus.outside_period().all() == 0) {
        throw Error("no row could be read", "give files that `entente tag` wrote");
    }
    if (settings.count.counts(MentionKind::role) && counts.roles == 0) {
        run.warn({.severity = Severity::warning,
                  .message = "no row holds an office without a name, so --kinds role=1 changes nothing",
                  .hint = "tag the articles with `entente tag --roles`",
                  .code = "no-roles"});
    }
    return write_network(corpus, settings, files, run);
}

}  // namespace entente::cli
