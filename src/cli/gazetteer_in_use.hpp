// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/language.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace entente::cli {

/// The folder of the shipped names, seen from the folder of the program.
/// Errors: throws Error, which says to give --gazetteer, when it is not there.
[[nodiscard]] std::string shipped_gazetteer();

/// `paths` with the word `default` replaced by the shipped folder; when there are none, that folder.
[[nodiscard]] std::vector<std::string> gazetteer_paths(const std::vector<std::string>& paths);

/// The languages beside the names at `paths`, and those of the shipped ones that are not among them: other names are
/// printed in the same languages.
[[nodiscard]] std::vector<Language> languages_for(const std::vector<std::string>& paths, Diagnostics& faults);

/// A hash of the bytes of the YAML files at `paths` and below, or of those that compiled ones were made of: the same on any
/// machine.
[[nodiscard]] std::uint64_t source_hash_of(const std::vector<std::string>& paths);

/// As 16 hexadecimal digits.
[[nodiscard]] std::string hash_text(std::uint64_t hash);

/// The names at `paths` with languages_for() them, compiled: a compiled file as it is, else from the cache unless `cache` is
/// false, else anew, which tells the faults.
[[nodiscard]] Image compiled_names(const std::vector<std::string>& paths, bool cache, Diagnostics& faults);

}  // namespace entente::cli
