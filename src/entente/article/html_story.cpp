// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_story.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

#include <entente/article/headline.hpp>
#include <entente/article/paragraphs.hpp>

namespace entente {
namespace {

// Letters of an element beyond which its name is about something else: a caption, a line with author and date.
constexpr std::uint64_t longest_caption = 1200;
constexpr std::uint64_t longest_line = 200;
constexpr std::uint64_t longest_biography = 900;

/// What is counted of a stretch of blocks.
struct Sums {
    double weight = 0;
    std::uint64_t letters = 0;
    std::uint64_t linked = 0;
    std::uint64_t prose = 0;  // letters of blocks of prose
    std::uint64_t headlines = 0;
};

/// Half open.
struct BlockRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

class StoryFinder {
public:
    StoryFinder(const HtmlDocument& document, HtmlMarks ignored)
        : document_(document),
          ignored_(ignored),
          marks_(document.elements.size()),
          zones_(document.blocks.size(), Zone::boilerplate) {}

    HtmlStory find(std::string_view article_body, bool is_article);
    /// How much of the prose that is no comment, menu or footer is story.
    [[nodiscard]] double share_of_prose(const HtmlStory& story) const;

private:
    void sum_up();
    void inherit_marks();
    [[nodiscard]] HtmlMarks believed(const HtmlElement& element) const;
    [[nodiscard]] std::uint32_t story_element() const;
    void mark_story(std::uint32_t story, BlockRange prose);
    [[nodiscard]] BlockRange prose_range(const HtmlElement& element) const;
    [[nodiscard]] Zone zone_in_story(std::uint32_t index, std::uint32_t story, BlockRange prose) const;
    void drop_teasers(BlockRange prose);
    void mark_lead(std::uint32_t first_of_prose);
    void mark_headlines();
    [[nodiscard]] bool is_list(std::uint32_t story) const;
    void trust(std::string_view article_body);
    void keep_small_page();

    [[nodiscard]] Sums of(const HtmlElement& element) const;
    [[nodiscard]] double weight_of(const HtmlBlock& block) const;
    [[nodiscard]] HtmlMarks marks(const HtmlBlock& block) const { return marks_[block.element]; }
    [[nodiscard]] Zone side_zone(const HtmlBlock& block) const;
    [[nodiscard]] bool in_link_list(const HtmlBlock& block, std::uint32_t story) const;

