// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// `text` as one YAML scalar on one line, in double quotes where it needs them.
[[nodiscard]] std::string yaml_text(std::string_view text);

/// `[Jane Roe, "J. \"X\" Roe"]`
[[nodiscard]] std::string yaml_list(std::span<const std::string> texts);

}  // namespace entente
