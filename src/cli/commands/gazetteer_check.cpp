// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include "../console.hpp"
#include "../gazetteer_in_use.hpp"
#include "../stats.hpp"
#include "commands.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

std::uint64_t names_in(const Gazetteer& gazetteer) {
    std::uint64_t names = 0;
    for (const auto& entity : gazetteer.entities()) {
        names += entity.aliases.size();
    }
    return names;
}

}  // namespace

Exit gazetteer_check(const Settings& settings) {
    Diagnostics faults;
    const auto paths = gazetteer_paths(settings.arguments);
    const auto gazetteer = read_gazetteer(paths, faults);
    Diagnostics of_languages;
    (void)read_languages(paths, of_languages);
    for (auto& fault : of_languages) {
        // A file that is no YAML is told once.
        if (std::none_of(faults.begin(), faults.end(), [&](const auto& f) { return to_text(f) == to_text(fault); })) {
            faults.push_back(std::move(fault));
        }
    }
    Console console;
    std::uint64_t errors = 0;
    for (const auto& fault : faults) {
        const bool error = fault.severity == Severity::error;
        errors += error ? 1 : 0;
        if (error || !settings.quiet) {
            console.tell(fault);
        }
    }
    const auto warnings = faults.size() - errors;
    if (!settings.quiet) {
        print(counted(gazetteer.files().size(), "file") + ", " + counted(gazetteer.entities().size(), "entity") + ", "
              + counted(names_in(gazetteer), "name") + "; " + counted(errors, "error") + ", "
              + counted(warnings, "warning") + '\n');
    }
    return errors > 0 || (settings.strict && warnings > 0) ? Exit::failed : Exit::done;
}

}  // namespace entente::cli
