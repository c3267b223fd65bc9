// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    WordBits<std::uint64_t> words_;  ///< bits of languages
};

}  // namespace entente
