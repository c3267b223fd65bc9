// SPDX-License-Identifier: Apache-2.0
#include <entente/article/zones.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <entente/article/byte_set.hpp>
#include <entente/article/credits.hpp>
#include <entente/article/headline.hpp>
#include <entente/article/line_shapes.hpp>
#include <entente/article/paragraphs.hpp>
#include <entente/article/phrases.hpp>
#include <entente/article/second_copies.hpp>

namespace entente {
namespace {

constexpr std::size_t top = 10;                 // paragraphs of a page's head
constexpr std::size_t foot = 12;                // and of its end
constexpr std::size_t longest_furniture = 400;  // bytes; a longer paragraph is story

struct Piece : Paragraph {
    std::optional<Zone> zone{};     // of the whole paragraph
    std::vector<ZoneSpan> parts{};  // or of parts of it
    std::string caption{};          // plain form of a caption
    [[nodiscard]] bool open() const { return !zone && parts.empty(); }
};

/// Looks at a page's paragraphs in several passes. A paragraph keeps the zone that the first pass gave it.
class PageReader {
public:
    PageReader(std::string_view text, std::string_view title, const Phrases& phrases,
               const std::vector<ZoneSpan>& known);

    Page read() {
        mark_furniture();
        mark_headline();
        find_date();
        mark_credits();
        mark_second_copies();
        mark_bylines();
        mark_subheads();
        mark_dateline();
        collect();
        return std::move(page_);
    }

private:
    void find_phrases();
    void mark_furniture();
    void mark_list(std::size_t opener);
    void mark_appeal(std::size_t opener);
    void mark_menus();
    void mark_page_end();
    void mark_headline();
    std::size_t find_headline(std::string_view known, const HeadlineWords& title) const;
    void mark_site_suffix(Piece& piece);
    void find_date();
    void mark_credits();
    void mark_second_copies();
    void mark_bylines();
    void mark_subheads();
    void mark_dateline();
    void collect();

    std::string_view text_;
    PageMarks marks_;
    std::vector<ZoneSpan> told_;
    const Phrases& phrases_;
    PlainForms forms_;             // of the paragraphs
    std::string plain_headline_;   // without its site's name
    std::vector<PhraseHit> hits_;  // of all paragraphs
    std::vector<Piece> pieces_;
    Page page_;
};

// Furniture and pictures that the markup tells are passed over: they must not stand between a headline and its date.
PageReader::PageReader(std::string_view text, std::string_view title, const Phrases& phrases,
                       const std::vector<ZoneSpan>& known)
    : text_(text), marks_(text), phrases_(phrases), forms_(text.size()) {
    page_.title = title;
    const auto paragraphs = paragraph_spans(text);
    pieces_.reserve(paragraphs.size());
    auto zone = known.begin();
    for (const auto span : paragraphs) {
        while (zone != known.end() && zone->span.end <= span.begin) ++zone;
        const bool told = zone != known.end() && zone->span.begin <= span.begin;
        if (told && zone->zone != Zone::headline && zone->zone != Zone::byline) {
            told_.push_back({span, zone->zone});
            continue;
        }
        const auto words = slice(text, span);
        pieces_.push_back({Paragraph{span, words, forms_.add(words)}});
        if (told) pieces_.back().zone = zone->zone;
    }
    find_phrases();
}

void PageReader::find_phrases() {
    forms_.find_words();
    std::vector<std::size_t> ends;
    ends.reserve(pieces_.size());
    for (const auto& piece : pieces_) {
        phrases_.find(forms_, piece.plain, hits_);
        ends.push_back(hits_.size());
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        pieces_[i].hits = PhraseHits(hits_).subspan(begin, ends[i] - begin);
        begin = ends[i];
    }
}

void PageReader::mark_furniture() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        auto& piece = pieces_[i];
        if (piece.zone) continue;
        // "Jane Doe | May 3, 2021 | Lisbon" has bars too.
        const bool menu = marks_.bar && is_menu(piece.words) && !date_of_line(piece.words, piece.hits);
        if (menu || is_address(piece.plain)) piece.zone = Zone::boilerplate;
        if (piece.hits.empty()) continue;
        const auto size = piece.span.size();
        const bool phrased =
            size <= longest_furniture
            && (starting(piece.hits, PhraseKind::line_start) || count_of(piece.hits, PhraseKind::notice) > 0);
        const bool appeals = count_of(piece.hits, PhraseKind::appeal_phrase) >= 2;
        if (phrased || appeals || is_line(piece.plain, piece.hits)) piece.zone = Zone::boilerplate;
        const bool beside_notice = i > 0 && pieces_[i - 1].zone == Zone::boilerplate
                                   && count_of(pieces_[i - 1].hits, PhraseKind::notice)
                                              + count_of(pieces_[i - 1].hits, PhraseKind::notice_companion)
                                          > 0;
        if (beside_notice && size <= longest_furniture && count_of(piece.hits, PhraseKind::notice_companion) > 0)
            piece.zone = Zone::boilerplate;
        if (starting(piece.hits, PhraseKind::list_opener)) mark_list(i);
        if (starting(piece.hits, PhraseKind::appeal_opener)) mark_appeal(i);
    }
    mark_menus();
    mark_page_end();
}

