// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/article/reader.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/graph/association.hpp>
#include <entente/graph/count.hpp>
#include <entente/graph/pruning.hpp>
#include <entente/graph/slice.hpp>

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente::cli {

/// What one call of the command asks for: the options of all commands, each with its default.
struct Settings {
    std::vector<std::string> arguments;  ///< what is no option
    std::vector<std::string> outputs;
    std::vector<std::string> gazetteers;  ///< empty: the shipped one
    CountOptions count;
    ImportOptions import;
    std::uint32_t min_weight = 0;                  ///< as it was counted
    const Association* weight = nullptr;           ///< of an edge; none: what was counted
    std::uint32_t Edge::*weight_number = nullptr;  ///< the same, when the weight is one of its numbers
    std::vector<const Association*> measures;      ///< further columns of the edges
    bool betweenness = false;                      ///< a further column of the nodes
    PruneOptions prune;
    bool two_mode = false;           ///< articles are nodes too
    std::optional<SliceUnit> slice;  ///< parts of the calendar that are wanted too
    bool readable = true;            ///< a picture of too much shows the most telling part
    std::vector<std::string> egos;   ///< ids or labels
    std::string title;
    bool evidence_column = false;  ///< edges have their evidence as a text in every format with columns
    std::set<Zone> penalized;      ///< boilerplate, credit
    double fail_under = 0;         ///< F1 of mentions
    unsigned threads = 0;          ///< 0: as many as there are cores
    std::optional<bool> layout;  ///< always or never; else as large as can be read
    std::chrono::seconds layout_time{60};
    std::string layout_from;          ///< file, or empty
    std::string stats;                ///< file, or empty
    std::string config;               ///< file, or empty
    std::string language;             ///< BCP 47, or empty
    std::string input_format;         ///< name of a reader, or empty
    std::string files_from;           ///< file that lists more arguments, or empty
    FieldNames fields;                ///< what the articles call their fields
    std::string mention;              ///< to explain, or empty
    std::string node;                 ///< to explain: an id or a name, or empty
    std::vector<std::string> edge;    ///< to explain: two ids or names, or none
    std::string miss;                 ///< to explain, or empty
    bool show_zones = false;          ///< to explain what each part of a page is
    bool colour = false;              ///< also where the output is no terminal
    std::string into;                 ///< gazetteer file to which names are added, or empty
    std::vector<std::string> corpus;  ///< articles to try names on
    std::string format;               ///< name of an importer, or empty
    bool dry_run = false;             ///< import without writing
    bool counts = false;              ///< show how many names there are
    bool cache = true;                ///< compiled gazetteers of earlier runs may be used and kept
    bool forms = false;               ///< show names in their cases
    bool roles = false;               ///< mentions of an office without a name are wanted
    bool strict = false;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
    bool man = false;
};

}  // namespace entente::cli
