// SPDX-License-Identifier: Apache-2.0
// A table: the options, one row each. Nothing about an option stands anywhere else.
#include "option.hpp"

#include <entente/article/reader.hpp>
#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/tag/mention.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>

namespace entente::cli {
namespace {

std::vector<std::string_view> entity_types() {
    std::vector<std::string_view> names;
    for (const auto type : {EntityType::person, EntityType::country, EntityType::organization, EntityType::place}) {
        names.push_back(name_of(type));
    }
    return names;
}

std::vector<std::string_view> kind_names() {
    std::vector<std::string_view> names;
    for (std::size_t kind = 0; kind < mention_kinds; ++kind) {
        names.push_back(name_of(static_cast<MentionKind>(kind)));
    }
    return names;
}

/// In the order of Ambiguous.
std::vector<std::string_view> policy_names() { return {"drop", "top", "split"}; }

/// In the order of Duplicates.
std::vector<std::string_view> duplicates_names() { return {"story", "each", "fraction"}; }

/// In the order of Unit.
std::vector<std::string_view> unit_names() { return {"article", "paragraph", "sentence", "window"}; }

/// In the order of Counting.
std::vector<std::string_view> counting_names() { return {"full", "entity-one", "article-one"}; }

/// In the order of Decay, without its none.
std::vector<std::string_view> decay_names() { return {"sum", "nearest"}; }

std::vector<std::string_view> reader_names() {
    std::vector<std::string_view> names;
    for (const auto& reader : readers()) {
        names.push_back(reader.name);
    }
    return names;
}

std::vector<std::string_view> importer_names() {
    std::vector<std::string_view> names;
    for (const auto& importer : importers()) {
        names.push_back(importer.name);
    }
    return names;
}

std::vector<std::string_view> column_keys() { return {csv_keys().begin(), csv_keys().end()}; }

[[noreturn]] void refuse(std::string_view value, std::string_view what, const std::vector<std::string_view>& choices) {
    std::string hint;
    if (const auto near = nearest_of(value, choices); !near.empty()) {
        hint = "did you mean \"" + std::string(near) + "\"? ";
    }
    hint += "there are";
    for (const auto choice : choices) {
        hint += (choice == choices.front() ? " " : ", ") + std::string(choice);
    }
    throw UsageError("unknown " + std::string(what) + " \"" + std::string(value) + "\"", hint);
}

constexpr auto most_articles = std::numeric_limits<std::uint32_t>::max();

std::size_t number(std::string_view text, std::size_t least, std::size_t most) {
    std::size_t value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < least || value > most) {
        const auto range = std::to_string(least) + (most == most_articles ? " up" : " to " + std::to_string(most));
        throw UsageError("a whole number from " + range + " is wanted, not \"" + std::string(text) + "\"");
    }
    return value;
}

void set_types(Settings& settings, std::string_view value) {
    settings.count.types.clear();
    for (const auto name : words_between_commas(value)) {
        const auto type = entity_type_of(name);
        if (!type) {
            refuse(name, "type", entity_types());
        }
        settings.count.types.insert(*type);
    }
}

std::vector<std::string_view> slice_names() { return {slice_units().begin(), slice_units().end()}; }

void set_slice(Settings& settings, std::string_view value) {
    const auto names = slice_names();
    const auto unit = std::find(names.begin(), names.end(), value);
    if (unit == names.end()) {
        refuse(value, "part of the calendar", names);
    }
    settings.slice = static_cast<SliceUnit>(unit - names.begin());
}

void set_pairs(Settings& settings, std::string_view value) {
    settings.prune.pairs.clear();
    for (const auto word : words_between_commas(value)) {
        const auto hyphen = word.find('-');
        if (hyphen == std::string_view::npos) {
            throw UsageError("\"" + std::string(word) + "\" is no pair of types", "write it as person-country");
        }
        std::vector<EntityType> ends;
        for (const auto name : {word.substr(0, hyphen), word.substr(hyphen + 1)}) {
            const auto type = entity_type_of(name);
            if (!type) refuse(name, "type", entity_types());
            ends.push_back(*type);
        }
        settings.prune.pairs.insert(std::minmax({node_type_of(ends[0]), node_type_of(ends[1])}));
    }
}

void set_egos(Settings& settings, std::string_view value) {
    settings.egos.clear();
    for (const auto word : words_between_commas(value)) settings.egos.emplace_back(word);
}

Date day_or_more(std::string_view value, const Period& period, bool is_end) {
    const auto date = parse_iso_date(value);
    if (!date) {
        throw UsageError("\"" + std::string(value) + "\" is no date", "write it as 2024-09-20, 2024-09 or 2024");
    }
    const auto from = is_end ? period.from : *date;
    const auto to = is_end ? *date : period.to;
    if (from.known() && to.known() && earliest(from) > latest(to)) {
        throw UsageError("the period ends on " + to_string(latest(to)) + ", before it begins on "
                         + to_string(earliest(from)));
    }
    return *date;
}

void set_from(Settings& settings, std::string_view value) {
    settings.count.period.from = day_or_more(value, settings.count.period, false);
}

void set_to(Settings& settings, std::string_view value) {
    settings.count.period.to = day_or_more(value, settings.count.period, true);
}

void set_kinds(Settings& settings, std::string_view value) {
    for (const auto word : words_between_commas(value)) {
        const auto equals = word.find('=');
        const auto name = word.substr(0, equals);
        const auto kind = mention_kind_of(name);
        if (!kind) {
            refuse(name, "kind", kind_names());
        }
        const auto says = equals == std::string_view::npos ? std::string_view{} : word.substr(equals + 1);
        if (says != "0" && says != "1") {
            throw UsageError(
                "\"" + std::string(word) + "\" does not say 0 or 1",
                "write " + std::string(name) + "=0 to leave the kind out, " + std::string(name) + "=1 to let it count");
        }
        settings.count.kinds[static_cast<std::size_t>(*kind)] = says == "1";
    }
}

std::vector<std::string_view> penalized_zones() { return {name_of(Zone::boilerplate), name_of(Zone::credit)}; }

void set_penalized(Settings& settings, std::string_view value) {
    settings.penalized.clear();
    for (const auto name : words_between_commas(value)) {
        if (name != name_of(Zone::boilerplate) && name != name_of(Zone::credit)) {
            refuse(name, "zone", penalized_zones());
        }
        settings.penalized.insert(name == name_of(Zone::credit) ? Zone::credit : Zone::boilerplate);
    }
}

double share(std::string_view text) {
    double value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !(value >= 0 && value <= 1)) {
        throw UsageError("a number from 0 to 1 is wanted, not \"" + std::string(text) + "\"");
    }
    return value;
}

