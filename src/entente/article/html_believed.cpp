// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_believed.hpp>

#include <cstddef>

#include <entente/article/html_blocks.hpp>

namespace entente {
namespace {

// Letters of an element beyond which its name is about something else: a caption, a line with author and date.
constexpr std::uint64_t longest_caption = 1200;
constexpr std::uint64_t longest_line = 200;
constexpr std::uint64_t longest_biography = 900;

// `own`: the element's marks; `here`, `all`: what it and the page hold.
HtmlMarks believed(const HtmlElement& element, HtmlMarks own, const BlockSums& here, const BlockSums& all) {
    constexpr HtmlMarks side_marks = marks_caption | marks_credit | marks_byline | marks_date | marks_figure;
    // "article-body print-area": what is both the story and furniture of these kinds is the story.
    constexpr HtmlMarks weaker =
        furniture_marks & ~HtmlMarks{marks_comments | marks_related | marks_promotion | marks_hidden};
    if ((own & marks_story) != 0) own &= ~weaker;
    if ((own & (furniture_marks | side_marks)) == 0) return own;
    const bool article = element.tag == HtmlTag::article || element.tag == HtmlTag::main_part;
    const bool beside = (own & (marks_sidebar | marks_footer)) != 0 && all.prose - here.prose >= shortest_story;
    const bool apart = ((own & (marks_comments | marks_related | marks_figure)) != 0 || beside) && here.headlines == 0;
    const bool with_headline = here.headlines > 0 && here.headlines == all.headlines && here.prose >= shortest_story;
    if (here.prose * 10 > all.prose * 9 || with_headline || (!apart && here.prose * 2 > all.prose)
        || (article && here.prose * 4 > all.prose))
        own &= ~(furniture_marks | side_marks);
    if (here.letters > longest_caption) own &= ~HtmlMarks{marks_caption};
    if (here.letters > longest_line) {
        // More than a name: who the author is.
        const bool biography =
            (own & marks_byline) != 0 && (own & marks_content) == 0 && here.letters <= longest_biography && !article;
        own &= ~HtmlMarks{marks_credit | marks_byline | marks_date};
        if (biography) own |= marks_author_box;
    }
    return own;
}

}  // namespace

BlockSums operator-(const BlockSums& a, const BlockSums& b) {
    return {a.letters - b.letters, a.linked - b.linked, a.prose - b.prose, a.headlines - b.headlines};
}

std::vector<BlockSums> block_sums(const HtmlDocument& document) {
    std::vector<BlockSums> before(1);
    before.reserve(document.blocks.size() + 1);
    for (const auto& block : document.blocks) {
        auto sums = before.back();
        sums.letters += block.letters;
        sums.linked += block.linked;
        if (is_prose(block)) sums.prose += block.letters;
        if (document.elements[block.element].tag == HtmlTag::headline) ++sums.headlines;
        before.push_back(sums);
    }
    return before;
}

std::vector<HtmlMarks> believed_marks(const HtmlDocument& document, const std::vector<BlockSums>& before,
                                      HtmlMarks ignored) {
    constexpr HtmlMarks own_only = marks_content | marks_headline;
    std::vector<HtmlMarks> marks;
    marks.reserve(document.elements.size());
    for (std::size_t i = 0; i < document.elements.size(); ++i) {
        const auto& element = document.elements[i];
        const auto here = before[element.end_block] - before[element.first_block];
        const auto own = believed(element, element.marks & ~ignored, here, before.back());
        marks.push_back(own | (i == 0 ? 0 : marks[element.parent] & ~own_only));
    }
    return marks;
}

}  // namespace entente
