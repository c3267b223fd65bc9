// SPDX-License-Identifier: Apache-2.0
#include <entente/article/reader.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/article/readers.hpp>
#include <entente/text/archive.hpp>
#include <entente/text/unpack.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 2> text_suffixes = {".txt", ".text"};
constexpr std::array<std::string_view, 2> markdown_suffixes = {".md", ".markdown"};
constexpr std::array<std::string_view, 3> html_suffixes = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 2> jsonl_suffixes = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> csv_suffixes = {".csv", ".tsv"};
constexpr std::array<std::string_view, 1> warc_suffixes = {".warc"};

// To add a format: one file with its functions, one row here.
constexpr std::array<Reader, 6> table = {{
    {"text", text_suffixes, "plain text, one article a file", &cut_whole, &parse_text},
    {"markdown", markdown_suffixes,
     "Markdown, one article a file; title, date, author, publisher, language and url may stand between --- lines",
     &cut_whole, &parse_markdown},
    {"html", html_suffixes,
     "pages of news sites, one article a file; menus, links and comments are told from the story", &cut_whole,
     &parse_html},
    {"jsonl", jsonl_suffixes,
     "JSON lines: text and optionally id, title, date, publisher, author, language, url; other names by --fields",
     &cut_lines, &parse_json},
    {"csv", csv_suffixes, "tables whose first line names the columns, as the keys of jsonl", &cut_table, &parse_row},
    {"warc", warc_suffixes, "web archives as crawlers write them; each page is one article", &cut_warc,
     &parse_response},
}};

constexpr std::size_t looked_at = 512;  // bytes of a beginning that tell its format

// What standard input is, which has no name.
const Reader* reader_for(std::string_view beginning) {
    const auto start = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const char first = start == std::string_view::npos ? ' ' : beginning[start];
    const auto name = first == '{'                       ? "jsonl"
                      : first == '<'                     ? "html"
                      : beginning.starts_with("WARC/1.") ? "warc"
                                                         : "text";
    return std::find_if(table.begin(), table.end(), [&](const Reader& row) { return row.name == name; });
}

/// What has no code of its own could not be read: a packed file that is cut off, a damaged archive.
Diagnostic reason_of(const Error& error) {
    auto told = error.diagnostic();
    if (told.code.empty()) told.code = "unreadable";
    return told;
}

/// Cuts the files of one input.
class Cutting {
public:
    Cutting(const Input& input, const RecordSink& sink, Diagnostics& diagnostics)
        : input_(input),
          names_(std::make_shared<FieldNames>(input.fields)),
          sink_([this, &sink](Record&& record) {
              in_sink_ = true;
              sink(std::move(record));
              in_sink_ = false;
          }),
          diagnostics_(diagnostics) {}

    std::uint64_t all() {
        guarded(input_.path, [&] {
            auto bytes = unpacked(open_file(input_.path));
            const auto beginning = bytes.peek(looked_at);
            const bool is_packed = is_archive_name(input_.path) || (input_.reader == nullptr && is_archive(beginning));
            if (is_packed) return entries(std::move(bytes));
            const auto* const reader = input_.reader == nullptr ? reader_for(beginning) : input_.reader;
            skipped_ +=
                reader->cut(std::move(bytes), pattern(input_.path, input_.id, input_.id, reader), sink_, diagnostics_);
        });
        return skipped_;
    }

private:
    void entries(ByteStream bytes) {
        std::uint64_t found = 0;
        read_archive(input_.path, std::move(bytes), [&](const std::string& name, ByteStream entry) {
            const auto* const reader = reader_of(name);
            const auto path = input_.path + '/' + name;
            found += reader != nullptr || is_archive_name(name) ? 1 : 0;
            if (is_archive_name(name)) {
                ++skipped_;
                diagnostics_.push_back(
                    skipped_in(path, "nested-archive", "an archive in an archive", "unpack the outer one"));
            } else if (reader != nullptr) {
                guarded(path, [&] {
                    skipped_ += reader->cut(unpacked(std::move(entry)),
                                            pattern(path, input_.id + '/' + name, name, reader), sink_, diagnostics_);
                });
            }
        });
        if (found == 0) diagnostics_.push_back(warning_in(input_.path, "no article in this archive"));
    }

    [[nodiscard]] Record pattern(const std::string& path, std::string id, std::string file,
                                 const Reader* reader) const {
        Record record;
        record.source = id;
        record.id = std::move(id);
        record.file = std::move(file);
        record.place.file = path;
        record.reader = reader;
        record.names = names_;
        return record;
    }

    template <class Work>
    void guarded(const std::string& path, Work work) {
        try {
            work();
        } catch (const Error& error) {
            if (in_sink_) throw;
            ++skipped_;
            diagnostics_.push_back(reason_of(error));
            if (diagnostics_.back().place.file.empty()) diagnostics_.back().place.file = path;
        }
    }

    const Input& input_;
    std::shared_ptr<const FieldNames> names_;
    RecordSink sink_;
    Diagnostics& diagnostics_;
    std::uint64_t skipped_ = 0;
    bool in_sink_ = false;
};

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader* reader_of(std::string_view file_name) {
    const auto name = without_packing(file_name);
    const Reader* best = nullptr;
    std::size_t longest = 0;
    for (const auto& reader : readers()) {
        for (const auto suffix : reader.suffixes) {
            if (name.size() <= suffix.size() || suffix.size() <= longest || !ends_in(name, suffix)) continue;
            best = &reader;
            longest = suffix.size();
        }
    }
    return best;
}

bool is_packed(std::string_view file_name) {
    return is_archive_name(file_name) || without_packing(file_name).size() < file_name.size();
}

std::uint64_t cut_records(const Input& input, const RecordSink& sink, Diagnostics& diagnostics) {
    return Cutting(input, sink, diagnostics).all();
}

std::optional<Article> parse_record(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    const auto place = record.place;
    const auto said = diagnostics.size();
    std::optional<Article> article;
    try {
        article = record.reader->parse(std::move(record), furniture, diagnostics);
    } catch (const Error& error) {
        diagnostics.push_back(reason_of(error));
    }
    for (auto i = said; i < diagnostics.size(); ++i) {
        if (diagnostics[i].place.file.empty()) diagnostics[i].place = place;
    }
    return article;
}

ReadReport read_articles(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics) {
    ReadReport report;
    const auto parse = [&](Record&& record) {
        auto article = parse_record(std::move(record), furniture, diagnostics);
        report.skipped += article ? 0 : 1;
        if (!article) return;
        ++report.read;
        report.bytes += article->text.size();
        sink(std::move(*article));
    };
    report.skipped += cut_records(input, parse, diagnostics);
    return report;
}

Diagnostic skipped_in(std::string file, std::string_view code, const std::string& why, std::string hint,
                      std::size_t line) {
    auto told = warning_in(std::move(file), "skipped: " + why, std::move(hint), line);
    told.code = code;
    return told;
}

void skip(std::string_view code, const std::string& why, std::string hint) {
    throw Error(skipped_in({}, code, why, std::move(hint)));
}

}  // namespace entente
