// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_jsonl.hpp>
#include "../network_files.hpp"
#include "commands.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace entente::cli {
namespace {

/// A file that is open for reading; `-` is standard input.
class Source {
public:
    explicit Source(const std::string& path)
        : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0) {
            throw Error("cannot read " + path + ": " + std::strerror(errno));
        }
    }
    ~Source() {
        if (descriptor_ != STDIN_FILENO) {
            ::close(descriptor_);
        }
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

struct Counts {
    std::uint64_t mentions = 0;
    std::uint64_t undecided = 0;
    std::uint64_t skipped = 0;
};

/// The next row that can be read: a bad one is told, counted and skipped.
bool next(MentionsReader& reader, TaggedArticle& article, Counts& counts, Run& run) {
    while (true) {
        try {
            return reader.next(article);
        } catch (const Error& error) {
            if (error.diagnostic().place.line == 0) {
                throw;  // not a row: the file itself fails
            }
            auto told = error.diagnostic();
            told.severity = Severity::warning;
            told.message = "skipped: " + told.message;
            run.warn(told);
            ++counts.skipped;
        }
    }
}

void read_rows(const std::string& path, Corpus& corpus, Counts& counts, Run& run) {
    const Source source(path);
    const auto name = path == "-" ? std::string("standard input") : path;
    MentionsReader reader(bytes_of(source.descriptor(), name), name);
    TaggedArticle article;
    while (next(reader, article, counts, run)) {
        stop_if_interrupted();
        if (!corpus.add(article)) {
            continue;  // a shard that is read twice
        }
        counts.mentions += article.mentions.size();
        for (const auto& mention : article.mentions) {
            counts.undecided += mention.entity == undecided ? 1 : 0;
        }
        run.progress(counted(corpus.articles(), "article"));
    }
}

}  // namespace

Exit network(const Settings& settings) {
    Run run("network", settings);
    const auto files = open_network_files(settings, run);
    Corpus corpus(settings.count);
    Counts counts;
    run.stage("read", [&] {
        for (const auto& path : settings.arguments) {
            read_rows(path, corpus, counts, run);
        }
    });
    run.stats.counts = {{"articles", corpus.articles()},
                        {"skipped", counts.skipped},
                        {"mentions", counts.mentions},
                        {"undecided", counts.undecided}};
    if (corpus.articles() == 0) {
        throw Error("no row could be read", "give files that `entente tag` wrote");
    }
    return write_network(corpus, settings, files, run);
}

}  // namespace entente::cli
