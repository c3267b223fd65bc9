// SPDX-License-Identifier: Apache-2.0
// What src/README.md says about the sources, read from the sources. Each fault is printed as file:line: what to do.
#include "catch.hpp"

#include "scan.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// The layers from left to right: a file includes only its own and those to its left. What stands directly in
/// src/entente (the pipeline) sees all of the library, src/cli sees everything.
const std::vector<std::string> layers = {"text",  "article", "gazetteer", "tag",      "suggest",
                                         "graph", "export",  "evaluate",  "pipeline", "cli"};

/// A package, as an #include names it, and where it may be used: paths begin so.
struct Owner {
    std::string_view header;
    std::vector<std::string_view> places;
};
const std::vector<Owner> owners = {
    {"yaml-cpp/", {"src/entente/gazetteer/", "src/cli/run_file"}},
    {"gvc.h", {"src/entente/export/", "src/entente/graph/layout", "src/entente/graph/graphviz_"}},
    {"cgraph.h", {"src/entente/export/", "src/entente/graph/layout", "src/entente/graph/graphviz_"}},
    {"graphviz/", {"src/entente/export/", "src/entente/graph/layout", "src/entente/graph/graphviz_"}},
    {"boost/graph/", {"src/entente/graph/"}},
    {"CLI/", {"src/cli/"}},
    {"zlib.h", {"src/entente/text/unpack"}},
    {"archive.h", {"src/entente/text/"}},
    {"archive_entry.h", {"src/entente/text/archive"}},
    {"iostream", {"src/cli/"}},
};

const std::set<std::string> vague_names = {"util",   "utils", "helper", "helpers", "manager",
                                           "common", "base",  "info",   "misc",    "data"};

constexpr std::size_t most_lines_in_file = 400;
constexpr std::size_t most_lines_in_function = 60;
const std::string licence = "// SPDX-License-Identifier: Apache-2.0";

std::vector<SourceFile> sources() { return files_below("src", {".cpp", ".hpp"}); }

std::vector<SourceFile> sources_and_tests() {
    std::vector<SourceFile> files = sources();
    for (SourceFile& file : files_below("tests", {".cpp", ".hpp"})) {
        files.push_back(std::move(file));
    }
    return files;
}

void fault(const SourceFile& file, std::size_t line, const std::string& what) {
    FAIL_CHECK(file.path << ":" << line << ": " << what);
}

/// Calls `visit(line, header)` for each #include, the brackets or quotes taken off.
template <class Visit>
void for_each_include(const SourceFile& file, Visit visit) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
    std::smatch match;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
        if (std::regex_match(file.lines[line], match, include)) {
            visit(line + 1, match[1].str());
        }
    }
}

/// Where the layer of `path` stands in `layers`: "src/entente/tag/rule.hpp" and "entente/tag/rule.hpp" both give tag's.
std::optional<std::size_t> layer_of(std::string path) {
    if (path.starts_with("src/")) {
        path.erase(0, 4);
    }
    std::string layer;
    if (path.starts_with("cli/")) {
        layer = "cli";
    } else if (path.starts_with("entente/")) {
        path.erase(0, 8);
        const std::size_t slash = path.find('/');
        layer = slash == std::string::npos ? "pipeline" : path.substr(0, slash);
    }
    const auto found = std::find(layers.begin(), layers.end(), layer);
    if (found == layers.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - layers.begin());
}

bool begins_with_one_of(std::string_view path, const std::vector<std::string_view>& places) {
    return std::any_of(places.begin(), places.end(), [&](std::string_view place) { return path.starts_with(place); });
}

/// Whether one of the first lines calls the file a table or says what generated it.
bool may_be_long(const SourceFile& file) {
    static const std::regex excuse(R"(.*\b([Aa] table|[Gg]enerated by)\b.*)");
    const auto end = file.lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, file.lines.size()));
    return std::any_of(file.lines.begin(), end, [](const std::string& line) { return std::regex_match(line, excuse); });
}

/// Whether a CMake list names `file`, as a word between spaces and parentheses.
bool names_file(const SourceFile& list, const std::string& file) {
    return std::any_of(list.lines.begin(), list.lines.end(), [&](std::string line) {
        std::replace_if(
            line.begin(), line.end(), [](char byte) { return byte == '(' || byte == ')'; }, ' ');
        std::istringstream words(line);
        return std::find(std::istream_iterator<std::string>(words), {}, file) != std::istream_iterator<std::string>();
    });
}

/// The headers that are installed: those in the file set of a CMake list below src/entente, as an #include names them.
std::set<std::string> public_headers() {
    std::set<std::string> headers;
    for (const SourceFile& list : files_below("src", {"CMakeLists.txt"})) {
        const std::string folder =
            std::filesystem::path(list.path).parent_path().lexically_relative("src").generic_string();
        bool in_set = false;
        for (const std::string& line : list.lines) {
            const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
            const std::string name = line.substr(first, line.find_last_not_of(')') + 1 - first);
            in_set = in_set || line.find("FILE_SET HEADERS") != std::string::npos;
            if (in_set && name.ends_with(".hpp")) {
                headers.insert(folder == "." ? name : folder + "/" + name);
            }
            in_set = in_set && !line.ends_with(')');
        }
    }
    return headers;
}

