// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <entente/text/byte_masks.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// tokenize() with masks of bytes that are found so, which makes no difference but of speed.
void tokenize_with(FindMasks find, std::string_view text, TokenizedText& result,
                   std::span<const std::uint32_t> breaks = {});

}  // namespace entente
