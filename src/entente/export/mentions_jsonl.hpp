// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include <entente/export/output.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// The rows of `entente tag`: one JSON object a line for each article. A change that a reader could misread, such as a key
/// with a new meaning, raises this number; a new key does not.
inline constexpr unsigned mentions_schema = 1;

/// Writes one row and its line end.
///
/// Encoding:   UTF-8; what is none, or no character of XML 1.0, becomes U+FFFD.
/// Complexity: O(bytes), without allocation beyond the output's buffer.
void write_mentions(const TaggedArticle& article, Output& output);

/// Fills as much of `bytes` as there is at hand and says how much that was; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char> bytes)>;

/// Reads from an open file descriptor, which stays the caller's. Errors: throws Error with `name` when reading fails.
[[nodiscard]] ByteSource bytes_of(int descriptor, std::string name);

/// Reads the rows that write_mentions() wrote, or another program in the same form, or CompactMentions::write(): the first byte
/// says which.
///
/// Needed are "schema", "article", "entities" with their ids and, of a mention, "begin", "end" and "entity" (null for an
/// undecided one). The rest may be absent: the kind is then a name, the zone the body, a label its id, a sentence the one
/// behind that before it, and an article without a signature is no copy of another. Keys not known are passed over. Writing what was read from our own rows gives the same bytes.
///
/// Memory: the longest line.
class MentionsReader {
public:
    /// `name` is what errors call the file.
    MentionsReader(ByteSource source, std::string name);
    ~MentionsReader();
    MentionsReader(MentionsReader&&) noexcept;
    MentionsReader& operator=(MentionsReader&&) noexcept;

    /// Reads the next row into `article`, whose memory is used again; false at the end. Empty lines are passed over.
    ///
    /// Errors: throws Error with file and line for a row that cannot be read. The next call goes on behind that line, so
    ///         the caller may name it, count it and skip it.
    [[nodiscard]] bool next(TaggedArticle& article);

    /// Of the row that was read last, from 1.
    [[nodiscard]] std::size_t line() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente
