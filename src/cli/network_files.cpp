// SPDX-License-Identifier: Apache-2.0
#include "network_files.hpp"

#include <entente/export/network_json.hpp>
#include <entente/graph/network_slices.hpp>
#include <entente/graph/readable_part.hpp>
#include <entente/graph/structure.hpp>
#include "cleaning_report.hpp"
#include "mention_rows.hpp"
#include "network_shape.hpp"
#include "network_slices.hpp"
#include "tagging.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

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

/// How many edges and nodes each option took away.
struct Pruned {
    std::map<std::string_view, std::uint64_t> edges;
    std::map<std::string_view, std::uint64_t> nodes;
};

/// Nothing is left out in silence.
void tell(const Pruned& pruned, Run& run) {
    std::uint64_t edges = 0;
    std::uint64_t nodes = 0;
    for (const auto& [step, count] : pruned.edges) {
        edges += count;
        run.note("--" + std::string(step) + " left out " + counted(count, "edge"));
    }
    for (const auto& [step, count] : pruned.nodes) {
        nodes += count;
        run.note("--" + std::string(step) + " left out " + counted(count, "entity"));
    }
    run.stats.counts.emplace_back("pruned_edges", edges);
    run.stats.counts.emplace_back("pruned_nodes", nodes);
}

void tell(const OutsidePeriod& left_out, Run& run) {
    run.stats.counts.emplace_back("outside_period", left_out.all());
    if (left_out.all() == 0) return;
    std::string parts;
    const auto add = [&parts](std::uint64_t count, const char* what) {
        if (count > 0) parts += (parts.empty() ? "" : ", ") + grouped(count) + what;
    };
    add(left_out.outside(), " of other days");
    add(left_out.unclear(), " of a month or year that may be outside");
    add(left_out.undated(), " without a date");
    run.note("--from and --to left out " + counted(left_out.all(), "article") + ": " + parts);
}

void place(Network& network, const Settings& settings, const Positions& start, Run& run) {
    const LayoutOptions options{
        .graphviz_time = settings.layout_time, .threads = threads_for(settings), .start = start};
    const auto fault = run.stage("layout", [&] { return lay_out(network, options); });
    if (!fault.empty()) {
        run.warn({.severity = Severity::warning, .message = fault, .code = "layout"});
    }
}

/// `has_part`: pictures show a part, which is laid out by itself.
void give_positions(Network& network, const Settings& settings, const NetworkFiles& files, bool has_part, Run& run) {
    std::vector<const Format*> formats;
    for (const auto& file : files.outputs) {
        if (!has_part || file.format->holds != Holds::readable) formats.push_back(file.format);
    }
    if (needs_layout(network.nodes.size(), settings, formats)) {
        place(network, settings, files.start, run);
        return;
    }
    set_sizes(network);
    if (!settings.layout && std::ranges::count(formats, HasLayout::if_any, &Format::layout) > 0) {
        run.note("no positions were computed for " + counted(network.nodes.size(), "node")
                 + ", more than can be told apart in a drawing; --layout always computes them");
    }
}

bool any_holds(const NetworkFiles& files, Holds what) {
    return std::ranges::any_of(files.outputs, [what](const NetworkFile& file) { return file.format->holds == what; });
}

/// Finds the sentences of each edge when a file holds them.
void add_evidence(Network& network, const Corpus& corpus, const NetworkFiles& files) {
    const bool wanted = network.evidence_column || any_holds(files, Holds::evidence);
    if (wanted && !network.two_mode) corpus.add_evidence(network);
}

