// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace entente::cli {
namespace {

constexpr std::uint64_t most_told = 20;

std::string seconds_text(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f s", seconds);
    return text.data();
}

}  // namespace

Run::Clock::~Clock() {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start_;
    run_.stats.seconds.emplace_back(name_, time.count());
}

Run::Run(std::string_view command, const Settings& settings)
    : files(settings.arguments), strict_(settings.strict), quiet_(settings.quiet), verbose_(settings.verbose) {
    stats.command = command;
    if (!settings.stats.empty()) {
        if (settings.stats == "-") {
            throw UsageError("--stats wants a file, not standard output");
        }
        stats_file_ = &files.add(settings.stats);
    }
}

Run::~Run() { tell_of_untold(); }

void Run::tell_of_untold() {
    if (const auto untold = std::exchange(untold_, 0); untold > 0 && !quiet_) {
        console_.line("... and " + grouped(untold) + " more like these; --verbose prints them all");
    }
}

void Run::warn(const Diagnostic& diagnostic) {
    ++warnings_;
    ++stats.warnings[diagnostic.code.empty() ? "other" : diagnostic.code];
    if (quiet_ && diagnostic.severity == Severity::warning) {
        return;
    }
    if (verbose_ || told_ < most_told) {
        ++told_;
        console_.complain(stats.command, diagnostic);
    } else {
        ++untold_;
    }
}

void Run::stop_at(const Diagnostics& faults, std::string_view what_is_left) {
    for (const auto& fault : faults) {
        warn(fault);
    }
    if (!faults.empty()) {
        throw Error(counted(faults.size(), "fault") + ": " + std::string(what_is_left));
    }
}

void Run::tell(const std::string& summary) {
    tell_of_untold();
    if (quiet_) {
        return;
    }
    if (verbose_) {
        for (const auto& [name, seconds] : stats.seconds) {
            console_.line(std::string(name) + ": " + seconds_text(seconds));
        }
    }
    for (const auto& note : notes_) {
        console_.line(note);
    }
    console_.line(summary);
}

Exit Run::finish(const std::string& summary) {
    console_.clear_progress();
    stop_if_interrupted();
    if (strict_ && warnings_ > 0) {
        throw Error(counted(warnings_, "warning") + ", and --strict lets none pass: no file was written");
    }
    if (stats_file_ != nullptr) {
        stats_file_->append(to_json(stats));
    }
    files.commit();
    tell(summary);
    return Exit::done;
}

}  // namespace entente::cli
