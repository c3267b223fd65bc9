// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/export/output.hpp>

#include <deque>
#include <string>

namespace entente::cli {

/// The files that a run writes: opened before the work starts, given their names together when all are written.
class OutputFiles {
public:
    /// Errors: throws UsageError when the path was given before, Error when it cannot be written.
    Output& add(const std::string& path);
    void commit();

private:
    std::deque<AtomicFile> files_;  ///< stay where they are
    std::deque<std::string> paths_;
};

}  // namespace entente::cli