/// Whether `line` holds `word`. A path must begin there: "example.org/home/news" is an address.
bool holds(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const char before = at == 0 ? ' ' : line[at - 1];
        if (word.front() != '/' || (std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '.')) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a file includes only its own layer and those to its left") {
    for (const SourceFile& file : sources()) {
        const std::optional<std::size_t> own = layer_of(file.path);
        if (!own) {
            fault(file, 1, "stands in no layer; the layers are listed in this test and in src/README.md");
            continue;
        }
        for_each_include(file, [&](std::size_t line, const std::string& header) {
            std::optional<std::size_t> other = layer_of(header);
            if (!other) {  // perhaps "../command.hpp", which counts from the file's own folder
                const std::filesystem::path relative = std::filesystem::path(file.path).parent_path() / header;
                if (std::filesystem::exists(relative)) {
                    other = layer_of(relative.lexically_normal().generic_string());
                }
            }
            if (other && *other > *own) {
                fault(file, line, "layer " + layers[*own] + " must not include " + header + " of a later layer");
            }
        });
    }
}

TEST_CASE("an installed header includes only installed headers") {
    const std::set<std::string> headers = public_headers();
    REQUIRE(headers.contains("entente/pipeline.hpp"));
    REQUIRE(headers.contains("entente/text/span.hpp"));
    for (const std::string& header : headers) {
        const SourceFile file = read_file("src/" + header);
        for_each_include(file, [&](std::size_t line, const std::string& other) {
            if (other.starts_with("entente/") && !headers.contains(other)) {
                fault(file, line, "put " + other + " into its layer's FILE_SET HEADERS, or do without it here");
            }
        });
    }
}

TEST_CASE("a package is used only where it is owned") {
    for (const SourceFile& file : sources()) {
        for_each_include(file, [&](std::size_t line, const std::string& header) {
            for (const Owner& owner : owners) {
                if (header.starts_with(owner.header) && !begins_with_one_of(file.path, owner.places)) {
                    fault(file, line, header + " may be included only in " + std::string(owner.places.front()));
                }
            }
        });
    }
}

TEST_CASE("the library never prints and never exits") {
    // _exit is left out: the child process that runs Graphviz ends by it.
    static const std::regex loud(
        R"(.*(\bstd::(cout|cerr|clog|terminate)\b|)"
        R"(\b(printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|perror|exit|abort|quick_exit)\s*\().*)");
    for (const SourceFile& file : files_below("src/entente", {".cpp", ".hpp"})) {
        for (std::size_t line = 0; line < file.code.size(); ++line) {
            if (std::regex_match(file.code[line], loud)) {
                fault(file, line + 1, "only src/cli prints or exits; return the text, or throw Error");
            }
        }
    }
}

TEST_CASE("a file has at most 400 lines, unless it is a table or generated") {
    for (const SourceFile& file : sources_and_tests()) {
        if (file.lines.size() > most_lines_in_file && !may_be_long(file)) {
            fault(file, most_lines_in_file,
                  "the file has " + std::to_string(file.lines.size())
                      + " lines; say 'A table' or 'Generated by' at its top if it is one");
        }
    }
}

TEST_CASE("a function has at most 60 lines") {
    for (const SourceFile& file : sources_and_tests()) {
        for (const Function& function : functions_in(file)) {
            if (function.lines > most_lines_in_function) {
                fault(file, function.line, std::to_string(function.lines) + " lines: " + function.signature);
            }
        }
    }
}

TEST_CASE("every source begins with its licence") {
    for (const SourceFile& file : sources_and_tests()) {
        if (file.lines.empty() || file.lines.front() != licence) {
            fault(file, 1, "begin with: " + licence);
        }
    }
}

TEST_CASE("every source is named in the CMakeLists.txt of its folder") {
    for (const SourceFile& file : sources()) {
        std::filesystem::path folder = std::filesystem::path(file.path).parent_path();
        while (!std::filesystem::exists(folder / "CMakeLists.txt")) {
            folder = folder.parent_path();
        }
        const std::string name = std::filesystem::path(file.path).lexically_relative(folder).generic_string();
        const std::filesystem::path list = folder / "CMakeLists.txt";
        if (!names_file(read_file(list.generic_string()), name)) {
            fault(file, 1, "add " + name + " to " + list.generic_string() + ", or it is never built");
        }
    }
}

TEST_CASE("no folder has a name that could hold anything") {
    for (const SourceFile& file : tracked_files()) {
        for (const std::filesystem::path& part : std::filesystem::path(file.path).parent_path()) {
            if (vague_names.contains(part.string())) {
                fault(file, 1, "name the folder " + part.string() + " for the one idea in it");
            }
        }
    }
}

TEST_CASE("no file names this machine or a package registry") {
    const SourceFile list = read_file("tests/structure/forbidden_words.txt");
    for (const SourceFile& file : tracked_files()) {
        for (std::size_t line = 0; line < file.lines.size() && file.path != list.path; ++line) {
            for (const std::string& word : list.lines) {
                if (!word.empty() && word.front() != '#' && holds(file.lines[line], word)) {
                    fault(file, line + 1, "names " + word);
                }
            }
        }
    }
}
