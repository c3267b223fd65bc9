// SPDX-License-Identifier: Apache-2.0
#include <entente/text/blanks.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

using Sixteen [[gnu::vector_size(16)]] = unsigned char;

/// Whether sixteen bytes stay as they are, which one more byte follows: there are none but single blanks.
bool stay(const char* bytes) {
    Sixteen here;
    Sixteen next;
    std::memcpy(&here, bytes, sizeof here);
    std::memcpy(&next, bytes + 1, sizeof next);
    const auto other = (here < ' ') | ((here == ' ') & (next == ' '));
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &other, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

/// How many bytes at the start of `text` stay as they are for sure: nearly all of most sentences.
std::size_t single_blanks(std::string_view text) {
    constexpr std::size_t step = sizeof(Sixteen);
    if (text.size() <= step || is_blank(text.front())) return 0;
    std::size_t at = 0;
    while (at + step < text.size() && stay(text.data() + at)) at += step;
    const bool rest = at + step >= text.size() && stay(text.data() + text.size() - step - 1);
    return rest ? text.size() - 1 : at;
}

}  // namespace

std::string squeezed(std::string_view text) {
    std::size_t size = single_blanks(text);
    std::string squeezed(text);
    for (const char byte : text.substr(size)) {
        const bool blank = is_blank(byte);
        if (blank && (size == 0 || squeezed[size - 1] == ' ')) continue;
        squeezed[size++] = blank ? ' ' : byte;
    }
    squeezed.resize(size > 0 && squeezed[size - 1] == ' ' ? size - 1 : size);
    return squeezed;
}

}  // namespace entente
