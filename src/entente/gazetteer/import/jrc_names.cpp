// SPDX-License-Identifier: Apache-2.0
// JRC-Names of the European Commission's Joint Research Centre: `1510<tab>P<tab>u<tab>Wladimir+Putin`, an id of the
// entity, its type, the language (u: any) and a name with + for blanks. The first name of an id is its label.
#include <algorithm>
#include <array>
#include <optional>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/lines.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

using Fields = std::array<std::string_view, 4>;

std::optional<Fields> fields_of(std::string_view line) {
    Fields fields;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) return {};
        fields[i] = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    fields[3] = line;
    const bool number = !fields[0].empty() && fields[0].find_first_not_of("0123456789") == std::string_view::npos;
    const bool rest = fields[1].size() == 1 && !fields[2].empty() && fields[2].size() <= 8
                      && line.find('\t') == std::string_view::npos;
    return number && rest ? std::optional(fields) : std::nullopt;
}

}  // namespace

bool is_jrc_names(std::string_view, std::string_view beginning) {
    while (beginning.starts_with('#'))
        beginning.remove_prefix(std::min(beginning.find('\n'), beginning.size() - 1) + 1);
    return fields_of(beginning.substr(0, beginning.find('\n'))).has_value();
}

void import_jrc_names(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                      ImportReport& report) {
    auto lines = lines_of(path);
    for (std::string line; lines.next(line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto fields = fields_of(line);
        if (!fields) {
            if (lines.unended()) {
                throw Error(error_in(path, "the file ends in the middle", "fetch the file again; nothing was imported",
                                     lines.number()));
            }
            report.refuse("not id, type, language and name between tabs", lines.number());
            continue;
        }
        const auto& [id, type, language, name] = *fields;
        const auto of = type == "P"   ? std::optional(EntityType::person)
                        : type == "O" ? std::optional(EntityType::organization)
                                      : options.type;
        if (!of) {
            report.refuse("neither a person (P) nor an organization (O); --type says what they are", lines.number());
            continue;
        }
        if (language != "u" && !options.languages.empty() && !options.languages.contains(language)) continue;
        Entity entity{};
        entity.id = id;
        entity.type = *of;
        entity.origin.line = static_cast<std::uint32_t>(lines.number());
        Alias alias{};
        alias.text = name;
        std::replace(alias.text.begin(), alias.text.end(), '+', ' ');
        if (language != "u") alias.languages.emplace_back(language);
        entity.aliases.push_back(std::move(alias));
        sink(std::move(entity));
    }
}

}  // namespace entente
