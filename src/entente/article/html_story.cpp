// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_story.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

#include <entente/article/headline.hpp>
#include <entente/article/html_blocks.hpp>

namespace entente {
namespace {

// Letters of an element beyond which its name is about something else: a caption, a line with author and date.
constexpr std::uint64_t longest_caption = 1200;
constexpr std::uint64_t longest_line = 200;
constexpr std::uint64_t longest_biography = 900;

// Letters of prose that make a story of their own, and of a heading that is a paragraph set in large letters.
constexpr std::uint64_t shortest_story = 400;
constexpr std::uint32_t longest_heading = 95;

/// What is counted of a stretch of blocks.
struct Sums {
    double weight = 0;
    std::uint64_t letters = 0;
    std::uint64_t linked = 0;
    std::uint64_t prose = 0;  // letters of blocks of prose
    std::uint64_t headlines = 0;
};

class StoryFinder {
public:
    StoryFinder(const HtmlDocument& document, HtmlMarks ignored)
        : document_(document),
          ignored_(ignored),
          marks_(document.elements.size()),
          teasers_(document.blocks.size()),
          zones_(document.blocks.size(), Zone::boilerplate) {}

    HtmlStory find(std::string_view article_body, bool is_article);
    /// How much of the prose that is no comment, menu or footer is story.
    [[nodiscard]] double share_of_prose(const HtmlStory& story) const;
    /// Whether the page calls what was found an article, or it has a headline of its own.
    [[nodiscard]] bool found_article() const;

private:
    void sum_up();
    void inherit_marks();
    [[nodiscard]] HtmlMarks believed(const HtmlElement& element) const;
    [[nodiscard]] std::uint32_t story_element() const;
    void mark_story(std::uint32_t story, BlockRange prose);
    [[nodiscard]] BlockRange prose_range(const HtmlElement& element) const;
    [[nodiscard]] Zone zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const;
    void find_teasers(bool is_article);
    void mark_lead(std::uint32_t first_of_prose);
    void mark_headlines();
    [[nodiscard]] bool is_list(std::uint32_t story) const;
    void trust(std::string_view article_body);
    void keep_small_page();

    [[nodiscard]] Sums of(const HtmlElement& element) const;
    [[nodiscard]] double weight_of(std::uint32_t index) const;
    [[nodiscard]] HtmlMarks marks(const HtmlBlock& block) const { return marks_[block.element]; }
    [[nodiscard]] Zone side_zone(const HtmlBlock& block) const;
    [[nodiscard]] bool in_link_list(const HtmlBlock& block, std::uint32_t story) const;

