// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/large_memory.hpp>
#include <entente/text/prefetch.hpp>

namespace entente {

/// Makes an entity say nothing; its memory is used again.
void forget(Entity& entity);

/// Entities as bytes, in a tenth of the memory that they take as values: what a list of a million names is kept in while it is
/// imported.
class PackedEntities {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint32_t read_ahead = 8;  ///< entities that are worth to be expected

    PackedEntities() = default;
    explicit PackedEntities(const std::vector<Entity>& entities);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
    /// The number of one more, which replace() gives.
    [[nodiscard]] std::uint32_t make_room();
    /// The bytes of the one before are lost.
    void replace(std::uint32_t number, const Entity& entity);

    /// Reads an entity into one that may hold another, whose memory is used again.
    void read(std::uint32_t number, Entity& entity) const;
    [[nodiscard]] Entity operator[](std::uint32_t number) const;
    /// Lets the bytes of an entity that is read soon come from memory meanwhile; before that, where they stand.
    void expect_row(std::uint32_t number) const { prefetch_line(&rows_.rows()[number]); }
    void expect(std::uint32_t number) const {
        prefetch_line(bytes_from(number).data());
        prefetch_line(bytes_from(number).data() + 64);
    }
    [[nodiscard]] std::string_view id(std::uint32_t number) const;
    /// The numbers of all, ascending by id.
    [[nodiscard]] std::vector<std::uint32_t> by_id() const;
    [[nodiscard]] std::vector<Entity> unpacked() const;

private:
    /// Those of an entity, which know where they end, and of others.
    [[nodiscard]] std::string_view bytes_from(std::uint32_t number) const {
        return std::string_view(bytes_.rows().data(), bytes_.size()).substr(rows_.rows()[number]);
    }

    GrowingRows<std::uint64_t> rows_;  ///< first byte of each
    GrowingRows<char> bytes_;
    std::string packed_;  ///< the entity that is being added
};

}  // namespace entente
