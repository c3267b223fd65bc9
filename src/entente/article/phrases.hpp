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
#include <entente/article/plain_forms.hpp>

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

/// The hits in one paragraph, ascending.
using PhraseHits = std::span<const PhraseHit>;

/// Phrases by their first bytes.
class PhraseTable {
public:
    struct Row {
        std::string_view phrase;
        PhraseKind kind = PhraseKind::line;
        std::uint64_t head = 0;  ///< its first eight bytes, up to a number
        std::uint64_t mask = 0;  ///< which of the bytes of `head` they are

        Row() = default;
        Row(std::string_view text, PhraseKind of_kind);
        /// Whether a text with these first eight bytes may begin with the phrase.
        [[nodiscard]] bool may_begin(std::uint64_t first) const { return ((first ^ head) & mask) == 0; }
    };

    PhraseTable() = default;
    explicit PhraseTable(const std::vector<Row>& rows);
    /// False for most texts, by their first eight bytes, that no phrase begins.
    [[nodiscard]] bool may_begin(std::uint64_t first) const {
        return filter_.may_hold(first) || (starts_.digits && is_number(first));
    }
    /// What phrases begin with beside letters.
    [[nodiscard]] Starts starts() const { return starts_; }
    /// The phrases that may begin such a text, and perhaps others.
    [[nodiscard]] std::span<const Row> at(std::uint64_t first) const;

private:
    /// A bit for each of many texts of five bytes: the first two choose the row, the others the column.
    class Filter {
    public:
        /// Of the bytes of `head` so many are fixed.
        void add(std::uint64_t head, std::size_t fixed);
        [[nodiscard]] bool may_hold(std::uint64_t first) const {
            return (rows_[row_of(first)] >> column_of(first) & 1U) != 0;
        }

    private:
        static constexpr unsigned size = 10;  // the power of two
        static std::size_t row_of(std::uint64_t first) {
            return ((first & 0xFFFFU) * 0x9E3779B97F4A7C15ULL) >> (64U - size);
        }
        static unsigned column_of(std::uint64_t first) {
            return static_cast<unsigned>(first >> 16U ^ first >> 22U ^ first >> 31U) % 64;
        }

        std::array<std::uint64_t, std::size_t{1} << size> rows_{};
    };
    static bool is_number(std::uint64_t first) { return (first & 0xFFU) == '#' || (first & 0xFFU) - '0' < 10U; }
    static std::size_t bucket_of(std::uint64_t first);

    Filter filter_;
    Starts starts_;
    std::array<std::uint16_t, 257> begins_{};  ///< of the rows, by two bytes
    std::vector<Row> rows_;
};

/// All phrases of a language, ready to be looked for at once.
class Phrases {
public:
    explicit Phrases(const Furniture& furniture);
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;
    ~Phrases() = default;

    /// Adds each phrase that stands in `plain`, one of the forms, where its kind may, ascending: lines, openers, labels and
    /// starts at the very start, the others at each start of a word before `limit`.
    /// Complexity: O(n) in words for phrases of different first words.
    void find(const PlainForms& forms, std::string_view plain, std::vector<PhraseHit>& hits,
              std::size_t limit = std::string_view::npos) const;

    /// Whether a paragraph speaks to the reader outside quotation marks.
    [[nodiscard]] bool speaks_to_reader(std::string_view plain) const;

private:
    PhraseTable starts_;
    PhraseTable anywhere_;
    std::vector<std::string> appeal_words_;
    std::deque<std::string> phrases_;  ///< what the tables look at
};

/// Makes the phrases of these words and of the other languages ready once, instead of for each page.
void prepare(Furniture& furniture);

/// The first hit of `kind` at the very start, if any.
[[nodiscard]] inline std::optional<PhraseHit> starting(PhraseHits hits, PhraseKind kind) {
    for (const auto& hit : hits) {
        if (hit.begin > 0) break;
        if (hit.kind == kind) return hit;
    }
    return {};
}
/// Whether all of a plain form, but a final full stop, is a line of furniture.
[[nodiscard]] bool is_line(std::string_view plain, PhraseHits hits);
[[nodiscard]] std::size_t count_of(PhraseHits hits, PhraseKind kind);

}  // namespace entente
