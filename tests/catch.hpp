// SPDX-License-Identifier: Apache-2.0
// Debian 12 has Catch2 2, Debian 13 has Catch2 3: every test includes this file and compiles with both.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <filesystem>
#include <string>

/// Ends a test early, and has ctest call it skipped, when the data that it draws on are not beside the project.
/// `path` is below the folder `shared` next to the project's, which a user who cloned the project does not have.
#define NEEDS_SHARED(path)                                                  \
    do {                                                                    \
        if (!std::filesystem::exists(std::string("../shared/") + (path))) { \
            WARN("skipped: ../shared/" << (path) << " is not there");       \
            return;                                                         \
        }                                                                   \
    } while (false)
