// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <time.h>
#include <utility>

namespace entente {

/// Measures the processor time of the thread that reads it.
class CpuClock {
public:
    /// Seconds since the last call; the first time, since the thread began.
    double lap() {
        const double before = std::exchange(last_, now());
        return last_ - before;
    }

private:
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    double last_ = 0;
};

}  // namespace entente
