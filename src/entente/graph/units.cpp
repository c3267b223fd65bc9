// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/units.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace entente {
namespace {

/// exp(-d) in fixed point, rounded, for sentences that are d apart.
constexpr std::array<std::uint64_t, most_apart + 1> fading = {
    100'000'000'000, 36'787'944'117, 13'533'528'324, 4'978'706'837, 1'831'563'889, 673'794'700, 247'875'218,
    91'188'197,      33'546'263,     12'340'980,     4'539'993,     1'670'170,     614'421,     226'033,
    83'153,          30'590,         11'254,         4'140,         1'523,         560,         206};
static_assert(fading.front() == weight_one);

constexpr auto greatest = std::numeric_limits<std::uint64_t>::max();

std::uint64_t multiplied(std::uint64_t one, std::uint64_t other) {
    std::uint64_t product = 0;
    return __builtin_mul_overflow(one, other, &product) ? greatest : product;
}

/// Whether a unit holds both sentences of the article.
bool in_one_unit(const CorpusRows& rows, std::size_t article, std::size_t first, std::size_t last,
                 const CountOptions& options) {
    const auto apart = rows.sentences[last].number - rows.sentences[first].number;
    if (apart == 0 || rows.is_list(article)) return apart == 0;
    if (options.decay != Decay::none) return apart <= std::min(options.reach, most_apart);
    if (options.unit == Unit::window) return apart < options.window;
    return options.unit == Unit::article
           || (options.unit == Unit::paragraph
               && std::ranges::none_of(rows.sentences.rows(first + 1, last + 1), &KeptSentence::paragraph));
}

}  // namespace

std::uint64_t added(std::uint64_t one, std::uint64_t other) { return one > greatest - other ? greatest : one + other; }

std::uint64_t amount_of(Counting counting, std::size_t entities) {
    const std::uint64_t others = entities - 1;
    const auto parts = counting == Counting::full         ? 1
                       : counting == Counting::entity_one ? others
                                                          : others * entities / 2;
    return std::max<std::uint64_t>((weight_one + parts / 2) / parts, 1);
}

Partners::Partners(const CorpusRows& rows, const Incidence& together, RowsByColumn& sentences,
                   std::span<const std::uint32_t> places, const CountOptions& options)
    : rows_(rows), together_(together), sentences_(sentences), options_(options), amounts_(places.size()) {
    if (options.decay == Decay::sum) {
        count_mentions(places);
    } else if (options.decay == Decay::none && (options.unit == Unit::paragraph || options.unit == Unit::window)) {
        build_wide();
    }
}

/// As the columns of each row of `together_` stand.
void Partners::count_mentions(std::span<const std::uint32_t> places) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> named;
    mentions_.reserve(together_.entries());
    for (std::size_t sentence = 0; sentence < together_.rows(); ++sentence) {
        if (together_.row(sentence).empty()) continue;
        named.clear();
        const auto first = rows_.named_together.entries_before(sentence);
        const auto row = rows_.named_together.row(sentence);
        for (std::size_t i = 0; i < row.size(); ++i) named.emplace_back(places[row[i]], rows_.mentions[first + i]);
        std::ranges::sort(named);
        for (const auto& [place, mentions] : named) mentions_.push_back(mentions);
    }
}

void Partners::build_wide() {
    wide_.emplace(together_.limit());
    for (std::size_t article = 0; article < rows_.articles.size(); ++article) {
        wide_->begins.push_back(wide_->named.rows());
        options_.unit == Unit::window ? add_windows(article) : add_paragraphs(article);
    }
    wide_->begins.push_back(wide_->named.rows());
    wide_->named.settle();
    wide_->units.emplace(wide_->named, amounts_.size());
}

void Partners::add_paragraphs(std::size_t article) {
    const bool list = rows_.is_list(article);
    for (auto sentence = rows_.articles[article].sentences; sentence < rows_.end_of_sentences(article); ++sentence) {
        if (rows_.sentences[sentence].paragraph || list) end_unit(1);
        unit_.insert(unit_.end(), together_.row(sentence).begin(), together_.row(sentence).end());
    }
    end_unit(1);
}

/// A window moves on by one sentence, from where it holds only the first one to where it holds only the last.
void Partners::add_windows(std::size_t article) {
    const bool list = rows_.is_list(article);
    const auto end = rows_.end_of_sentences(article);
    const std::int64_t length = options_.window;
    const auto number = [this](std::size_t sentence) { return std::int64_t{rows_.sentences[sentence].number}; };
    auto first = std::size_t{rows_.articles[article].sentences};  // in the window
    auto behind = first;
    for (std::int64_t at = first < end ? number(first) - length + 1 : 0; first < end;) {
        while (behind < end && (list ? behind == first : number(behind) < at + length)) ++behind;
        const auto leaves = number(first) + 1;
        const auto enters = behind < end && !list ? number(behind) - length + 1 : leaves;
        const auto next = std::min(leaves, enters);
        for (auto sentence = first; sentence < behind; ++sentence) {
            unit_.insert(unit_.end(), together_.row(sentence).begin(), together_.row(sentence).end());
        }
        end_unit(static_cast<std::uint32_t>(list ? length : next - at));
        at = next;
        while (first < behind && number(first) < at) ++first;
        if (first == behind && first < end) at = std::max(at, number(first) - length + 1);
    }
}

