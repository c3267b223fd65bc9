// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/stories.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include <entente/graph/companions.hpp>
#include <entente/graph/distinct_texts.hpp>
#include <entente/graph/frequent_numbers.hpp>
#include <entente/graph/in_parallel.hpp>
#include <entente/graph/likeness.hpp>
#include <entente/graph/shared_hashes.hpp>
#include <entente/graph/standing.hpp>

namespace entente {
namespace {

constexpr std::uint32_t copy_contained = 45;  // percent of the shorter text
constexpr std::uint32_t surely_contained =
    70;                          // the same, where it is not yet known what is furniture, or of other days
constexpr int days_of_news = 1;  // within which what is printed again may be edited much
constexpr std::size_t compared_at_once = 512;  // texts, with those before them
constexpr std::size_t most_stories = 24;       // that may share a shingle before it is taken for furniture or a phrase
constexpr std::size_t most_parts = 16;         // of a page, that are looked at to tell whether it is a collection
constexpr std::size_t enough_witnesses = 4;    // articles of a story, for what one alone has to be none of it
constexpr auto nobody = std::numeric_limits<std::uint32_t>::max();

/// Between which days, counted from 1970, a text was printed; it may be any day when one printing has no date.
struct Days {
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();

    void add(Date date) {
        const auto number = [](Date day) {
            using namespace std::chrono;
            return static_cast<std::int32_t>(sys_days(year(day.year) / day.month / day.day).time_since_epoch().count());
        };
        first = date.known() ? std::min(first, number(earliest(date))) : std::numeric_limits<std::int32_t>::min();
        last = date.known() ? std::max(last, number(latest(date))) : std::numeric_limits<std::int32_t>::max();
    }
};

/// A text that has enough in common with the one at work to be its copy.
struct Alike {
    std::uint32_t text = 0;
    std::uint32_t shared = 0;  ///< hashes
};

/// What a thread needs to compare texts.
struct Desk {
    explicit Desk(const ComparedSamples& samples) : at_work(samples) {}

    TextAtWork at_work;
    FrequentNumbers met;
};

class Grouping {
public:
    Grouping(const SignatureTable& signatures, std::span<const Merit> merits, unsigned threads)
        : signatures_(signatures),
          merits_(merits),
          threads_(threads),
          texts_(signatures, merits),
          samples_(texts_.signatures()),
          compared_(samples_),
          index_(samples_, texts_.compared(), threads),
          leaders_(texts_.size(), nobody),
          stories_{std::vector<std::uint32_t>(signatures.size()), std::vector<Standing>(signatures.size())},
          settled_(texts_.size(), true),
          days_(signatures.limit()),
          counting_(texts_.compared()) {
        for (std::uint32_t text = 0; text < texts_.size(); ++text) {
            Days days;
            for (const auto article : texts_.articles(text)) days.add(merits[article].date);
            days_.append(days);
        }
        days_.settle();
        const auto desks = std::clamp<std::size_t>(texts_.compared() / compared_at_once, 1, threads);
        for (std::size_t desk = 0; desk < desks; ++desk) desks_.emplace_back(compared_);
    }

