// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include <entente/export/mentions_jsonl.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// The fields of one JSON object, read with its place at hand. A text that it gives holds until the next line is read.
///
/// Errors: throws Error with file and line for a field that is missing or of another type.
class JsonFields {
public:
    JsonFields(simdjson::dom::object row, const Place& place) : row_(row), place_(&place) {}

    [[noreturn]] void fail(std::string message, std::string hint = {}) const;

    /// Whether `key` is there and not null.
    [[nodiscard]] bool has(std::string_view key) const { return value_of(key).has_value(); }

    /// Empty when absent.
    [[nodiscard]] std::string_view text(std::string_view key) const;
    [[nodiscard]] std::string_view needed_text(std::string_view key) const;

    /// 0 when absent.
    [[nodiscard]] std::uint32_t number(std::string_view key) const;

    /// Errors: throws Error when it is absent, too.
    [[nodiscard]] double real(std::string_view key) const;

    /// False when absent.
    [[nodiscard]] bool flag(std::string_view key) const;

    [[nodiscard]] Span span(std::string_view begin = "begin", std::string_view end = "end") const;

    /// What `of` makes of the text, or `otherwise` when it is absent.
    template <class Value>
    [[nodiscard]] Value named(std::string_view key, std::optional<Value> (*of)(std::string_view), Value otherwise,
                              std::string_view hint) const {
        const auto name = text(key);
        const auto value = name.empty() ? std::optional(otherwise) : of(name);
        if (!value) {
            fail("unknown " + std::string(key) + " " + in_quotes(name), std::string(hint));
        }
        return *value;
    }

    /// Reads each object of a list into a row of `rows`, of which those already there are used again. None when absent.
    template <class Row, class Read>
    void list(std::string_view key, std::vector<Row>& rows, Read read) const {
        std::size_t count = 0;
        if (has(key)) {
            for (const auto item : items(key)) {
                if (count == rows.size()) {
                    rows.emplace_back();
                }
                read(object_in(key, item), rows[count++]);
            }
        }
        rows.resize(count);
    }

private:
    [[nodiscard]] std::optional<simdjson::dom::element> value_of(std::string_view key) const;
    /// Of a key that is there.
    [[nodiscard]] simdjson::dom::array items(std::string_view key) const;
    [[nodiscard]] JsonFields object_in(std::string_view key, simdjson::dom::element item) const;

    simdjson::dom::object row_;
    const Place* place_;
};

/// The objects of a file that has one on each line.
///
/// Memory: the longest line.
class JsonLines {
public:
    /// `name` is what errors call the file, `hint` what they say of a line that is none of its kind.
    JsonLines(ByteSource source, std::string name, std::string hint);
    ~JsonLines();
    JsonLines(JsonLines&&) noexcept;
    JsonLines& operator=(JsonLines&&) noexcept;

    /// The next object, or nothing at the end. It holds until the next call. Empty lines are passed over.
    /// Errors: throws Error with file and line; the next call goes on behind that line.
    [[nodiscard]] std::optional<JsonFields> next();

    /// Of the object that was read last, from 1.
    [[nodiscard]] std::size_t line() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente
