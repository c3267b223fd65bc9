// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

namespace entente {

/// Calls `work(i)` for each i below `count`, on up to `threads` threads; all have ended when it returns or throws.
/// No call may read what another writes: then the result is the same for any number of threads.
template <class Work>
void in_parallel(unsigned threads, std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (auto i = next++; i < count; i = next++) {
            work(i);
        }
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) {
        others.push_back(std::async(std::launch::async, take));
    }
    take();
    for (auto& other : others) {
        other.get();
    }
}

}  // namespace entente
