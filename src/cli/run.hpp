// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/text/diagnostic.hpp>
#include "console.hpp"
#include "exit.hpp"
#include "output_files.hpp"
#include "settings.hpp"
#include "signals.hpp"
#include "stats.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::cli {

/// One run of a command that has inputs and outputs: what it tells people, how long it took and how it ends.
class Run {
public:
    /// Opens the file of --stats.
    Run(std::string_view command, const Settings& settings);
    /// Tells how much was left untold.
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    OutputFiles files;
    Stats stats;

    /// Tells and counts what went wrong without ending the run: the first few, or all with --verbose; with --quiet
    /// errors only.
    void warn(const Diagnostic& diagnostic);
    enum class Note : std::uint8_t { always, verbose };
    /// A line for people about the results, told at the end of the run; none with --quiet.
    void note(std::string text, Note when = Note::always) {
        if (!quiet_ && (verbose_ || when == Note::always)) notes_.push_back(std::move(text));
    }
    /// Warns of those that have come since the last call with the same growing list.
    void warn_of_new(const Diagnostics& diagnostics);
    void progress(std::string_view text) {
        if (!quiet_) console_.progress(text);
    }

    /// Does `work`, and notes its time under `name`.
    template <class Work>
    decltype(auto) stage(std::string_view name, Work work) {
        stop_if_interrupted();
        const Clock clock(*this, name);
        return work();
    }

    /// Names the files, unless --strict forbids it, and tells `summary`.
    [[nodiscard]] Exit finish(const std::string& summary);

private:
    class Clock {
    public:
        Clock(Run& run, std::string_view name) : run_(run), name_(name), start_(std::chrono::steady_clock::now()) {}
        ~Clock();
        Clock(const Clock&) = delete;
        Clock& operator=(const Clock&) = delete;

    private:
        Run& run_;
        std::string_view name_;
        std::chrono::steady_clock::time_point start_;
    };

    void tell(const std::string& summary);
    void tell_of_untold();

    Console console_;
    std::vector<std::string> notes_;
    Output* stats_file_ = nullptr;
    std::uint64_t warnings_ = 0;
    std::uint64_t told_ = 0;
    std::uint64_t untold_ = 0;
    std::size_t heard_ = 0;  ///< of the list of warn_of_new()
    bool strict_;
    bool quiet_;
    bool verbose_;
};

}  // namespace entente::cli
