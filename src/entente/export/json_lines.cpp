// SPDX-License-Identifier: Apache-2.0
#include <entente/export/json_lines.hpp>

#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include <unistd.h>

namespace entente {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

namespace {

constexpr std::size_t first_buffer = std::size_t{1} << 20;  // bytes

/// Cuts a source of bytes into lines, each with room behind it for simdjson to read ahead.
class Lines {
public:
    explicit Lines(ByteSource source) : source_(std::move(source)), buffer_(first_buffer) {}

    /// The next line without its end, or nothing. It holds until the next call.
    std::optional<std::string_view> next() {
        std::size_t searched = begin_;
        for (;;) {
            const auto* found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
            if (found != nullptr) {
                const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
                return cut(end, end + 1);
            }
            searched = end_ - begin_;  // where it will be once refill() has moved the line to the front
            if (!refill()) {
                return begin_ == end_ ? std::nullopt : std::optional(cut(end_, end_));
            }
        }
    }

private:
    std::string_view cut(std::size_t end, std::size_t next) {
        const std::string_view line(buffer_.data() + begin_, end - begin_);
        begin_ = next;
        return line;
    }

    bool refill() {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
        if (end_ + simdjson::SIMDJSON_PADDING >= buffer_.size()) {
            buffer_.resize(buffer_.size() * 2);
        }
        const auto read = source_(std::span(buffer_).subspan(end_, buffer_.size() - end_ - simdjson::SIMDJSON_PADDING));
        end_ += read;
        return read > 0;
    }

    ByteSource source_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;  ///< of the bytes that no line was cut from
    std::size_t end_ = 0;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

void JsonFields::fail(std::string message, std::string hint) const {
    throw Error(Diagnostic{.severity = Severity::error,
                           .place = *place_,
                           .message = std::move(message),
                           .source_line = {},
                           .hint = std::move(hint),
                           .code = {}});
}

std::string_view JsonFields::text(std::string_view key) const {
    const auto value = value_of(key);
    std::string_view text;
    if (value && value->get(text) != simdjson::SUCCESS) {
        fail(in_quotes(key) + " is not a text");
    }
    return text;
}

std::string_view JsonFields::needed_text(std::string_view key) const {
    const auto found = text(key);
    if (found.empty()) {
        fail(in_quotes(key) + " is missing or empty");
    }
    return found;
}

std::uint32_t JsonFields::number(std::string_view key) const {
    const auto value = value_of(key);
    std::uint64_t number = 0;
    if (value && (value->get(number) != simdjson::SUCCESS || number > std::numeric_limits<std::uint32_t>::max())) {
        fail(in_quotes(key) + " is not a whole number from 0 to 4294967295");
    }
    return static_cast<std::uint32_t>(number);
}

double JsonFields::real(std::string_view key) const {
    const auto value = value_of(key);
    double number = 0;
    if (!value || value->get(number) != simdjson::SUCCESS) {
        fail(in_quotes(key) + " is no number");
    }
    return number;
}

bool JsonFields::flag(std::string_view key) const {
    const auto value = value_of(key);
    bool flag = false;
    if (value && value->get(flag) != simdjson::SUCCESS) {
        fail(in_quotes(key) + " is neither true nor false");
    }
    return flag;
}

Span JsonFields::span(std::string_view begin, std::string_view end) const {
    if (!has(begin) || !has(end)) {
        fail(in_quotes(begin) + " or " + in_quotes(end) + " is missing");
    }
    const Span span{number(begin), number(end)};
    if (span.end < span.begin) {
        fail(in_quotes(end) + " comes before " + in_quotes(begin));
    }
    return span;
}

std::optional<element> JsonFields::value_of(std::string_view key) const {
    element value;
    if (row_.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) {
        return std::nullopt;
    }
    return value;
}

array JsonFields::items(std::string_view key) const {
    array items;
    if (value_of(key)->get(items) != simdjson::SUCCESS) {
        fail(in_quotes(key) + " is not a list");
    }
    return items;
}

JsonFields JsonFields::object_in(std::string_view key, element item) const {
    object fields;
    if (item.get(fields) != simdjson::SUCCESS) {
        fail(in_quotes(key) + " holds something that is not an object");
    }
    return {fields, *place_};
}

/// One line after the other is parsed into the parser's memory.
struct JsonLines::Parts {
    Lines lines;
    std::string hint;
    Place place;
    simdjson::dom::parser parser;
};

JsonLines::JsonLines(ByteSource source, std::string name, std::string hint)
    : parts_(std::make_unique<Parts>(Lines(std::move(source)), std::move(hint), Place{.file = std::move(name)})) {}
JsonLines::~JsonLines() = default;
JsonLines::JsonLines(JsonLines&&) noexcept = default;
JsonLines& JsonLines::operator=(JsonLines&&) noexcept = default;

std::optional<JsonFields> JsonLines::next() {
    auto& [lines, hint, place, parser] = *parts_;
    auto line = lines.next();
    for (; line; line = lines.next()) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (++place.line == 1 && line->starts_with(byte_order_mark)) {
            line->remove_prefix(byte_order_mark.size());
        }
        if (!is_blank(*line)) {
            break;
        }
    }
    if (!line) {
        return std::nullopt;
    }
    element value;
    object row;
    const auto fault = parser.parse(line->data(), line->size(), false).get(value);
    if (fault == simdjson::UTF8_ERROR) {
        JsonFields(row, place).fail("the row is not UTF-8");
    }
    if (fault != simdjson::SUCCESS || value.get(row) != simdjson::SUCCESS) {
        JsonFields(row, place).fail("the line is not a JSON object", hint);
    }
    return JsonFields(row, place);
}

std::size_t JsonLines::line() const { return parts_->place.line; }

ByteSource bytes_of(int descriptor, std::string name) {
    return [descriptor, name = std::move(name)](std::span<char> bytes) {
        for (;;) {
            const auto read = ::read(descriptor, bytes.data(), bytes.size());
            if (read >= 0) {
                return static_cast<std::size_t>(read);
            }
            if (errno != EINTR) {
                throw Error("cannot read " + name + ": " + std::strerror(errno));
            }
        }
    };
}

}  // namespace entente
