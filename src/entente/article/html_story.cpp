// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_story.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

#include <entente/article/headline.hpp>
#include <entente/article/html_believed.hpp>
#include <entente/article/html_blocks.hpp>

namespace entente {
namespace {

// Letters of a heading beyond which it is a paragraph set in large letters.
constexpr std::uint32_t longest_heading = 95;
// Letters of a heading under the headline that tells more than one.
constexpr std::uint32_t shortest_subtitle = 40;

/// How much speaks for the story in a stretch of blocks.
struct Weight {
    double sum = 0;
    double furniture = 0;  // what furniture takes from the sum
};

class StoryFinder {
public:
    StoryFinder(const HtmlDocument& document, const std::vector<BlockSums>& before, HtmlMarks ignored)
        : document_(document),
          before_(before),
          marks_(believed_marks(document, before, ignored)),
          teasers_(document.blocks.size()),
          zones_(document.blocks.size(), Zone::boilerplate) {}

    HtmlStory find(std::string_view article_body, bool is_article);
    /// How much of the prose that is no comment, menu, footer or notice is story.
    [[nodiscard]] double share_of_prose(const HtmlStory& story) const;
    /// Whether the page calls what was found an article, or it has a headline of its own.
    [[nodiscard]] bool found_article() const;

private:
    void weigh();
    [[nodiscard]] std::uint32_t story_element() const;
    void mark_story(std::uint32_t story, BlockRange prose);
    [[nodiscard]] bool goes_with(std::uint32_t index, std::uint32_t edge) const;
    [[nodiscard]] BlockRange prose_range(const HtmlElement& element) const;
    [[nodiscard]] Zone zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const;
    void find_teasers(bool is_article);
    void mark_lead(std::uint32_t first_of_prose);
    [[nodiscard]] std::uint32_t headline_above(std::uint32_t block) const;
    void mark_headlines(std::uint32_t end);
    [[nodiscard]] bool is_list(std::uint32_t story) const;
    void trust(std::string_view article_body);
    [[nodiscard]] bool is_plain() const;
    void keep_small_page();

    [[nodiscard]] BlockSums of(const HtmlElement& element) const;
    [[nodiscard]] Weight weight_in(const HtmlElement& element) const;
    [[nodiscard]] double weight_of(std::uint32_t index) const;
    [[nodiscard]] HtmlMarks marks(const HtmlBlock& block) const { return marks_[block.element]; }
    [[nodiscard]] Zone side_zone(const HtmlBlock& block) const;
    [[nodiscard]] bool in_link_list(const HtmlBlock& block, std::uint32_t story) const;

