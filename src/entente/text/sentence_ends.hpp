// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// Bytes of the sentence-ending mark at `at`: . ! ? … and the full stops of Chinese, Arabic and Hindi; else 0.
[[nodiscard]] std::size_t sentence_end_at(std::string_view text, std::size_t at);

/// Skips further ending marks and the quotes and brackets that close behind them.
[[nodiscard]] std::size_t skip_closing_marks(std::string_view text, std::size_t at);

/// Whether the character before `at` is a quote or bracket that opens.
[[nodiscard]] bool opens_sentence(std::string_view text, std::size_t at);

/// Where the character before `at` begins.
[[nodiscard]] std::size_t step_back(std::string_view text, std::size_t at);

/// "Mr", "Gen", "Sept" or one capital letter: a full stop behind it does not end a sentence. `word` is the hash of the
/// folded word (Token::hash), here as below.
[[nodiscard]] bool is_abbreviation(std::string_view printed, std::uint64_t word, bool capitals);

/// "Februar" of "24. Februar": the name of a month in a language that writes the day as an ordinal.
[[nodiscard]] bool is_month(std::uint64_t word);

/// "The", "He", "But": behind "U.S." such a word starts a sentence more often than it goes on.
[[nodiscard]] bool often_starts_sentence(std::uint64_t word);

}  // namespace entente
