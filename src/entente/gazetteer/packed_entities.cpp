// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/packed_entities.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <span>
#include <utility>

#include <entente/gazetteer/packed_facts.hpp>

namespace entente {
namespace {

using Writer = FactsWriter<TextsWithin>;
using Reader = FactsReader<TextsWithin>;

template <class Archive>
void pack_head(Archive& archive, Either<Entity> auto& entity) {
    archive(entity.id, entity.type, entity.name);
    archive.sparse(entity.country, entity.category, entity.gender, entity.roles);
    pack(archive, entity);
}

template <class Archive>
void pack_rest(Archive& archive, Either<Alias> auto& alias) {
    archive.sparse(alias.languages, alias.standalone, alias.origin, alias.evidence, alias.allowed);
}

/// Up to eight bytes of `text` from `at`, in the order of their letters.
std::uint64_t letters_at(std::string_view text, std::size_t at) {
    std::uint64_t letters = 0;
    if (std::endian::native == std::endian::little && at + 8 <= text.size()) {
        std::memcpy(&letters, text.data() + at, 8);
        return __builtin_bswap64(letters);
    }
    for (std::size_t i = 0; i < 8; ++i)
        letters = letters << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0);
    return letters;
}

struct Sorted {
    std::uint64_t letters;
    std::uint64_t more_letters;
    std::uint32_t number;
};

void read_letters(std::size_t at, Sorted& row, std::string_view id) {
    row.letters = letters_at(id, at);
    row.more_letters = letters_at(id, at + 8);
}

/// Sorts rows whose ids begin with the same `at` bytes, by the letters behind them, which lie in the row itself.
void sort_from(std::size_t at, std::span<Sorted> rows, const PackedEntities& entities) {
    const auto same = [](const Sorted& a, const Sorted& b) {
        return a.letters == b.letters && a.more_letters == b.more_letters;
    };
    std::sort(rows.begin(), rows.end(), [](const Sorted& a, const Sorted& b) {
        return a.letters != b.letters ? a.letters < b.letters : a.more_letters < b.more_letters;
    });
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && same(rows[begin], rows[end])) ++end;
        if (end - begin > 1 && (rows[begin].more_letters & 0xFF) != 0) {
            const auto equal = rows.subspan(begin, end - begin);
            for (Sorted& row : equal) read_letters(at + 16, row, entities.id(row.number));
            sort_from(at + 16, equal, entities);
        }
        begin = end;
    }
}

/// Up to the "/", so that what follows tells ids apart by its first letters.
std::string_view kind_in(std::string_view id) { return id.substr(0, id.find('/') + 1); }

}  // namespace

void forget(Entity& entity) {
    FactsEraser eraser;
    pack_head(eraser, entity);
    entity.aliases.clear();
}

PackedEntities::PackedEntities(const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) replace(make_room(), entity);
}

std::uint32_t PackedEntities::make_room() {
    rows_.push(0);
    return size() - 1;
}

void PackedEntities::replace(std::uint32_t number, const Entity& entity) {
    packed_.clear();
    Writer writer(TextsWithin{}, packed_);
    pack_head(writer, entity);
    writer(entity.aliases.size());
    for (const Alias& alias : entity.aliases) {
        const bool named = alias.text == entity.name;
        writer(static_cast<unsigned>(alias.kind) << 1U | (named ? 1U : 0U));
        if (!named) writer(alias.text);
        pack_rest(writer, alias);
    }
    rows_.rows()[number] = bytes_.size();
    bytes_.push(packed_);
}

void PackedEntities::read(std::uint32_t number, Entity& entity) const {
    Reader reader(TextsWithin{}, bytes_from(number));
    pack_head(reader, entity);
    std::size_t aliases = 0;
    reader(aliases);
    resize_aliases(entity.aliases, aliases);
    for (Alias& alias : entity.aliases) {
        unsigned kind = 0;
        reader(kind);
        alias.kind = static_cast<AliasKind>(kind >> 1U);
        if ((kind & 1U) != 0)
            alias.text = entity.name;
        else
            reader(alias.text);
        pack_rest(reader, alias);
    }
}

Entity PackedEntities::operator[](std::uint32_t number) const {
    Entity entity;
    read(number, entity);
    return entity;
}

std::string_view PackedEntities::id(std::uint32_t number) const {
    std::size_t at = 0;
    return TextsWithin::read(bytes_from(number), at);
}

std::vector<std::uint32_t> PackedEntities::by_id() const {
    std::map<std::string_view, GrowingRows<Sorted>> kinds;
    std::pair<std::string_view, GrowingRows<Sorted>*> last{{}, &kinds[{}]};
    for (std::uint32_t number = 0; number < size(); ++number) {
        expect(std::min(number + read_ahead, size() - 1));
        const std::string_view id = this->id(number);
        if (const std::string_view kind = kind_in(id); kind != last.first) last = {kind, &kinds[kind]};
        Sorted row{0, 0, number};
        read_letters(last.first.size(), row, id);
        last.second->push(row);
    }
    std::vector<std::uint32_t> numbers;
    numbers.reserve(size());
    for (auto& [kind, rows] : kinds) {
        sort_from(kind.size(), rows.rows(), *this);
        for (const Sorted& row : rows.rows()) numbers.push_back(row.number);
        rows = {};
    }
    return numbers;
}

std::vector<Entity> PackedEntities::unpacked() const {
    std::vector<Entity> entities;
    entities.reserve(size());
    for (std::uint32_t number = 0; number < size(); ++number) entities.push_back((*this)[number]);
    return entities;
}

}  // namespace entente