Network network_of(Corpus& corpus, const Settings& settings, const NetworkFiles& files, Run& run) {
    tell(corpus.outside_period(), run);
    tell_of(run.stage("clean", [&] { return corpus.clean(); }), run);
    auto network = run.stage(
        "count", [&] { return settings.two_mode ? corpus.count_two_mode() : corpus.count_pairs(settings.min_weight); });
    tell_of_narrators(network, run);
    run.stage("prune", [&] {
        Pruned pruned;
        if (network.light_edges > 0) pruned.edges["min-weight"] = network.light_edges;
        shape(
            network, settings, [&](const Edge&, std::string_view step) { ++pruned.edges[step]; },
            [&](const Node&, std::string_view step) { ++pruned.nodes[step]; });
        tell(pruned, run);
    });
    network.title = settings.title;
    network.evidence_column = settings.evidence_column;
    run.stage("evidence", [&] { add_evidence(network, corpus, files); });
    run.stats.gazetteer = network.gazetteer;
    run.stage("describe", [&] {
        measure(network);
        describe(network, settings.betweenness, threads_for(settings));
    });
    return network;
}

/// Whom --ego asks for, as far as the options have left them.
std::set<std::string> egos_left(const Network& network, const Settings& settings) {
    std::set<std::string> ids;
    for (const auto& node : network.nodes) {
        if (std::ranges::count(settings.egos, node.id) + std::ranges::count(settings.egos, node.label) > 0) {
            ids.insert(node.id);
        }
    }
    return ids;
}

/// The part of a network that pictures show, when there is a picture and the whole is too much for it.
std::optional<Network> part_for_pictures(const Network& network, const Settings& settings, const NetworkFiles& files,
                                         Run& run) {
    if (!settings.readable || !any_holds(files, Holds::readable)) return std::nullopt;
    auto part = readable_part(network, egos_left(network, settings));
    if (!part) return part;
    place(*part, settings, files.start, run);
    const auto of = [](std::size_t some, std::size_t all, const char* noun) {
        return (all > some ? grouped(some) + " of " : "") + counted(all, noun);
    };
    run.note("pictures show " + of(part->nodes.size(), network.nodes.size(), "node") + " and "
             + of(part->edges.size(), network.edges.size(), "edge") + ", the most telling; --max-edges 0 draws all");
    return part;
}

void write_slice(const std::string& name, const Network& slice, const Network& drawn, const NetworkFiles& files,
                 Run& run) {
    constexpr std::size_t most_files = 500;  // all are open until the end
    for (const auto& file : files.outputs) {
        if (file.format->holds == Holds::slices) continue;
        if (run.files.size() > most_files) {
            throw Error("more than " + grouped(most_files) + " files would be written",
                        "take a longer --slice, or write .slices.csv and .dynamic.gexf, which hold all slices");
        }
        auto& output = run.files.add(path_of_slice(file.path, file.format->suffix, name));
        file.format->write(file.format->holds == Holds::readable ? seen_in(drawn, slice) : slice, output);
    }
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

std::string why_empty(const Corpus& corpus, const Stats& stats) {
    if (corpus.articles() == 0) return "no article is inside of --from and --to";
    const bool pruned = std::ranges::any_of(
        stats.counts, [](const auto& count) { return count.first == "pruned_nodes" && count.second > 0; });
    return pruned ? "the options leave nobody" : "nobody is named in these articles";
}

std::string summary_of(const Network& network, const Stats& stats) {
    const auto stories =
        network.stories < network.articles ? " of " + counted(network.stories, "story") : std::string();
    const auto articles = static_cast<std::uint64_t>(std::ranges::count(network.nodes, NodeType::article, &Node::type));
    auto text = counted(network.articles, "article") + stories
                + (network.two_mode ? ", " + grouped(articles) + " of them nodes" : "") + ", "
                + counted(network.nodes.size() - articles, "entity") + ", " + counted(network.edges.size(), "edge");
    for (const auto& [name, count] : stats.counts) {
        if (name == "skipped" && count > 0) {
            text += "; " + grouped(count) + " skipped";
        }
    }
    return text;
}

/// Two entities share articles; an entity and an article do not.
void refuse_what_compares_entities(const Settings& settings) {
    const std::pair<const char*, bool> asked[] = {
        {"--weight", settings.weight != nullptr || settings.weight_number != nullptr},
        {"--measures", !settings.measures.empty()},
        {"--backbone", !settings.prune.backbones.empty()},
        {"--min-weight", settings.min_weight > 0},
        {"--unit", settings.count.unit != Unit::article},
        {"--counting", settings.count.counting != Counting::full},
        {"--decay", settings.count.decay != Decay::none},
        {"--pairs", !settings.prune.pairs.empty()}};
    for (const auto& [option, is_asked] : asked) {
        if (is_asked) {
            throw UsageError(std::string(option) + " compares articles that name two entities, and an edge of --two-mode "
                                 "joins one entity and one article",
                             "leave one of them");
        }
    }
}

}  // namespace

