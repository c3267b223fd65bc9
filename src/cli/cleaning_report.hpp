// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <entente/graph/count.hpp>
#include "run.hpp"

namespace entente::cli {

/// Tells what Corpus::clean() left out, and counts it for --stats; with --verbose each paragraph.
void tell_of(const Cleaning& cleaning, Run& run);

/// Tells who is named in nearly every article, and what leaving them out would change.
void tell_of_narrators(const Network& network, Run& run);

}  // namespace entente::cli
