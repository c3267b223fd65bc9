// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/import/import.hpp>
#include <entente/gazetteer/yaml_writer.hpp>

#include "scratch_folder.hpp"

namespace entente {

struct Imported {
    std::vector<Entity> entities;
    ImportReport report;

    [[nodiscard]] const Entity& of(std::string_view id) const {
        const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& e) { return e.id == id; });
        INFO("wanted " << id);
        REQUIRE(found != entities.end());
        return *found;
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto& entity : entities) all.push_back(entity.id);
        std::sort(all.begin(), all.end());
        return all;
    }
};

inline std::vector<std::string> names_of(const Entity& entity) {
    std::vector<std::string> names;
    for (const auto& alias : entity.aliases) {
        names.push_back(alias.text + (alias.languages.empty() ? "" : '@' + alias.languages.front()));
    }
    return names;
}

using Names = std::vector<std::string>;

/// Imports `bytes` as a file called `name`, in the format that it is recognized as.
inline Imported imported(const std::string& name, std::string_view bytes, const ImportOptions& options = {},
                         const std::vector<Entity>& known = {}) {
    const ScratchFolder folder;
    folder.write(name, bytes);
    const auto* importer = recognize_importer(folder.path(name));
    REQUIRE(importer != nullptr);
    Imported result;
    result.entities = import_entities(folder.path(name), *importer, options, PackedEntities(known), result.report).unpacked();
    return result;
}

/// What is read of the file that `entities` are written to. It must have no fault.
inline std::vector<Entity> written_and_read(const std::vector<Entity>& entities) {
    const ScratchFolder folder;
    folder.write("names.yaml", to_yaml(entities, "written by a test"));
    Diagnostics faults;
    const auto gazetteer = read_gazetteer({folder.path("names.yaml")}, faults);
    for (const auto& fault : faults) UNSCOPED_INFO(to_text(fault));
    CHECK(faults.empty());
    return gazetteer.entities();
}

/// The message, with its place, of an import that must fail.
inline std::string fault_of(const std::string& name, std::string_view bytes, const ImportOptions& options = {}) {
    try {
        (void)imported(name, bytes, options);
    } catch (const Error& error) {
        const auto text = to_text(error.diagnostic());
        return text.substr(std::min(text.find(name), text.size() - 1));
    }
    return "no fault";
}

inline bool holds(const std::string& text, std::string_view part) {
    UNSCOPED_INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace entente
