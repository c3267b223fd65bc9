// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <entente/text/fold.hpp>

namespace entente {

/// A run of the letters A to Z, which most words of most texts are: eight bytes at a time.
class AsciiWord {
public:
    /// The run at `begin`, which may be empty.
    /// Source: the letters of eight bytes by additions that carry into the high bit of each (Mycroft 1987).
    AsciiWord(std::string_view text, std::size_t begin) : text_(text), begin_(begin), end_(begin) {
        for (;;) {
            const std::uint64_t chunk = chunk_at(text_, end_);
            const std::uint64_t small = chunk | every(0x20);
            const std::uint64_t low = small & every(0x7F);
            const std::uint64_t letters = (low + every(0x80 - 'a')) & ~(low + every(0x7F - 'z')) & ~chunk & every(0x80);
            const auto count = static_cast<unsigned>(std::countr_zero(~letters & every(0x80))) / 8;
            const std::uint64_t kept = first_bytes(count);
            lower_ = lower_ || (chunk & kept & every(0x20)) != 0;
            end_ += count;
            if (count < 8) return;
        }
    }

    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] bool has_lower() const { return lower_; }
    [[nodiscard]] bool begins_with_capital() const { return (text_[begin_] & 0x20) == 0; }

    /// hash_of() of the folded word. The run must not be empty.
    [[nodiscard]] std::uint64_t hash() const {
        HashOfWord hash(end_ - begin_);
        std::size_t at = begin_;
        for (; at + 8 < end_; at += 8) hash.add(chunk_at(text_, at) | every(0x20));
        hash.add((chunk_at(text_, at) | every(0x20)) & first_bytes(static_cast<unsigned>(end_ - at)));
        return hash.value();
    }

private:
    static constexpr std::uint64_t every(unsigned byte) { return 0x0101010101010101ULL * byte; }
    /// The bytes of the text at `at`, the first one lowest; 0 behind its end.
    static std::uint64_t chunk_at(std::string_view text, std::size_t at) {
        if (at + 8 <= text.size()) return little_endian(text.data() + at, 8);
        return at < text.size() ? little_endian(text.data() + at, text.size() - at) : 0;
    }
    static constexpr std::uint64_t first_bytes(unsigned count) {
        return count >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t end_;
    bool lower_ = false;
};

}  // namespace entente
