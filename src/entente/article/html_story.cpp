// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_story.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace entente {
namespace {

/// What is counted of a stretch of blocks.
struct Sums {
    double weight = 0;
    std::uint64_t letters = 0;
    std::uint64_t linked = 0;
    std::uint64_t prose = 0;  // letters of blocks of prose
};

class StoryFinder {
public:
    explicit StoryFinder(const HtmlDocument& document)
        : document_(document), marks_(document.elements.size()), zones_(document.blocks.size(), Zone::boilerplate) {}

    HtmlStory find(std::string_view article_body);

private:
    void sum_up();
    void inherit_marks();
    [[nodiscard]] std::uint32_t story_element() const;
    void mark_story(std::uint32_t story);
    void mark_lead(std::uint32_t story);
    void mark_headlines();
    [[nodiscard]] bool is_list(std::uint32_t story) const;
    void keep_small_page();

    [[nodiscard]] Sums of(const HtmlElement& element) const;
    [[nodiscard]] double weight_of(const HtmlBlock& block) const;
    [[nodiscard]] HtmlMarks marks(const HtmlBlock& block) const { return marks_[block.element]; }
    [[nodiscard]] bool in_link_list(const HtmlBlock& block, std::uint32_t story) const;

    const HtmlDocument& document_;
    std::vector<HtmlMarks> marks_;  // of each element and those that hold it
    std::vector<Sums> before_;      // of all blocks before each
    std::vector<Zone> zones_;
};

double link_share(const HtmlBlock& block) {
    return block.letters == 0 ? 0 : static_cast<double>(block.linked) / block.letters;
}

// Whole sentences, mostly outside links.
bool is_prose(const HtmlBlock& block) {
    return block.letters >= 60 && block.stops >= 1 && block.linked * 2 <= block.letters;
}

bool is_heading(HtmlTag tag) { return tag == HtmlTag::headline || tag == HtmlTag::subheading; }

Sums operator-(const Sums& a, const Sums& b) {
    return {a.weight - b.weight, a.letters - b.letters, a.linked - b.linked, a.prose - b.prose};
}

double StoryFinder::weight_of(const HtmlBlock& block) const {
    const double letters = block.letters;
    const double words = letters - block.linked;
    if ((marks(block) & furniture_marks) != 0) return -0.2 * std::min(letters, 200.0);
    if ((marks(block) & (marks_caption | marks_credit | marks_byline | marks_date)) != 0) return 0;
    if (is_prose(block)) return words - block.linked;
    if (block.linked * 2 > block.letters) return -10 - 0.5 * std::min<double>(block.linked, 100);
    return block.stops > 0 ? 0.5 * words : -5;
}

void StoryFinder::sum_up() {
    before_.assign(1, {});
    before_.reserve(document_.blocks.size() + 1);
    for (const auto& block : document_.blocks) {
        auto sums = before_.back();
        sums.weight += weight_of(block);
        sums.letters += block.letters;
        sums.linked += block.linked;
        if (is_prose(block)) sums.prose += block.letters;
        before_.push_back(sums);
    }
}

Sums StoryFinder::of(const HtmlElement& element) const {
    return before_[element.end_block] - before_[element.first_block];
}

// A name that speaks against an element counts for all in it, unless it holds most of the page's prose: "has-sidebar".
void StoryFinder::inherit_marks() {
    constexpr HtmlMarks own_only = marks_story | marks_content | marks_headline;
    const auto all = before_.back().prose;
    for (std::size_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        auto own = element.marks;
        const bool most = of(element).prose * 2 > all && all > 0;
        if (most) own &= ~(furniture_marks | marks_caption | marks_credit | marks_byline | marks_date | marks_figure);
        marks_[i] = own | (i == 0 ? 0 : marks_[element.parent] & ~own_only);
    }
}

// The element whose blocks weigh most. Names that speak for an element help it against those around it.
std::uint32_t StoryFinder::story_element() const {
    std::uint32_t best = 0;
    double most = 0;
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        if (!is_block(element.tag) || (marks_[i] & furniture_marks) != 0) continue;
        double weight = of(element).weight;
        if ((element.marks & marks_story) != 0)
            weight *= 1.3;
        else if ((element.marks & marks_content) != 0)
            weight *= 1.1;
        if (weight >= most) most = weight, best = i;
    }
    return best;
}

// Whether the block stands in a list, table or box of the story that is mostly links.
bool StoryFinder::in_link_list(const HtmlBlock& block, std::uint32_t story) const {
    for (auto at = block.element; at != story && at != 0; at = document_.elements[at].parent) {
        const auto& element = document_.elements[at];
        const auto sums = of(element);
        if (sums.letters > 3000) return false;
        if (element.end_block - element.first_block > 1 && sums.linked * 2 > sums.letters) return true;
    }
    return false;
}