constexpr std::string_view plain_weight = "count";
constexpr std::string_view betweenness = "betweenness";

std::vector<std::string_view> with_measures(std::vector<std::string_view> names) {
    for (const auto& measure : associations()) {
        names.push_back(measure.name);
    }
    return names;
}

std::vector<std::string_view> weight_names() { return with_measures({plain_weight, "articles", "sources"}); }

std::vector<std::string_view> measure_names() { return with_measures({betweenness}); }

std::vector<std::string_view> backbone_names() {
    std::vector<std::string_view> names;
    for (const auto& backbone : backbones()) {
        names.push_back(backbone.name);
    }
    return names;
}

void set_weight(Settings& settings, std::string_view value) {
    settings.weight = association_called(value);
    settings.weight_number = value == "articles" ? &Edge::articles : value == "sources" ? &Edge::sources : nullptr;
    if (settings.weight == nullptr && settings.weight_number == nullptr && value != plain_weight) {
        refuse(value, "weight", weight_names());
    }
}

void set_measures(Settings& settings, std::string_view value) {
    settings.measures.clear();
    settings.betweenness = false;
    for (const auto name : words_between_commas(value)) {
        if (const auto* measure = association_called(name)) {
            settings.measures.push_back(measure);
        } else if (name == betweenness) {
            settings.betweenness = true;
        } else {
            refuse(name, "measure", measure_names());
        }
    }
}

void set_backbone(Settings& settings, std::string_view value) {
    settings.prune.backbones.clear();
    for (const auto name : words_between_commas(value)) {
        const auto* backbone = backbone_called(name);
        if (backbone == nullptr) {
            refuse(name, "backbone", backbone_names());
        }
        settings.prune.backbones.push_back(backbone);
    }
}

/// Bytes: `500000`, `64K`, `128M`, `2G`.
std::size_t size_of(std::string_view value) {
    constexpr std::string_view units = "KMG";
    const auto unit = value.empty() ? std::string_view::npos : units.find(value.back());
    const auto shift = unit == std::string_view::npos ? 0 : 10 * (unit + 1);
    const auto digits = shift == 0 ? value : value.substr(0, value.size() - 1);
    std::size_t count = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || digits.empty()
        || count > std::numeric_limits<std::size_t>::max() >> shift) {
        throw UsageError("a number of bytes is wanted, such as 64M or 2G, not \"" + std::string(value) + "\"");
    }
    return count << shift;
}

std::uint32_t count_of(std::string_view value) { return static_cast<std::uint32_t>(number(value, 1, most_articles)); }

/// The place of the value among the names.
std::size_t choice_of(std::string_view value, std::string_view what, const std::vector<std::string_view>& names) {
    const auto found = std::find(names.begin(), names.end(), value);
    if (found == names.end()) {
        refuse(value, what, names);
    }
    return static_cast<std::size_t>(found - names.begin());
}

void set_ambiguous(Settings& settings, std::string_view value) {
    settings.count.ambiguous = static_cast<Ambiguous>(choice_of(value, "policy", policy_names()));
}

void set_duplicates(Settings& settings, std::string_view value) {
    settings.count.duplicates =
        static_cast<Duplicates>(choice_of(value, "way to count duplicates", duplicates_names()));
}

void set_unit(Settings& settings, std::string_view value) {
    constexpr std::size_t longest_window = 100;
    const auto equals = value.find('=');
    const auto name = value.substr(0, equals);
    settings.count.unit = static_cast<Unit>(choice_of(name, "unit", unit_names()));
    if ((settings.count.unit == Unit::window) != (equals != std::string_view::npos)) {
        throw UsageError("\"" + std::string(value) + "\" is no unit",
                         "a window, and nothing else, has a number of sentences: window=3");
    }
    if (settings.count.unit == Unit::window) {
        settings.count.window = static_cast<std::uint32_t>(number(value.substr(equals + 1), 1, longest_window));
    }
}

