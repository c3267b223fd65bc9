// SPDX-License-Identifier: Apache-2.0
// The tables of commands and options: what they promise, and that help, manual, completions and README say it.
#include <entente/article/reader.hpp>
#include <entente/export/format.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/text/file.hpp>
#include "../src/cli/command_line.hpp"
#include "../src/cli/completion_script.hpp"
#include "../src/cli/gazetteer_counts.hpp"
#include "../src/cli/help_text.hpp"
#include "../src/cli/man_page.hpp"
#include "../src/cli/network_files.hpp"
#include "../src/cli/stats.hpp"
#include "catch.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace entente;
using namespace entente::cli;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// White space squeezed and mdoc's escapes taken off, so that line breaks do not matter.
std::string flat(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const char blank = c == '\n' ? ' ' : c;
        if (blank != ' ' || (!out.empty() && out.back() != ' ')) {
            out += blank;
        }
    }
    return out;
}

std::string without_first(std::string_view text) { return std::string(text.substr(1)); }  // the manual's is a capital

Settings settings_of(std::vector<std::string> words) {
    const auto& command = take_command(words);
    return read_settings(command, words);
}

std::string complaint(std::vector<std::string> words) {
    try {
        const auto& command = take_command(words);
        static_cast<void>(read_settings(command, words));
    } catch (const UsageError& error) {
        return to_text(error.diagnostic());
    }
    return {};
}

std::string table_row(std::string left, std::string_view right) {
    std::string row = "| `" + left + "` | " + std::string(right) + " |\n";
    for (auto bar = row.find("0|1"); bar != std::string::npos; bar = row.find("0|1", bar + 4)) {
        row.replace(bar + 1, 1, "\\|");
    }
    return row;
}

std::string trimmed(std::string text) { return text.erase(0, text.find_first_not_of(' ')); }

}  // namespace

TEST_CASE("no two commands and no two options of a command share a name", "[cli]") {
    std::set<std::string_view> names;
    for (const auto& command : commands()) {
        INFO(command.name);
        CHECK(names.insert(command.name).second);
        std::set<std::string_view> long_names;
        std::set<char> letters;
        for (const auto* option : options_of(command)) {
            INFO(option->name);
            CHECK(long_names.insert(option->name).second);
            CHECK((option->letter == 0 || letters.insert(option->letter).second));
        }
    }
}

TEST_CASE("every row of the tables is whole", "[cli]") {
    for (const auto& command : commands()) {
        INFO(command.name);
        CHECK_FALSE(command.arguments.empty());
        CHECK_FALSE(command.summary.empty());
        CHECK_FALSE(command.text.empty());
        CHECK(command.example.starts_with("entente " + std::string(command.name)));
        CHECK(command.run != nullptr);
        CHECK(command.least <= command.most);
        CHECK_FALSE(summary_of(command.name.substr(0, command.name.find(' '))).empty());
    }
    for (const auto& option : options()) {
        INFO(option.name);
        CHECK((option.takes == Takes::nothing) == option.value.empty());
        CHECK_FALSE(option.summary.empty());
        CHECK_FALSE(option.summary.ends_with('.'));
        CHECK(option.set != nullptr);
        for (const auto command : option.commands) {
            CHECK(find_command(command) != nullptr);
        }
        if (option.choices != nullptr) {
            CHECK_FALSE(option.choices().empty());
        }
    }
}

TEST_CASE("the example of every command is a command line that is understood", "[cli]") {
    for (const auto& command : commands()) {
        std::vector<std::string> words;
        std::string_view rest = command.example.substr(0, command.example.find(" >"));
        while (!rest.empty()) {
            words.emplace_back(rest.substr(0, rest.find(' ')));
            rest.remove_prefix(std::min(rest.size(), words.back().size() + 1));
        }
        words.erase(words.begin());
        CHECK(complaint(words).empty());
    }
}

TEST_CASE("every row is in the help, the manual and each completion", "[cli]") {
    const auto manual = flat(man_page());
    for (const auto& command : commands()) {
        INFO(command.name);
        const auto word = command.name.substr(command.name.rfind(' ') + 1);
        CHECK(holds(help_text(), "  " + std::string(command.name)));
        CHECK(holds(manual, without_first(command.summary)));
        for (const auto shell : shells()) {
            CHECK(holds(completion_script(shell), word));
        }
        const auto help = flat(help_text(command));
        for (const auto* option : options_of(command)) {
            INFO(option->name);
            CHECK(holds(help, "--" + std::string(option->name)));
            CHECK(holds(help, option->summary));
            CHECK(holds(manual, "Fl Fl " + std::string(option->name)));
            CHECK(holds(manual, without_first(option->summary)));
            for (const auto shell : shells()) {
                CHECK(holds(completion_script(shell), (shell == "fish" ? "-l " : "--") + std::string(option->name)));
            }
        }
    }
}

