// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/report.hpp>

#include <algorithm>
#include <charconv>

namespace entente {
namespace {

constexpr std::size_t name_width = 31;
constexpr std::size_t score_width = 10;
constexpr std::size_t count_width = 8;
constexpr std::size_t widest_form = 40;  // code points
constexpr std::size_t most_confusions = 30;

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string on_the_left(std::string_view text, std::size_t width) {
    const auto size = code_points(text);
    return std::string(text) + std::string(size < width ? width - size : 0, ' ');
}

std::string on_the_right(std::string_view text, std::size_t width) {
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + std::string(text);
}

std::string counts_text(std::initializer_list<std::uint64_t> counts) {
    std::string text;
    for (const auto count : counts) text += on_the_right(std::to_string(count), count_width);
    return text;
}

std::string score_text(double score) {
    char text[16];
    const auto end = std::to_chars(std::begin(text), std::end(text), score, std::chars_format::fixed, 4).ptr;
    return on_the_right({text, end}, score_width);
}

std::string heading(std::string_view name, std::initializer_list<std::string_view> scores,
                    std::initializer_list<std::string_view> counts) {
    auto text = on_the_left(name, name_width);
    for (const auto column : scores) text += on_the_right(column, score_width);
    for (const auto column : counts) text += on_the_right(column, count_width);
    return text + '\n';
}

std::string table_text(const TallyTable& table) {
    if (table.rows.empty()) return {};
    auto text = heading(table.name, {"precision", "recall", "F1"}, {"tp", "fp", "fn"});
    for (const auto& [name, tally] : table.rows) {
        text += on_the_left("  " + name, name_width) + score_text(tally.precision()) + score_text(tally.recall())
                + score_text(tally.f1())
                + counts_text({tally.true_positives, tally.false_positives, tally.false_negatives}) + '\n';
    }
    return '\n' + text;
}

std::string classes_text(const Evaluation& evaluation) {
    std::string rows;
    for (const auto& row : error_classes()) {
        const auto& counted = evaluation.errors_by_class[static_cast<std::size_t>(row.error_class)];
        if (counted.missed + counted.wrong == 0) continue;
        rows += on_the_left("  " + std::string(row.name), name_width)
                + counts_text({counted.missed, counted.wrong, counted.missing_edges, counted.false_edges}) + '\n';
    }
    if (rows.empty()) return {};
    return '\n' + heading("", {}, {"mentions", "", "   edges"})
           + heading("errors by class", {}, {"missed", "wrong", "missed", "wrong"}) + rows;
}

std::string_view or_else(std::string_view text, std::string_view otherwise) { return text.empty() ? otherwise : text; }

std::string confusions_text(const std::vector<Confusion>& confusions) {
    if (confusions.empty()) return {};
    const auto shown = std::min(confusions.size(), most_confusions);
    std::size_t width = 0;
    for (std::size_t row = 0; row < shown; ++row) width = std::max(width, code_points(confusions[row].text));
    width = std::min(width, widest_form);
    std::string text = "\nconfusions: gold -> tagged\n";
    for (std::size_t row = 0; row < shown; ++row) {
        const auto& confusion = confusions[row];
        text += counts_text({confusion.count}) + "  " + on_the_left(confusion.text, width) + "  ";
        text += or_else(confusion.gold, "nobody");
        text += " -> ";
        text += or_else(confusion.tagged, "not tagged");
        text += '\n';
    }
    if (shown < confusions.size()) {
        text += "  ... and " + std::to_string(confusions.size() - shown) + " more in the JSON report\n";
    }
    return text;
}

std::string counted_articles(std::size_t number) {
    return std::to_string(number) + (number == 1 ? " article" : " articles");
}

std::string scope_text(const Evaluation& evaluation, const EvaluateOptions& options) {
    auto text = counted_articles(evaluation.articles) + " of the gold, "
                + std::to_string(evaluation.only_in_gold.size()) + " of them not tagged; "
                + counted_articles(evaluation.only_in_mentions.size()) + " tagged and not in the gold\ntypes";
    for (const auto type : options.count.types) text += ' ' + std::string(name_of(type));
    text += "; kinds";
    for (std::size_t kind = 0; kind < mention_kinds; ++kind) {
        if (options.count.kinds[kind]) text += ' ' + std::string(name_of(static_cast<MentionKind>(kind)));
    }
    if (options.penalize_boilerplate || options.penalize_credits) {
        text += "; penalized:";
        text += options.penalize_boilerplate ? " boilerplate" : "";
        text += options.penalize_credits ? " credit" : "";
    }
    return text + '\n';
}

}  // namespace

std::string report_text(const Evaluation& evaluation, const EvaluateOptions& options) {
    auto text = scope_text(evaluation, options);
    for (const auto& table : evaluation.tables) text += table_text(table);
    return text + classes_text(evaluation) + confusions_text(evaluation.confusions);
}

}  // namespace entente
