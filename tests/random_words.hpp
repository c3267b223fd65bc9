// SPDX-License-Identifier: Apache-2.0
// Random words and bytes, other ones in each run.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

/// ENTENTE_SEED=… repeats a run.
inline unsigned seed() {
    const char* given = std::getenv("ENTENTE_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
}

/// Up to `most` of the pieces, one after the other.
inline std::string any_of(const std::vector<std::string>& pieces, std::size_t most, std::mt19937& random) {
    std::string text;
    for (auto left = random() % most + 1; left > 0; --left) text += pieces[random() % pieces.size()];
    return text;
}

/// Up to `most` bytes of any value.
inline std::string any_bytes(std::size_t most, std::mt19937& random) {
    std::string bytes(random() % (most + 1), ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

inline std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}
