// SPDX-License-Identifier: Apache-2.0
// The table of commands: one row each. To add one, write a row here and a file in commands/.
#include "command.hpp"

#include "commands/commands.hpp"
#include "completion_script.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const auto& row : commands()) {
        names.push_back(row.name);
    }
    return names;
}

constexpr CommandRow rows[] = {
    {.name = "build",
     .arguments = "ARTICLES...",
     .least = 1,
     .most = any_number,
     .summary = "turn articles into a network",
     .text = "Reads articles, finds who is named in them, and writes the network of those who are named together, "
             "once for each --output. ARTICLES are files, folders (read with all that is in them) or - for standard "
             "input. An article that cannot be read is named, counted and skipped.",
     .example = "entente build articles/ -o news.gexf -o news.png",
     .run = build},
    {.name = "tag",
     .arguments = "ARTICLES...",
     .least = 1,
     .most = any_number,
     .summary = "turn articles into mentions, one JSON object a line",
     .text = "Reads articles and writes for each one a line of JSON that says who is named where, to standard output "
             "unless --output names a file. In a file named .mentions the same rows stand in a compact form. Either is "
             "what entente network reads.",
     .example = "entente tag articles/ -o mentions.jsonl",
     .run = tag},
    {.name = "network",
     .arguments = "MENTIONS...",
     .least = 1,
     .most = any_number,
     .summary = "turn the rows of tag into a network",
     .text = "Reads rows that entente tag wrote, from one or many files or from standard input (-), and writes the "
             "network. Other weights, types and kinds need no second tagging, and rows may come from many machines: "
             "the network of all shards is the network of the whole.",
     .example = "entente network monday.jsonl tuesday.jsonl -o week.gexf --min-weight 2",
     .run = network},
    {.name = "diff",
     .arguments = "OLD NEW",
     .least = 2,
     .most = 2,
     .summary = "tell what changed between two networks",
     .text =
         "OLD and NEW are networks that entente wrote as .json, such as those of two weeks. Tells which names are new "
         "or gone, and which edges are new, gone, stronger or weaker, those that changed most first, each with its "
         "weights and a sentence that names both. With --output, writes all that differs as JSON too.",
     .example = "entente diff last-week.json this-week.json",
     .run = diff},
    {.name = "evaluate",
     .arguments = "GOLD MENTIONS...",
     .least = 2,
     .most = any_number,
     .summary = "compare the rows of tag with what a careful reader found",
     .text =
         "Prints precision, recall and F1 of mentions, entities, nodes and edges, by type, by kind and by class of "
         "error, and which name was taken for whom. GOLD has one JSON object a line for each article: its source "
         "and its mentions, each with begin, end, entity, type and kind as in the rows of entente tag, which may be "
         "corrected by hand to make one. MENTIONS are rows that entente tag wrote of the same articles.",
     .example = "entente evaluate gold.jsonl mentions.jsonl --fail-under 0.95",
     .run = evaluate},
    {.name = "explain",
     .arguments = "ARTICLES...",
     .least = 1,
     .most = any_number,
     .summary = "tell why a mention, node or edge is there, or is not",
     .text = "Tags the articles as entente tag does and tells why, with the rule, the evidence and its points, the "
             "runner-up and the line of the gazetteer. One of --mention, --node, --edge, --miss and --show-zones says "
             "what is "
             "asked. "
             "Each place begins a line: article, byte, and the sentence with the words in brackets.",
     .example = "entente explain articles/ --edge Russia person/sergey-lavrov",
     .run = explain},
    {.name = "gazetteer check",
     .arguments = "[PATH...]",
     .least = 0,
     .most = any_number,
     .summary = "find faults in gazetteer files",
     .text = "Reads YAML files and folders of names, the shipped ones unless a PATH is given, and tells each fault "
             "with its line and what to do about it. Errors come first, then warnings of what can be read and is odd, "
             "which `allow:` in a file silences with a reason. With --corpus, names are tried on articles too.",
     .example = "entente gazetteer check my-names.yaml",
     .run = gazetteer_check},
    {.name = "gazetteer compile",
     .arguments = "[PATH...]",
     .least = 0,
     .most = any_number,
     .summary = "make one file of names that opens at once",
     .text =
         "Compiles YAML files and folders of names, the shipped ones unless a PATH is given, with the languages; and "
         "lists in any format of entente gazetteer import, which are imported into them. The file of --output serves "
         "as --gazetteer wherever "
         "YAML does. It is mapped into memory, so that only what is looked at is read. Make it again with every "
         "new version of the program.",
     .example = "entente gazetteer compile firms.csv --type organization -o firms.entente",
     .run = gazetteer_compile},
    {.name = "gazetteer import",
     .arguments = "FILE",
     .least = 1,
     .most = 1,
     .summary = "make a gazetteer file of somebody else's list of names",
     .text = "Reads FILE, which may be under gzip, Zstandard, bzip2 or xz, and adds its entities to the file of "
             "--output: whoever is "
             "there already, by the id of the source or of Wikidata, gains names and facts and keeps the id, so that "
             "a second import changes nothing. What is not taken is told with its reason, how often and the lines. "
             "When FILE is cut off or damaged, the file of --output stays as it was.",
     .example = "entente gazetteer import leaders.csv --type person -o leaders.yaml",
     .run = gazetteer_import},
    {.name = "gazetteer show",
     .arguments = "[NAME...]",
     .least = 0,
     .most = any_number,
     .summary = "print who owns a name, all their names, and where they are listed",
     .text =
         "NAME is any name, a name in another case, or an id such as person/sergey-lavrov; without one everybody is "
         "shown. With --forms, each name is followed by its forms in the languages that decline it.",
     .example = "entente gazetteer show \"Sergey Lavrov\" --forms --language ru",
     .run = gazetteer_show},
    {.name = "gazetteer suggest",
     .arguments = "ARTICLES...",
     .least = 1,
     .most = any_number,
     .summary = "list the names in articles that the gazetteer lacks",
     .text = "Writes YAML with one entry for each name, those of most articles first: a guess of its type and what "
             "tells it, who is named beside it, up to three sentences, and whether it looks like another spelling of "
             "one who is listed. Write a decision into each entry and give the file to entente gazetteer apply. "
             "What was refused there is not listed again.",
     .example = "entente gazetteer suggest articles/ -o names.yaml",
     .run = gazetteer_suggest},
    {.name = "gazetteer apply",
     .arguments = "PATCH...",
     .least = 1,
     .most = any_number,
     .summary = "write decided suggestions into a gazetteer file",
     .text = "PATCH is a file of entente gazetteer suggest in which a person has written decisions. Those accepted are "
             "added to the file of --into, as are further names of those who are listed, and the refused names, so "
             "that they are remembered. Nothing is added twice.",
     .example = "entente gazetteer apply names.yaml --into my-names.yaml",
     .run = gazetteer_apply},
    {.name = "gazetteer merge",
     .arguments = "OLD NEW",
     .least = 2,
     .most = 2,
     .summary = "make two entities one, so that both ids mean it",
     .text =
         "OLD and NEW are ids. Writes into the file of --into that the names and facts of OLD are those of NEW; the "
         "files that list the two stay as they are. OLD keeps its meaning in other gazetteer files, in explain, "
         "and in rows that were tagged with it when network is given --gazetteer.",
     .example = "entente gazetteer merge person/s-lavrov person/sergey-lavrov --into my.yaml",
     .run = gazetteer_merge},
    {.name = "gazetteer diff",
     .arguments = "OLD NEW",
     .least = 2,
     .most = 2,
     .summary = "tell what changes between two gazetteers",
     .text = "OLD and NEW are YAML files or folders. Tells which entities and names are new, gone or changed; with "
             "--corpus, which nodes and edges of the network of these articles appear, vanish or change weight, each "
             "edge with a sentence.",
     .example = "entente gazetteer diff gazetteer/ my-gazetteer/ --corpus articles/",
     .run = gazetteer_diff},
    {.name = "completion",
     .arguments = "SHELL",
     .least = 1,
     .most = 1,
     .summary = "print what makes a shell complete this command",
     .text = "SHELL is bash, zsh or fish. For the shell at hand: source <(entente completion bash).",
     .example = "entente completion bash > ~/.local/share/bash-completion/completions/entente",
     .choices = shells,
     .run = completion},
    {.name = "help",
     .arguments = "[COMMAND]",
     .least = 0,
     .most = 2,
     .summary = "explain a command, or all of them",
     .text = "Without COMMAND, lists the commands. With --man, prints the manual page of them all.",
     .example = "entente help build",
     .choices = command_names,
     .run = help},
};

