// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/furniture.hpp>

namespace entente {

/// Which list of Furniture a phrase stands in.
enum class PhraseKind : std::uint8_t {
    line,
    line_start,
    list_opener,
    appeal_opener,
    appeal_phrase,
    page_end,
    notice,
    notice_companion,
    navigation,
    photo_label,
    credit_start,
    credit_phrase,
    agency,
    byline_word,
    date_label,
};

/// A phrase found in a plain form; bytes of it.
struct PhraseHit {
    PhraseKind kind = PhraseKind::line;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Phrases by their first two bytes.
class PhraseTable {
public:
    struct Row {
        std::string_view phrase;
        PhraseKind kind = PhraseKind::line;
        std::uint32_t head = 0;  ///< its first bytes, up to a number
        std::uint32_t mask = 0;  ///< which of the bytes of `head` they are

        Row() = default;
        Row(std::string_view text, PhraseKind of_kind);
        /// Whether a text with these first bytes may begin with the phrase.
        [[nodiscard]] bool may_begin(std::uint32_t first_bytes) const { return ((first_bytes ^ head) & mask) == 0; }
    };

    PhraseTable() = default;
    explicit PhraseTable(const std::vector<Row>& rows);
    /// The rows that may match at the start of `text`.
    [[nodiscard]] std::span<const Row> at(std::string_view text) const;

private:
    std::array<std::uint16_t, 257> begins_{};
    std::vector<Row> rows_;
};

/// All phrases of a language, ready to be looked for at once.
class Phrases {
public:
    explicit Phrases(const Furniture& furniture);
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;
    ~Phrases() = default;

    /// Each phrase that stands where its kind may, ascending: openers, labels and starts at the very start, the others
    /// at each start of a word before `limit`.
    /// Complexity: O(n) in bytes for phrases of different first letters.
    [[nodiscard]] std::vector<PhraseHit> find(std::string_view plain, std::size_t limit = std::string_view::npos) const;

    /// Whether all of `plain`, but a final full stop, is a line of furniture.
    [[nodiscard]] bool is_line(std::string_view plain) const;

    /// Whether a paragraph speaks to the reader outside quotation marks.
    [[nodiscard]] bool speaks_to_reader(std::string_view plain) const;

private:
    PhraseTable lines_;
    PhraseTable starts_;
    PhraseTable anywhere_;
    std::vector<std::string> appeal_words_;
    std::deque<std::string> phrases_;  ///< what the tables look at
};

/// Makes the phrases of these words and of the other languages ready once, instead of for each page.
void prepare(Furniture& furniture);

/// The first hit of `kind` at the very start, if any.
[[nodiscard]] std::optional<PhraseHit> starting(const std::vector<PhraseHit>& hits, PhraseKind kind);
[[nodiscard]] std::size_t count_of(const std::vector<PhraseHit>& hits, PhraseKind kind);

}  // namespace entente
