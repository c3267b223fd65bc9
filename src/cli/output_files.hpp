// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/output.hpp>

#include <cstddef>
#include <deque>
#include <string>

namespace entente::cli {

/// The files that a run writes: opened before the work starts, given their names together when all are written.
class OutputFiles {
public:
    /// Errors: throws UsageError when the path was given before, Error when it cannot be written.
    Output& add(const std::string& path);
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    void commit();

private:
    std::deque<AtomicFile> files_;  ///< stay where they are
    std::deque<std::string> paths_;
};

}  // namespace entente::cli
