// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/mentions_jsonl.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include "run.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace entente::cli {

/// What messages call the file at `path`: `-` is standard input.
[[nodiscard]] std::string input_name(const std::string& path);

/// The bytes of the file at `path`, closed with the last copy; `-` is standard input.
/// Errors: throws Error when it cannot be opened.
[[nodiscard]] ByteSource open_input(const std::string& path);

/// The names that --gazetteer gives; nobody when it is not given, for rows can be read without names.
[[nodiscard]] Gazetteer given_gazetteer(const Settings& settings, Run& run);

/// Hands each row of the file at `path` that can be read to `sink`; a bad one is told and skipped. Ids that `gazetteer`
/// gave up are those of who has their meaning. Of more than one thread another reads ahead. Returns how many were skipped.
std::uint64_t read_rows(const std::string& path, const Gazetteer& gazetteer, unsigned threads, Run& run,
                        const std::function<void(const TaggedArticle&)>& sink);

}  // namespace entente::cli
