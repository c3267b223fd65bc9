// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/lint.hpp>

namespace entente {

/// What a lint speaks of: an entity, and one of its aliases or none.
struct LintSubject {
    const Entity* entity = nullptr;
    const Alias* alias = nullptr;
};

/// Gathers what the lints found, but for what the gazetteer allows.
class LintReport {
public:
    explicit LintReport(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Notes a fault unless one of its subjects allows it.
    void warn(std::string_view code, Origin origin, std::initializer_list<LintSubject> subjects, std::string message,
              std::string hint);
    /// Notes each `allow` that has silenced nothing.
    void warn_of_unused();
    /// All that was noted, ordered by file and line.
    [[nodiscard]] Diagnostics take();

    [[nodiscard]] std::string where(Origin origin) const { return gazetteer_.where(origin); }

private:
    struct Row {
        Origin origin;
        Diagnostic diagnostic;
    };

    bool allows(const std::vector<Allowance>& allowed, std::string_view code);

    const Gazetteer& gazetteer_;
    std::vector<Row> rows_;
    std::set<const Allowance*> used_;
};

/// The lints of names, of offices, and of what else an entity says.
void lint_names(const Gazetteer& gazetteer, const LintWords& words, LintReport& report);
void lint_offices(const Gazetteer& gazetteer, LintReport& report);

}  // namespace entente
