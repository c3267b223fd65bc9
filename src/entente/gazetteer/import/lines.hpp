// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace entente {

/// The lines of a file, plain or under gzip or bzip2 as its first bytes say, one in memory at a time.
///
/// Errors: throws Error with the line that was reached, when the file cannot be read, or its compressed bytes are cut
///         off or damaged.
class Lines {
public:
    /// Bytes of the longest line; an entity of Wikidata has up to 5 MB.
    static constexpr std::size_t longest = std::size_t{32} << 20;

    /// `-` is standard input.
    explicit Lines(std::string path);
    ~Lines();
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    /// Without its line feed and, at the start of the file, byte order mark. A longer line than `longest` is cut.
    [[nodiscard]] bool next(std::string& line);
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    /// Whether the last line was cut to `longest`.
    [[nodiscard]] bool overlong() const { return overlong_; }
    /// Whether the last line ends with the file instead of a line feed.
    [[nodiscard]] bool unended() const { return unended_; }

private:
    class Bytes;

    std::string path_;
    std::unique_ptr<Bytes> bytes_;
    std::size_t number_ = 0;
    bool overlong_ = false;
    bool unended_ = false;
};

}  // namespace entente