void set_counting(Settings& settings, std::string_view value) {
    settings.count.counting = static_cast<Counting>(choice_of(value, "way to count", counting_names()));
}

void set_decay(Settings& settings, std::string_view value) {
    const auto equals = value.find('=');
    settings.count.decay = static_cast<Decay>(choice_of(value.substr(0, equals), "decay", decay_names()) + 1);
    if (equals != std::string_view::npos) {
        settings.count.reach = static_cast<std::uint32_t>(number(value.substr(equals + 1), 0, most_apart));
    }
}

std::vector<std::string_view> layout_names() { return {"auto", "always", "never"}; }

void set_layout(Settings& settings, std::string_view value) {
    const auto choice = choice_of(value, "way to have positions", layout_names());
    settings.layout = choice == 0 ? std::nullopt : std::optional(choice == 1);
}

void set_input_format(Settings& settings, std::string_view value) {
    const auto names = reader_names();
    if (std::find(names.begin(), names.end(), value) == names.end()) {
        refuse(value, "input format", names);
    }
    settings.input_format = value;
}

void set_fields(Settings& settings, std::string_view value) {
    const std::vector<std::string_view> keys{field_keys().begin(), field_keys().end()};
    for (const auto word : words_between_commas(value)) {
        const auto key = word.substr(0, word.find('='));
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            refuse(key, "field", keys);
        }
        if (word.size() < key.size() + 2) {
            throw UsageError("\"" + std::string(word) + "\" names no field of the articles", "write it as text=body");
        }
        settings.fields[std::string(key)] = word.substr(key.size() + 1);
    }
}

void set_language(Settings& settings, std::string_view value) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto primary = value.substr(0, value.find('-'));
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), letter)) {
        throw UsageError("\"" + std::string(value) + "\" is no language code", "write it as en, ru or pt-BR (BCP 47)");
    }
    settings.language = value;
}

void set_format(Settings& settings, std::string_view value) {
    if (find_importer(value) == nullptr) {
        refuse(value, "format", importer_names());
    }
    settings.format = value;
}

void set_type(Settings& settings, std::string_view value) {
    settings.import.type = entity_type_of(value);
    if (!settings.import.type) {
        refuse(value, "type", entity_types());
    }
}

void set_columns(Settings& settings, std::string_view value) {
    for (const auto word : words_between_commas(value)) {
        const auto key = word.substr(0, word.find('='));
        const auto keys = column_keys();
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            refuse(key, "key", keys);
        }
        if (word.size() < key.size() + 2) {
            throw UsageError("\"" + std::string(word) + "\" names no column", "write it as name=Full name");
        }
        settings.import.columns[std::string(key)] = word.substr(key.size() + 1);
    }
}

void set_separator(Settings& settings, std::string_view value) {
    if (value.empty()) {
        throw UsageError("a separator of one character or more is wanted");
    }
    settings.import.separator = value;
}

void set_classes(Settings& settings, std::string_view value) {
    for (const auto word : words_between_commas(value)) {
        const auto id = word.substr(0, word.find('='));
        if (id.size() < 2 || id[0] != 'Q' || id.find_first_not_of("0123456789", 1) != std::string_view::npos) {
            throw UsageError("\"" + std::string(id) + "\" is no class of Wikidata", "write it as Q7278 or Q7278=party");
        }
        settings.import.classes[std::string(id)] = word.substr(std::min(id.size() + 1, word.size()));
    }
}

/// What imported entities note is one line of a gazetteer file, and a semicolon parts several.
std::string noted(std::string_view value, std::size_t most) {
    const bool odd =
        std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (odd || value.find(';') != std::string_view::npos || value.size() > most) {
        throw UsageError("a text without semicolons and line breaks is wanted, of at most " + std::to_string(most)
                         + " bytes");
    }
    return std::string(value);
}

