// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/furniture.hpp>
#include <entente/text/byte_stream.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

struct Reader;

/// What an input calls the facts of an article: "text" -> "body". A path of names leads into objects: "source.name".
using FieldNames = std::map<std::string, std::string, std::less<>>;

/// The fields that an article may have where it is a row of data, as `FieldNames` calls them.
[[nodiscard]] std::span<const std::string_view> field_keys();

/// One file of articles, packed or not, an archive of such files, or standard input.
struct Input {
    std::string path;  ///< as it can be opened; `-` is standard input
    std::string id;    ///< path below the folder that was named, or the file's own name; no other path of this machine
    const Reader* reader =
        nullptr;          ///< none: of standard input its beginning tells, of files in an archive their names
    FieldNames fields{};  ///< where they are not the usual ones
};

/// The bytes of one article as a reader cuts them from its input, still to be read.
struct Record {
    std::string bytes;
    std::vector<std::string> fields{};  ///< of a row of a table, instead of its bytes
    std::string id;                     ///< of the article, unless the record brings its own
    std::string source;                 ///< path below the named folder, with the name in the archive
    std::string file{};                 ///< its name, in which its day may stand; empty when it holds many articles
    std::string url{};                  ///< where a crawler fetched it, or empty
    Place place{};                      ///< for messages
    const Reader* reader = nullptr;
    std::shared_ptr<const FieldNames> names{};                  ///< of the input
    std::shared_ptr<const std::vector<std::string>> columns{};  ///< of the table
};

/// What became of one input.
struct ReadReport {
    std::uint64_t read = 0;     ///< articles
    std::uint64_t skipped = 0;  ///< articles that could not be read, each named in a diagnostic
    std::uint64_t bytes = 0;    ///< of article text
};

using RecordSink = std::function<void(Record&&)>;
using ArticleSink = std::function<void(Article&&)>;

/// One input format: this row is all that the program knows of it.
struct Reader {
    std::string_view name;                       ///< "jsonl"
    std::span<const std::string_view> suffixes;  ///< ".jsonl"
    std::string_view summary;                    ///< for the help, the manual and the README
    /// Cuts `bytes` into records, one in memory at a time, each made of `pattern`, and returns how many it could not
    /// cut. Runs on one thread, so it should do little else. Errors: throws Error when the stream cannot be read on.
    std::uint64_t (*cut)(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics);
    /// Makes an article of a record. Threads: safe. Errors: throws Error when it must be skipped.
    Article (*parse)(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);
};

[[nodiscard]] std::span<const Reader> readers();
/// The reader of files of this name, packed or not; none when no suffix is known.
[[nodiscard]] const Reader* reader_of(std::string_view file_name);

/// Whether a file of this name unpacks to more than it is: it is packed, or an archive.
[[nodiscard]] bool is_packed(std::string_view file_name);

/// The inputs behind `paths`: files, folders (recursive; hidden files and unknown suffixes are passed over) and `-`.
///
/// Returns: ordered by id, each file once, whatever the order of `paths`. Inputs of one name in several folders
///          get the names of their folders in front until they differ.
/// Errors:  a path that is missing, cannot be read, holds nothing or has an unknown suffix goes to `diagnostics`.
[[nodiscard]] std::vector<Input> find_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// Cuts one input into records, in their order, one at a time, unpacking it on the way. Returns how many could not
/// be cut.
///
/// Errors:  what is wrong goes to `diagnostics`, and the rest is read as far as it can be. An error of `sink` is the
///          caller's own and passes through.
/// Threads: safe for different inputs.
std::uint64_t cut_records(const Input& input, const RecordSink& sink, Diagnostics& diagnostics);

/// The article of a record; nothing when it had to be skipped, which is told to `diagnostics`. Threads: safe.
[[nodiscard]] std::optional<Article> parse_record(Record&& record, const Furniture& furniture,
                                                  Diagnostics& diagnostics);

/// Both at a stroke: reads the articles of one input, in their order, one at a time.
ReadReport read_articles(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics);

}  // namespace entente
