// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <entente/text/word_bits.hpp>

namespace entente {

/// Tells which of up to 64 languages a page is in, by the function words at its beginning.
class PageLanguage {
public:
    /// `words` are those of language number `language`, in lower case.
    void learn(std::span<const std::string> words, std::size_t language);

    /// The number of the language whose words the text uses most; 0 unless another leads clearly.
    /// Complexity: O(1) for each of the first few hundred words of the text.
    [[nodiscard]] std::size_t of(std::string_view text) const;

private:
    static constexpr std::size_t filter_bits = std::size_t{1} << 15U;

    WordBits<std::uint64_t> words_;    ///< bits of languages
    std::bitset<filter_bits> filter_;  ///< by the hash of a word: most words of a text are not looked up
};

}  // namespace entente
