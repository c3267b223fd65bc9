// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <entente/text/encoding.hpp>

namespace entente {

void append_utf8(std::string& text, char32_t code_point);

/// The bytes below 0x80 from `begin` on.
[[nodiscard]] inline std::size_t ascii_run(std::string_view bytes, std::size_t begin) {
    std::size_t end = begin;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) < 0x80) ++end;
    return end - begin;
}

/// Builds a DecodedText piece by piece and keeps its map right. Sizes are bytes of the file.
class Decoder {
public:
    explicit Decoder(Encoding encoding, std::size_t bytes) {
        result_.encoding = encoding;
        result_.text.reserve(bytes + bytes / 8);
    }

    void skip(std::size_t bytes) {
        original_ += bytes;
        note();
    }
    void copy(std::string_view bytes) {
        result_.text += bytes;
        original_ += bytes.size();
        note();
    }
    void put(char32_t code_point, std::size_t bytes) {
        append_utf8(result_.text, code_point);
        original_ += bytes;
        note();
    }
    void replace(std::size_t bytes) {
        if (result_.replaced++ == 0) result_.first_replaced = original_;
        put(0xFFFD, bytes);
    }
    DecodedText take() { return std::move(result_); }

private:
    void note() { result_.original.add(static_cast<std::uint32_t>(result_.text.size()), original_); }

    DecodedText result_;
    std::uint64_t original_ = 0;
};

}  // namespace entente
