// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/packed_entities.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>
#include <utility>

#include <entente/gazetteer/packed_facts.hpp>

namespace entente {
namespace {

constexpr std::size_t block_size = std::size_t{64} << 20;  // bytes; those that nothing is written to take no memory

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

/// The bytes of a row have no end of their own: they were written here.
Reader reader_of(const char* row) {
    return {TextsWithin{}, std::string_view(row, std::numeric_limits<std::ptrdiff_t>::max())};
}

/// Up to eight bytes of `text` from `at`, in the order of their letters.
std::uint64_t letters_at(std::string_view text, std::size_t at) {
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < 8; ++i)
        letters = letters << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0);
    return letters;
}

struct Sorted {
    std::uint64_t letters;
    std::uint64_t more_letters;
    std::uint32_t number;
};

/// Sorts rows whose ids begin with the same `at` bytes: by sixteen bytes at a time, which lie in the row itself.
void sort_from(std::size_t at, std::span<Sorted> rows, const PackedEntities& entities) {
    for (Sorted& row : rows) {
        const std::string_view id = entities.id(row.number);
        row.letters = letters_at(id, at);
        row.more_letters = letters_at(id, at + 8);
    }
    const auto key = [](const Sorted& row) { return std::pair(row.letters, row.more_letters); };
    std::ranges::sort(rows, {}, key);
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && key(rows[end]) == key(rows[begin])) ++end;
        if (end - begin > 1 && (rows[begin].more_letters & 0xFF) != 0)
            sort_from(at + 16, rows.subspan(begin, end - begin), entities);
        begin = end;
    }
}

}  // namespace

PackedEntities::PackedEntities(const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) replace(make_room(), entity);
}

const char* PackedEntities::kept(std::string_view bytes) {
    if (bytes.size() > left_) {
        left_ = std::max(block_size, bytes.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        end_ = blocks_.back().get();
    }
    char* const begin = end_;
    std::memcpy(begin, bytes.data(), bytes.size());
    end_ += bytes.size();
    left_ -= bytes.size();
    return begin;
}

std::uint32_t PackedEntities::make_room() {
    rows_.push_back(nullptr);
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
    rows_[number] = kept(packed_);
}

void PackedEntities::read(std::uint32_t number, Entity& entity) const {
    Reader reader = reader_of(rows_[number]);
    pack_head(reader, entity);
    std::size_t aliases = 0;
    reader(aliases);
    entity.aliases.resize(aliases);
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
    return TextsWithin::read(std::string_view(rows_[number], std::numeric_limits<std::ptrdiff_t>::max()), at);
}

std::vector<std::uint32_t> PackedEntities::by_id() const {
    std::vector<Sorted> rows(size());
    for (std::uint32_t number = 0; number < size(); ++number) rows[number].number = number;
    sort_from(0, rows, *this);
    std::vector<std::uint32_t> numbers;
    numbers.reserve(rows.size());
    for (const Sorted& row : rows) numbers.push_back(row.number);
    return numbers;
}

std::vector<Entity> PackedEntities::unpacked() const {
    std::vector<Entity> entities;
    entities.reserve(size());
    for (std::uint32_t number = 0; number < size(); ++number) entities.push_back((*this)[number]);
    return entities;
}

}  // namespace entente
