// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente {

/// The bytes of the file at `path`; `-` is standard input.
/// Errors: throws Error, with `path` as its place, when it cannot be opened or read.
[[nodiscard]] std::string read_whole_file(const std::string& path);

}  // namespace entente