TEST_CASE("the help fits into 80 columns", "[cli]") {
    std::string text = help_text();
    for (const auto& command : commands()) {
        text += help_text(command);
    }
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = text.find('\n', begin);
        const auto line = text.substr(begin, end - begin);
        if (line.find("entente completion bash >") == std::string::npos) {
            CAPTURE(line);
            CHECK(line.size() <= 80);
        }
        begin = end + 1;
    }
}

TEST_CASE("README lists every command, option and format as the tables have them", "[cli]") {
    const auto readme = read_whole_file("README.md");
    std::string missing;
    const auto want = [&](const std::string& row) { missing += holds(readme, row) ? "" : row; };
    for (const auto& command : commands()) {
        want(table_row("entente " + std::string(command.name) + ' ' + std::string(command.arguments), command.summary));
    }
    for (const auto& option : options()) {
        want(table_row(trimmed(usage_of(option)), option.summary));
    }
    for (const auto& reader : readers()) {
        want(table_row(std::string(reader.name), explanation_of(reader)));
    }
    for (const auto& format : formats()) {
        want(table_row(std::string(format.suffix), format.summary));
    }
    CHECK(missing == "");
}

TEST_CASE("the README of the gazetteer says how much it holds", "[cli]") {
    Diagnostics faults;
    const auto table = counts_table(read_gazetteer({"gazetteer"}, faults));
    INFO("put into gazetteer/README.md what `entente gazetteer show --stats` prints");
    CHECK(holds(read_whole_file("gazetteer/README.md"), table));
}

TEST_CASE("a command line is read into settings", "[cli]") {
    const auto settings = settings_of({"build", "monday", "tuesday", "-o", "week.gexf", "--output=week.png", "-qj3",
                                       "--types", "person,place", "--kinds", "demonym=0,nested=1", "--min-weight", "2",
                                       "--ambiguous", "split", "--duplicates", "fraction", "-"});
    CHECK(settings.arguments == std::vector<std::string>{"monday", "tuesday", "-"});
    CHECK(settings.outputs == std::vector<std::string>{"week.gexf", "week.png"});
    CHECK(settings.quiet);
    CHECK(settings.threads == 3);
    CHECK(settings.count.types == std::set<EntityType>{EntityType::person, EntityType::place});
    CHECK_FALSE(settings.count.counts(MentionKind::demonym));
    CHECK(settings.count.counts(MentionKind::nested));
    CHECK(settings.count.counts(MentionKind::surname));
    CHECK(settings.min_weight == 2);
    CHECK(settings.count.ambiguous == Ambiguous::split);
    CHECK(settings.count.duplicates == Duplicates::fraction);
    CHECK(settings_of({"build", "--", "--strange-name", "--min-weight"}).arguments
          == std::vector<std::string>{"--strange-name", "--min-weight"});
}

TEST_CASE("an edge to explain has two ends, wherever it stands on the command line", "[cli]") {
    const std::vector<std::string> ends = {"Tonga", "Jacinda Ardern"};
    for (const auto& words : {std::vector<std::string>{"explain", "--edge", "Tonga", "Jacinda Ardern", "news"},
                              std::vector<std::string>{"explain", "news", "--edge", "Tonga", "Jacinda Ardern"}}) {
        CHECK(settings_of(words).edge == ends);
        CHECK(settings_of(words).arguments == std::vector<std::string>{"news"});
    }
    CHECK(holds(complaint({"explain", "news", "--edge"}), "--edge needs a value: --edge NODE NODE"));
}

TEST_CASE("the defaults that the help names are those that hold", "[cli]") {
    const Settings standard;
    CHECK(standard.min_weight == 0);
    CHECK(standard.count.ambiguous == Ambiguous::drop);
    CHECK(standard.count.duplicates == Duplicates::story);
    CHECK(standard.count.evidence == 3);
    CHECK(standard.layout_time == std::chrono::seconds(60));
    CHECK(find_option("min-weight")->standard == "none");
    CHECK(find_option("ambiguous")->standard == "drop");
    CHECK(find_option("duplicates")->standard == "story");
    CHECK(find_option("evidence")->standard == "3");
    CHECK(find_option("layout-time")->standard == "60");
    CHECK(standard.count.types.size() == words_between_commas(find_option("types")->standard).size());
    std::string out;
    for (std::size_t kind = 0; kind < mention_kinds; ++kind) {
        if (!standard.count.kinds[kind]) {
            out += (out.empty() ? "" : ",") + std::string(name_of(static_cast<MentionKind>(kind))) + "=0";
        }
    }
    CHECK(find_option("kinds")->standard == "all but " + out);
}