// "Read also:" and the titles under it, or with one title in its own line.
void PageReader::mark_list(std::size_t opener) {
    const auto line = pieces_[opener].words;
    if (line.size() > 200 || (ends_sentence(line) && line.find(':') == std::string_view::npos)) return;
    pieces_[opener].zone = Zone::boilerplate;
    for (std::size_t i = opener + 1; i < pieces_.size() && is_link_title(pieces_[i].words); ++i) {
        // A line that credits or dates the story ends the list, and so does a subhead that a story follows.
        const bool story_follows =
            i + 1 < pieces_.size() && pieces_[i + 1].words.size() > 200 && ends_sentence(pieces_[i + 1].words);
        if (starting(pieces_[i].hits, PhraseKind::credit_start) || date_of_line(pieces_[i].words, pieces_[i].hits))
            return;
        if (story_follows && looks_like_subhead(pieces_[i].words)
            && count_of(pieces_[i + 1].hits, PhraseKind::appeal_phrase) == 0)
            return;
        pieces_[i].zone = Zone::boilerplate;
    }
}

// An appeal goes on as long as its paragraphs speak to the reader; news does so only inside quotation marks.
void PageReader::mark_appeal(std::size_t opener) {
    const auto line = pieces_[opener].words;
    if (line.size() > 120 || line.ends_with('.') || opener + 1 == pieces_.size()) return;
    if (!phrases_.speaks_to_reader(pieces_[opener + 1].plain)) return;
    pieces_[opener].zone = Zone::boilerplate;
    for (std::size_t i = opener + 1; i < pieces_.size() && phrases_.speaks_to_reader(pieces_[i].plain); ++i) {
        pieces_[i].zone = Zone::boilerplate;
    }
}

// A run of at least four very short lines, half of them words of menus.
void PageReader::mark_menus() {
    const auto is_short = [&](const Piece& piece) {
        return !piece.zone && piece.span.size() <= 30 && !ends_sentence(piece.words);
    };
    for (std::size_t i = 0; i < pieces_.size();) {
        std::size_t end = i;
        std::size_t known = 0;
        for (; end < pieces_.size() && is_short(pieces_[end]); ++end) {
            const auto& piece = pieces_[end];
            const auto hit = starting(piece.hits, PhraseKind::navigation);
            if (hit && hit->end == piece.plain.size()) ++known;
        }
        const bool menu = end - i >= 4 && known * 2 >= end - i;
        for (std::size_t at = i; menu && at < end; ++at) pieces_[at].zone = Zone::boilerplate;
        i = std::max(end, i + 1);
    }
}

// Comment forms and the like, with all below them; but only in the second half, for a page may open with such a line.
void PageReader::mark_page_end() {
    const auto ends_page = [&](const Piece& piece) {
        return piece.span.begin * std::uint64_t{2} >= text_.size() && piece.span.size() <= 120
               && starting(piece.hits, PhraseKind::page_end);
    };
    const auto first = std::find_if(pieces_.begin(), pieces_.end(), ends_page);
    for (auto piece = first; piece != pieces_.end(); ++piece) piece->zone = Zone::boilerplate;
}

