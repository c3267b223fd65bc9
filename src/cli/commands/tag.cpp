// SPDX-License-Identifier: Apache-2.0
#include <entente/export/mentions_compact.hpp>
#include "../tagging.hpp"
#include "commands.hpp"

#include <unistd.h>
#include <csignal>

namespace entente::cli {
namespace {

bool is_compact(std::string_view path) { return path.ends_with(".mentions"); }

/// Rows are asked for by name, so that `tag -o network.gexf` is no silent mistake.
std::string file_for_rows(const Settings& settings) {
    if (settings.outputs.size() > 1) {
        throw UsageError("mentions are written to one file only", "leave one -o");
    }
    const auto path = settings.outputs.empty() ? std::string("-") : settings.outputs.front();
    if (path != "-" && !path.ends_with(".jsonl") && !path.ends_with(".ndjson") && !is_compact(path)) {
        throw UsageError("mentions are written as JSON lines or in compact form, which " + path + " does not say",
                         "name the file .jsonl or .mentions; for a network use `entente build` or `entente network`");
    }
    return path;
}

std::string summary_of(const Stats& stats) {
    std::string text;
    for (const auto& [name, count] : stats.counts) {
        if (name == "articles" || name == "mentions") {
            text += (text.empty() ? "" : ", ") + counted(count, name.substr(0, name.size() - 1));
        } else if ((name == "undecided" || name == "skipped") && count > 0) {
            text += ", " + grouped(count) + ' ' + std::string(name);
        }
    }
    return text;
}

}  // namespace

Exit tag(const Settings& settings) {
    const auto path = file_for_rows(settings);
    Run run("tag", settings);
    Output standard(STDOUT_FILENO, "standard output");
    const bool to_file = path != "-";
    Output& output = to_file ? run.files.add(path) : standard;
    const bool compact = is_compact(path);
    if (compact) {
        CompactMentions::write_head(output);
    }
    const auto print = [compact](TaggedArticle&& tagged, Output& rows) {
        compact ? CompactMentions::write(tagged, rows) : write_mentions(tagged, rows);
    };
    Tagging(settings, run).write_rows(print, [&](std::string_view rows) {
        output.append(rows);
        if (!to_file && reader_is_gone()) {
            throw Interrupted{SIGPIPE};
        }
    });
    output.flush();
    return run.finish(summary_of(run.stats));
}

}  // namespace entente::cli
