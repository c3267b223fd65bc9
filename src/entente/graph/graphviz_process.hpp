// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace entente {

struct ChildLimits {
    std::chrono::milliseconds time{60'000};
    std::size_t bytes = std::size_t{1} << 30U;  ///< of its answer
};

struct ChildAnswer {
    std::string bytes;    ///< what the child wrote
    std::string failure;  ///< what went wrong, for a reader; empty when nothing did
};

/// Runs `job` in a forked child, with a file descriptor to write its answer to; true from it means done.
///
/// Graphviz 2.42 keeps global state, crashes on some graphs and may never end: in a child it can do none of this to
/// the program. What it prints becomes part of `failure`. The child ends with its parent and leaves no core file.
///
/// Threads: the caller's other threads must be joined: the child has only the one that forked.
[[nodiscard]] ChildAnswer run_in_child(const std::function<bool(int descriptor)>& job, ChildLimits limits);

/// Writes all of it. False when the parent has gone.
[[nodiscard]] bool write_all(int descriptor, const void* bytes, std::size_t size);

}  // namespace entente
