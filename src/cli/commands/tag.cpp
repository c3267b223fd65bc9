// SPDX-License-Identifier: Apache-2.0
#include "../tagging.hpp"
#include "commands.hpp"

#include <unistd.h>
#include <csignal>

namespace entente::cli {
namespace {

/// Rows of JSON are asked for by name, so that `tag -o network.gexf` is no silent mistake.
std::string file_for_rows(const Settings& settings) {
    if (settings.outputs.size() > 1) {
        throw UsageError("mentions are written to one file only", "leave one -o");
    }
    const auto path = settings.outputs.empty() ? std::string("-") : settings.outputs.front();
    if (path != "-" && !path.ends_with(".jsonl") && !path.ends_with(".ndjson")) {
        throw UsageError("mentions are written as JSON lines, which " + path + " does not say",
                         "name the file .jsonl; for a network use `entente build` or `entente network`");
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
    Tagging(settings, run).write_rows([&](std::string&& rows) {
        output.append(rows);
        if (!to_file && reader_is_gone()) {
            throw Interrupted{SIGPIPE};
        }
    });
    output.flush();
    return run.finish(summary_of(run.stats));
}

}  // namespace entente::cli
