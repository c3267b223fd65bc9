// SPDX-License-Identifier: Apache-2.0
#include "network_slices.hpp"

#include <entente/graph/layout.hpp>
#include <entente/graph/network_slices.hpp>
#include <entente/graph/slice.hpp>
#include <entente/graph/structure.hpp>
#include <entente/graph/weight.hpp>
#include "network_shape.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t most_slices = 10'000;  // the days of 27 years

void tell(const CorpusSlices& slices, SliceUnit unit, Run& run) {
    const auto outside = slices.undated + slices.unclear;
    run.stats.counts.emplace_back("slices", slices.periods.size());
    run.stats.counts.emplace_back("outside_slices", outside);
    if (outside == 0) return;
    std::string parts = slices.undated > 0 ? grouped(slices.undated) + " without a date" : "";
    if (slices.unclear > 0) {
        parts += (parts.empty() ? "" : ", ") + grouped(slices.unclear) + " of a longer time than a "
                 + std::string(slice_units()[static_cast<std::size_t>(unit)]);
    }
    run.note("--slice has no place for " + counted(outside, "article") + ": " + parts);
}

/// Counted, weighed and fitted into the whole, the last slice of which it is.
Network part_of(const Corpus& corpus, Network& whole, const Settings& settings) {
    auto part = settings.two_mode ? corpus.count_two_mode() : corpus.count_pairs();
    add_measures(part, settings.measures);
    give_weights(part, settings, [](const Edge&, std::string_view) {});
    auto& slice = whole.slices.back();
    fit_into(whole, part, !settings.prune.keep_isolates, slice);
    part.title = whole.title + (whole.title.empty() ? "" : ", ") + slice.name;
    part.evidence_column = whole.evidence_column;
    return part;
}

}  // namespace

void slice_network(Corpus& corpus, Network& whole, const Settings& settings, Run& run, const SliceSink& sink) {
    const auto slices = corpus.slices(*settings.slice);
    tell(slices, *settings.slice, run);
    if (slices.periods.size() > most_slices) {
        throw Error("the articles are of " + grouped(slices.periods.size()) + " slices, more than "
                        + grouped(most_slices) + ", from " + to_string(slices.periods.front().from) + " to "
                        + to_string(slices.periods.back().to),
                    "take a longer --slice, or --from and --to");
    }
    for (std::size_t i = 0; i < slices.periods.size(); ++i) {
        stop_if_interrupted();
        const auto& period = slices.periods[i];
        auto& slice = whole.slices.emplace_back();
        slice.name = name_of_slice(period, *settings.slice);
        slice.from = period.from;
        slice.to = period.to;
        if (slices.articles[i] == 0) continue;
        corpus.narrow(period);
        auto part = part_of(corpus, whole, settings);
        measure(part);
        describe(part, settings.betweenness);
        set_sizes(part);
        sink(slice.name, part);
    }
    corpus.narrow({});
}

std::string path_of_slice(const std::string& path, std::string_view suffix, std::string_view slice) {
    return path.substr(0, path.size() - suffix.size()) + '-' + std::string(slice)
           + path.substr(path.size() - suffix.size());
}

}  // namespace entente::cli
