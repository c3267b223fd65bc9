// SPDX-License-Identifier: Apache-2.0
// The shipped words by which English pages tell what is not their story.
#pragma once

#include <entente/gazetteer/language.hpp>

inline const entente::Furniture& english() {
    static const auto languages = [] {
        entente::Diagnostics faults;
        return entente::read_languages({"gazetteer/languages"}, faults);
    }();
    return entente::furniture_of(languages, "en");
}
