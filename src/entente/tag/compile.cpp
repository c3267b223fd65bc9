// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/compile.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/entity_words.hpp>
#include <entente/tag/home_countries.hpp>
#include <entente/tag/names.hpp>
#include <entente/tag/office_titles.hpp>
#include <entente/tag/offices.hpp>
#include <entente/tag/phrases_beside.hpp>
#include <entente/tag/seats.hpp>
#include <entente/tag/short_names.hpp>

namespace entente {
namespace {

/// All tables that the tagger looks names up in, each of which takes one entity after the other.
class Tables {
public:
    explicit Tables(const CompiledGazetteer& gazetteer) : home_countries_(gazetteer), office_titles_(gazetteer) {}

    /// Says that this entity comes soon.
    void expect(const EntityWords& words) const {
        names_.expect(words);
        short_names_.expect(words);
    }
    /// Says that this entity, which was expected, comes next.
    void expect_more(const EntityWords& words) const {
        names_.expect_more(words);
        short_names_.expect_more(words);
    }
    void add(const EntityWords& words) {
        names_.add(words);
        short_names_.add(words);
        phrases_.add(words);
        home_countries_.add(words);
        seats_.add(words);
        offices_.add(words);
        office_titles_.add(words);
    }

    /// The names last, which take most memory while they are laid out.
    void write(ImageBuilder& builder) {
        short_names_.write(builder);
        phrases_.write(builder);
        home_countries_.write(builder);
        seats_.write(builder);
        offices_.write(builder);
        office_titles_.write(builder);
        names_.write(builder);
    }

private:
    NameFinder::Writer names_;
    ShortNames::Writer short_names_;
    PhrasesBeside::Writer phrases_;
    HomeCountries::Writer home_countries_;
    Seats::Writer seats_;
    Offices::Writer offices_;
    OfficeTitles::Writer office_titles_;
};

/// Adds each entity while the next ones are expected.
void add_all(const Image& image, Tables& tables) {
    constexpr std::uint32_t some = 1U << 14;  // entities, which are some 1.5 MB of a file
    constexpr std::uint32_t ring = 4;
    struct Waiting {
        Entity entity;
        AliasWords aliases;
        std::optional<EntityWords> words;
    };
    EntityReader reader(image);
    std::array<Waiting, ring> waiting;
    const auto at = [&](std::uint32_t number) -> Waiting& { return waiting[number % ring]; };
    const auto add = [&](std::uint32_t number) {
        if (auto& words = at(number).words) tables.add(*words);
        at(number).words.reset();
    };
    std::uint32_t number = 0;
    for (; reader.next(at(number).entity); ++number) {
        Waiting& last = at(number);
        tables.expect(last.words.emplace(last.aliases.of(number, last.entity)));
        if (const auto& words = at(number + 2).words) tables.expect_more(*words);  // two before
        add(number + 1);                                                           // three before
        if (number % some == 0) image.let_go();
    }
    for (std::uint32_t left = 1; left < ring; ++left) add(number + left);
    image.let_go();
}

/// Adds the tables to an image that holds the gazetteer. They are made of what it holds, one entity at a time, so that whatever it
/// was made of may be gone.
Image with_tables(ImageBuilder builder, std::uint64_t source_hash) {
    const Image entities = builder.so_far();
    const CompiledGazetteer gazetteer(entities);
    Tables tables(gazetteer);
    add_all(entities, tables);
    tables.write(builder);
    return std::move(builder).finish(source_hash);
}

}  // namespace

Image compile(const Gazetteer& gazetteer, std::span<const Language> languages, std::uint64_t source_hash) {
    ImageBuilder builder;
    GazetteerWriter writer(builder);
    for (const Entity& entity : gazetteer.entities()) writer.add(entity);
    writer.finish(gazetteer.files(), languages);
    return with_tables(std::move(builder), source_hash);
}

Image compile(PackedEntities entities, const std::vector<std::string>& files, std::span<const Language> languages,
              ImageFile* file) {
    ImageBuilder builder(file);
    GazetteerWriter writer(builder);
    Entity entity;
    const std::vector<std::uint32_t> numbers = entities.by_id();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        entities.expect_row(numbers[std::min(i + 2 * PackedEntities::read_ahead, numbers.size() - 1)]);
        entities.expect(numbers[std::min(i + PackedEntities::read_ahead, numbers.size() - 1)]);
        entities.read(numbers[i], entity);
        writer.add(entity);
    }
    entities = {};
    writer.finish(files, languages);
    return with_tables(std::move(builder), 0);
}

}  // namespace entente