    const HtmlDocument& document_;
    HtmlMarks ignored_;
    std::vector<HtmlMarks> marks_;  // of each element and those that hold it
    std::vector<Sums> before_;      // of all blocks before each
    std::vector<Zone> zones_;
};

double link_share(const HtmlBlock& block) {
    return block.letters == 0 ? 0 : static_cast<double>(block.linked) / block.letters;
}

// Whole sentences, mostly outside links. Thai and its neighbours write them without stops.
bool is_prose(const HtmlBlock& block) {
    const bool sentences = (block.letters >= 60 && block.stops >= 1) || block.letters >= 150;
    return sentences && block.linked * 2 <= block.letters;
}

bool is_link_title(const HtmlBlock& block) { return block.letters >= 15 && link_share(block) > 0.8; }

bool is_heading(HtmlTag tag) { return tag == HtmlTag::headline || tag == HtmlTag::subheading; }

Sums operator-(const Sums& a, const Sums& b) {
    return {a.weight - b.weight, a.letters - b.letters, a.linked - b.linked, a.prose - b.prose,
            a.headlines - b.headlines};
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
    for (const auto& block : document_.blocks) {
        auto sums = before_.back();
        sums.weight += weight_of(block);
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

// What an element says of itself, as far as it can be believed. One that holds most of the page's prose is no furniture
// ("has-sidebar"), except comments and galleries, which may be longer than the story but hold no headline.
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
    const bool apart = (own & (marks_comments | marks_related | marks_figure)) != 0 && here.headlines == 0;
    if (here.prose * 10 > all.prose * 9 || (!apart && here.prose * 2 > all.prose)
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
    if (named_letters * 3 > letters) range.end = named.end;
    return range.begin < range.end ? range : BlockRange{element.end_block, element.end_block};
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

void StoryFinder::mark_story(std::uint32_t story, BlockRange prose) {
    const auto& element = document_.elements[story];
    for (auto i = element.first_block; i < element.end_block; ++i) zones_[i] = zone_in_story(i, story, prose);
    drop_teasers(prose);
    // A heading that no text follows is that of another list.
    for (auto i = element.end_block; i-- > element.first_block && zones_[i] != Zone::body;) {
        if (document_.elements[document_.blocks[i].element].tag == HtmlTag::subheading) zones_[i] = Zone::boilerplate;
    }
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
            const bool summary = last + 1 < prose.end && document_.blocks[last + 1].letters <= longest_teaser;
            const auto end = last + (summary ? 2 : 1);
            std::fill(zones_.begin() + begin, zones_.begin() + end, Zone::boilerplate);
        }
        begin = last;
    }
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
        if (zones_[i] != Zone::boilerplate || (marks(block) & furniture_marks) != 0 || link_share(block) > 0.5)
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
        const auto& holder = document_.elements[block.element];
        const bool heading = is_heading(holder.tag) || is_heading(document_.elements[holder.parent].tag);
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

// What the publisher calls the story is story; nearly all of it must be on the page for the rest to be none.
void StoryFinder::trust(std::string_view article_body) {
    constexpr std::size_t least = 500;  // bytes
    const auto body = bare_words(plain_form(article_body));
    if (body.size() < least) return;
    constexpr std::size_t window = 1U << 16U;  // bytes in which the next paragraph is looked for
    constexpr int most_misses = 500;
    std::vector<std::size_t> in_body;
    std::size_t found = 0;
    std::size_t at = 0;
    int misses = 0;
    for (std::size_t i = 0; i < zones_.size() && misses < most_misses; ++i) {
        if (!is_prose(document_.blocks[i])) continue;
        const auto words = bare_words(plain_form(slice(document_.text, document_.blocks[i].span)));
        const auto here = std::string_view(body).substr(at, window).find(words);
        if (here == std::string_view::npos) {
            ++misses;
            continue;
        }
        at += here + words.size();
        found += words.size() + 1;
        in_body.push_back(i);
    }
    if (found * 10 < body.size() * 8) return;
    // What stands above the first of them may be the lead, which articleBody often lacks.
    for (auto i = in_body.front(); i < zones_.size(); ++i) {
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
        if (!is_prose(block) || (marks(block) & certain) != 0) continue;
        all += block.letters;
        if (story.zones[i] == Zone::body) found += block.letters;
    }
    return all == 0 ? 1 : found / all;
}

HtmlStory StoryFinder::find(std::string_view article_body, bool is_article) {
    sum_up();
    inherit_marks();
    sum_up();
    const auto story = story_element();
    const auto prose = prose_range(document_.elements[story]);
    mark_story(story, prose);
    mark_lead(prose.begin);
    mark_headlines();
    trust(article_body);
    if (!is_article && is_list(story)) return {std::vector<Zone>(zones_.size(), Zone::boilerplate), true};
    const bool found = std::find(zones_.begin(), zones_.end(), Zone::body) != zones_.end();
    if (!found && before_.back().letters - before_.back().linked < 1500) keep_small_page();
    return {std::move(zones_), false};
}

}  // namespace

HtmlStory find_story(const HtmlDocument& document, std::string_view article_body, bool is_article) {
    StoryFinder finder(document, 0);
    auto story = finder.find(article_body, is_article);
    if (story.is_list || finder.share_of_prose(story) >= 0.25) return story;
    // Nearly all prose is called furniture: then the page's names mean something else.
    StoryFinder doubter(document, marks_sharing | marks_related | marks_promotion | marks_advert | marks_sidebar
                                      | marks_tags | marks_author_box | marks_notice | marks_form);
    auto other = doubter.find(article_body, is_article);
    return doubter.share_of_prose(other) > 3 * finder.share_of_prose(story) ? other : story;
}

}  // namespace entente
