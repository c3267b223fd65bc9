// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <entente/article/reader.hpp>

namespace entente {

/// What an object of JSON, a row of a table or front matter may say of an article; in the order of field_keys().
enum class Field : std::uint8_t { id, title, date, text, publisher, author, language, url };
inline constexpr std::size_t field_count = 8;

/// Collects the fields of one article under the names that data sets use for them ("body", "publishedAt").
class ArticleFields {
public:
    /// A field that `names` lists has only the name that it has there. Must outlive this.
    explicit ArticleFields(const FieldNames& names) : names_(names) {}

    struct Named {
        Field field = Field::id;
        std::uint8_t rank = 0;  ///< 1 is the best name
    };
    /// The field that is called `name`, whatever its case, when no better name for it has come; else nothing.
    [[nodiscard]] std::optional<Named> wanted(std::string_view name) const;
    /// Keeps `value`, trimmed unless it is the text. An empty one says nothing.
    void keep(Named wanted, std::string_view value);
    /// Keeps `value` for the field that is called `name`, when it is wanted.
    void offer(std::string_view name, std::string_view value) {
        if (const auto field = wanted(name)) keep(*field, value);
    }

    [[nodiscard]] std::string& operator[](Field field) { return values_[static_cast<std::size_t>(field)]; }

private:
    [[nodiscard]] std::optional<Named> named(std::string_view name) const;

    const FieldNames& names_;
    std::array<std::string, field_count> values_;
    std::array<std::uint8_t, field_count> ranks_{};  ///< 0: nothing yet
};

/// What the fields of a record say of its article, all but the text; `source` is what they are.
[[nodiscard]] Article article_of(ArticleFields& fields, FactSource source, const Record& record,
                                 Diagnostics& diagnostics);

/// The article of a record that holds its text in a field.
/// Errors: throws Error when it has none.
[[nodiscard]] Article article_of_fields(ArticleFields& fields, const Record& record, const Furniture& furniture,
                                        Diagnostics& diagnostics);

/// Adds what the article's text, of which the first `begin` bytes are none, and the names of its file say, and finds
/// its zones.
void read_page_of(Article& article, std::uint32_t begin, const Record& record, const Furniture& furniture);

}  // namespace entente
