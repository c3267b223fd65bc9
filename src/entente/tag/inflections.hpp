// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include <entente/gazetteer/word_forms.hpp>

namespace entente {

/// The words of a gazetteer in the cases of every language that declines names.
///
/// Threads: of() may be called by any number; the first article in a language makes its table, the others wait.
class Inflections {
public:
    /// The gazetteer and the languages must outlive it.
    Inflections(const CompiledGazetteer& gazetteer, std::span<const Language> languages);

    /// Null for a language that declines no names, or is unknown. `language` is BCP 47.
    [[nodiscard]] const WordForms* of(std::string_view language) const;

private:
    struct Row {
        const Language* language;
        std::once_flag once;
        std::unique_ptr<const WordForms> forms;
    };

    const CompiledGazetteer* gazetteer_;
    std::vector<std::unique_ptr<Row>> rows_;
};

}  // namespace entente
