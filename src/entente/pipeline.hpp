// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/article/reader.hpp>
#include <entente/export/output.hpp>
#include <entente/tag/mention.hpp>
#include <entente/tag/tagger.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct TagOptions {
    unsigned threads = 1;  ///< that tag; one more reads ahead
    std::string language;  ///< BCP 47, of articles that do not say theirs; or empty
};

/// What one publisher sent, see publisher_of().
struct Delivery {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;        ///< of article text
    std::uint64_t boilerplate = 0;  ///< bytes of it that are marked as page furniture
};

/// What was done so far, for a progress line and for `--stats`.
struct TagReport {
    std::uint64_t articles = 0;    ///< tagged
    std::uint64_t skipped = 0;     ///< named in `diagnostics`
    std::uint64_t bytes = 0;       ///< of article text
    std::uint64_t bytes_read = 0;  ///< of the inputs, as bytes_of() counts them
    std::uint64_t mentions = 0;
    std::uint64_t undecided = 0;
    std::array<std::uint64_t, fact_sources> dates{};  ///< articles by what says their date, in the order of FactSource
    std::uint64_t without_year = 0;                   ///< articles of which only day and month are known
    std::map<std::string, std::uint64_t> languages;   ///< articles by BCP 47 code; empty where no language was told
    std::map<std::string, Delivery> publishers;
    double read_seconds = 0;  ///< CPU time, added up over threads
    double tag_seconds = 0;
    double print_seconds = 0;  ///< of print_articles()
    TagSeconds sampled;        ///< of tag_seconds, the steps in some of the articles
    Diagnostics diagnostics;   ///< in the order of the inputs: those that no call of the progress has had yet
};

using TaggedSink = std::function<void(TaggedArticle&&, const Article&)>;
using RowPrinter = std::function<void(TaggedArticle&&, Output&)>;
using RowSink = std::function<void(std::string_view)>;
using TagProgress = std::function<void(const TagReport&)>;

/// How many bytes there are to read, but for line ends and the like. Unknown when an input is packed or standard input.
[[nodiscard]] std::optional<std::uint64_t> bytes_of(const std::vector<Input>& inputs);

/// Reads every input, tags each article and hands both to `sink`, in the order of the inputs, one at a time.
///
/// Errors:  what goes wrong with an article is in the report. An error of `sink` or `progress` ends the work.
/// Threads: `sink` and `progress` run on the calling one, and the others are joined at the end. The same rows for
///          any number of threads.
/// Memory:  no more than a few batches of articles at a time, and no diagnostic after the progress has had it.
[[nodiscard]] TagReport tag_articles(const std::vector<Input>& inputs, const Furniture& furniture, const Tagger& tagger,
                                     const TagOptions& options, const TaggedSink& sink, const TagProgress& progress);

/// The same, but what is wanted of each article is only what `print` writes: it runs on the threads that tag, several at
/// once, and `sink` gets the rows of many articles in one piece.
[[nodiscard]] TagReport print_articles(const std::vector<Input>& inputs, const Furniture& furniture,
                                       const Tagger& tagger, const TagOptions& options, const RowPrinter& print,
                                       const RowSink& sink, const TagProgress& progress);

}  // namespace entente
