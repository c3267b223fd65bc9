// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <entente/text/byte_stream.hpp>

namespace entente {

/// The lines of a stream, one in memory at a time.
///
/// Errors: throws Error with the line that was reached, when the stream cannot be read further.
class Lines {
public:
    /// `path` is what messages call the stream. A line is cut to `longest` bytes.
    Lines(ByteStream stream, std::string path, std::size_t longest)
        : path_(std::move(path)), stream_(std::move(stream)), longest_(longest) {}

    /// Without its line feed and, at the start of the stream, byte order mark.
    [[nodiscard]] bool next(std::string& line);
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    /// What the last line ended in: "\n" or "\r\n".
    [[nodiscard]] std::string_view end() const { return end_; }
    /// Whether the last line was cut.
    [[nodiscard]] bool overlong() const { return overlong_; }
    /// Whether the last line ends with the stream instead of a line feed.
    [[nodiscard]] bool unended() const { return unended_; }

private:
    std::string path_;
    ByteStream stream_;
    std::size_t longest_;
    std::size_t number_ = 0;
    std::string_view end_ = "\n";
    bool overlong_ = false;
    bool unended_ = false;
};

}  // namespace entente
