// SPDX-License-Identifier: Apache-2.0
#include "cleaning_report.hpp"

#include <entente/graph/narrators.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace entente::cli {
namespace {

constexpr std::size_t most_named = 3;  // in one line

/// `a, b, c and 4 more`
std::string some_of(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > most_named ? text + " and " + grouped(names.size() - most_named) + " more" : text;
}

void tell_of_blocks(const std::vector<RepeatedBlock>& blocks, Run& run) {
    std::uint64_t mentions = 0;
    std::map<std::string, std::uint64_t> by_publisher;
    for (const auto& block : blocks) {
        mentions += block.mentions;
        by_publisher[block.publisher] += block.mentions;
        run.note("repeated in " + counted(block.articles, "article") + (block.publisher.empty() ? "" : " of ")
                     + block.publisher + ": " + (block.text.empty() ? "(text not kept)" : block.text),
                 Run::Note::verbose);
    }
    run.stats.counts.emplace_back("repeated_paragraphs", blocks.size());
    run.stats.counts.emplace_back("repeated_mentions", mentions);
    run.stats.tables.emplace_back("repeated", by_publisher);
    if (blocks.empty()) {
        return;
    }
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const auto& [publisher, count] : by_publisher) {
        order.emplace_back(count, publisher.empty() ? "no source" : publisher);
    }
    std::ranges::stable_sort(order, std::greater<>(), &std::pair<std::uint64_t, std::string>::first);
    std::vector<std::string> names;
    for (const auto& [count, publisher] : order) {
        names.push_back(publisher + ' ' + grouped(count));
    }
    run.note("page furniture: " + counted(blocks.size(), "paragraph") + " repeated under many stories, "
             + counted(mentions, "mention") + " in them not counted (" + some_of(names) + ")");
}

}  // namespace

void tell_of(const Cleaning& cleaning, Run& run) {
    tell_of_blocks(cleaning.blocks, run);
    run.stats.counts.emplace_back("lists", cleaning.lists.size());
    if (!cleaning.lists.empty()) {
        run.note("lists: " + counted(cleaning.lists.size(), "article") + " in which only sentences make edges ("
                 + some_of(cleaning.lists) + ")");
    }
    for (const auto& name : cleaning.unknown) {
        run.warn({.severity = Severity::warning,
                  .message = "--omit: nobody named in these articles is " + in_quotes(name),
                  .hint = "give an id such as country/russia, or the label of a node",
                  .code = "omit-unknown"});
    }
}

void tell_of_narrators(const Network& network, Run& run) {
    std::map<std::string, std::uint64_t> table;
    const auto narrators = narrators_in(network);
    for (const auto& narrator : narrators) {
        table[narrator.id] = narrator.articles;
        if (table.size() <= most_named) {
            run.note("named in " + grouped(narrator.articles) + " of " + grouped(network.articles)
                     + " articles: " + narrator.id + "; --omit " + narrator.id + " would take away "
                     + counted(narrator.edges, "edge") + " with " + std::to_string(narrator.weight_percent)
                     + " % of the weight, and leave " + counted(narrator.left_alone, "node") + " without any");
        }
    }
    run.stats.tables.emplace_back("narrators", table);
}

}  // namespace entente::cli
