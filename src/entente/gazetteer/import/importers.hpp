// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <entente/gazetteer/import/import.hpp>

/// What each row of the table of importers recognizes and reads; one file each.
namespace entente {

[[nodiscard]] bool is_csv(std::string_view path, std::string_view beginning);
void import_csv(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report);

[[nodiscard]] bool is_spacy(std::string_view path, std::string_view beginning);
void import_spacy(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report);

[[nodiscard]] bool is_opensanctions(std::string_view path, std::string_view beginning);
void import_opensanctions(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                          ImportReport& report);

[[nodiscard]] bool is_wikidata(std::string_view path, std::string_view beginning);
void import_wikidata(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                     ImportReport& report);

[[nodiscard]] bool is_jrc_names(std::string_view path, std::string_view beginning);
void import_jrc_names(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                      ImportReport& report);

[[nodiscard]] bool is_popolo(std::string_view path, std::string_view beginning);
void import_popolo(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report);

[[nodiscard]] bool is_gate(std::string_view path, std::string_view beginning);
void import_gate(const std::string& path, const ImportOptions& options, const EntitySink& sink, ImportReport& report);

}  // namespace entente
