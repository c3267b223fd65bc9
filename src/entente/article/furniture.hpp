// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <entente/article/page_language.hpp>

namespace entente {

class Phrases;

/// How the news pages of one language word what is not their story. Read from gazetteer/languages/*.yaml; without
/// any of these words only what shows by its shape is found: headlines, second copies, datelines, picture credits.
///
/// Encoding: lower case, straight apostrophes, single spaces. In `lines`, `#` stands for a number.
/// "Starts" and "openers" are compared with the start of a paragraph, up to the end of a word.
struct Furniture {
    std::vector<std::string> lines;         ///< a whole paragraph: "advertisement"
    std::vector<std::string> line_starts;   ///< a paragraph that starts so: "related article:"
    std::vector<std::string> list_openers;  ///< and the link titles after it: "read also"
    std::vector<std::string>
        appeal_openers;                     ///< and each paragraph after it that speaks to the reader: "a message from"
    std::vector<std::string> appeal_words;  ///< how one speaks to the reader: "you", "our"
    std::vector<std::string> appeal_phrases;  ///< two of them in one paragraph make an appeal: "subscribe to our"
    std::vector<std::string> page_ends;       ///< in its second half, the page ends here: "leave a reply"
    std::vector<std::string> notices;         ///< anywhere in a short paragraph: "has been automatically translated"
    std::vector<std::string>
        notice_companions;                ///< the same notice in another language, right beside one: "google translate"
    std::vector<std::string> navigation;  ///< words of menus: "home", "sports", "log in"
    std::vector<std::string> photo_labels;      ///< before a colon or "by": "photo"
    std::vector<std::string> credit_starts;     ///< a short paragraph that starts so: "source:", "reporting by"
    std::vector<std::string> credit_phrases;    ///< a sentence that holds it: "contributed to this report"
    std::vector<std::string> agencies;          ///< whose pictures papers print: "reuters", "getty images"
    std::vector<std::string> byline_words;      ///< "by"
    std::vector<std::string> publisher_labels;  ///< before the name of who wrote the story: "source:"
    std::vector<std::string> url_labels;        ///< before the address it was taken from: "original url:"
    std::vector<std::string> date_labels;       ///< "updated", "published on"

    std::shared_ptr<const Phrases> phrases;  ///< all of these, once prepare() made them ready

    std::vector<Furniture> others;  ///< of the other languages that a page may be in
    PageLanguage language;          ///< 0 stands for these words, 1 for the first of the others
};

/// The words that fit a page: those given, unless its function words tell one of the other languages.
[[nodiscard]] inline const Furniture& furniture_for(std::string_view text, const Furniture& furniture) {
    const auto language = furniture.others.empty() ? 0 : furniture.language.of(text);
    return language == 0 ? furniture : furniture.others[language - 1];
}

}  // namespace entente
