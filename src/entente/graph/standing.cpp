// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/standing.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace entente {

std::string_view reason_of(Standing standing) {
    switch (standing) {
        case Standing::alone: return "nobody else prints the story";
        case Standing::unmixed: return "it has less of other stories";
        case Standing::whole: return "it has the whole story";
        case Standing::dated: return "it is dated";
        case Standing::titled: return "it has a headline";
        case Standing::least_foreign: return "it has the least text that others lack";
        case Standing::least_furniture: return "it has the least boilerplate";
        case Standing::longest: return "it is the longest";
        case Standing::first: return "it is the first by date and id";
    }
    return {};
}

std::pair<std::uint32_t, Standing> standing_among(std::span<const Printing> printings, const SignatureTable& signatures,
                                                  std::span<const Merit> merits) {
    const auto words = [&](const Printing& printing) { return signatures.words(printing.article); };
    const auto least_strange = std::ranges::min_element(printings, {}, &Printing::strange)->strange;
    std::uint32_t longest = 0;
    /// How far the printing is from the best that there can be.
    const auto lack = [&](const Printing& printing, Standing step) -> std::uint64_t {
        const auto& merit = merits[printing.article];
        const std::uint64_t furniture = signatures.furniture(printing.article);
        switch (step) {
            case Standing::alone: return 0;
            case Standing::unmixed: return printing.strange > least_strange + 2 ? 1 : 0;  // tenths, by chance
            case Standing::whole: return std::uint64_t{3} * words(printing) < std::uint64_t{2} * longest ? 1 : 0;
            case Standing::dated: return merit.date.known() ? 0 : 1;
            case Standing::titled: return merit.titled ? 0 : 1;
            case Standing::least_foreign: return printing.foreign;
            case Standing::least_furniture: return 10 * furniture / (furniture + words(printing) + 1);
            case Standing::longest: return longest - words(printing);
            case Standing::first: return merit.order;
        }
        return 0;
    };
    std::vector<Printing> left(printings.begin(), printings.end());
    auto reason = left.size() == 1 ? Standing::alone : Standing::whole;
    for (const auto step : {Standing::unmixed, Standing::whole, Standing::dated, Standing::titled,
                            Standing::least_foreign, Standing::least_furniture, Standing::longest, Standing::first}) {
        longest = words(*std::ranges::max_element(left, {}, words));
        std::uint64_t least = lack(left.front(), step);
        for (const auto& printing : left) least = std::min(least, lack(printing, step));
        const auto worse = [&](const Printing& printing) { return lack(printing, step) > least; };
        if (std::erase_if(left, worse) > 0) reason = step;
    }
    return {left.front().article, reason};
}

}  // namespace entente
