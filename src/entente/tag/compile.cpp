// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/compile.hpp>

#include <utility>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/tag/home_countries.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/office_titles.hpp>
#include <entente/tag/offices.hpp>
#include <entente/tag/phrases_beside.hpp>
#include <entente/tag/seats.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {

Image compile(const Gazetteer& gazetteer, std::span<const Language> languages, std::uint64_t source_hash) {
    ImageBuilder builder;
    CompiledGazetteer::compile(gazetteer, languages, builder);
    NameFinder::compile(gazetteer, builder);
    ShortNames::compile(gazetteer, builder);
    PhrasesBeside::compile(gazetteer, builder);
    HomeCountries::compile(gazetteer, builder);
    Seats::compile(gazetteer, builder);
    Offices::compile(gazetteer, builder);
    OfficeTitles::compile(gazetteer, builder);
    return std::move(builder).finish(source_hash);
}

}  // namespace entente
