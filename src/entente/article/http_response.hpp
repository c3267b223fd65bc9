// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Lines `name: value` up to an empty line, as HTTP and WARC write them, and how many bytes they and it have.
struct HeaderFields {
    std::string_view lines;
    std::size_t size = 0;  ///< 0: there is no empty line

    /// The value behind a name, which is given in lower case; empty without one.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
};

[[nodiscard]] HeaderFields header_fields(std::string_view bytes);

/// Whether `response`, with its header, brings a page of HTML (status 200).
[[nodiscard]] bool is_page(std::string_view response);

/// The body of a response without its transfer coding (chunked) and content coding (gzip). Crawlers often undo these
/// and leave the header as it was; then the body stays as it is.
/// Errors: throws Error for another content coding, and for damaged bytes.
[[nodiscard]] std::string body_of(std::string_view response);

/// "utf-8" of a header `content-type: text/html; charset="UTF-8"`, in lower case; empty when it does not say.
[[nodiscard]] std::string charset_of(std::string_view response);

}  // namespace entente