    const HtmlDocument& document_;
    const std::vector<BlockSums>& before_;
    std::vector<HtmlMarks> marks_;  // of each element and those that hold it
    std::vector<Weight> weights_;   // of all blocks before each
    std::vector<bool> teasers_;     // whether each block is one of a row of teasers
    std::vector<Zone> zones_;
    std::uint32_t story_ = 0;  // the element chosen
};

bool has_body(const std::vector<Zone>& zones) {
    return std::find(zones.begin(), zones.end(), Zone::body) != zones.end();
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

void StoryFinder::weigh() {
    weights_.assign(1, {});
    weights_.reserve(document_.blocks.size() + 1);
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
        auto weight = weights_.back();
        const double own = weight_of(i);
        weight.sum += own;
        if ((marks(document_.blocks[i]) & furniture_marks) != 0) weight.furniture -= own;
        weights_.push_back(weight);
    }
}

BlockSums StoryFinder::of(const HtmlElement& element) const {
    return before_[element.end_block] - before_[element.first_block];
}

Weight StoryFinder::weight_in(const HtmlElement& element) const {
    const auto& begin = weights_[element.first_block];
    const auto& end = weights_[element.end_block];
    return {end.sum - begin.sum, end.furniture - begin.furniture};
}

// The element whose blocks weigh most. Names that speak for an element help it against those around it, and against the
// furniture in it; few lines are no story where another element is named for it.
std::uint32_t StoryFinder::story_element() const {
    std::uint32_t best = 0;
    std::uint32_t named = 0;
    double most = 0;
    double most_named = 0;
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
        const auto& element = document_.elements[i];
        if (!is_block(element.tag) || (marks_[i] & furniture_marks) != 0) continue;
        const auto [sum, furniture] = weight_in(element);
        const bool is_named = (element.marks & marks_story) != 0;
        double weight = is_named ? sum + furniture : sum;
        if (is_named && weight > most_named) most_named = weight, named = i;
        if (is_named)
            weight *= 1.3;
        else if ((element.marks & marks_content) != 0)
            weight *= 1.1;
        if (weight >= most) most = weight, best = i;
    }
    const bool holds_named = best <= named && named < document_.elements[best].end;
    const bool few_lines = of(document_.elements[best]).prose < shortest_story && (marks_[best] & marks_story) == 0;
    if (named != 0 && few_lines && !holds_named) best = named;
    // A list is in a story.
    return document_.elements[best].tag == HtmlTag::list ? document_.elements[best].parent : best;
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
    if (range.begin >= range.end) return {element.end_block, element.end_block};
    while (range.begin > element.first_block && goes_with(range.begin - 1, range.begin)) --range.begin;
    while (range.end < element.end_block && goes_with(range.end, range.end - 1)) ++range.end;
    return range;
}

// Whether a block at the edge of the prose is a short paragraph or an entry of a list beside its paragraphs.
bool StoryFinder::goes_with(std::uint32_t index, std::uint32_t edge) const {
    const auto& block = document_.blocks[index];
    const auto& element = document_.elements[block.element];
    if ((marks(block) & furniture_marks) != 0 || side_zone(block) != Zone::body || teasers_[index]) return false;
    const auto& other = document_.elements[document_.blocks[edge].element];
    const auto parent_of = [&](const HtmlElement& inner) {
        const auto& outer = document_.elements[inner.parent];
        return inner.tag == HtmlTag::list_item || outer.tag == HtmlTag::list ? outer.parent : inner.parent;
    };
    const bool kind = element.tag == HtmlTag::paragraph || element.tag == HtmlTag::list_item;
    return kind && link_share(block) < 0.3 && parent_of(element) == parent_of(other);
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
    auto furniture = teaser_lines(document_, prose);
    const auto labels = chart_labels(document_, prose);
    furniture.insert(furniture.end(), labels.begin(), labels.end());
    for (const auto [begin, end] : furniture)
        std::fill(zones_.begin() + begin, zones_.begin() + end, Zone::boilerplate);
    drop_empty_sections(document_, {element.first_block, element.end_block}, zones_);
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
    if (first_of_prose >= zones_.size()) return;
    const auto headline = headline_above(first_of_prose);
    for (auto i = headline + 1; i < first_of_prose; ++i) {
        const auto& block = document_.blocks[i];
        if (zones_[i] != Zone::boilerplate || (marks(block) & furniture_marks) != 0 || teasers_[i]
            || link_share(block) > 0.5)
            continue;
        const bool sentence = (marks(block) & marks_paragraph) != 0 && block.stops > 0 && block.letters >= 30;
        const bool subtitle =
            document_.elements[block.element].tag == HtmlTag::subheading && block.letters >= shortest_subtitle;
        auto side = side_zone(block);
        if (date_of_line(slice(document_.text, block.span), {})) side = Zone::byline;
        if (side != Zone::body || is_prose(block) || sentence || subtitle) zones_[i] = side;
    }
}

// The headline above a block: the first one up, or where none is near, a lesser heading that is in one element with
// the block. The block itself if there is none.
std::uint32_t StoryFinder::headline_above(std::uint32_t block) const {
    constexpr int farthest = 14;  // blocks that are no furniture
    auto lesser = block;
    int passed = 0;
    for (auto i = block; i-- > 0 && passed < farthest;) {
        const auto& above = document_.blocks[i];
        const auto& element = document_.elements[above.element];
        const bool linked = link_share(above) > 0.5 && above.letters < shortest_subtitle;  // the name of the site
        if (element.tag == HtmlTag::headline && !linked) return i;
        if ((marks(above) & furniture_marks) != 0) continue;
        ++passed;
        // In one element with the block, or in a header that is.
        const auto& holder = document_.elements[document_.elements[element.parent].parent];
        const bool holds = document_.blocks[block].element < holder.end;
        if (lesser == block && element.tag == HtmlTag::subheading && holds && !linked) lesser = i;
    }
    return lesser;
}

void StoryFinder::mark_headlines(std::uint32_t end) {
    for (std::uint32_t i = 0; i < end; ++i) {
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

// Hardly a link, and nothing that is called furniture: printed from elsewhere, or written by hand.
bool StoryFinder::is_plain() const {
    const auto& all = before_.back();
    return all.linked * 20 <= all.letters
           && std::none_of(document_.blocks.begin(), document_.blocks.end(),
                           [&](const HtmlBlock& block) { return (marks(block) & furniture_marks) != 0; });
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
    constexpr HtmlMarks certain = marks_comments | marks_navigation | marks_footer | marks_hidden | marks_notice;
    double all = 0;
    double found = 0;
    for (std::size_t i = 0; i < story.zones.size(); ++i) {
        const auto& block = document_.blocks[i];
        if (!is_prose(block) || (marks(block) & certain) != 0 || teasers_[i]) continue;
        all += block.letters;
        if (story.zones[i] == Zone::body) found += block.letters;
    }
    if (all == 0) return has_body(story.zones) ? 1 : 0;
    return found / all;
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
    find_teasers(is_article);
    weigh();
    story_ = story_element();
    const auto& element = document_.elements[story_];
    const auto prose = is_plain() ? BlockRange{element.first_block, element.end_block} : prose_range(element);
    mark_story(story_, prose);
    mark_lead(prose.begin);
    mark_headlines(prose.end);
    trust(article_body);
    if (!is_article && is_list(story_)) return {std::vector<Zone>(zones_.size(), Zone::boilerplate), true};
    if (!has_body(zones_) && before_.back().letters - before_.back().linked < 1500) keep_small_page();
    return {std::move(zones_), false};
}

}  // namespace

HtmlStory find_story(const HtmlDocument& document, std::string_view article_body, bool is_article) {
    const auto before = block_sums(document);
    StoryFinder finder(document, before, 0);
    auto story = finder.find(article_body, is_article);
    const double share = finder.share_of_prose(story);
    if (!story.is_list && share >= 0.25 && has_body(story.zones)) return story;
    // Nearly all prose is called furniture: then the page's names mean something else, first of all those of columns.
    constexpr HtmlMarks columns =
        marks_sharing | marks_advert | marks_sidebar | marks_tags | marks_author_box | marks_form;
    constexpr HtmlMarks doubted = columns | marks_related | marks_promotion | marks_notice;
    for (const auto ignored : {columns, doubted}) {
        StoryFinder doubter(document, before, ignored);
        auto other = doubter.find(article_body, is_article);
        const bool better = story.is_list ? !other.is_list && doubter.found_article()
                                          : has_body(other.zones) && doubter.share_of_prose(other) > 2 * share;
        if (better) return other;
    }
    if (story.is_list || has_body(story.zones)) return story;
    // What waits for a script to show it.
    StoryFinder revealer(document, before, doubted | marks_navigation | marks_hidden);
    auto other = revealer.find(article_body, is_article);
    return !other.is_list && revealer.found_article() ? other : story;
}

}  // namespace entente