    const HtmlDocument& document_;
    HtmlMarks ignored_;
    std::vector<HtmlMarks> marks_;  // of each element and those that hold it
    std::vector<Sums> before_;      // of all blocks before each
    std::vector<bool> teasers_;     // whether each block is one of a row of teasers
    std::vector<Zone> zones_;
    std::uint32_t story_ = 0;  // the element chosen
};

bool has_body(const std::vector<Zone>& zones) {
    return std::find(zones.begin(), zones.end(), Zone::body) != zones.end();
}

Sums operator-(const Sums& a, const Sums& b) {
    return {a.weight - b.weight, a.letters - b.letters, a.linked - b.linked, a.prose - b.prose,
            a.headlines - b.headlines};
}

double StoryFinder::weight_of(std::uint32_t index) const {
    const auto& block = document_.blocks[index];
    const double letters = block.letters;
    const double words = letters - block.linked;
    if ((marks(block) & furniture_marks) != 0 || teasers_[index]) return -0.2 * std::min(letters, 200.0);
    if (side_zone(block) != Zone::body) return 0;
    if (is_prose(block)) return words - block.linked;
    if (block.linked * 2 > block.letters) return -10 - 0.5 * std::min<double>(block.linked, 100);
    return block.stops > 0 ? 0.5 * words : -5;
}

// What stands beside the story and belongs to it.
Zone StoryFinder::side_zone(const HtmlBlock& block) const {
    const auto said = marks(block);
    if ((said & marks_credit) != 0) return Zone::credit;
    if ((said & (marks_caption | marks_figure)) != 0) return Zone::caption;
    if ((said & (marks_byline | marks_date)) != 0) return Zone::byline;
    return Zone::body;
}

void StoryFinder::sum_up() {
    before_.assign(1, {});
    before_.reserve(document_.blocks.size() + 1);
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
        const auto& block = document_.blocks[i];
        auto sums = before_.back();
        sums.weight += weight_of(i);
        sums.letters += block.letters;
        sums.linked += block.linked;
        if (is_prose(block)) sums.prose += block.letters;
        if (document_.elements[block.element].tag == HtmlTag::headline) ++sums.headlines;
        before_.push_back(sums);
    }
}

Sums StoryFinder::of(const HtmlElement& element) const {
    return before_[element.end_block] - before_[element.first_block];
}

// What an element says of itself, as far as it can be believed. One that holds most of the page's prose ("has-sidebar")
// or its headline and a story is no furniture. Comments, galleries and what runs beside a story may be longer than it,
// but hold no headline.
HtmlMarks StoryFinder::believed(const HtmlElement& element) const {
    constexpr HtmlMarks side_marks = marks_caption | marks_credit | marks_byline | marks_date | marks_figure;
    // "article-body print-area": what is both the story and furniture of these kinds is the story.
    constexpr HtmlMarks weaker =
        furniture_marks & ~HtmlMarks{marks_comments | marks_related | marks_promotion | marks_hidden};
    auto own = element.marks & ~ignored_;
    if ((own & marks_story) != 0) own &= ~weaker;
    if ((own & (furniture_marks | side_marks)) == 0) return own;
    const auto& all = before_.back();
    const auto here = of(element);
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

void StoryFinder::inherit_marks() {
    constexpr HtmlMarks own_only = marks_content | marks_headline;
    for (std::size_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        marks_[i] = believed(element) | (i == 0 ? 0 : marks_[element.parent] & ~own_only);
    }
}

// The element whose blocks weigh most. Names that speak for an element help it against those around it, and few lines
// are no story where another element is named for it.
std::uint32_t StoryFinder::story_element() const {
    std::uint32_t best = 0;
    std::uint32_t named = 0;
    double most = 0;
    double most_named = 0;
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        if (!is_block(element.tag) || (marks_[i] & furniture_marks) != 0) continue;
        double weight = of(element).weight;
        const bool is_named = (element.marks & marks_story) != 0;
        if (is_named && weight > most_named) most_named = weight, named = i;
        if (is_named)
            weight *= 1.3;
        else if ((element.marks & marks_content) != 0)
            weight *= 1.1;
        if (weight >= most) most = weight, best = i;
    }
    const bool holds_named = best <= named && named < document_.elements[best].end;
    const bool few_lines = of(document_.elements[best]).prose < shortest_story && (marks_[best] & marks_story) == 0;
    return named != 0 && few_lines && !holds_named ? named : best;
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
        if (!is_prose(block) || (marks(block) & furniture_marks) != 0 || side_zone(block) != Zone::body || teasers_[i])
            continue;
        range = {std::min(range.begin, i), i + 1};
        letters += block.letters;
        if ((marks(block) & marks_story) == 0) continue;
        named = {std::min(named.begin, i), i + 1};
        named_letters += block.letters;
    }
    if (named_letters * 3 > letters) range.end = named.end;
    return range.begin < range.end ? range : BlockRange{element.end_block, element.end_block};
}

Zone StoryFinder::zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const {
    const auto& block = document_.blocks[index];
    const auto said = marks(block);
    const auto tag = document_.elements[block.element].tag;
    if ((said & furniture_marks) != 0 || teasers_[index]) return Zone::boilerplate;
    if (const auto zone = side_zone(block); zone != Zone::body) return zone;
    const bool within = index >= prose.begin && index < prose.end;
    if (tag == HtmlTag::headline && index < prose.end) return Zone::headline;
    if (within && tag == HtmlTag::subheading && link_share(block) < 0.5)
        return block.letters < longest_heading ? Zone::headline : Zone::body;
    if (within) return in_link_list(block, story) ? Zone::boilerplate : Zone::body;
    const bool at_edge =
        (index < prose.begin && index + 4 >= prose.begin) || (index >= prose.end && index < prose.end + 4);
    // Many who write Chinese or Thai set a blank for a stop.
    const bool stopped = block.stops > 0 || ((said & marks_story) != 0 && block.letters >= 40);
    const bool sentence = (said & marks_paragraph) != 0 && stopped && link_share(block) < 0.5;
    return at_edge && sentence ? Zone::body : Zone::boilerplate;
}

void StoryFinder::mark_story(std::uint32_t story, BlockRange prose) {
    const auto& element = document_.elements[story];
    for (auto i = element.first_block; i < element.end_block; ++i) zones_[i] = zone_in_story(i, story, prose);
    for (const auto [begin, end] : teaser_lines(document_, prose))
        std::fill(zones_.begin() + begin, zones_.begin() + end, Zone::boilerplate);
    // A heading that no text follows is that of another list.
    for (auto i = element.end_block; i-- > element.first_block && zones_[i] != Zone::body;) {
        if (document_.elements[document_.blocks[i].element].tag == HtmlTag::subheading) zones_[i] = Zone::boilerplate;
    }
}

// A page that says it is one story may be a list of things with a box for each.
void StoryFinder::find_teasers(bool is_article) {
    for (const auto [begin, end] : teaser_boxes(document_))
        std::fill(teasers_.begin() + begin, teasers_.begin() + end, true);
    std::uint64_t prose = 0;
    for (std::size_t i = 0; i < teasers_.size(); ++i) {
        if (teasers_[i]) prose += before_[i + 1].prose - before_[i].prose;
    }
    if (is_article && prose * 10 > before_.back().prose * 8) std::fill(teasers_.begin(), teasers_.end(), false);
}

