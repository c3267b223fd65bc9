// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include <entente/gazetteer/lint_report.hpp>

namespace entente {
namespace {

/// Offices of a country that one person holds at a time.
constexpr std::array<std::string_view, 17> single_offices = {
    "attorney general", "chancellor",       "defence minister",   "defence secretary", "defense secretary", "emir",
    "emperor",          "finance minister", "foreign minister",   "foreign secretary", "home secretary",    "king",
    "president",        "prime minister",   "secretary of state", "supreme leader",    "treasury secretary"};

struct Tenure {
    const Entity* holder = nullptr;
    const Role* role = nullptr;
};

Date end_of(const Role& role) { return role.to.known() ? earliest(role.to) : Date{9999, 12, 31}; }

// The day of a handover belongs to the successor, and a date that is not known to the day is given every doubt.
bool overlap(const Role& earlier, const Role& later) {
    return latest(later.from) < end_of(earlier) && latest(earlier.from) < end_of(later);
}

bool is_single(const Role& role) {
    return role.of.starts_with("country/")
           && std::find(single_offices.begin(), single_offices.end(), role.title) != single_offices.end();
}

void lint_capital(const Tenure& tenure, LintReport& report) {
    const auto& title = tenure.role->title;
    if (title.empty() || title[0] < 'A' || title[0] > 'Z') return;
    report.warn("role-capital", tenure.role->origin, {{tenure.holder}},
                "the title " + in_quotes(title) + " starts with a capital", "write titles in lower case");
}

void warn_of_overlap(const Tenure& first, const Tenure& second, LintReport& report) {
    const auto office = in_quotes(second.role->title);
    const auto other = "the other stands in " + report.where(first.role->origin);
    if (first.holder == second.holder) {
        report.warn("role-overlaps", second.role->origin, {{second.holder}},
                    second.holder->id + " holds the office of " + office + " twice at the same time",
                    other + "; correct the dates or join the two");
    } else {
        report.warn("office-shared", second.role->origin, {{first.holder}, {second.holder}},
                    second.holder->id + " and " + first.holder->id + " hold the office of " + office + " of "
                        + second.role->of + " on the same day",
                    other + "; correct the dates, or allow it where both held or claimed it");
    }
}

}  // namespace

void lint_offices(const Gazetteer& gazetteer, LintReport& report) {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Tenure>> by_office;
    for (const auto& entity : gazetteer.entities()) {
        for (const auto& role : entity.roles) {
            lint_capital({&entity, &role}, report);
            if (role.from.known()) by_office[{role.title, role.of}].push_back({&entity, &role});
        }
    }
    for (auto& [office, tenures] : by_office) {
        std::stable_sort(tenures.begin(), tenures.end(), [](const Tenure& a, const Tenure& b) {
            return earliest(a.role->from) < earliest(b.role->from);
        });
        std::map<const Entity*, Tenure> last_of;  // of each holder, the one that ends last
        Tenure last;
        for (const auto& tenure : tenures) {
            auto& own = last_of[tenure.holder];
            if (own.role != nullptr && overlap(*own.role, *tenure.role)) warn_of_overlap(own, tenure, report);
            if (own.role == nullptr || end_of(*own.role) < end_of(*tenure.role)) own = tenure;
            if (!is_single(*tenure.role)) continue;
            if (last.role != nullptr && last.holder != tenure.holder && overlap(*last.role, *tenure.role))
                warn_of_overlap(last, tenure, report);
            if (last.role == nullptr || end_of(*last.role) < end_of(*tenure.role)) last = tenure;
        }
    }
}

}  // namespace entente