/// Commands of two words have the first of them in common.
struct GroupRow {
    std::string_view word;
    std::string_view summary;
};

constexpr GroupRow groups[] = {{"gazetteer", "look after the names"}};

}  // namespace

std::span<const CommandRow> commands() { return rows; }

const CommandRow* find_command(std::string_view name) {
    const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const auto& r) { return r.name == name; });
    return row == std::end(rows) ? nullptr : row;
}

std::vector<std::string_view> first_words() {
    std::vector<std::string_view> words;
    for (const auto& row : rows) {
        const auto word = row.name.substr(0, row.name.find(' '));
        if (std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(word);
        }
    }
    return words;
}

std::string_view summary_of(std::string_view first_word) {
    if (const auto* command = find_command(first_word)) {
        return command->summary;
    }
    const auto group =
        std::find_if(std::begin(groups), std::end(groups), [&](const auto& g) { return g.word == first_word; });
    return group == std::end(groups) ? std::string_view{} : group->summary;
}

std::vector<const CommandRow*> commands_in(std::string_view word) {
    std::vector<const CommandRow*> found;
    for (const auto& row : rows) {
        if (row.name.size() > word.size() && row.name.starts_with(word) && row.name[word.size()] == ' ') {
            found.push_back(&row);
        }
    }
    return found;
}

}  // namespace entente::cli