const std::vector<OptionRow> rows = {
    {.name = "output",
     .letter = 'o',
     .takes = Takes::repeated,
     .value = "FILE",
     .summary = "write this file; its suffix says the format",
     .text = "May be given many times. Every suffix and folder is looked at before the work starts, and all files of "
             "a run appear together at its end: each is whole or absent.",
     .commands = {"build", "tag", "network", "diff", "evaluate", "gazetteer suggest", "gazetteer import",
                  "gazetteer compile"},
     .set = [](Settings& s, std::string_view value) { s.outputs.emplace_back(value); }},
    {.name = "gazetteer",
     .letter = 'g',
     .takes = Takes::repeated,
     .value = "PATH",
     .standard = "the shipped one",
     .summary = "take the names from this YAML file or folder, or compiled file",
     .text = "May be given many times. Given at all, it takes the place of the shipped names; the word default stands "
             "for these, so that --gazetteer default --gazetteer mine.yaml adds to them. network and evaluate read no "
             "names unless they are given: then ids that these names gave up count for those who have their meaning.",
     .commands = {"build", "tag", "network", "evaluate", "explain", "gazetteer show", "gazetteer suggest",
                  "gazetteer apply", "gazetteer merge"},
     .set = [](Settings& s, std::string_view value) { s.gazetteers.emplace_back(value); }},
    {.name = "no-cache",
     .summary = "compile the names anew, and keep nothing for later runs",
     .text = "The names are compiled once for each state of their files and kept in $XDG_CACHE_HOME/entente, or "
             "~/.cache/entente, which may be deleted at any time.",
     .commands = {"build", "tag", "explain", "gazetteer check", "gazetteer suggest", "gazetteer diff"},
     .set = [](Settings& s, std::string_view) { s.cache = false; }},
    {.name = "language",
     .takes = Takes::one,
     .value = "CODE",
     .standard = "the one that their words tell",
     .summary = "language of articles that do not say theirs, such as en or ru",
     .commands = {"build", "tag", "explain", "gazetteer show", "gazetteer suggest", "gazetteer diff"},
     .set = set_language},
    {.name = "input-format",
     .takes = Takes::one,
     .value = "FORMAT",
     .choices = reader_names,
     .standard = "by suffix; for - guessed",
     .summary = "read the articles on standard input as this format",
     .commands = {"build", "tag", "explain", "gazetteer suggest"},
     .set = set_input_format},
    {.name = "fields",
     .takes = Takes::list,
     .value = "KEY=NAME",
     .choices = [] { return std::vector<std::string_view>(field_keys().begin(), field_keys().end()); },
     .standard = "the usual names",
     .summary = "what JSON lines, tables and front matter call a field: text=story,date=day",
     .text =
         "A path of names leads into objects of JSON: publisher=source.name. A field that is not named here is found "
         "under names that are common in data sets, such as body, content, headline, published_at, source and "
         "link, in any case.",
     .commands = {"build", "tag", "explain", "gazetteer suggest"},
     .set = set_fields},
    {.name = "files-from",
     .takes = Takes::one,
     .value = "FILE",
     .standard = "none",
     .summary = "read the paths of more ARTICLES from this file, one a line; - is standard input",
     .text = "Where the file holds NUL bytes, as find -print0 writes them, the paths stand between these.",
     .commands = {"build", "tag", "explain", "gazetteer suggest"},
     .set = [](Settings& s, std::string_view value) { s.files_from = value; }},
    {.name = "roles",
     .summary = "read an office without a name, as \"the French president\", as a mention",
     .text = "In English articles. It means who held the office on the day of the article, as the key roles of the "
             "gazetteer says, and has the kind role. Where the date is not known or two held it that day it stays "
             "undecided. To count such mentions give --kinds role=1 to network; build reads and counts them by "
             "--kinds role=1 alone.",
     .commands = {"tag"},
     .set = [](Settings& s, std::string_view) { s.roles = true; }},
    {.name = "threads",
     .letter = 'j',
     .takes = Takes::one,
     .value = "N",
     .standard = "all cores",
     .summary = "work with this many threads; the output is the same for any number",
     .commands = {"build", "tag", "network", "explain", "gazetteer suggest", "gazetteer diff"},
     .set = [](Settings& s, std::string_view value) { s.threads = static_cast<unsigned>(number(value, 1, 1024)); }},
    {.name = "min-weight",
     .takes = Takes::one,
     .value = "N",
     .standard = "none",
     .summary = "leave out edges of less weight than this",
     .text = "As it was counted, by --unit, --counting or --decay, whatever --weight says.",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.min_weight = count_of(value); }},
    {.name = "unit",
     .takes = Takes::one,
     .value = "UNIT",
     .choices = unit_names,
     .standard = "article",
     .summary = "what must name two for an edge: article, paragraph, sentence or window=3, of 3 sentences",
     .text =
         "An edge weighs as many units as name both of its ends; its articles are those in which one does. The windows "
         "of an article are all rows of so many of its sentences, so that of 3 each sentence stands in three. In a "
         "list, see --max-entities, the units are sentences. Rows without sentences have no unit but the article.",
     .commands = {"build", "network", "explain"},
     .set = set_unit},
    {.name = "counting",
     .takes = Takes::one,
     .value = "HOW",
     .choices = counting_names,
     .standard = "full",
     .summary = "what a unit that names k adds to each pair: full 1, entity-one 1/(k-1), article-one 2/(k(k-1))",
     .text = "With full a long article weighs more than many short ones. With entity-one each name of a unit has the "
             "weight 1 in it (Newman 2001), with article-one the whole unit. All that may be meant are among the k. "
             "Such weights have six significant digits.",
     .commands = {"build", "network", "explain"},
     .set = set_counting},
    {.name = "decay",
     .takes = Takes::one,
     .value = "HOW",
     .choices = decay_names,
     .standard = "none",
     .summary = "weigh two mentions that are d sentences apart by exp(-d): sum, or nearest of an article",
     .text = "In place of --unit and --counting. sum adds up all pairs of mentions in an article, nearest takes its "
             "nearest one, so that an article adds 1 at most. Mentions more than 5 sentences apart make no edge; "
             "sum=2 or nearest=2 says another number, up to 20. In a list only those of one sentence count.",
     .commands = {"build", "network", "explain"},
     .set = set_decay},
    {.name = "weight",
     .takes = Takes::one,
     .value = "MEASURE",
     .choices = weight_names,
     .standard = "count",
     .summary = "what an edge weighs: its count, articles or sources, or how much closer its ends are than chance",
     .text =
         "count is what --unit, --counting or --decay make of it, by default the articles that name both. sources are "
         "the publishers of these articles and their copies, as in the columns of that name: the host of a URL, the "
         "field publisher, or the top folder; all articles of which none is known have one. Measures are of the "
         "numbers of articles, also where names in doubt count in parts: of all that count, of those that name either "
         "end, and of those in which a unit names both. An edge that would weigh nothing, or less, goes and is counted "
         "in the report.",
     .commands = {"build", "network", "explain"},
     .set = set_weight},
    {.name = "measures",
     .takes = Takes::list,
     .value = "MEASURE",
     .choices = measure_names,
     .standard = "none",
     .summary = "further columns: measures of the edges, betweenness of the nodes",
     .text =
         "Those of --weight. Beside hypergeometric stands hypergeometric_q, -log10 of the share of false discoveries "
         "by "
         "Benjamini and Hochberg, of all pairs of nodes. Betweenness takes the closeness of an edge for its weight; of "
         "more than 2,000 nodes it is estimated from the ways that start at 500 of them.",
     .commands = {"build", "network"},
     .set = set_measures},
    {.name = "backbone",
     .takes = Takes::list,
     .value = "FILTER",
     .choices = backbone_names,
     .standard = "none",
     .summary = "keep the edges that one of these filters finds telling, see --level",
     .text =
         "disparity: heavy for one of its ends. noise-corrected: heavier than the strengths of both ends let expect. "
         "marginal-likelihood: more articles than encounters dealt out by strength. hypergeometric: more articles than "
         "names dealt out to articles; sdsm: the same, with articles as long as they are. forest: the heaviest tree, "
         "so that with it nothing falls apart.",
     .commands = {"build", "network", "explain"},
     .set = set_backbone},
    {.name = "level",
     .takes = Takes::one,
     .value = "P",
     .standard = "0.05",
     .summary = "how likely chance may give an edge that --backbone keeps",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.prune.level = share(value); }},
    {.name = "top-edges",
     .takes = Takes::one,
     .value = "N",
     .standard = "all",
     .summary = "keep the edges that are among the N heaviest of either end",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.prune.top_edges = count_of(value); }},
    {.name = "core",
     .takes = Takes::one,
     .value = "K",
     .standard = "none",
     .summary = "keep the nodes that have K neighbours or more among each other",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.prune.core = count_of(value); }},
    {.name = "giant",
     .summary = "keep the largest connected part only",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view) { s.prune.giant = true; }},
    {.name = "max-nodes",
     .takes = Takes::one,
     .value = "N",
     .standard = "all",
     .summary = "keep the N nodes that are in most articles",
     .text = "0: all, in pictures too; see --max-edges.",
     .commands = {"build", "network", "explain"},
     .set =
         [](Settings& s, std::string_view value) {
             s.prune.max_nodes = number(value, 0, most_articles);
             s.readable = false;
         }},
    {.name = "max-edges",
     .takes = Takes::one,
     .value = "N",
     .standard = "all",
     .summary = "keep the N most telling edges: the heaviest tree first, then those least likely by chance",
     .text = "Edges of --ego come before all. Unless this or --max-nodes is given, a picture of more than 60 nodes or "
             "150 edges shows the most telling "
             "of them, "
             "and says so; files of data hold all. 0: all, in pictures too.",
     .commands = {"build", "network", "explain"},
     .set =
         [](Settings& s, std::string_view value) {
             s.prune.max_edges = number(value, 0, most_articles);
             s.readable = false;
         }},
    {.name = "pairs",
     .takes = Takes::list,
     .value = "TYPE-TYPE",
     .standard = "all",
     .summary = "keep edges between these types only: person-country,organization-organization",
     .text = "Nodes of a type that is in no pair go too. What is left is what --backbone and the like look at; numbers "
             "of articles, and the measures made of them, stay those of all that the articles name.",
     .commands = {"build", "network", "explain"},
     .set = set_pairs},
    {.name = "two-mode",
     .summary = "make nodes of the articles too, and edges between each article and whom it names",
     .text =
         "A node of type article has the title for a label. An edge weighs as many mentions as count. What compares "
         "articles that name two entities is refused: --weight, --measures but betweenness, --backbone, "
         "--min-weight and --pairs.",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view) { s.two_mode = true; }},
    {.name = "ego",
     .takes = Takes::list,
     .value = "ENTITY",
     .standard = "none",
     .summary = "keep who is near these entities, given by id or label, and all edges among them",
     .text = "Near along the edges that --pairs, --backbone and --top-edges leave.",
     .commands = {"build", "network", "explain"},
     .set = set_egos},
    {.name = "distance",
     .takes = Takes::one,
     .value = "K",
     .standard = "1",
     .summary = "how many edges from --ego is near",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.prune.distance = count_of(value); }},
    {.name = "from",
     .takes = Takes::one,
     .value = "DATE",
     .standard = "the first",
     .summary = "count only articles of this day, month or year and later: 2024-09-20, 2024-09 or 2024",
     .text = "As if no other articles had been given. Those without a date, and those whose month or year may lie "
             "outside, are left out and told.",
     .commands = {"build", "network", "explain"},
     .set = set_from},
    {.name = "to",
     .takes = Takes::one,
     .value = "DATE",
     .standard = "the last",
     .summary = "count only articles up to the end of this day, month or year",
     .commands = {"build", "network", "explain"},
     .set = set_to},
    {.name = "slice",
     .takes = Takes::one,
     .value = "UNIT",
     .choices = slice_names,
     .standard = "none",
     .summary = "write the network of each day, week, month, quarter or year too: week.gexf and week-2024-09.gexf",
     .text =
         "Each slice has the nodes and edges of the whole that its articles name, in the places where the whole has "
         "them, "
         "with its own numbers, weights and evidence; in pictures whoever is not named is pale, and sizes compare. A "
         ".dynamic.gexf plays the slices in Gephi's timeline, a .slices.csv counts them. Articles without a date, or "
         "with "
         "one that is too coarse, are in the whole only and told.",
     .commands = {"build", "network"},
     .set = set_slice},
    {.name = "types",
     .takes = Takes::list,
     .value = "TYPE",
     .choices = entity_types,
     .standard = "person,country,organization",
     .summary = "which types of entity become nodes",
     .commands = {"build", "network", "evaluate", "explain"},
     .set = set_types},
    {.name = "kinds",
     .takes = Takes::list,
     .value = "KIND=0|1",
     .choices = kind_names,
     .standard = "all but role=0,nested=0",
     .summary = "which kinds of mention count: demonym=0 ignores \"Russian\"",
     .text = "A kind that is not named keeps its default.",
     .commands = {"build", "network", "evaluate", "explain"},
     .set = set_kinds},
    {.name = "omit",
     .takes = Takes::repeated,
     .value = "ENTITY",
     .summary = "leave this entity out, by its id or label",
     .text = "May be given many times: for the paper itself, or what all articles are about.",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.count.omitted.emplace(value); }},
    {.name = "max-entities",
     .takes = Takes::one,
     .value = "N",
     .standard = "50",
     .summary = "take an article that names more for a list, in which only sentences make edges",
     .text = "A list is also an article that names eight or more, half of them only in lines without a full stop, as "
             "tables, rankings and pages of tags do. Those who share a sentence of it make edges, unless the sentence "
             "names more than ten. 0: no article is a list.",
     .commands = {"build", "network", "explain"},
     .set =
         [](Settings& s, std::string_view value) {
             s.count.max_entities = static_cast<std::uint32_t>(number(value, 0, most_articles));
         }},
    {.name = "keep-boilerplate",
     .summary = "count who is named in page furniture too",
     .text = "Otherwise nobody counts in what is marked as furniture of its page, nor in a paragraph that its source "
             "prints under many stories: a line under three or more, prose under five or more if it stands before or "
             "behind the story and names others than the story does. --verbose lists these paragraphs.",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view) { s.count.keep_boilerplate = true; }},
    {.name = "ambiguous",
     .takes = Takes::one,
     .value = "POLICY",
     .choices = policy_names,
     .standard = "drop",
     .summary = "whom a name counts for that may mean several: drop, top or split",
     .text =
         "drop: nobody. top: the first of its candidates, as if it were certain. split: each candidate by its score. "
         "Whoever is named for certain then has the share 1 in an article, and whoever is only perhaps named the "
         "highest of the scores there; to an edge an article adds the product of the two shares, 0.5 where one end is "
         "certain and the other has 50 percent. Two candidates of one name exclude each other: where neither is "
         "certain the article adds nothing to their edge. Weights have up to four decimals; articles, sentences "
         "and mentions are whole, and count all who may be meant.",
     .commands = {"build", "network"},
     .set = set_ambiguous},
    {.name = "duplicates",
     .takes = Takes::one,
     .value = "HOW",
     .choices = duplicates_names,
     .standard = "story",
     .summary = "how articles count that print one story: story, each or fraction",
     .text =
         "They are known by their words, also when cut short, furnished with other words or lightly edited. story: the "
         "best of them stands for the story, the others are named as its copies; --stats lists them and says why that "
         "one. each: every article counts. fraction: to the weight of an edge each of n copies adds 1/n.",
     .commands = {"build", "network", "explain"},
     .set = set_duplicates},
    {.name = "memory",
     .takes = Takes::one,
     .value = "SIZE",
     .standard = "64M",
     .summary = "hold no more of the articles in memory than this; the rest lies in temporary files",
     .text =
         "Bytes, or with K, M or G kibibytes, mebibytes or gibibytes. What is kept of an article, about two kilobytes, "
         "is meant, not the names of the gazetteer nor the network. The files lie in the folder TMPDIR, else in /tmp. "
         "The output is the same for any size.",
     .commands = {"build", "network", "explain"},
     .set = [](Settings& s, std::string_view value) { s.count.memory = size_of(value); }},
    {.name = "evidence",
     .takes = Takes::one,
     .value = "N",
     .standard = "3",
     .summary = "keep up to this many sentences as the evidence of each edge",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view value) { s.count.evidence = number(value, 0, 1000); }},
    {.name = "evidence-column",
     .summary = "give each edge its evidence as a text, in all formats with columns",
     .text = "Sentences, each with title, date and id of its article in brackets. Without it only node-link JSON holds "
             "the evidence. An invisible U+2060 stands in the letters INF, which Gephi would take for Infinity.",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view) { s.evidence_column = true; }},
    {.name = "no-isolates",
     .summary = "leave out nodes without an edge",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view) { s.prune.keep_isolates = false; }},
    {.name = "title",
     .takes = Takes::one,
     .value = "TEXT",
     .standard = "none",
     .summary = "title of the network, for formats that show one",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view value) { s.title = value; }},
    {.name = "layout",
     .takes = Takes::one,
     .value = "WHEN",
     .choices = layout_names,
     .standard = "auto",
     .summary = "when files have positions that can do without: auto, always or never",
     .text = "auto: when there are no more than 5,000 nodes, for nobody can tell more of them apart, or when "
             "--layout-from is given. Gephi and others lay out a network without positions themselves. What is drawn "
             "as it stands always has them: .svg, .png, .pdf, .yed.graphml, .cyjs and .graphology.json.",
     .commands = {"build", "network"},
     .set = set_layout},
    {.name = "layout-time",
     .takes = Takes::one,
     .value = "SECONDS",
     .standard = "60",
     .summary = "do without Graphviz when it takes longer for the layout",
     .text = "Graphviz lays out networks of up to 500 nodes.",
     .commands = {"build", "network"},
     .set = [](Settings& s,
               std::string_view value) { s.layout_time = std::chrono::seconds(number(value, 1, 1'000'000)); }},
    {.name = "layout-from",
     .takes = Takes::one,
     .value = "FILE",
     .standard = "none",
     .summary = "keep names where they stand in this network, such as last week's network.json",
     .text = "A network that entente wrote as .json, with its positions: see --layout. New names are set near their "
             "neighbours; names that overlap are "
             "pushed apart; those that are not in both networks are ignored.",
     .commands = {"build", "network"},
     .set = [](Settings& s, std::string_view value) { s.layout_from = value; }},
    {.name = "fail-under",
     .takes = Takes::one,
     .value = "F1",
     .summary = "end with exit status 1 when the F1 of mentions is lower, a number from 0 to 1",
     .text = "The report is printed and written in any case.",
     .commands = {"evaluate"},
     .set = [](Settings& s, std::string_view value) { s.fail_under = share(value); }},
    {.name = "penalize",
     .takes = Takes::list,
     .value = "ZONE",
     .choices = penalized_zones,
     .standard = "none",
     .summary = "count what is tagged in these zones of the gold as wrong",
     .text = "Otherwise it is passed over. The zone credit holds by-lines too.",
     .commands = {"evaluate"},
     .set = set_penalized},
    {.name = "mention",
     .takes = Takes::one,
     .value = "TEXT",
     .summary = "explain the mentions with these words: rule, evidence and line of the gazetteer",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view value) { s.mention = value; }},
    {.name = "node",
     .takes = Takes::one,
     .value = "NODE",
     .summary = "explain a node, by its id or name: all its mentions, and which of them count",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view value) { s.node = value; }},
    {.name = "edge",
     .takes = Takes::two,
     .value = "NODE NODE",
     .summary = "explain an edge, by the ids or names of its ends: the articles that name both, or why there is none",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view value) { s.edge.emplace_back(value); }},
    {.name = "miss",
     .takes = Takes::one,
     .value = "TEXT",
     .summary = "explain why these words were not tagged, or make no edge",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view value) { s.miss = value; }},
    {.name = "show-zones",
     .summary = "show each page with what its parts were taken for: headline, caption, credit, boilerplate",
     .text =
         "In colours on a terminal, else in brackets. All but boilerplate, credits and by-lines counts. What a source "
         "repeats under many stories shows only when all articles are known: see --verbose of build and network.",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view) { s.show_zones = true; }},
    {.name = "color",
     .summary = "colour the zones also where the output is no terminal",
     .commands = {"explain"},
     .set = [](Settings& s, std::string_view) { s.colour = true; }},
    {.name = "stats",
     .takes = Takes::one,
     .value = "FILE",
     .summary = "write what was done as JSON: counts, warnings, versions, time by stage",
     .commands = {"build", "tag", "network", "evaluate"},
     .set = [](Settings& s, std::string_view value) { s.stats = value; }},
    {.name = "config",
     .takes = Takes::one,
     .value = "FILE",
     .summary = "read options from this YAML file",
     .text = "Each key is a long option without its dashes; a list or a map serves where many values are taken, true "
             "and false where none is. The command line wins. Options of other commands are let be, so that one file "
             "serves tag and network alike. Paths are taken from the working folder, as on the command line.",
     .commands = {"build", "tag", "network", "evaluate", "explain"},
     .set = [](Settings& s, std::string_view value) { s.config = value; }},
    {.name = "into",
     .takes = Takes::one,
     .value = "FILE",
     .summary = "add what was decided to this gazetteer file; it is made when it is not there",
     .text = "What the file holds stays byte for byte, and new rows come behind it. It is written whole or not at all.",
     .commands = {"gazetteer apply", "gazetteer merge"},
     .set = [](Settings& s, std::string_view value) { s.into = value; }},
    {.name = "corpus",
     .takes = Takes::repeated,
     .value = "PATH",
     .summary = "try the names on these articles",
     .text = "May be given many times, for files and folders. `gazetteer diff` compares the networks that both make of "
             "them; "
             "`gazetteer check` tells which names are never found there, and which alone make most edges. A name makes "
             "an edge alone when in every article that has "
             "both ends it is the only listed name of one of them.",
     .commands = {"gazetteer check", "gazetteer diff"},
     .set = [](Settings& s, std::string_view value) { s.corpus.emplace_back(value); }},
    {.name = "stats",
     .summary = "show how many entities and names there are, by type and language",
     .commands = {"gazetteer show"},
     .set = [](Settings& s, std::string_view) { s.counts = true; }},
    {.name = "format",
     .takes = Takes::one,
     .value = "FORMAT",
     .choices = importer_names,
     .standard = "by name and content",
     .summary = "the form of the names to import",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = set_format},
    {.name = "type",
     .takes = Takes::one,
     .value = "TYPE",
     .choices = entity_types,
     .standard = "none",
     .summary = "type of imported entities that do not say theirs",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = set_type},
    {.name = "columns",
     .takes = Takes::list,
     .value = "KEY=COLUMN",
     .choices = column_keys,
     .standard = "each key is the name of a column",
     .summary = "which column of a CSV file holds what: name=Title,aliases=Also known as",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = set_columns},
    {.name = "separator",
     .takes = Takes::one,
     .value = "TEXT",
     .standard = "; in CSV, & in GATE",
     .summary = "what parts the aliases in one field of a CSV file, or a name and its features in a list of GATE",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = set_separator},
    {.name = "classes",
     .takes = Takes::list,
     .value = "Q=CLASS",
     .standard = "none",
     .summary = "classes of Wikidata that are organizations: Q7278=party,Q484652",
     .text = "Humans (Q5) and countries (Q6256, Q3624078) are always taken. What follows = is the class in our schema.",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = set_classes},
    {.name = "languages",
     .takes = Takes::list,
     .value = "CODE",
     .standard = "all",
     .summary = "import names in these languages only, and those of no language",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set =
         [](Settings& s, std::string_view value) {
             for (const auto word : words_between_commas(value)) s.import.languages.emplace(word);
         }},
    {.name = "source",
     .takes = Takes::one,
     .value = "NAME",
     .standard = "the name of the format or file",
     .summary = "what imported entities call their source",
     .text = "Ids are compared within one source. A file that is imported again under another name needs the same.",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = [](Settings& s, std::string_view value) { s.import.source = noted(value, 60); }},
    {.name = "licence",
     .takes = Takes::one,
     .value = "TEXT",
     .standard = "the one that the format has, if any",
     .summary = "licence that imported entities note, such as CC-BY-4.0",
     .commands = {"gazetteer import", "gazetteer compile"},
     .set = [](Settings& s, std::string_view value) { s.import.licence = noted(value, 60); }},
    {.name = "dry-run",
     .summary = "tell what would be imported and write nothing",
     .commands = {"gazetteer import"},
     .set = [](Settings& s, std::string_view) { s.dry_run = true; }},
    {.name = "forms",
     .summary = "show each name in the cases of the languages that decline it, or of --language",
     .commands = {"gazetteer show"},
     .set = [](Settings& s, std::string_view) { s.forms = true; }},
    {.name = "strict",
     .summary = "let warnings count as failures: exit status 1 and no file written",
     .commands = {"build", "tag", "network", "evaluate", "gazetteer check", "gazetteer import", "gazetteer compile"},
     .set = [](Settings& s, std::string_view) { s.strict = true; }},
    {.name = "quiet",
     .letter = 'q',
     .summary = "print errors only",
     .commands = {"build", "tag", "network", "diff", "evaluate", "explain", "gazetteer check", "gazetteer suggest",
                  "gazetteer apply", "gazetteer diff", "gazetteer import", "gazetteer compile", "gazetteer merge"},
     .set = [](Settings& s, std::string_view) { s.quiet = true; }},
    {.name = "verbose",
     .letter = 'v',
     .summary = "print every warning and the time of each stage",
     .commands = {"build", "tag", "network", "evaluate", "explain"},
     .set = [](Settings& s, std::string_view) { s.verbose = true; }},
    {.name = "man",
     .summary = "print the manual page of all commands",
     .commands = {"help"},
     .set = [](Settings& s, std::string_view) { s.man = true; }},
    {.name = "help",
     .letter = 'h',
     .summary = "print help and end",
     .set = [](Settings& s, std::string_view) { s.help = true; }},
    {.name = "version",
     .summary = "print the version and end",
     .set = [](Settings& s, std::string_view) { s.version = true; }},
};

}  // namespace

