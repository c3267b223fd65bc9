// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// A character reference such as `&eacute;` or `&#233;`.
struct CharacterReference {
    char32_t code_point = 0;
    std::size_t size = 0;  ///< bytes that it takes; 0: this `&` is an ampersand
};

/// The reference at the start of `text`, which is an `&`.
[[nodiscard]] CharacterReference character_reference(std::string_view text);

/// `text` with its references replaced, as in the value of an attribute.
[[nodiscard]] std::string decode_references(std::string_view text);

struct HtmlToken {
    enum class Kind : std::uint8_t { text, start_tag, end_tag, raw_text, end };
    Kind kind = Kind::end;
    std::string_view name{};     ///< of a tag, as it is written; of raw text: of the element that holds it
    std::string_view content{};  ///< text with its references; of a start tag, its attributes
    bool closes_itself = false;  ///< "/>"
};

struct HtmlAttribute {
    std::string_view name{};   ///< as it is written
    std::string_view value{};  ///< with its references, without quotes
};

/// Takes the first attribute off `attributes`; false when there is none.
[[nodiscard]] bool next_attribute(std::string_view& attributes, HtmlAttribute& attribute);

/// Whether two names are one in HTML. `lower` is in lower case.
[[nodiscard]] bool is_name(std::string_view written, std::string_view lower);

/// Cuts a page into tags and texts, all of them views into it; comments and declarations are passed over.
/// Where a page is broken as much text as can be is kept: a quote or comment that never ends is none.
///
/// Complexity: O(n) for the whole page.
class HtmlTokenizer {
public:
    explicit HtmlTokenizer(std::string_view html) : html_(html) {}
    [[nodiscard]] HtmlToken next();

private:
    void skip_declaration();
    [[nodiscard]] HtmlToken read_tag();
    [[nodiscard]] std::size_t end_of_tag(std::size_t begin);
    [[nodiscard]] HtmlToken raw_text();

    std::string_view html_;
    std::size_t at_ = 0;
    std::string_view raw_element_{};          // whose text comes next
    std::array<bool, 2> quote_never_ends_{};  // of ' and ", from here to the end
    bool comment_never_ends_ = false;
};

}  // namespace entente
