// SPDX-License-Identifier: Apache-2.0
#include "man_page.hpp"

#include <entente/article/reader.hpp>
#include <entente/evaluate/error_class.hpp>
#include <entente/export/format.hpp>
#include "command.hpp"
#include "help_text.hpp"
#include "option.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

/// Day of the last change to what this page says: no clock may decide it.
constexpr std::string_view manual_date = "November 22, 2026";

constexpr std::string_view opening = R"(.Dt ENTENTE 1
.Os
.Sh NAME
.Nm entente
.Nd turn news articles into networks of the people, countries and organizations they name
)";

constexpr std::string_view evaluation = R"(.Sh EVALUATION
The report of
.Cm evaluate
has precision, recall and F1 of:
.Bl -tag -width Ds
.It mentions
right when bytes and entity are those of the gold
.It mentions overlapping
right when the entity is, and some of the bytes are
.It spans
right when the bytes are, whoever is meant
.It entities
those named in an article, once for each article
.It nodes
those named at all, once
.It edges by article
pairs of entities of one article, once for each article
.It edges
pairs that share an article, once
.It edges with weight
right when the number of articles is that of the gold too
.El
.Pp
In tables by kind, a wrong mention has the kind that it was tagged with.
Nested and undecided mentions and those tagged in boilerplate, credits and
by-lines do not count as tagged; what stands where the gold has another kind,
type or zone is passed over when it is tagged as that.
.Pp
The JSON of
.Fl Fl output
has the tables under the names of the report, blanks written as underscores,
beside these keys:
.Bl -tag -width Ds
.It articles
number of articles of the gold
.It only_in_gold , only_in_mentions
lists of articles
.It types , kinds , penalized
lists: what was in scope
.It errors_by_class
object: missed and wrong mentions of each class, and the edges of single
articles that are missing or false because of them
.It confusions
list of text, gold, tagged and count; null stands for nobody and not tagged
.It errors
list of every missed or wrong mention: article, begin, end, text, gold, tagged,
error and class
.El
.Pp
)";

constexpr std::string_view rows = R"(.Sh MENTIONS
What
.Cm tag
writes and
.Cm network
and
.Cm evaluate
read is one JSON object a line for each article, with these keys.
Other programs may write such rows: needed are schema, article, entities with
their ids and, of each mention, begin, end and entity.
.Bl -tag -width Ds
.It schema
1; a change that a reader could misread raises it, a new key does not
.It article , source , publisher , title , date , language
of the article: its id, where it was read, and what it says of itself
.It signature
sample of its words, to know its copies by
.It gazetteer
hash of the names that were used
.It entities
list of those named: id, label, type and country
.It sentences
list of those that name somebody, in reading order: begin and end in bytes,
text; number among all sentences of the article, from 0, without which it is
taken for the one behind that before it; block, a fingerprint of the paragraph
in which it begins: neighbours in the list that have the same one stand in one
paragraph, and a sentence without one is a paragraph of its own; line, true
when the paragraph ends without a full stop
.It mentions
list in reading order: begin and end in bytes, text, entity, type, kind, rule,
zone, and sentence, which counts into sentences from 0.
Of an undecided one entity is null, and candidates lists entity and score, in
percent
.El
)";

constexpr std::string_view statistics = R"(.Sh STATISTICS
The file of
.Fl Fl stats
is one JSON object with these keys:
.Bl -tag -width "gazetteer"
.It version
of entente
.It command
its name
.It gazetteer
hash of the names that were used, hexadecimal; empty when there are none
.It counts
object of whole numbers, each only where the command counts it: articles,
skipped, bytes, mentions, undecided, pruned_edges, pruned_nodes, stories, nodes,
edges;
outside_period: articles that --from and --to leave out;
slices, and outside_slices: articles that are in none of them;
spilled: bytes written to temporary files, see
.Fl Fl memory ;
repeated_paragraphs and repeated_mentions: page
furniture that a source prints under many stories, and who is named in it;
lists: articles in which only sentences make edges
.It dates
object: the number of articles by what says their date (field, json-ld, meta
tag, markup, front matter, page line, file name, container, or none), and
"without year" those of them of which only day and month are known
.It languages
object: articles by language, BCP 47; "" for those whose language is not known
.It source_bytes , source_boilerplate
objects: bytes of article text by source, and how many of them are marked as
page furniture.
A source is the host of a URL, or the top folder of a path
.It repeated
object: mentions in repeated_paragraphs by source
.It narrators
object: articles by entity, for those named in nearly every article
.It stories
the up to 1000 stories that most articles print: the id of the article that
stands for the story, the reason why this one, and the ids of its copies
.It warnings
object: the number of warnings by their code, "other" for those without one.
Why articles were skipped: empty, no-text, no-text-column, binary, utf-16,
not-json, bad-row, too-large, content-coding, nested-archive, no-record,
unreadable, article-id-twice
.It seconds
object: wall time by stage in seconds, and under "cpu" the processor time of
the stages that many threads share: read, tag and print, and of tag tag_words,
tag_names, tag_resolve (deciding who is meant) and tag_rows, as one article in
sixteen tells
.El
)";

