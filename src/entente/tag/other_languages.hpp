// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace entente {

/// A language that no file describes, by the words that stand most often in its texts: so that an article in it is not
/// taken for one in a language of which more is known.
struct OtherLanguage {
    std::string_view code;   ///< BCP 47
    std::string_view words;  ///< lower case, between blanks
};

[[nodiscard]] std::span<const OtherLanguage> other_languages();

}  // namespace entente
