// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/article/furniture.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

struct Reader;

/// One file of articles, or standard input.
struct Input {
    std::string path;  ///< as it can be opened; `-` is standard input
    std::string id;    ///< path below the folder that was named, or the file's own name; no other path of this machine
    const Reader* reader = nullptr;
};

/// What became of one input.
struct ReadReport {
    std::uint64_t read = 0;     ///< articles
    std::uint64_t skipped = 0;  ///< articles that could not be read, each named in a diagnostic
    std::uint64_t bytes = 0;    ///< of article text
};

using ArticleSink = std::function<void(Article&&)>;

/// One input format: this row is all that the program knows of it.
struct Reader {
    std::string_view name;                       ///< "jsonl"
    std::span<const std::string_view> suffixes;  ///< ".jsonl"
    std::string_view summary;                    ///< for the help, the manual and the README
    ReadReport (*read)(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                       Diagnostics& diagnostics);
};

[[nodiscard]] std::span<const Reader> readers();

/// The inputs behind `paths`: files, folders (recursive; hidden files and unknown suffixes are passed over) and `-`.
///
/// Returns: ordered by id, each file once, whatever the order of `paths`. Inputs of one name in several folders
///          get the names of their folders in front until they differ.
/// Errors:  a path that is missing, cannot be read, holds nothing or has an unknown suffix goes to `diagnostics`.
[[nodiscard]] std::vector<Input> find_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// Reads the articles of one input, in their order, one at a time.
///
/// Errors:  what is wrong with an article goes to `diagnostics`; what cannot be repaired is skipped. An error of
///          `sink` is the caller's own and passes through.
/// Threads: safe for different inputs.
ReadReport read_articles(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                         Diagnostics& diagnostics);

}  // namespace entente