constexpr std::string_view environment = R"(.Sh ENVIRONMENT
.Bl -tag -width "XDG_CACHE_HOME"
.It Ev NO_COLOR
When set and not empty, messages are not coloured.
They are only when standard error is a terminal.
.It Ev XDG_CACHE_HOME
The folder in which compiled names are kept, below
.Pa entente ;
else
.Pa ~/.cache .
.El
.Sh FILES
.Bl -tag -width "../share/entente/gazetteer"
.It Pa ../share/entente/gazetteer
The shipped names, beside the folder of the program.
.El
.Sh EXIT STATUS
.Bl -tag -width "1"
.It 0
Done, even with warnings.
A reader of the output that went away is no failure.
.It 1
An input or the data failed: nothing could be used, the gazetteer is faulty, an
output could not be written, or there were warnings and
.Fl Fl strict
was given.
No file was written.
Or the mentions scored less than
.Fl Fl fail-under ,
and the report was written.
.It 2
The command line or the run file was wrong.
.El
)";

/// Free text: no backslash, point or apostrophe may be taken for a command.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out += "\\&";
        }
        out += c == '\\' ? std::string("\\e") : std::string(1, c);
    }
    return out;
}

/// Length of the sentence that `text` begins with. "ARTICLES... are" goes on.
std::size_t sentence_length(std::string_view text) {
    auto end = text.find(". ");
    while (end != std::string_view::npos && end > 0 && text[end - 1] == '.') {
        end = text.find(". ", end + 1);
    }
    return end == std::string_view::npos ? text.size() : end + 1;
}

/// Each sentence begins with a capital and a line of its own, and no line is longer than 80 columns, as mdoc wants it.
std::string paragraph(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::string sentence(text.substr(0, sentence_length(text)));
        text.remove_prefix(std::min(text.size(), sentence.size() + 1));
        if (sentence.front() >= 'a' && sentence.front() <= 'z') {
            sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
        }
        out += wrapped(sentence, 0);
    }
    return plain(out);
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) {
        text += (text.empty() ? "" : ", ") + std::string(word);
    }
    return text;
}

/// The first word of a macro's argument must not be one of mdoc's own names.
std::string argument(std::string_view text) { return "\\&" + plain(text); }

std::string synopsis() {
    std::string text = ".Sh SYNOPSIS\n";
    for (const auto& command : commands()) {
        text += ".Nm\n.Cm " + argument(command.name) + "\n.Ar " + argument(command.arguments) + "\n.Op Ar options\n";
    }
    return text;
}

std::string description() {
    std::string text = ".Sh DESCRIPTION\nThe commands are:\n.Bl -tag -width Ds\n";
    for (const auto& command : commands()) {
        text += ".It Cm " + argument(command.name) + " Ar " + argument(command.arguments) + '\n'
                + paragraph(std::string(command.summary) + ". " + std::string(command.text));
    }
    return text + ".El\n";
}

std::string option_entry(const OptionRow& option) {
    std::string text = ".It ";
    if (option.letter != 0) {
        text += std::string("Fl ") + option.letter + " , ";
    }
    text += "Fl Fl " + std::string(option.name);
    if (option.takes != Takes::nothing) {
        text += " Ar " + argument(option.value) + (option.takes == Takes::list ? ",..." : "");
    }
    text += '\n' + paragraph(std::string(option.summary) + '.');
    if (!option.text.empty()) {
        text += paragraph(option.text);
    }
    if (option.choices != nullptr) {
        text += paragraph("Choices: " + joined(option.choices()) + '.');
    }
    if (!option.standard.empty()) {
        text += paragraph("Default: " + std::string(option.standard) + '.');
    }
    return text + paragraph(option.commands.empty() ? "For every command." : "For " + joined(option.commands) + '.');
}

std::string options_text() {
    std::string text = ".Sh OPTIONS\n.Bl -tag -width Ds\n";
    for (const auto& option : options()) {
        text += option_entry(option);
    }
    return text + ".El\n";
}

std::string formats_text() {
    std::string text = ".Sh FORMATS\nArticles are read from:\n.Bl -tag -width \"markdown\"\n";
    for (const auto& reader : readers()) {
        text += ".It " + argument(reader.name) + '\n' + paragraph(explanation_of(reader));
    }
    text += ".El\n.Pp\nThe suffix of an output file says the format of the network:\n.Bl -tag -width \".graphml\"\n";
    for (const auto& format : formats()) {
        text += ".It " + argument(format.suffix) + '\n' + paragraph(std::string(format.summary) + '.');
    }
    return text + ".El\n";
}

std::string evaluation_text() {
    std::string text = std::string(evaluation) + "Each missed or wrong mention is in one class:\n.Bl -tag -width Ds\n";
    for (const auto& row : error_classes()) {
        text += ".It " + argument(row.name) + '\n' + paragraph(row.definition);
    }
    return text + ".El\n";
}

std::string examples() {
    std::string text = ".Sh EXAMPLES\n";
    for (const auto& command : commands()) {
        text += ".Dl " + argument(command.example) + '\n';
    }
    return text;
}

}  // namespace

std::string man_page() {
    return ".Dd " + std::string(manual_date) + '\n' + std::string(opening) + synopsis() + description() + options_text()
           + formats_text() + std::string(rows) + evaluation_text() + std::string(statistics) + std::string(environment)
           + examples();
}

}  // namespace entente::cli
