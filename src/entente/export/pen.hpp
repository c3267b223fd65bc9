// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <entente/article/signature.hpp>
#include <entente/export/digits.hpp>
#include <entente/export/escape.hpp>
#include <entente/export/output.hpp>

namespace entente {

/// Short texts are copied in steps of so many bytes, which costs less than to look how many there are: behind each there
/// must be so many bytes more that may be read.
inline constexpr std::size_t copy_step = 32;

struct PaddedView {
    const char* data;
    std::size_t size;
};

/// A text that is written again and again.
class PaddedText {
public:
    explicit PaddedText(std::string text) : text_(std::move(text)), size_(text_.size()) {
        text_.append(copy_step, '\0');
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    operator PaddedView() const { return {text_.data(), size_}; }

private:
    std::string text_;
    std::size_t size_;
};

/// Writes a piece of a row into room that is asked for once. What is put must not be longer than `most` bytes; each number and
/// date counts as `most_digits`, a signature as its text_size().
class Pen {
public:
    Pen(Output& output, std::size_t most) : output_(output), at_(output.room(most + copy_step)) {}
    ~Pen() { output_.end_at(at_); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    template <std::size_t size>
    void put(const char (&literal)[size]) {
        std::memcpy(at_, literal, size - 1);
        at_ += size - 1;
    }
    void put(PaddedView text) {
        std::size_t copied = 0;
        do {
            std::memcpy(at_ + copied, text.data + copied, copy_step);
            copied += copy_step;
        } while (copied < text.size);
        at_ += text.size;
    }
    void put(std::uint32_t number) { at_ = write_number(at_, number); }
    void put(double number) { at_ = write_shortest(at_, number); }
    void put(Date date) { at_ = write_date(at_, date); }
    void put(const Signature& signature) { at_ = write_text(at_, signature); }
    void put_hexadecimal(std::uint64_t number) { at_ = std::to_chars(at_, at_ + most_digits, number, 16).ptr; }
    /// Escaped for the inside of a string of JSON; it counts as json_room() of its size.
    void put_json(std::string_view text) { at_ = write_json(at_, text); }

    /// For what has no known length: `append` writes to the output itself; then there is room for `most` bytes again.
    template <class Append>
    void leave_to(Append append, std::size_t most) {
        output_.end_at(at_);
        append(output_);
        at_ = output_.room(most + copy_step);
    }

private:
    Output& output_;
    char* at_;
};

}  // namespace entente