// What stands between the headline and the story, though not in the story's element: the lead, author and date.
void StoryFinder::mark_lead(std::uint32_t first_of_prose) {
    constexpr std::uint32_t farthest = 14;  // blocks
    const auto is_headline = [&](std::uint32_t i) {
        return document_.elements[document_.blocks[i].element].tag == HtmlTag::headline;
    };
    if (first_of_prose >= zones_.size()) return;
    auto headline = first_of_prose;
    while (headline > 0 && first_of_prose - headline < farthest && !is_headline(headline)) --headline;
    if (!is_headline(headline)) return;
    for (auto i = headline + 1; i < first_of_prose; ++i) {
        const auto& block = document_.blocks[i];
        if (zones_[i] != Zone::boilerplate || (marks(block) & furniture_marks) != 0 || teasers_[i]
            || link_share(block) > 0.5)
            continue;
        const bool paragraph = (marks(block) & marks_paragraph) != 0 && block.stops > 0 && block.letters >= 30;
        auto side = side_zone(block);
        if (date_of_line(slice(document_.text, block.span), {})) side = Zone::byline;
        if (side != Zone::body || is_prose(block) || paragraph) zones_[i] = side;
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
        if (is_linked_heading(document_, block)) ++linked_headings;
    }
    return linked_headings >= 5 && prose < linked_headings * 300;
}

// A page of a few lines: whatever is no link is its story.
void StoryFinder::keep_small_page() {
    for (std::size_t i = 0; i < zones_.size(); ++i) {
        const auto& block = document_.blocks[i];
        if (zones_[i] == Zone::boilerplate && (marks(block) & furniture_marks) == 0 && link_share(block) <= 0.5)
            zones_[i] = Zone::body;
    }
}

// What the publisher calls the story is story; nearly all of it must be on the page for the rest to be none.
void StoryFinder::trust(std::string_view article_body) {
    const auto in_body = prose_of(document_, article_body);
    if (in_body.empty()) return;
    // What stands above the first of them may be the lead, which articleBody often lacks.
    for (std::size_t i = in_body.front(); i < zones_.size(); ++i) {
        if (zones_[i] == Zone::body && is_prose(document_.blocks[i])) zones_[i] = Zone::boilerplate;
    }
    for (const auto i : in_body) zones_[i] = Zone::body;
}

double StoryFinder::share_of_prose(const HtmlStory& story) const {
    constexpr HtmlMarks certain = marks_comments | marks_navigation | marks_footer | marks_hidden;
    double all = 0;
    double found = 0;
    for (std::size_t i = 0; i < story.zones.size(); ++i) {
        const auto& block = document_.blocks[i];
        if (!is_prose(block) || (marks(block) & certain) != 0 || teasers_[i]) continue;
        all += block.letters;
        if (story.zones[i] == Zone::body) found += block.letters;
    }
    return all == 0 ? 1 : found / all;
}

bool StoryFinder::found_article() const {
    const auto& story = document_.elements[story_];
    if (of(story).prose < shortest_story) return false;
    if (of(story).headlines > 0) return true;
    for (auto at = story_; at != 0; at = document_.elements[at].parent) {
        const auto& element = document_.elements[at];
        if (element.tag == HtmlTag::article || (element.marks & marks_story) != 0) return true;
    }
    return false;
}

HtmlStory StoryFinder::find(std::string_view article_body, bool is_article) {
    sum_up();
    inherit_marks();
    find_teasers(is_article);
    sum_up();
    story_ = story_element();
    const auto prose = prose_range(document_.elements[story_]);
    mark_story(story_, prose);
    mark_lead(prose.begin);
    mark_headlines();
    trust(article_body);
    if (!is_article && is_list(story_)) return {std::vector<Zone>(zones_.size(), Zone::boilerplate), true};
    if (!has_body(zones_) && before_.back().letters - before_.back().linked < 1500) keep_small_page();
    return {std::move(zones_), false};
}

}  // namespace

HtmlStory find_story(const HtmlDocument& document, std::string_view article_body, bool is_article) {
    StoryFinder finder(document, 0);
    auto story = finder.find(article_body, is_article);
    const double share = finder.share_of_prose(story);
    if (!story.is_list && share >= 0.25 && has_body(story.zones)) return story;
    // Nearly all prose is called furniture: then the page's names mean something else.
    constexpr HtmlMarks doubted = marks_sharing | marks_related | marks_promotion | marks_advert | marks_sidebar
                                  | marks_tags | marks_author_box | marks_notice | marks_form;
    StoryFinder doubter(document, doubted);
    auto other = doubter.find(article_body, is_article);
    if (story.is_list) return !other.is_list && doubter.found_article() ? other : story;
    if (has_body(other.zones) && doubter.share_of_prose(other) > 3 * share) return other;
    if (has_body(story.zones)) return story;
    // What waits for a script to show it.
    StoryFinder revealer(document, doubted | marks_navigation | marks_hidden);
    other = revealer.find(article_body, is_article);
    return !other.is_list && revealer.found_article() ? other : story;
}

}  // namespace entente
