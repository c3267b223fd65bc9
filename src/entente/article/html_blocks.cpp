// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_blocks.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

bool is_heading(HtmlTag tag) { return tag == HtmlTag::headline || tag == HtmlTag::subheading; }

// No more than a paragraph or two.
bool is_box(const HtmlDocument& document, const HtmlElement& element) {
    constexpr std::uint32_t most_blocks = 12;
    const auto count = element.end_block - element.first_block;
    if (!is_block(element.tag) || is_heading(element.tag) || count < 2 || count > most_blocks) return false;
    const auto first = document.blocks.begin() + element.first_block;
    return std::count_if(first, first + count, is_prose) <= 2;
}

// A linked heading among its first lines.
bool has_linked_title(const HtmlDocument& document, const HtmlElement& element) {
    constexpr std::uint32_t title_within = 3;
    const auto first = document.blocks.begin() + element.first_block;
    return std::any_of(
        first, first + std::min(element.end_block - element.first_block, title_within),
        [&](const HtmlBlock& block) { return is_link_title(block) && is_linked_heading(document, block); });
}

bool has_link(const HtmlDocument& document, const HtmlElement& element) {
    return std::any_of(document.blocks.begin() + element.first_block, document.blocks.begin() + element.end_block,
                       [](const HtmlBlock& block) { return block.links > 0; });
}

}  // namespace

double link_share(const HtmlBlock& block) {
    return block.letters == 0 ? 0 : static_cast<double>(block.linked) / block.letters;
}

// Thai and its neighbours write sentences without stops.
bool is_prose(const HtmlBlock& block) {
    const bool sentences = (block.letters >= 60 && block.stops >= 1) || block.letters >= 150;
    return sentences && block.linked * 2 <= block.letters;
}

bool is_link_title(const HtmlBlock& block) { return block.letters >= 15 && link_share(block) > 0.8; }

bool is_linked_heading(const HtmlDocument& document, const HtmlBlock& block) {
    const auto& holder = document.elements[block.element];
    return (is_heading(holder.tag) || is_heading(document.elements[holder.parent].tag)) && link_share(block) > 0.8;
}

std::vector<BlockRange> teaser_boxes(const HtmlDocument& document) {
    constexpr std::uint32_t fewest = 4;
    constexpr std::uint32_t longest = 420;  // letters of a box, on an average
    struct Row {
        std::uint32_t boxes = 0;
        std::uint32_t named = 0;
        std::uint32_t letters = 0;
        BlockRange blocks;
    };
    std::vector<std::uint32_t> before(1, 0);  // letters before each block
    before.reserve(document.blocks.size() + 1);
    for (const auto& block : document.blocks) before.push_back(before.back() + block.letters);
    std::vector<BlockRange> found;
    std::vector<Row> rows(document.elements.size());  // of the boxes that each element holds
    std::uint32_t article_end = 0;                    // of the last <article> that is in no other
    for (std::uint32_t i = 1; i < document.elements.size(); ++i) {
        const auto& element = document.elements[i];
        const bool in_article = i < article_end;
        if (element.tag == HtmlTag::article && !in_article) article_end = element.end;
        const bool named = (element.marks & marks_teaser) != 0;
        if (!is_box(document, element)) continue;
        const bool titled = has_linked_title(document, element);
        if (!titled && !(named && has_link(document, element))) continue;
        const auto letters = before[element.end_block] - before[element.first_block];
        // An article in another one.
        const bool apart = named || element.tag == HtmlTag::article;
        if (in_article && apart && titled && letters <= longest)
            found.push_back({element.first_block, element.end_block});
        auto& row = rows[element.parent];
        if (row.boxes == 0) row.blocks.begin = element.first_block;
        row.blocks.end = element.end_block;
        row.letters += letters;
        ++row.boxes;
        if (named) ++row.named;
    }
    for (const auto& row : rows) {
        const auto letters = before[row.blocks.end] - before[row.blocks.begin];
        // Paragraphs between the boxes are a story with sections.
        const bool named = row.named == row.boxes && row.boxes > 1;
        if ((named || row.boxes >= fewest) && row.letters <= row.boxes * (named ? longest * 2 : longest)
            && row.letters * 10 >= letters * 7)
            found.push_back(row.blocks);
    }
    return found;
}

