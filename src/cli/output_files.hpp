// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/output.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace entente::cli {

/// The files that a run writes: opened before the work starts, given their names together when all are written.
class OutputFiles {
public:
    /// `inputs`: paths of what the run reads, which it must not write over.
    explicit OutputFiles(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}
    /// Errors: throws UsageError when the path was given before or is that of an input, Error when it cannot be written.
    Output& add(const std::string& path);
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    void commit();

private:
    [[nodiscard]] bool is_read(const std::string& path);

    std::vector<std::string> inputs_;
    std::set<std::pair<std::uintmax_t, std::uintmax_t>> read_;  ///< device and number of those; empty until asked for
    std::deque<AtomicFile> files_;                              ///< stay where they are
    std::deque<std::string> paths_;
};

}  // namespace entente::cli