bool needs_layout(std::size_t nodes, const Settings& settings, std::span<const Format* const> formats) {
    const auto any_has = [&](HasLayout layout) { return std::ranges::count(formats, layout, &Format::layout) > 0; };
    const bool is_read = nodes <= most_nodes_told_apart || !settings.layout_from.empty();
    return any_has(HasLayout::always) || (any_has(HasLayout::if_any) && settings.layout.value_or(is_read));
}

NetworkFiles open_network_files(const Settings& settings, Run& run) {
    if (settings.outputs.empty()) {
        throw UsageError("no output file was named", "say where to write: -o network.gexf");
    }
    if (settings.two_mode) refuse_what_compares_entities(settings);
    NetworkFiles files;
    for (const auto& path : settings.outputs) {
        files.outputs.push_back({.path = path, .format = &format_asked_for(path)});
        if (files.outputs.back().format->name == "slices-csv" && !settings.slice) {
            throw UsageError(path + " counts what --slice asks for",
                             "give --slice month, or another part of the calendar");
        }
    }
    if (!settings.layout_from.empty()) {
        if (settings.layout == false) {
            throw UsageError("--layout-from keeps names where they stand, and --layout never has no positions",
                             "leave one of them");
        }
        files.start = read_positions(open_input(settings.layout_from), input_name(settings.layout_from));
    }
    for (std::size_t i = 0; i < files.outputs.size(); ++i) {
        files.outputs[i].output = &run.files.add(settings.outputs[i]);
    }
    return files;
}

Corpus corpus_for(const Settings& settings) {
    auto options = settings.count;
    options.threads = threads_for(settings);
    return Corpus(options);
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

Exit write_network(Corpus& corpus, const Settings& settings, const NetworkFiles& files, Run& run) {
    auto network = network_of(corpus, settings, files, run);
    if (network.nodes.empty()) {
        run.warn({.severity = Severity::warning,
                  .message = why_empty(corpus, run.stats) + ": the network is empty",
                  .code = "empty-network"});
    }
    run.stats.counts.emplace_back("stories", network.stories);
    run.stats.counts.emplace_back("nodes", network.nodes.size());
    run.stats.counts.emplace_back("edges", network.edges.size());
    run.stats.counts.emplace_back("spilled", corpus.spilled());
    note_copies(corpus, run.stats);
    const auto part = part_for_pictures(network, settings, files, run);
    give_positions(network, settings, files, part.has_value(), run);
    const auto& drawn = part ? *part : network;
    if (settings.slice) {
        run.stage("slices", [&] {
            slice_network(corpus, network, settings, run, [&](const std::string& name, Network& slice) {
                add_evidence(slice, corpus, files);
                write_slice(name, slice, drawn, files, run);
            });
        });
    }
    run.stage("write", [&] {
        for (const auto& file : files.outputs) {
            run.progress("writing " + std::string(file.format->name));
            file.format->write(file.format->holds == Holds::readable ? drawn : network, *file.output);
            stop_if_interrupted();
        }
    });
    return run.finish(summary_of(network, run.stats));
}

}  // namespace entente::cli