std::vector<BlockRange> teaser_lines(const HtmlDocument& document, BlockRange within) {
    constexpr std::uint32_t longest = 200;  // letters between two titles
    constexpr int fewest = 4;
    const auto& blocks = document.blocks;
    std::vector<BlockRange> found;
    for (auto begin = within.begin; begin < within.end; ++begin) {
        if (!is_link_title(blocks[begin])) continue;
        int titles = 1;
        int summaries = 0;
        auto last = begin;
        std::uint32_t letters = 0;
        for (auto i = begin + 1; i < within.end && letters <= longest; ++i) {
            if (is_heading(document.elements[blocks[i].element].tag) && link_share(blocks[i]) < 0.5) break;
            letters += blocks[i].letters;
            if (!is_link_title(blocks[i])) continue;
            if (i > last + 1) ++summaries;
            ++titles;
            last = i;
            letters = 0;
        }
        // The words under the last title are one more summary, if the others have one.
        const bool summary =
            last + 1 < within.end && blocks[last + 1].letters <= longest && summaries * 2 >= titles - 1;
        if (titles >= fewest) found.push_back({begin, last + (summary ? 2U : 1U)});
        begin = last;
    }
    return found;
}

std::vector<BlockRange> chart_labels(const HtmlDocument& document, BlockRange within) {
    constexpr std::uint32_t longest = 25;  // letters
    constexpr std::uint32_t fewest = 8;
    const auto is_label = [&](const HtmlBlock& block) {
        const auto tag = document.elements[block.element].tag;
        const bool listed = tag == HtmlTag::list_item || tag == HtmlTag::list || tag == HtmlTag::cell;
        return block.letters <= longest && block.stops == 0 && !listed && !is_heading(tag);
    };
    const auto has_digit = [&](const HtmlBlock& block) {
        const auto text = slice(document.text, block.span);
        return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    std::vector<BlockRange> found;
    for (auto begin = within.begin; begin < within.end; ++begin) {
        auto end = begin;
        std::uint32_t numbers = 0;
        for (; end < within.end && is_label(document.blocks[end]); ++end)
            numbers += has_digit(document.blocks[end]) ? 1 : 0;
        if (end - begin >= fewest && numbers * 2 >= end - begin) found.push_back({begin, end});
        begin = std::max(begin, end);
    }
    return found;
}

void drop_empty_sections(const HtmlDocument& document, BlockRange within, std::vector<Zone>& zones) {
    const auto is_subheading = [&](std::uint32_t i) {
        return document.elements[document.blocks[i].element].tag == HtmlTag::subheading;
    };
    bool text = false;
    for (auto i = within.end; i-- > within.begin;) {
        if (!is_subheading(i) || zones[i] != Zone::headline) {
            text = text || zones[i] == Zone::body;
            continue;
        }
        if (!text) zones[i] = Zone::boilerplate;
        // A heading right above one with text is that of a chapter.
        text = text && i > within.begin && is_subheading(i - 1);
    }
}

std::vector<std::uint32_t> prose_of(const HtmlDocument& document, std::string_view story) {
    constexpr std::size_t least = 500;  // bytes
    const auto body = bare_words(plain_form(story));
    if (body.size() < least) return {};
    constexpr std::size_t window = 1U << 16U;  // bytes in which the next paragraph is looked for
    constexpr int most_misses = 500;
    std::vector<std::uint32_t> found;
    std::size_t length = 0;
    std::size_t at = 0;
    int misses = 0;
    for (std::uint32_t i = 0; i < document.blocks.size() && misses < most_misses; ++i) {
        if (!is_prose(document.blocks[i])) continue;
        const auto words = bare_words(plain_form(slice(document.text, document.blocks[i].span)));
        const auto here = std::string_view(body).substr(at, window).find(words);
        if (here == std::string_view::npos) {
            ++misses;
            continue;
        }
        at += here + words.size();
        length += words.size() + 1;
        found.push_back(i);
    }
    if (length * 10 < body.size() * 8) found.clear();
    return found;
}

}  // namespace entente