    Stories run() {
        std::vector<std::uint32_t> open(texts_.compared());
        std::iota(open.begin(), open.end(), 0U);
        lead(open, Companions::Whom::before, surely_contained);
        leave_out_common();
        std::ranges::fill(leaders_, nobody);
        settled_.assign(texts_.size(), false);
        std::vector<std::uint32_t> too_short(texts_.size() - open.size());
        std::iota(too_short.begin(), too_short.end(), static_cast<std::uint32_t>(open.size()));
        for (const auto text : too_short) leaders_[text] = text;
        settle(std::move(too_short));
        for (auto whom = Companions::Whom::before; !open.empty(); whom = Companions::Whom::any) {
            lead(open, whom, copy_contained);
            open = settle(std::move(open));
        }
        return stories();
    }

private:
    /// Gives each open text the leader of the text with which it shares most, or makes it one. The longest come first, so that
    /// what is cut short or lacks a paragraph meets the whole. Some texts at once are compared with all before them; whom
    /// each of these follows is decided one after the other.
    void lead(const std::vector<std::uint32_t>& open, Companions::Whom whom, std::uint32_t percent) {
        for (const auto text : open)
            counting_[text] = static_cast<std::uint16_t>(std::min(compared_.counting(text), 65'535U));
        Companions companions(samples_, index_, open, compared_.left_out(), whom, threads_);
        std::array<std::vector<Alike>, compared_at_once> alike;
        for (std::size_t begin = 0, end = 0; begin < open.size(); begin = end) {
            end = std::min(companions.look_up(begin), begin + compared_at_once);
            in_parallel(threads_, desks_.size(), [&](std::size_t desk) {
                for (auto i = begin + desk; i < end; i += desks_.size()) {
                    alike[i - begin] = alike_before(open[i], i, companions, percent, desks_[desk]);
                }
            });
            for (auto i = begin; i < end; ++i) leaders_[open[i]] = leader_among(alike[i - begin]).value_or(open[i]);
        }
    }

    /// The texts before `text`, which is at `position`, of which it is a copy; among those whose leader is known only such as
    /// it may follow.
    [[nodiscard]] std::vector<Alike> alike_before(std::uint32_t text, std::size_t position,
                                                  const Companions& companions, std::uint32_t percent,
                                                  Desk& desk) const {
        const auto met = desk.met.among(companions.of(position), least_shared);
        if (met.empty()) return {};
        desk.at_work.take(text);
        std::uint32_t cut_short = 0;  // hashes of which not all holders are companions
        companions.for_each_hash(position, [&](std::size_t, std::span<const std::uint32_t> holders) {
            cut_short += holders.size() == SharedHashes::most_listed ? 1 : 0;
        });
        std::vector<Alike> alike;
        for (const auto& [other, seen] : met) {
            if (leaders_[other] == nobody ? other >= text : !may_follow(other)) continue;
            const auto shared = shared_by_copies(text, other, seen, cut_short, percent, desk);
            if (shared > 0) alike.push_back({other, shared});
        }
        return alike;
    }

    /// How many hashes the texts share, of which `seen` are known and `cut_short` at most are not; 0 when they are no copies.
    [[nodiscard]] std::uint32_t shared_by_copies(std::uint32_t text, std::uint32_t other, std::uint32_t seen,
                                                 std::uint32_t cut_short, std::uint32_t percent, Desk& desk) const {
        const auto asked = apart(text, other) ? surely_contained : percent;
        // The sample of a longer one lies below the limit of both.
        const bool longer = samples_.words(other) >= samples_.words(text);
        const auto limit = sample_limit(samples_.words(other));
        const auto of_fewer =
            longer ? std::min<std::uint32_t>(counting_[other], desk.at_work.counting_below(limit)) : 0;
        if (!Overlap{seen + cut_short, of_fewer}.is_copy(asked)) return 0;
        auto overlap = Overlap{seen, of_fewer};
        if (!longer) {
            overlap = compared_.overlap_of(text, other);
        } else if (cut_short > 0) {
            overlap.shared = desk.at_work.shared_with(other);
        }
        return overlap.is_copy(asked) ? overlap.shared : 0;
    }

    [[nodiscard]] std::optional<std::uint32_t> leader_among(std::span<const Alike> alike) const {
        Alike nearest;
        for (const auto& [text, shared] : alike) {
            const bool nearer = shared > nearest.shared || (shared == nearest.shared && text < nearest.text);
            if (nearer && may_follow(text)) nearest = {text, shared};
        }
        return nearest.shared == 0 ? std::nullopt : std::optional(leaders_[nearest.text]);
    }

    [[nodiscard]] bool apart(std::uint32_t one, std::uint32_t other) const {
        const auto of_one = days_[one];
        const auto of_other = days_[other];
        return std::int64_t{std::max(of_one.first, of_other.first)} - std::min(of_one.last, of_other.last)
               > days_of_news;
    }

    /// Any text of a group that is still open, for its own likeness to the leader may be a matter of chance; of one that
    /// is settled only the text that stands for the story.
    [[nodiscard]] bool may_follow(std::uint32_t text) const {
        const auto leader = leaders_[text];
        return leader != nobody && (text == leader || !settled_[leader]);
    }

    /// Leaves out the hashes that too many leaders hold. Copies of one story have one leader among them, so
    /// these are the words of many stories.
    void leave_out_common() {
        std::vector<std::uint32_t> common;
        index_.for_each([&](std::uint32_t hash, std::span<const std::uint32_t> holders) {
            const auto leading = std::ranges::count_if(holders, [this](auto text) { return leaders_[text] == text; });
            if (static_cast<std::size_t>(leading) > most_stories) common.push_back(hash);
        });
        compared_.leave_out(std::move(common));
    }

    /// Chooses for each new group the article that stands for it, and gives back the texts that are no copies of that.
    std::vector<std::uint32_t> settle(std::vector<std::uint32_t> open) {
        std::ranges::sort(open, {}, [this](std::uint32_t text) { return std::pair(leaders_[text], text); });
        std::vector<std::uint32_t> grouped;
        std::vector<std::size_t> begins = {0};
        for (std::size_t begin = 0, end = 0; begin != open.size(); begin = end) {
            const auto leader = leaders_[open[begin]];
            while (end < open.size() && leaders_[open[end]] == leader) ++end;
            if (open[begin] != leader) {  // settled before
                auto& reason = stories_.reasons[choice(leader)];
                reason = reason == Standing::alone ? Standing::whole : reason;
            } else if (end - begin == 1 && texts_.articles(leader).size() == 1) {
                choose(leader, texts_.articles(leader).front(), Standing::alone);
            } else {
                grouped.insert(grouped.end(), open.begin() + static_cast<std::ptrdiff_t>(begin),
                               open.begin() + static_cast<std::ptrdiff_t>(end));
                begins.push_back(grouped.size());
            }
        }
        Companions companions(samples_, index_, grouped, nothing_, Companions::Whom::any, threads_);
        std::vector<std::uint32_t> again;
        for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
            const auto group = std::span(grouped).subspan(begins[i], begins[i + 1] - begins[i]);
            settle_group(group, printings_in(group, companions, begins[i]), again);
        }
        std::ranges::sort(again);
        return again;
    }

    void settle_group(std::span<const std::uint32_t> group, std::span<const Printing> printings,
                      std::vector<std::uint32_t>& again) {
        const auto [standing, reason] = standing_among(printings, signatures_, merits_);
        const auto text = *std::ranges::find_if(group, [&, standing = standing](std::uint32_t number) {
            return std::ranges::count(texts_.articles(number), standing) > 0;
        });
        choose(text, standing, reason);
        for (const auto member : group) {
            const auto asked = apart(member, text) ? surely_contained : copy_contained;
            const bool stays = member == text || compared_.overlap_of(member, text).is_copy(asked);
            leaders_[member] = stays ? text : nobody;
            if (!stays) again.push_back(member);
        }
    }

    /// The articles of a group of texts, each with what of it is perhaps not the story. `companions` has the group at `begin`.
    [[nodiscard]] std::vector<Printing> printings_in(std::span<const std::uint32_t> group, Companions& companions,
                                                     std::size_t begin) const {
        const auto limit = sample_limit(samples_.words(*std::ranges::min_element(group)));
        std::vector<std::uint32_t> all;
        std::size_t articles = 0;
        for (const auto text : group) {
            for (std::size_t times = std::min<std::size_t>(texts_.articles(text).size(), 2); times > 0; --times) {
                const auto hashes = compared_.below(limit, text);
                all.insert(all.end(), hashes.begin(), hashes.end());
            }
            articles += texts_.articles(text).size();
        }
        std::ranges::sort(all);
        std::vector<Printing> printings;
        for (std::size_t member = 0; member < group.size(); ++member) {
            const auto text = group[member];
            companions.look_up(begin + member);
            const auto hashes = compared_.below(limit, text);
            std::vector<bool> elsewhere(samples_.hashes(text).size());
            companions.for_each_hash(begin + member, [&](std::size_t place, std::span<const std::uint32_t> holders) {
                elsewhere[place] = is_any_elsewhere(holders, leaders_[text]);
            });
            std::size_t strange = 0;
            std::size_t foreign = 0;
            for (std::size_t i = 0; i < hashes.size(); ++i) {
                const bool alone = std::ranges::equal_range(all, hashes[i]).size() == 1;
                strange += elsewhere[i] || (alone && articles >= enough_witnesses) ? 1 : 0;
                foreign += elsewhere[i] || alone ? 1 : 0;
            }
            const bool mixed = is_collection(text, group);
            const auto tenths = [&](std::size_t part) {
                return static_cast<std::uint32_t>(10 * part / std::max<std::size_t>(hashes.size(), 1));
            };
            for (const auto article : texts_.articles(text)) {
                printings.push_back(
                    {.article = article, .strange = mixed ? 10 : tenths(strange), .foreign = tenths(foreign)});
            }
        }
        return printings;
    }

    /// Whether the text holds two much shorter ones that have nothing in common: a page of several stories.
    [[nodiscard]] bool is_collection(std::uint32_t text, std::span<const std::uint32_t> group) const {
        const auto words = [this](std::uint32_t number) { return samples_.words(number); };
        auto first = nobody;
        std::size_t compared = 0;
        for (const auto part : group) {
            if (5 * words(part) >= 4 * words(text)) continue;
            if (first == nobody) {
                first = part;
            } else if (const auto overlap = compared_.overlap_of(first, part); 10 * overlap.shared < overlap.of_fewer) {
                return true;
            } else if (++compared == most_parts) {
                return false;
            }
        }
        return false;
    }

    /// Whether one of the texts belongs to another story.
    [[nodiscard]] bool is_any_elsewhere(std::span<const std::uint32_t> texts, std::uint32_t leader) const {
        return std::ranges::any_of(
            texts, [&](std::uint32_t text) { return leaders_[text] != leader && leaders_[text] != nobody; });
    }

    /// Lets an article stand for the story of a text, which leads from now on.
    void choose(std::uint32_t text, std::uint32_t standing, Standing reason) {
        stories_.standing[texts_.articles(text).front()] = standing;
        stories_.reasons[standing] = reason;
        settled_[text] = true;
    }

    [[nodiscard]] std::uint32_t choice(std::uint32_t leader) const {
        return stories_.standing[texts_.articles(leader).front()];
    }

    Stories stories() {
        for (std::uint32_t text = 0; text < texts_.size(); ++text) {
            const auto standing = choice(leaders_[text]);
            for (const auto article : texts_.articles(text)) stories_.standing[article] = standing;
        }
        return std::move(stories_);
    }

    const SignatureTable& signatures_;
    std::span<const Merit> merits_;
    unsigned threads_;
    DistinctTexts texts_;
    const SignatureTable& samples_;  ///< by text
    ComparedSamples compared_;       ///< the same
    SharedHashes index_;
    std::vector<std::uint32_t> leaders_;  ///< by text
    const FewHashes nothing_;
    Stories stories_;                      ///< until all are settled it holds of each leader the first article alone
    std::vector<bool> settled_;            ///< by leader
    SpilledRows<Days> days_;               ///< by text
    std::vector<std::uint16_t> counting_;  ///< by text that was led: hashes that count; samples have fewer than 65,536
    std::vector<Desk> desks_;
};

}  // namespace

void SignatureTable::add(std::uint32_t words, std::uint32_t furniture, std::span<const std::uint32_t> hashes) {
    facts_.append({words, furniture});
    hashes_.append(hashes);
    ends_.append(hashes_.size());
}

void SignatureTable::settle() {
    facts_.settle();
    hashes_.settle();
    ends_.settle();
}

Stories group_copies(const SignatureTable& signatures, std::span<const Merit> merits, unsigned threads) {
    return Grouping(signatures, merits, threads).run();
}

}  // namespace entente
