// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <entente/evaluate/evaluation.hpp>

namespace entente {

/// For people: aligned tables, the error classes that occur and the most frequent confusions.
[[nodiscard]] std::string report_text(const Evaluation& evaluation, const EvaluateOptions& options);

/// For scripts: one JSON object with all of it, each single error too. The keys are described in the manual page.
[[nodiscard]] std::string report_json(const Evaluation& evaluation, const EvaluateOptions& options);

}  // namespace entente
