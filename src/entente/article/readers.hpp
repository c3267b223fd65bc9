// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/article/reader.hpp>
#include <entente/text/encoding.hpp>

namespace entente {

// The functions of the table in reader.cpp, one file a format.

/// Bytes of the longest article, line or page; what is longer is skipped and never held in memory.
inline constexpr std::size_t longest_article = std::size_t{16} << 20;

/// All bytes are one article.
std::uint64_t cut_whole(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics);
Article parse_text(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);
Article parse_markdown(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);

Article parse_html(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);

/// Each line is one article; empty ones are none.
std::uint64_t cut_lines(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics);
Article parse_json(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);

/// Each row of a table is one article; the first names the columns.
std::uint64_t cut_table(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics);
Article parse_row(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);

/// Each response of a web server that holds a page is one article.
std::uint64_t cut_warc(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics);
Article parse_response(Record&& record, const Furniture& furniture, Diagnostics& diagnostics);

/// A whole file as text; repairs are told to `diagnostics`.
/// Errors: throws Error when the file is binary or holds nothing.
[[nodiscard]] DecodedText decode_file(std::string bytes, const std::string& name, Diagnostics& diagnostics);

/// Says that what stands there is skipped, and why; --stats counts the articles that were skipped by `code`.
[[nodiscard]] Diagnostic skipped_in(std::string file, std::string_view code, const std::string& why,
                                    std::string hint = {}, std::size_t line = 0);

/// Throws Error: what cannot be read is skipped.
[[noreturn]] void skip(std::string_view code, const std::string& why, std::string hint = {});

}  // namespace entente
