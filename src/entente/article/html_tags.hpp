// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// The elements that parsing and finding the story treat in their own way.
enum class HtmlTag : std::uint8_t {
    other_inline,  ///< runs on inside a line: <b>, <font>, <o:p>
    other_block,   ///< stands on lines of its own: <center>, <amp-layout>
    anchor,
    article,
    aside,
    blockquote,
    body,
    button,
    cell,  ///< <td>, <th>
    details,
    division,
    figcaption,
    figure,
    footer,
    form,
    head,
    header,
    headline,    ///< <h1>
    subheading,  ///< <h2> to <h6>
    html,
    line_break,
    link,
    list,
    list_item,
    main_part,
    media,  ///< <video>, <object>, <svg>: what they hold is not seen as text
    meta,
    navigation,
    paragraph,
    preformatted,
    row,
    section,
    select,
    span,
    table,
    table_part,  ///< <tbody>, <thead>, <tfoot>
    term,        ///< <dt>, <dd>
    unseen,      ///< <template>, <datalist>
    time,
    void_element,  ///< has no content and no line of its own: <img>, <input>, <wbr>
    void_block,    ///< <hr>
};

[[nodiscard]] HtmlTag html_tag(std::string_view written_name);
[[nodiscard]] bool is_block(HtmlTag tag);
[[nodiscard]] bool is_void(HtmlTag tag);

}  // namespace entente