TEST_CASE("a slip of the fingers is answered with what was meant", "[cli]") {
    CHECK(holds(complaint({"biuld", "news"}), "did you mean build?"));
    CHECK(holds(complaint({"gazetteer", "chekc"}), "did you mean gazetteer check?"));
    CHECK(holds(complaint({"build", "news", "--min-wieght", "2"}), "did you mean --min-weight?"));
    CHECK(holds(complaint({"build", "news", "--types", "contry"}), "did you mean \"country\"?"));
    CHECK(holds(complaint({"tag", "news", "--min-weight", "2"}), "--min-weight is an option of build and network"));
    CHECK(holds(complaint({"build", "news", "-o"}), "--output needs a value"));
    CHECK(
        holds(complaint({"build", "news", "--min-weight", "-1"}), "--min-weight: a whole number from 1 up is wanted"));
    CHECK(holds(complaint({}), "a command must be given"));
}

TEST_CASE("the run file holds any option, and the command line wins", "[cli]") {
    const ScratchFolder folder;
    folder.write("run.yaml",
                 "output: [week.gexf, week.json]\ntypes: person\nkinds: {demonym: 0, role: 1}\nmin-weight: 3\n"
                 "quiet: true\nstrict: false\ngazetteer: mine.yaml\n");
    const auto path = folder.path("run.yaml");
    const auto settings = settings_of({"network", "rows.jsonl", "--config", path, "--min-weight", "2"});
    CHECK(settings.outputs == std::vector<std::string>{"week.gexf", "week.json"});
    CHECK(settings.count.types == std::set<EntityType>{EntityType::person});
    CHECK_FALSE(settings.count.counts(MentionKind::demonym));
    CHECK(settings.count.counts(MentionKind::role));
    CHECK(settings.min_weight == 2);
    CHECK(settings.quiet);
    CHECK_FALSE(settings.strict);
    CHECK(settings.gazetteers == std::vector<std::string>{"mine.yaml"});
    CHECK(settings_of({"network", "rows.jsonl", "--config", path, "-o", "a.gv"}).outputs
          == std::vector<std::string>{"a.gv"});
}

TEST_CASE("a fault in the run file is told with its place", "[cli]") {
    const ScratchFolder folder;
    const auto fault = [&](std::string_view text) {
        folder.write("run.yaml", text);
        return complaint({"build", "news", "--config", folder.path("run.yaml")});
    };
    CHECK(holds(fault("types: person\nmin-wieght: 2\n"), "run.yaml:2:1: error: unknown option \"min-wieght\""));
    CHECK(holds(fault("types: person\nmin-wieght: 2\n"), "did you mean \"min-weight\"?"));
    CHECK(holds(fault("title: Élysée\nmin-weight: two\n"), "run.yaml:2:13: error: a whole number"));
    CHECK(holds(fault("{title: Élysée, min-weight: two}\n"), "run.yaml:1:29: error: a whole number"));
    CHECK(holds(fault("quiet: true\nquiet: false\n"), "run.yaml:2:1: error: \"quiet\" stands here twice"));
    CHECK(holds(fault("quiet: often\n"), "run.yaml:1:8: error:"));
    CHECK(holds(fault("title:\n"), "run.yaml:1:1: error: no value"));
    CHECK(holds(fault("title: [a, b]\n"), "run.yaml:1:8: error: one value"));
    CHECK(holds(fault("config: other.yaml\n"), "has no place in a run file"));
    CHECK(holds(fault("- build\n"), "run.yaml:1:1: error: a run file holds lines"));
    CHECK(holds(fault("title: [\n"), "this is no YAML"));
    CHECK(fault("").empty());
}

TEST_CASE("numbers and nouns are written for people", "[cli]") {
    CHECK(counted(0, "article") == "0 articles");
    CHECK(counted(1, "entity") == "1 entity");
    CHECK(counted(1234567, "entity") == "1,234,567 entities");
}

TEST_CASE("positions are computed where they can be seen or are asked for, and always for what is drawn", "[cli]") {
    const auto laid_out = [](std::size_t nodes, const char* path, const std::vector<std::string>& words = {}) {
        Settings settings;
        for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
            find_option(words[i])->set(settings, words[i + 1]);
        }
        const Format* formats[] = {&format_of("week.edges.csv"), &format_of(path)};
        return needs_layout(nodes, settings, formats);
    };
    for (const char* path : {"week.gexf", "week.graphml", "week.json", "week.gv", "week.net", "week.nodes.csv"}) {
        CHECK(laid_out(5'000, path));
        CHECK(!laid_out(5'001, path));
        CHECK(laid_out(5'001, path, {"layout", "always"}));
        CHECK(laid_out(5'001, path, {"layout-from", "last-week.json"}));
        CHECK(!laid_out(2, path, {"layout", "never"}));
    }
    for (const char* path : {"week.svg", "week.png", "week.yed.graphml", "week.cyjs", "week.graphology.json"}) {
        CHECK(laid_out(5'001, path));
        CHECK(laid_out(2, path, {"layout", "never"}));
    }
    CHECK(!laid_out(2, "week.slices.csv", {"layout", "always"}));
}