std::span<const OptionRow> options() { return rows; }

const OptionRow* find_option(std::string_view name) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

bool takes(const CommandRow& command, const OptionRow& option) {
    const auto& of = option.commands;
    return of.empty() || std::find(of.begin(), of.end(), command.name) != of.end();
}

const OptionRow* find_option(std::string_view name, const CommandRow& command) {
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.name == name && takes(command, r); });
    return row == rows.end() ? nullptr : &*row;
}

std::vector<const OptionRow*> options_of(const CommandRow& command) {
    std::vector<const OptionRow*> found;
    for (const auto& row : rows) {
        if (takes(command, row)) {
            found.push_back(&row);
        }
    }
    return found;
}

std::string usage_of(const OptionRow& option) {
    std::string text = option.letter == 0 ? "    " : std::string{'-', option.letter, ',', ' '};
    text += "--" + std::string(option.name);
    if (option.takes != Takes::nothing) {
        text += ' ' + std::string(option.value);
    }
    return option.takes == Takes::list ? text + ",..." : text;
}

std::vector<std::string_view> words_between_commas(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        const auto comma = text.find(',');
        words.push_back(text.substr(0, comma));
        if (comma == std::string_view::npos) {
            return words;
        }
        text.remove_prefix(comma + 1);
    }
}

}  // namespace entente::cli
