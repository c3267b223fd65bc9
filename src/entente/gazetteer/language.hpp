// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <entente/article/furniture.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// What a file with `type: language` says of one language.
struct Language {
    std::string language;  ///< BCP 47
    Furniture furniture;
    std::vector<std::string> common_words;  ///< lower case; a name equal to one needs evidence
};

/// The languages among YAML files and folders of them, ordered by language; files of entities are passed over.
///
/// Errors: appends every fault found to `diagnostics`; throws Error when a path cannot be read at all.
[[nodiscard]] std::vector<Language> read_languages(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The furniture of `language` ("en-GB" takes that of "en"), or none.
[[nodiscard]] const Furniture& furniture_of(const std::vector<Language>& languages, std::string_view language);

}  // namespace entente
