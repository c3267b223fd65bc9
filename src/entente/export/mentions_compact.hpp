// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export/mentions_jsonl.hpp>
#include <entente/export/output.hpp>
#include <entente/tag/mention.hpp>

namespace entente {

/// The rows of `entente tag` in their compact form: what the JSON lines hold, in fewer bytes, and read without parsing.
///
/// Layout: a head, then the rows; files one behind the other are one file. Numbers are LEB128 where no size is said, else
///         little endian; a text is the count of its bytes and they; a list is the count of its items and they. Head and rows are
///         blocks: one byte that says which, 24 bits of hash_of() the four bytes that follow, four of how many bytes the
///         block has behind its twelve first ones, 32 bits of hash_of() these, and these.
/// Head:   mentions_schema, then the names of kinds of mentions, of rules, zones and types of entities. Rows hold their
///         places in these lists, so that an entente with other lists understands them.
class CompactMentions {
public:
    /// With which a file begins, and no text in UTF-8 does.
    static constexpr char head_mark = '\x89';

    static void write_head(Output& output);
    /// Complexity: O(bytes), without allocation beyond the output's buffer.
    /// Errors:     throws Error for a row of more than 4 GB.
    static void write(const TaggedArticle& article, Output& output);

    /// `name` is what errors call the file.
    CompactMentions(ByteSource source, std::string name);

    /// As MentionsReader::next(). A row that is damaged or cut off throws with its number for a line; where the next row
    /// begins is lost with a damaged beginning of one, which throws without a line.
    [[nodiscard]] bool next(TaggedArticle& article);
    /// Of the row that was read last, from 1.
    [[nodiscard]] std::size_t row() const { return row_; }

private:
    /// Of each list of names the place here of its items; -1 for what is not known here.
    struct Names {
        std::vector<int> kinds, rules, zones, types;
    };
    struct Block {
        char mark;
        std::string_view content;  ///< until the next call of has()
    };
    class Cursor;

    /// Whether so many bytes are there, of which those not yet read are now.
    [[nodiscard]] bool has(std::size_t bytes);
    [[nodiscard]] Block take_block();
    void read_head(Cursor& head);
    void read_row(Cursor& row, TaggedArticle& article) const;
    void read_sentences(Cursor& row, TaggedArticle& article) const;
    void read_mention(Cursor& row, const TaggedArticle& article, Mention& mention) const;
    [[noreturn]] void fail_row(std::string_view message) const;
    [[noreturn]] void fail_cut_off();
    [[noreturn]] void fail_file(std::string message, std::string hint) const;

    ByteSource source_;
    std::string name_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;  ///< of the bytes that no block was taken from
    std::size_t end_ = 0;
    std::size_t row_ = 0;
    Names names_;
};

}  // namespace entente
