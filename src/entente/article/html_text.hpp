// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <entente/article/html_tree.hpp>

namespace entente {

/// Writes the text of a page as a reader sees it: white space squeezed, blocks parted by empty lines. Each
/// character keeps its place in the page.
class HtmlTextWriter {
public:
    HtmlTextWriter(std::string_view html, HtmlDocument& document) : html_(html), document_(document) {}

    /// `text` is a view into the page; its line ends are line breaks when `preformatted`.
    void write(std::string_view text, bool linked, bool preformatted);
    /// A line break of the page; two of them with nothing between them end the block.
    void break_line();
    void end_block();
    /// A link begins where the next character will stand.
    void begin_link() { link_begins_ = true; }

    /// Whether the last block may go on.
    [[nodiscard]] bool in_block() const { return in_block_; }

private:
    void begin_piece(std::size_t source);
    void append(std::string_view piece, bool linked);
    void append_reference(char32_t code_point, std::size_t source, std::size_t size, bool linked);
    void count(std::string_view piece, bool linked);

    std::string_view html_;
    HtmlDocument& document_;
    std::uint64_t end_of_piece_ = 0;  // byte of the page behind the last character
    std::size_t blank_ = 0;           // byte of the page where a pending space stands
    bool pending_blank_ = false;
    bool in_block_ = false;
    bool link_begins_ = false;
    int breaks_ = 0;  // since the last character
};

}  // namespace entente
