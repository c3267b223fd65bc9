// SPDX-License-Identifier: Apache-2.0
#include "../completion_script.hpp"
#include "../console.hpp"
#include "commands.hpp"

#include <algorithm>

namespace entente::cli {

Exit completion(const Settings& settings) {
    const auto& shell = settings.arguments.front();
    const auto known = shells();
    if (std::find(known.begin(), known.end(), shell) == known.end()) {
        throw UsageError("unknown shell \"" + shell + '"', "there are bash, zsh and fish");
    }
    print(completion_script(shell));
    return Exit::done;
}

}  // namespace entente::cli
