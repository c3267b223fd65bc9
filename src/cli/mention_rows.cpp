// SPDX-License-Identifier: Apache-2.0
#include "mention_rows.hpp"

#include <entente/tag/present_ids.hpp>
#include "gazetteer_in_use.hpp"
#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <future>
#include <memory>
#include <utility>
#include <vector>

namespace entente::cli {
namespace {

/// Rows that stand one behind the other in a file.
struct Rows {
    struct Skipped {
        std::size_t before = 0;  ///< counts into `articles`
        Diagnostic told;
    };

    std::vector<TaggedArticle> articles;  ///< memory is used again
    std::size_t read = 0;                 ///< of `articles`
    std::size_t mentions = 0;
    std::vector<Skipped> skipped = {};
    bool last = false;
};

constexpr std::size_t most_rows = 64;         // that are read ahead
constexpr std::size_t most_mentions = 10000;  // of them, from which on no other row is

void read_next(MentionsReader& reader, const Gazetteer& gazetteer, Rows& rows) {
    rows.read = 0;
    rows.mentions = 0;
    rows.skipped.clear();
    const auto tried = [&rows] { return rows.read + rows.skipped.size(); };
    while (tried() < rows.articles.size() && rows.mentions < most_mentions && !rows.last) {
        try {
            auto& article = rows.articles[rows.read];
            rows.last = !reader.next(article);
            if (rows.last) break;
            use_present_ids(article, gazetteer);
            rows.mentions += article.mentions.size();
            ++rows.read;
        } catch (const Error& error) {
            rows.skipped.push_back({rows.read, error.diagnostic()});
            if (error.diagnostic().place.line > 0) continue;
            rows.last = true;  // not a row: the file itself fails
        }
    }
}

/// Returns how many were skipped.
std::uint64_t hand_on(const Rows& rows, Run& run, const std::function<void(const TaggedArticle&)>& sink) {
    auto skipped = rows.skipped.begin();
    for (std::size_t i = 0; i <= rows.read; ++i) {
        for (; skipped != rows.skipped.end() && skipped->before == i; ++skipped) {
            if (skipped->told.place.line == 0) throw Error(skipped->told);
            auto told = skipped->told;
            told.severity = Severity::warning;
            told.message = "skipped: " + told.message;
            run.warn(told);
        }
        stop_if_interrupted();
        if (i < rows.read) sink(rows.articles[i]);
    }
    return rows.skipped.size();
}

}  // namespace

std::string input_name(const std::string& path) { return path == "-" ? "standard input" : path; }

ByteSource open_input(const std::string& path) {
    if (path == "-") {
        return bytes_of(STDIN_FILENO, input_name(path));
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw Error("cannot read " + path + ": " + std::strerror(errno));
    }
    const auto closed_at_end = [](const int* open) {
        ::close(*open);
        delete open;
    };
    return [open = std::shared_ptr<const int>(new int(descriptor), closed_at_end),
            read = bytes_of(descriptor, path)](std::span<char> bytes) { return read(bytes); };
}

Gazetteer given_gazetteer(const Settings& settings, Run& run) {
    if (settings.gazetteers.empty()) {
        return {};
    }
    Diagnostics faults;
    auto gazetteer = read_gazetteer(gazetteer_paths(settings.gazetteers), faults);
    for (const auto& fault : faults) {
        run.warn(fault);
    }
    return gazetteer;
}

std::uint64_t read_rows(const std::string& path, const Gazetteer& gazetteer, unsigned threads, Run& run,
                        const std::function<void(const TaggedArticle&)>& sink) {
    MentionsReader reader(open_input(path), input_name(path));
    Rows rows{.articles = std::vector<TaggedArticle>(most_rows)};
    Rows ahead{.articles = std::vector<TaggedArticle>(threads > 1 ? most_rows : 0)};
    std::uint64_t skipped = 0;
    for (read_next(reader, gazetteer, rows);;) {
        std::future<void> reading;
        if (threads > 1 && !rows.last) {
            reading = std::async(std::launch::async, [&] { read_next(reader, gazetteer, ahead); });
        }
        skipped += hand_on(rows, run, sink);
        if (rows.last) return skipped;
        if (threads > 1) {
            reading.get();
            std::swap(rows, ahead);
        } else {
            read_next(reader, gazetteer, rows);
        }
    }
}

}  // namespace entente::cli