void StoryFinder::mark_story(std::uint32_t story) {
    const auto& element = document_.elements[story];
    auto first = element.first_block;
    auto last = element.end_block;
    const auto is_body = [&](std::uint32_t i) {
        const auto& block = document_.blocks[i];
        return is_prose(block) && (marks(block) & furniture_marks) == 0;
    };
    while (first < last && !is_body(first)) ++first;
    while (last > first && !is_body(last - 1)) --last;
    for (auto i = element.first_block; i < element.end_block; ++i) {
        const auto& block = document_.blocks[i];
        const auto said = marks(block);
        const auto tag = document_.elements[block.element].tag;
        auto& zone = zones_[i];
        if ((said & furniture_marks) != 0) continue;
        const bool within = i >= first && i < last;
        const bool at_edge = (i + 4 >= first && i < first) || (i >= last && i < last + 4);
        if ((said & marks_caption) != 0) {
            zone = (said & marks_credit) != 0 ? Zone::credit : Zone::caption;
        } else if ((said & marks_credit) != 0) {
            zone = Zone::credit;
        } else if ((said & (marks_byline | marks_date)) != 0 && !is_prose(block)) {
            zone = Zone::byline;
        } else if (tag == HtmlTag::headline && i < last) {
            zone = Zone::headline;
        } else if (within && tag == HtmlTag::subheading && link_share(block) < 0.5) {
            zone = Zone::headline;
        } else if (within) {
            const bool linked = link_share(block) > 0.6 && block.stops < 2;
            if (!linked && !in_link_list(block, story)) zone = Zone::body;
        } else if (at_edge && (said & marks_paragraph) != 0 && block.stops > 0 && link_share(block) < 0.5) {
            zone = Zone::body;
        }
    }
}

// The paragraph between the headline and the story that stands outside the story's element.
void StoryFinder::mark_lead(std::uint32_t story) {
    const auto first = document_.elements[story].first_block;
    for (auto i = first; i-- > 0 && first - i <= 12;) {
        const auto& block = document_.blocks[i];
        if (document_.elements[block.element].tag == HtmlTag::headline) return;
        const bool headline_above = [&] {
            for (auto j = i; j-- > 0 && i - j <= 6;) {
                if (document_.elements[document_.blocks[j].element].tag == HtmlTag::headline) return true;
            }
            return false;
        }();
        const auto said = marks(block);
        if (headline_above && is_prose(block) && link_share(block) < 0.2
            && (said & (furniture_marks | marks_caption | marks_credit | marks_byline | marks_date | marks_figure))
                   == 0)
            zones_[i] = Zone::body;
    }
}

void StoryFinder::mark_headlines() {
    for (std::size_t i = 0; i < zones_.size(); ++i) {
        const auto& block = document_.blocks[i];
        if (document_.elements[block.element].tag == HtmlTag::headline && zones_[i] == Zone::boilerplate
            && (marks(block) & furniture_marks) == 0 && link_share(block) < 0.5)
            zones_[i] = Zone::headline;
    }
}

// A section front: headline after headline, each a link, with a line or two under it.
bool StoryFinder::is_list(std::uint32_t story) const {
    const auto& element = document_.elements[story];
    std::uint64_t linked_headings = 0;
    std::uint64_t prose = 0;
    for (auto i = element.first_block; i < element.end_block; ++i) {
        const auto& block = document_.blocks[i];
        if ((marks(block) & furniture_marks) != 0) continue;
        if (zones_[i] == Zone::body) prose += block.letters;
        bool heading = false;
        for (auto at = block.element; at != story && at != 0 && !heading; at = document_.elements[at].parent)
            heading = is_heading(document_.elements[at].tag);
        if (heading && link_share(block) > 0.8) ++linked_headings;
    }
    return linked_headings >= 5 && prose < linked_headings * 300;
}

// A page of a few lines: whatever is no link is its story.
void StoryFinder::keep_small_page() {
    for (std::size_t i = 0; i < zones_.size(); ++i) {
        const auto& block = document_.blocks[i];
        if (zones_[i] != Zone::boilerplate || (marks(block) & furniture_marks) != 0 || link_share(block) > 0.5)
            continue;
        zones_[i] = Zone::body;
    }
}

HtmlStory StoryFinder::find(std::string_view article_body) {
    (void)article_body;
    sum_up();
    inherit_marks();
    sum_up();
    const auto story = story_element();
    mark_story(story);
    mark_lead(story);
    mark_headlines();
    if (is_list(story)) return {std::vector<Zone>(zones_.size(), Zone::boilerplate), true};
    const bool found = std::find(zones_.begin(), zones_.end(), Zone::body) != zones_.end();
    if (!found && before_.back().letters - before_.back().linked < 1500) keep_small_page();
    return {std::move(zones_), false};
}

}  // namespace

HtmlStory find_story(const HtmlDocument& document, std::string_view article_body) {
    return StoryFinder(document).find(article_body);
}

}  // namespace entente
