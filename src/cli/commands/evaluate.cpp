// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/report.hpp>
#include "../mention_rows.hpp"
#include "commands.hpp"

#include <charconv>

namespace entente::cli {
namespace {

/// The file of -o, or null. The report for people goes to standard output in any case.
Output* file_for_report(const Settings& settings, Run& run) {
    if (settings.outputs.size() > 1) {
        throw UsageError("the report is written to one file only", "leave one -o");
    }
    if (settings.outputs.empty()) {
        return nullptr;
    }
    const auto& path = settings.outputs.front();
    if (!path.ends_with(".json")) {
        throw UsageError("the report is written as JSON, which " + path + " does not say", "name the file .json");
    }
    return &run.files.add(path);
}

Evaluation compare(const Settings& settings, const EvaluateOptions& options, Run& run) {
    const auto gazetteer = given_gazetteer(settings, run);
    const auto& path = settings.arguments.front();
    auto gold = run.stage("gold", [&] { return read_gold(open_input(path), input_name(path)); });
    for (auto& article : gold.articles) {
        for (auto& mention : article.mentions) {
            const auto meant = gazetteer.meant_by(mention.entity);
            if (meant.size() == 1) mention.entity = gazetteer.entities()[meant.front()].id;
        }
    }
    Evaluator evaluator(std::move(gold), options);
    std::uint64_t rows = 0;
    std::uint64_t skipped = 0;
    run.stage("read", [&] {
        for (std::size_t i = 1; i < settings.arguments.size(); ++i) {
            skipped += read_rows(settings.arguments[i], gazetteer, 1, run, [&](const TaggedArticle& article) {
                evaluator.add(article);
                run.progress(counted(++rows, "article"));
            });
        }
    });
    run.stats.counts = {{"articles", rows}, {"skipped", skipped}};
    if (rows == 0) {
        throw Error("no row could be read", "give files that `entente tag` wrote behind the gold");
    }
    return run.stage("evaluate", [&] { return evaluator.evaluate(); });
}

void warn_of(const std::vector<std::string>& articles, std::string_view what, std::string code, Run& run) {
    for (const auto& article : articles) {
        run.warn(
            {.severity = Severity::warning, .message = in_quotes(article) + ' ' + std::string(what), .code = code});
    }
}

std::string digits(double score) {
    char text[32];
    return {text, std::to_chars(std::begin(text), std::end(text), score).ptr};
}

}  // namespace

Exit evaluate(const Settings& settings) {
    Run run("evaluate", settings);
    auto* file = file_for_report(settings, run);
    const EvaluateOptions options{.count = settings.count,
                                  .penalize_boilerplate = settings.penalized.contains(Zone::boilerplate),
                                  .penalize_credits = settings.penalized.contains(Zone::credit)};
    const auto evaluation = compare(settings, options, run);
    warn_of(evaluation.only_in_gold, "is in the gold and was not tagged: all its mentions are missed", "not-tagged",
            run);
    warn_of(evaluation.only_in_mentions, "was tagged and is not in the gold: it is left out", "not-in-gold", run);
    print(report_text(evaluation, options));
    if (file != nullptr) {
        file->append(report_json(evaluation, options));
    }
    const auto done =
        run.finish(counted(evaluation.articles, "article") + ", " + counted(evaluation.errors.size(), "error"));
    if (const auto f1 = evaluation.mentions().f1(); f1 < settings.fail_under) {
        throw Error("the F1 of mentions is " + digits(f1) + ", below the " + digits(settings.fail_under)
                    + " of --fail-under");
    }
    return done;
}

}  // namespace entente::cli
