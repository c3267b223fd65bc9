// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/article.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// What is kept of an article's words so that its copies are known without the texts: a sample of its shingles, which are
/// the triples of words that follow each other, and each number with the word before and the word behind it. Its headline,
/// its captions and all that is not its story have no part in it.
///
/// Of n words the shingles are kept whose hash is below sample_limit(n): about 3 √n of them. Which one is kept depends
/// on nothing but the shingle, so two samples are compared below the lesser of their limits. Of a text of n words inside
/// one of m that leaves 3n / √m, enough for a third of an article inside a page three times as long.
///
/// Source: Broder 1997, "On the resemblance and containment of documents" (samples that grow with the document). The
///         length of a shingle and the factor 3 are measured, see tests/bench/README.md.
struct Signature {
    /// A text of fewer words is a copy only of the same words under the same headline: its one "shingle" is all of them.
    static constexpr std::uint32_t fewest_words = 30;

    std::uint32_t words = 0;            ///< of the story; 0 when the text was not looked at
    std::uint32_t furniture = 0;        ///< words in zones of boilerplate
    std::vector<std::uint32_t> hashes;  ///< 30 bits each, ascending, none twice

    friend bool operator==(const Signature&, const Signature&) = default;
};

/// The hashes that a story of so many words keeps are below this.
[[nodiscard]] std::uint32_t sample_limit(std::uint32_t words);

/// Whether signature_of() may give it: words, and 30 bits for each number; or nothing at all.
[[nodiscard]] bool is_sound(const Signature& signature);

/// `words` are those of the whole text, as tokenize() cuts it, and `zones` the article's.
///
/// Complexity: O(words), and a sort of the sample.
[[nodiscard]] Signature signature_of(std::span<const Token> words, std::span<const ZoneSpan> zones);

/// Five characters of base64url (RFC 4648) for each number of 30 bits: words, furniture, then the hashes.
[[nodiscard]] std::string to_text(const Signature& signature);
/// The same written at `to`, where there must be room for text_size(). Returns where it ended.
[[nodiscard]] char* write_text(char* to, const Signature& signature);
[[nodiscard]] std::size_t text_size(const Signature& signature);
/// Nothing when the text is no signature. The empty text is that of an article that was not looked at.
[[nodiscard]] std::optional<Signature> signature_from(std::string_view text);

}  // namespace entente
