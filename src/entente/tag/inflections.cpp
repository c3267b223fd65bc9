// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/inflections.hpp>

namespace entente {

Inflections::Inflections(const CompiledGazetteer& gazetteer, std::span<const Language> languages)
    : gazetteer_(&gazetteer) {
    for (const Language& language : languages) {
        if (language.inflection.paradigms.empty()) continue;
        rows_.push_back(std::make_unique<Row>());
        rows_.back()->language = &language;
    }
}

const WordForms* Inflections::of(std::string_view language) const {
    for (const auto& row : rows_) {
        if (primary_language(row->language->language) != primary_language(language)) continue;
        std::call_once(row->once, [&] { row->forms = std::make_unique<WordForms>(*gazetteer_, *row->language); });
        return row->forms.get();
    }
    return nullptr;
}

}  // namespace entente
