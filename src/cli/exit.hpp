// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/text/diagnostic.hpp>

#include <cstdint>

namespace entente::cli {

enum class Exit : std::uint8_t {
    done = 0,     ///< even with warnings
    failed = 1,   ///< an input or the data failed
    misused = 2,  ///< the command line was wrong
};

/// The command line, or the run file that is part of it, is wrong.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace entente::cli
