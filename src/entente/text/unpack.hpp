// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <entente/text/byte_stream.hpp>

namespace entente {

/// Whether `name` ends in `suffix`, which is in lower case, whatever the case of the name.
[[nodiscard]] bool ends_in(std::string_view name, std::string_view suffix);
/// What a packed file's name ends in: ".gz", ".zst", ".bz2", ".xz".
[[nodiscard]] std::span<const std::string_view> packing_suffixes();
/// `name` without such a suffix.
[[nodiscard]] std::string_view without_packing(std::string_view name);

/// What `packed` unpacks to when it begins as gzip, zstd, bzip2 or xz do, else `packed` itself. Many streams one
/// behind the other, as these formats allow, are one.
///
/// Errors: reading throws Error when the bytes are damaged, end in the middle, or swell as only a trap does.
[[nodiscard]] ByteStream unpacked(ByteStream packed);

/// Refuses what unpacks to very much more than it was: `into` bytes from `from`.
/// Errors: throws Error.
void refuse_bomb(std::uint64_t from, std::uint64_t into);

}  // namespace entente
