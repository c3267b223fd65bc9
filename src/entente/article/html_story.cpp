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

/// Half open.
struct BlockRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
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
    [[nodiscard]] BlockRange prose_range(const HtmlElement& element) const;
    [[nodiscard]] Zone zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const;
    void drop_teasers(BlockRange prose);
    void mark_lead(std::uint32_t story);
    void mark_headlines();
    [[nodiscard]] bool is_list(std::uint32_t story) const;
    void keep_small_page();

    [[nodiscard]] Sums of(const HtmlElement& element) const;
    [[nodiscard]] double weight_of(const HtmlBlock& block) const;
    [[nodiscard]] HtmlMarks marks(const HtmlBlock& block) const { return marks_[block.element]; }
    [[nodiscard]] Zone side_zone(const HtmlBlock& block) const;
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

bool is_link_title(const HtmlBlock& block) { return block.letters >= 15 && link_share(block) > 0.8; }

bool is_heading(HtmlTag tag) { return tag == HtmlTag::headline || tag == HtmlTag::subheading; }

Sums operator-(const Sums& a, const Sums& b) {
    return {a.weight - b.weight, a.letters - b.letters, a.linked - b.linked, a.prose - b.prose};
}

double StoryFinder::weight_of(const HtmlBlock& block) const {
    const double letters = block.letters;
    const double words = letters - block.linked;
    if ((marks(block) & furniture_marks) != 0) return -0.2 * std::min(letters, 200.0);
    if (side_zone(block) != Zone::body) return 0;
    if (is_prose(block)) return words - block.linked;
    if (block.linked * 2 > block.letters) return -10 - 0.5 * std::min<double>(block.linked, 100);
    return block.stops > 0 ? 0.5 * words : -5;
}

// What stands beside the story and belongs to it. Names that hold more than such lines do are about something else.
Zone StoryFinder::side_zone(const HtmlBlock& block) const {
    constexpr std::uint32_t longest_line = 160;
    constexpr std::uint32_t longest_caption = 700;
    const auto said = marks(block);
    if ((said & marks_credit) != 0 && block.letters <= longest_line) return Zone::credit;
    if ((said & (marks_caption | marks_figure)) != 0 && block.letters <= longest_caption) return Zone::caption;
    if ((said & (marks_byline | marks_date)) != 0 && block.letters <= longest_line) return Zone::byline;
    return Zone::body;
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
    constexpr HtmlMarks side_marks = marks_caption | marks_credit | marks_byline | marks_date | marks_figure;
    constexpr HtmlMarks own_only = marks_content | marks_headline;
    const auto all = before_.back().prose;
    for (std::size_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        auto own = element.marks;
        const auto prose = of(element).prose;
        const bool article = element.tag == HtmlTag::article || element.tag == HtmlTag::main_part;
        if (prose * 2 > all || (article && prose * 4 > all)) own &= ~(furniture_marks | side_marks);
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

// Whether the block is a link, or stands in a list, table or box of the story that is mostly links.
bool StoryFinder::in_link_list(const HtmlBlock& block, std::uint32_t story) const {
    bool in_list = false;
    for (auto at = block.element; at != story && at != 0; at = document_.elements[at].parent) {
        const auto& element = document_.elements[at];
        const auto sums = of(element);
        if (sums.letters > 3000) break;
        if (element.end_block - element.first_block > 1 && sums.linked * 2 > sums.letters) return true;
        in_list = in_list || element.tag == HtmlTag::list;
    }
    return !in_list && link_share(block) > 0.6;
}

// Where the element's prose begins and ends. Where an element in it is named for the story and holds most of the
// prose, the story ends with it.
BlockRange StoryFinder::prose_range(const HtmlElement& element) const {
    BlockRange range{element.end_block, element.first_block};
    BlockRange named = range;
    std::uint64_t named_letters = 0;
    std::uint64_t letters = 0;
    for (auto i = element.first_block; i < element.end_block; ++i) {
        const auto& block = document_.blocks[i];
        if (!is_prose(block) || (marks(block) & furniture_marks) != 0 || side_zone(block) != Zone::body) continue;
        range = {std::min(range.begin, i), i + 1};
        letters += block.letters;
        if ((marks(block) & marks_story) == 0) continue;
        named = {std::min(named.begin, i), i + 1};
        named_letters += block.letters;
    }
    if (named_letters * 2 > letters) range.end = named.end;
    return range;
}

Zone StoryFinder::zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const {
    const auto& block = document_.blocks[index];
    const auto said = marks(block);
    const auto tag = document_.elements[block.element].tag;
    if ((said & furniture_marks) != 0) return Zone::boilerplate;
    if (const auto zone = side_zone(block); zone != Zone::body) return zone;
    const bool within = index >= prose.begin && index < prose.end;
    if (tag == HtmlTag::headline && index < prose.end) return Zone::headline;
    if (within && tag == HtmlTag::subheading && link_share(block) < 0.5) return Zone::headline;
    if (within) return in_link_list(block, story) ? Zone::boilerplate : Zone::body;
    const bool at_edge =
        (index < prose.begin && index + 4 >= prose.begin) || (index >= prose.end && index < prose.end + 4);
    const bool sentence = (said & marks_paragraph) != 0 && block.stops > 0 && link_share(block) < 0.5;
    return at_edge && sentence ? Zone::body : Zone::boilerplate;
}

void StoryFinder::mark_story(std::uint32_t story) {
    const auto& element = document_.elements[story];
    const auto prose = prose_range(element);
    for (auto i = element.first_block; i < element.end_block; ++i) zones_[i] = zone_in_story(i, story, prose);
    drop_teasers(prose);
}

// Link, a line or two, link, a line or two: other stories, one under the other.
void StoryFinder::drop_teasers(BlockRange prose) {
    constexpr std::uint32_t longest_teaser = 200;  // letters between two titles
    constexpr int fewest = 4;
    for (auto begin = prose.begin; begin < prose.end; ++begin) {
        if (!is_link_title(document_.blocks[begin])) continue;
        int titles = 1;
        auto last = begin;
        std::uint32_t letters = 0;
        for (auto i = begin + 1; i < prose.end && letters <= longest_teaser; ++i) {
            letters += document_.blocks[i].letters;
            if (!is_link_title(document_.blocks[i])) continue;
            ++titles;
            last = i;
            letters = 0;
        }
        if (titles >= fewest) {
            // The words under the last title are one more teaser.
            const auto end = std::min(last + 2, prose.end);
            std::fill(zones_.begin() + begin, zones_.begin() + end, Zone::boilerplate);
        }
        begin = last;
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
