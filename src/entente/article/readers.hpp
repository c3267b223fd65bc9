// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <entente/article/reader.hpp>
#include <entente/text/encoding.hpp>

namespace entente {

// The read functions of the table in reader.cpp, one file a format.

ReadReport read_text(const Input& input, const Furniture& furniture, const ArticleSink& sink, Diagnostics& diagnostics);
ReadReport read_markdown(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics);
ReadReport read_html_file(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                          Diagnostics& diagnostics);
ReadReport read_jsonl(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                      Diagnostics& diagnostics);

/// Standard input: JSON lines when it starts with `{`, else plain text.
ReadReport read_standard_input(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                               Diagnostics& diagnostics);

/// A whole file as text; repairs are told to `diagnostics`.
/// Errors: throws Error when the file cannot be read, is binary or holds nothing.
[[nodiscard]] DecodedText decode_file(std::string bytes, const std::string& name, Diagnostics& diagnostics);

/// The ISO date that a file's name starts with: "2024-09-20-talks.txt".
[[nodiscard]] Date date_in_name(std::string_view path);

}  // namespace entente