std::size_t PageReader::find_headline(std::string_view known, const HeadlineWords& title) const {
    const std::size_t none = pieces_.size();
    for (std::size_t i = 0; i < std::min(pieces_.size(), top); ++i) {
        const auto& piece = pieces_[i];
        if (piece.zone || (!known.empty() && !title.say_the_same_as(piece.plain))) continue;
        if (!known.empty() || piece.words.starts_with("# ")) return i;
    }
    if (!known.empty()) return none;
    for (std::size_t i = 0; i < std::min(pieces_.size(), top); ++i) {
        const auto& piece = pieces_[i];
        if (piece.zone || date_of_line(piece.words, piece.hits)) continue;
        if (is_byline(piece) || starting(piece.hits, PhraseKind::credit_start)) continue;
        const auto section = starting(piece.hits, PhraseKind::navigation);  // "World", alone above the headline
        if (section && section->end == piece.plain.size()) continue;
        // Only the first line can be one; a page of nothing but short lines has none.
        const bool story = std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, pieces_.end(),
                                       [&](const Piece& later) { return ends_sentence(later.words); });
        return story && looks_like_headline(piece.words) && !dateline(piece) ? i : none;
    }
    return none;
}

void PageReader::mark_site_suffix(Piece& piece) {
    std::vector<std::string_view> others;
    for (std::size_t i = 0; i < std::min(pieces_.size(), top); ++i) {
        if (&pieces_[i] != &piece && !pieces_[i].zone) others.emplace_back(pieces_[i].plain);
    }
    const auto line = piece.words;
    const auto suffix = site_suffix(line, others);
    if (suffix == std::string_view::npos) return;
    const auto middle = piece.span.begin + static_cast<std::uint32_t>(suffix);
    piece.parts = {{{piece.span.begin, middle}, Zone::headline}, {{middle, piece.span.end}, Zone::boilerplate}};
    plain_headline_ = plain_form(line.substr(0, suffix));
    piece.plain = plain_headline_;
}

void PageReader::mark_headline() {
    const auto known = plain_form(page_.title);
    HeadlineWords title(known);
    const auto headline = find_headline(known, title);
    const bool found = headline < pieces_.size();
    if (found) {
        auto& piece = pieces_[headline];
        mark_site_suffix(piece);
        if (piece.parts.empty()) piece.zone = Zone::headline;
        const auto end = piece.parts.empty() ? piece.span.end : piece.parts.front().span.end;
        if (page_.title.empty()) page_.title = without_markup(slice(text_, {piece.span.begin, end}));
        if (piece.plain != known) title = HeadlineWords(piece.plain);
    }
    // Where none was found, those at the top are known to say something else.
    for (std::size_t i = found ? 0 : top; i < std::min(pieces_.size(), top + 2); ++i) {
        auto& piece = pieces_[i];
        if (i == headline || !piece.open() || !title.say_the_same_as(piece.plain)) continue;
        if (looks_like_headline(piece.words)) piece.zone = headline < i ? Zone::boilerplate : Zone::headline;
    }
}

void PageReader::find_date() {
    for (std::size_t i = 0; i < pieces_.size() && !page_.date.known(); ++i) {
        const bool edge = i < top || i + foot >= pieces_.size();
        if (!edge || (!pieces_[i].open() && pieces_[i].zone != Zone::byline)) continue;
        const auto date = date_of_line(pieces_[i].words, pieces_[i].hits);
        if (!date) continue;
        page_.date = *date;
        // "Jane Doe | May 3, 2021" above the story, "Example Wire, 03.05.2021" as a signature below it.
        const bool below = pieces_[i].span.begin * std::uint64_t{2} > text_.size();
        pieces_[i].zone = below ? Zone::credit : Zone::byline;
    }
    // "March 2", without its year, only above the story: below it may head a part of a chronicle.
    for (std::size_t i = 0; i < std::min(pieces_.size(), top) && page_.date == Date{}; ++i) {
        auto& piece = pieces_[i];
        if (piece.open() && piece.span.size() > 80 && ends_sentence(piece.words)) return;
        page_.date = piece.open() ? day_of_line(piece.words, piece.hits) : Date{};
        if (page_.date != Date{}) piece.zone = Zone::byline;
    }
}

