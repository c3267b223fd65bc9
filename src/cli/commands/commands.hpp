// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.hpp"

/// What each row of the table of commands runs; one file each.
namespace entente::cli {

[[nodiscard]] Exit build(const Settings& settings);
[[nodiscard]] Exit tag(const Settings& settings);
[[nodiscard]] Exit network(const Settings& settings);
[[nodiscard]] Exit diff(const Settings& settings);
[[nodiscard]] Exit evaluate(const Settings& settings);
[[nodiscard]] Exit explain(const Settings& settings);
[[nodiscard]] Exit gazetteer_check(const Settings& settings);
[[nodiscard]] Exit gazetteer_compile(const Settings& settings);
[[nodiscard]] Exit gazetteer_import(const Settings& settings);
[[nodiscard]] Exit gazetteer_show(const Settings& settings);
[[nodiscard]] Exit gazetteer_suggest(const Settings& settings);
[[nodiscard]] Exit gazetteer_apply(const Settings& settings);
[[nodiscard]] Exit gazetteer_merge(const Settings& settings);
[[nodiscard]] Exit gazetteer_diff(const Settings& settings);
[[nodiscard]] Exit completion(const Settings& settings);
[[nodiscard]] Exit help(const Settings& settings);

}  // namespace entente::cli