void Partners::end_unit(std::uint32_t times) {
    std::ranges::sort(unit_);
    const auto repeats = std::ranges::unique(unit_);
    unit_.erase(repeats.begin(), repeats.end());
    if (unit_.size() > 1) {
        for (const auto place : unit_) wide_->named.append(place);
        wide_->named.end_row();
        wide_->times.push_back(times);
    }
    unit_.clear();
}

std::span<const Partners::Partner> Partners::in(std::uint32_t article, std::uint32_t source) {
    partners_.clear();
    options_.decay == Decay::none ? find_in_units(article, source) : find_near(article, source);
    for (auto& partner : partners_) partner.amount = std::exchange(amounts_[partner.place], 0);
    return partners_;
}

void Partners::find_in_units(std::uint32_t article, std::uint32_t source) {
    const auto& named = wide_ ? wide_->named : together_;
    const auto all = (wide_ ? *wide_->units : sentences_).rows(source);
    const auto begin = wide_ ? wide_->begins[article] : rows_.articles[article].sentences;
    const auto end = wide_ ? wide_->begins[article + 1] : rows_.end_of_sentences(article);
    for (auto unit = std::ranges::lower_bound(all, begin); unit != all.end() && *unit < end; ++unit) {
        const auto row = named.row(*unit);
        if (row.back() == source) continue;
        const auto amount = amount_of(options_.counting, row.size()) * (wide_ ? wide_->times[*unit] : 1);
        for (auto place = row.rbegin(); *place != source; ++place) {
            if (amounts_[*place] == 0) partners_.push_back({.place = *place});
            amounts_[*place] = added(amounts_[*place], amount);
        }
    }
}

void Partners::find_near(std::uint32_t article, std::uint32_t source) {
    const auto& row = rows_.articles[article];
    const auto end = rows_.end_of_sentences(article);
    const std::uint64_t reach = rows_.is_list(article) ? 0 : std::min(options_.reach, most_apart);
    const auto number = [this](std::size_t sentence) { return std::uint64_t{rows_.sentences[sentence].number}; };
    const auto all = sentences_.rows(source);
    for (auto at = std::ranges::lower_bound(all, row.sentences); at != all.end() && *at < end; ++at) {
        auto other = std::size_t{*at};
        while (other > row.sentences && number(other - 1) + reach >= number(*at)) --other;
        for (; other < end && number(other) <= number(*at) + reach; ++other) find_beside(source, *at, other);
    }
}

void Partners::find_beside(std::uint32_t source, std::size_t own, std::size_t other) {
    const auto [least, most] = std::minmax(rows_.sentences[own].number, rows_.sentences[other].number);
    const auto fades = fading[most - least];
    const auto named = together_.row(other);
    for (auto place = std::ranges::upper_bound(named, source); place != named.end(); ++place) {
        auto& amount = amounts_[*place];
        if (amount == 0) partners_.push_back({.place = *place});
        if (options_.decay == Decay::nearest) {
            amount = std::max(amount, fades);
        } else {
            const std::uint64_t pairs = std::uint64_t{mentions_of(source, own)} * mentions_of(*place, other);
            amount = added(amount, multiplied(pairs, fades));
        }
    }
}

std::uint32_t Partners::mentions_of(std::uint32_t place, std::size_t sentence) const {
    const auto named = together_.row(sentence);
    const auto before = std::ranges::lower_bound(named, place) - named.begin();
    return mentions_[together_.entries_before(sentence) + static_cast<std::size_t>(before)];
}

std::optional<std::pair<std::size_t, std::size_t>> nearest_together(const CorpusRows& rows, std::uint32_t article,
                                                                    std::uint32_t one, std::uint32_t other,
                                                                    const CountOptions& options) {
    constexpr auto none = std::numeric_limits<std::size_t>::max();
    std::optional<std::pair<std::size_t, std::size_t>> nearest;
    const auto apart = [&rows](const auto& pair) {
        return rows.sentences[pair.second].number - rows.sentences[pair.first].number;
    };
    const auto offer = [&](std::size_t first, std::size_t last) {
        const std::pair pair(first, last);
        if (first != none && in_one_unit(rows, article, first, last, options)
            && (!nearest || apart(pair) < apart(*nearest))) {
            nearest = pair;
        }
    };
    std::array last = {none, none};
    for (auto sentence = rows.articles[article].sentences; sentence < rows.end_of_sentences(article); ++sentence) {
        for (const auto named : rows.named_together.row(sentence)) {
            if (named == one) last[0] = sentence;
            if (named == other) last[1] = sentence;
        }
        if (last[0] == sentence) offer(last[1], sentence);
        if (last[1] == sentence) offer(last[0], sentence);
    }
    return nearest;
}

}  // namespace entente