void PageReader::mark_credits() {
    for (auto& piece : pieces_) {
        if (!piece.open()) continue;
        for (const auto span : source_credits(piece)) piece.parts.push_back({span, Zone::credit});
        if (!piece.parts.empty()) continue;
        const auto credit = picture_credit(piece, marks_, phrases_);
        if (!credit) continue;
        if (credit->captions) {
            const Span caption{piece.span.begin, credit->span.begin};
            piece.parts.push_back({caption, Zone::caption});
            piece.caption = plain_form(slice(text_, caption));
        }
        piece.parts.push_back({credit->span, Zone::credit});
    }
}

void PageReader::mark_second_copies() {
    std::vector<std::string_view> told;  // of each paragraph; of one with a credit its caption
    told.reserve(pieces_.size());
    for (const auto& piece : pieces_) {
        const bool captioned = bytes_of_words.any_in(piece.caption);
        told.push_back(piece.zone ? std::string_view() : captioned ? std::string_view(piece.caption) : piece.plain);
    }
    for (const auto copy : second_copies(told)) {
        pieces_[copy].parts.clear();
        pieces_[copy].zone = Zone::boilerplate;
    }
}

void PageReader::mark_bylines() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        auto& piece = pieces_[i];
        const bool edge = i < top || i + 5 >= pieces_.size();
        if (!edge || !piece.open()) continue;
        if (is_byline(piece)) piece.zone = Zone::byline;
        if (i == 0 || i >= top || i + 1 == pieces_.size() || !looks_like_name(piece.words)) continue;
        const auto& next = pieces_[i + 1];
        const auto label = starting(next.hits, PhraseKind::date_label);
        const bool dated = date_of_line(next.words, next.hits).has_value() || (label && next.span.size() < 40);
        if (dated) piece.zone = Zone::byline;
    }
}

void PageReader::mark_subheads() {
    for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
        auto& piece = pieces_[i];
        if (!piece.open()) continue;
        const auto& next = pieces_[i + 1];
        const bool story_follows = next.open() && next.span.size() >= 80 && ends_sentence(next.words);
        const bool marked = piece.words.starts_with("## ") || piece.words.starts_with("### ");
        if (marked || (story_follows && looks_like_subhead(piece.words))) piece.zone = Zone::headline;
    }
}

void PageReader::mark_dateline() {
    std::size_t tried = 0;
    for (auto& piece : pieces_) {
        if (!piece.open()) continue;
        if (const auto span = dateline(piece)) {
            // "KYIV, May 3 (Reuters) -": the agency in brackets is its credit.
            const auto words = slice(text_, *span);
            const auto open = words.rfind('(');
            const auto close = words.find(')', open == std::string_view::npos ? 0 : open);
            if (open == std::string_view::npos || close == std::string_view::npos) {
                piece.parts.push_back({*span, Zone::dateline});
                return;
            }
            const auto agency = span->begin + static_cast<std::uint32_t>(open);
            piece.parts.push_back({{span->begin, agency}, Zone::dateline});
            piece.parts.push_back({{agency, span->begin + static_cast<std::uint32_t>(close + 1)}, Zone::credit});
            return;
        }
        if (++tried == 4) return;
    }
}

void PageReader::collect() {
    std::vector<ZoneSpan> found = std::move(told_);
    for (const auto& piece : pieces_) {
        if (piece.zone)
            found.push_back({piece.span, *piece.zone});
        else
            found.insert(found.end(), piece.parts.begin(), piece.parts.end());
    }
    std::sort(found.begin(), found.end(), [](const ZoneSpan& a, const ZoneSpan& b) { return a.span < b.span; });
    auto& zones = page_.zones;
    for (const auto& zone : found) {
        const bool goes_on = zone.zone == Zone::boilerplate && !zones.empty() && zones.back().zone == Zone::boilerplate
                             && text_.substr(zones.back().span.end, zone.span.begin - zones.back().span.end)
                                        .find_first_not_of(" \t\r\n\xC2\xA0")
                                    == std::string_view::npos;
        if (goes_on)
            zones.back().span.end = zone.span.end;
        else
            zones.push_back(zone);
    }
}

}  // namespace

Page read_page(std::string_view text, std::string_view title, const Furniture& furniture,
               const std::vector<ZoneSpan>& known) {
    const auto& fitting = furniture_for(text, furniture);
    if (fitting.phrases != nullptr) return PageReader(text, title, *fitting.phrases, known).read();
    const Phrases phrases(fitting);
    return PageReader(text, title, phrases, known).read();
}

}  // namespace entente
