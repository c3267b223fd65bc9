// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/lint_report.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {

bool LintReport::allows(const std::vector<Allowance>& allowed, std::string_view code) {
    bool silenced = false;
    for (const auto& allowance : allowed) {
        if (allowance.lint != code) continue;
        used_.insert(&allowance);
        silenced = true;
    }
    return silenced;
}

void LintReport::warn(std::string_view code, Origin origin, std::initializer_list<LintSubject> subjects,
                      std::string message, std::string hint) {
    bool silenced = false;
    for (const auto& [entity, alias] : subjects) {
        if (entity != nullptr && allows(entity->allowed, code)) silenced = true;
        if (alias != nullptr && allows(alias->allowed, code)) silenced = true;
    }
    if (silenced) return;
    const auto& files = gazetteer_.files();
    auto diagnostic = warning_in(origin.file < files.size() ? files[origin.file] : "", std::move(message),
                                 std::move(hint), origin.line);
    diagnostic.code = code;
    rows_.push_back({origin, std::move(diagnostic)});
}

void LintReport::warn_of_unused() {
    const auto check = [&](const Entity& entity, const std::vector<Allowance>& allowed) {
        for (const auto& allowance : allowed) {
            if (used_.contains(&allowance)) continue;
            warn("allow-unused", allowance.origin, {},
                 "nothing in " + entity.id + " needs to allow " + in_quotes(allowance.lint), "delete the line");
        }
    };
    for (const auto& entity : gazetteer_.entities()) {
        check(entity, entity.allowed);
        for (const auto& alias : entity.aliases) check(entity, alias.allowed);
    }
}

Diagnostics LintReport::take() {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.origin.file, a.origin.line, a.diagnostic.code, a.diagnostic.message)
               < std::tie(b.origin.file, b.origin.line, b.diagnostic.code, b.diagnostic.message);
    });
    Diagnostics diagnostics;
    for (auto& row : rows_) diagnostics.push_back(std::move(row.diagnostic));
    return diagnostics;
}

}  // namespace entente
