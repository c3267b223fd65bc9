// SPDX-License-Identifier: Apache-2.0
// The same masks by each set of instructions, one function beside the other.
#include <entente/text/byte_masks.hpp>

#include <algorithm>
#include <array>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#include <entente/text/fold.hpp>

namespace entente {
namespace {

void find_none(const char*, std::size_t blocks, ByteMasks* masks) { std::fill_n(masks, blocks, ByteMasks{}); }

constexpr std::uint64_t every(unsigned byte) { return 0x0101010101010101ULL * byte; }

/// The high bit of each of eight bytes below 0x80 that is in the range.
/// Source: additions that carry into the high bit of each byte (Mycroft 1987).
constexpr std::uint64_t in_range(std::uint64_t bytes, unsigned first, unsigned last) {
    return (bytes + every(0x80 - first)) & ~(bytes + every(0x7F - last)) & every(0x80);
}

/// The high bits of eight bytes, the first one lowest. All others must be 0.
constexpr std::uint64_t high_bits(std::uint64_t bytes) { return (bytes >> 7) * 0x0102040810204080ULL >> 56; }

void find_plain(const char* bytes, std::size_t blocks, ByteMasks* masks) {
    for (; blocks > 0; --blocks, bytes += 64, ++masks) {
        *masks = {};
        for (unsigned at = 0; at < 64; at += 8) {
            const std::uint64_t eight = little_endian(bytes + at, 8);
            const std::uint64_t low = eight & every(0x7F);
            const std::uint64_t letters = in_range(low | every(0x20), 'a', 'z') & ~eight;
            masks->letters |= high_bits(letters) << at;
            masks->digits |= high_bits(in_range(low, '0', '9') & ~eight) << at;
        }
    }
}

#if defined(__x86_64__)

// A range is one comparison of signed bytes when its first one is made the least of them.
constexpr char least = -0x80;

void find_sse2(const char* bytes, std::size_t blocks, ByteMasks* masks) {
    const auto in_range = [](__m128i sixteen, char first, char size) {
        const __m128i from_first = _mm_sub_epi8(sixteen, _mm_set1_epi8(static_cast<char>(first + least)));
        const __m128i found = _mm_cmplt_epi8(from_first, _mm_set1_epi8(static_cast<char>(least + size)));
        return static_cast<std::uint64_t>(_mm_movemask_epi8(found));
    };
    for (; blocks > 0; --blocks, bytes += 64, ++masks) {
        *masks = {};
        for (unsigned at = 0; at < 64; at += 16) {
            const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
            masks->letters |= in_range(_mm_or_si128(sixteen, _mm_set1_epi8(0x20)), 'a', 26) << at;
            masks->digits |= in_range(sixteen, '0', 10) << at;
        }
    }
}

[[gnu::target("avx2")]] inline std::uint64_t in_range(__m256i bytes, char first, char size) {
    const __m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(static_cast<char>(first + least)));
    const __m256i found = _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(least + size)), from_first);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
}

[[gnu::target("avx2")]] void find_avx2(const char* bytes, std::size_t blocks, ByteMasks* masks) {
    for (; blocks > 0; --blocks, bytes += 64, ++masks) {
        *masks = {};
        for (unsigned at = 0; at < 64; at += 32) {
            const __m256i half = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + at));
            masks->letters |= in_range(_mm256_or_si256(half, _mm256_set1_epi8(0x20)), 'a', 26) << at;
            masks->digits |= in_range(half, '0', 10) << at;
        }
    }
}

#elif defined(__aarch64__)

/// One bit for each of 64 bytes that are 0 or 0xFF.
std::uint64_t bits_of(const std::array<uint8x16_t, 4>& found) {
    static constexpr std::array<std::uint8_t, 16> places{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t place = vld1q_u8(places.data());
    const uint8x16_t low = vpaddq_u8(vandq_u8(found[0], place), vandq_u8(found[1], place));
    const uint8x16_t high = vpaddq_u8(vandq_u8(found[2], place), vandq_u8(found[3], place));
    const uint8x16_t pairs = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)), 0);
}

void find_neon(const char* bytes, std::size_t blocks, ByteMasks* masks) {
    const auto in_range = [](uint8x16_t sixteen, char first, std::uint8_t size) {
        return vcltq_u8(vsubq_u8(sixteen, vdupq_n_u8(static_cast<std::uint8_t>(first))), vdupq_n_u8(size));
    };
    for (; blocks > 0; --blocks, bytes += 64, ++masks) {
        std::array<uint8x16_t, 4> letters;
        std::array<uint8x16_t, 4> digits;
        for (unsigned part = 0; part < 4; ++part) {
            const uint8x16_t sixteen = vld1q_u8(reinterpret_cast<const std::uint8_t*>(bytes) + 16 * part);
            letters[part] = in_range(vorrq_u8(sixteen, vdupq_n_u8(0x20)), 'a', 26);
            digits[part] = in_range(sixteen, '0', 10);
        }
        *masks = {bits_of(letters), bits_of(digits)};
    }
}

#endif

}  // namespace

std::span<const Instructions> instructions_here() {
#if defined(__x86_64__)
    static constexpr std::array<Instructions, 4> all{Instructions::none, Instructions::plain, Instructions::sse2,
                                                     Instructions::avx2};
    static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
    return std::span(all).first(has_avx2 ? 4 : 3);
#elif defined(__aarch64__)
    static constexpr std::array<Instructions, 3> all{Instructions::none, Instructions::plain, Instructions::neon};
    return all;
#else
    static constexpr std::array<Instructions, 2> all{Instructions::none, Instructions::plain};
    return all;
#endif
}

FindMasks find_masks_with(Instructions instructions) {
    switch (instructions) {
        case Instructions::none: return find_none;
#if defined(__x86_64__)
        case Instructions::sse2: return find_sse2;
        case Instructions::avx2: return find_avx2;
#elif defined(__aarch64__)
        case Instructions::neon: return find_neon;
#endif
        default: return find_plain;
    }
}

FindMasks find_masks() {
    static const FindMasks fastest = find_masks_with(instructions_here().back());
    return fastest;
}

}  // namespace entente
