// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/gazetteer/image.hpp>

#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

// Compiled gazetteers of earlier runs, in the folder `entente` of $XDG_CACHE_HOME or ~/.cache. Where it cannot be written, or a
// file in it is no good, everything works without.

/// What the compiled form of the names at `paths` depends on: this program, and the label and content of every YAML file
/// there and of the languages below `shipped`.
[[nodiscard]] std::string cache_key(const std::vector<std::string>& paths, const std::string& shipped);

/// The image that was kept under a key; nothing for the empty key.
[[nodiscard]] std::optional<Image> cached_image(const std::string& key);

/// Keeps an image for later runs, whole or not at all, and lets go of those that were not used for longest.
void keep_image(const std::string& key, const Image& image);

}  // namespace entente::cli
