// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/refused.hpp>

#include <entente/gazetteer/source_files.hpp>
#include <entente/gazetteer/yaml.hpp>
#include <entente/text/file.hpp>

namespace entente {

std::vector<std::string> read_refused(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (const SourceFile& source : source_files(paths)) {
        std::string bytes = read_whole_file(source.path);
        if (bytes.find("refused") == std::string::npos) continue;
        const YamlFile file(source.path, std::move(bytes), diagnostics);
        for (const YamlNode& document : file.documents()) {
            const YamlNode* type = value_of(document, "type");
            if (type == nullptr || type->text != "refused") continue;
            for (const auto& [key, value] : entries_of(file, document, {"type", "names"}, diagnostics)) {
                if (key != "names") continue;
                for (const YamlNode& name : value->items) names.push_back(name.text);
            }
        }
    }
    return names;
}

}  // namespace entente
