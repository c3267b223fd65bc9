// SPDX-License-Identifier: Apache-2.0
#include "mention_rows.hpp"

#include <entente/tag/present_ids.hpp>
#include "gazetteer_in_use.hpp"
#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace entente::cli {
namespace {

/// The next row that can be read.
bool next(MentionsReader& reader, TaggedArticle& article, std::uint64_t& skipped, Run& run) {
    while (true) {
        try {
            return reader.next(article);
        } catch (const Error& error) {
            if (error.diagnostic().place.line == 0) {
                throw;  // not a row: the file itself fails
            }
            auto told = error.diagnostic();
            told.severity = Severity::warning;
            told.message = "skipped: " + told.message;
            run.warn(told);
            ++skipped;
        }
    }
}

}  // namespace

std::string input_name(const std::string& path) { return path == "-" ? "standard input" : path; }

ByteSource open_input(const std::string& path) {
    if (path == "-") {
        return bytes_of(STDIN_FILENO, input_name(path));
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw Error("cannot read " + path + ": " + std::strerror(errno));
    }
    const auto closed_at_end = [](const int* open) {
        ::close(*open);
        delete open;
    };
    return [open = std::shared_ptr<const int>(new int(descriptor), closed_at_end),
            read = bytes_of(descriptor, path)](std::span<char> bytes) { return read(bytes); };
}

Gazetteer given_gazetteer(const Settings& settings, Run& run) {
    if (settings.gazetteers.empty()) {
        return {};
    }
    Diagnostics faults;
    auto gazetteer = read_gazetteer(gazetteer_paths(settings.gazetteers), faults);
    for (const auto& fault : faults) {
        run.warn(fault);
    }
    return gazetteer;
}

std::uint64_t read_rows(const std::string& path, const Gazetteer& gazetteer, Run& run,
                        const std::function<void(const TaggedArticle&)>& sink) {
    MentionsReader reader(open_input(path), input_name(path));
    TaggedArticle article;
    std::uint64_t skipped = 0;
    while (next(reader, article, skipped, run)) {
        stop_if_interrupted();
        use_present_ids(article, gazetteer);
        sink(article);
    }
    return skipped;
}

}  // namespace entente::cli
