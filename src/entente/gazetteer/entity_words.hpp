// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/text/plain_names.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// An entity that is being compiled: what each table of an image takes of it. All of them take the entities in the order of
/// their ids, so countries first.
struct EntityWords {
    std::uint32_t number;  ///< of the entity in the image
    const Entity& entity;
    std::span<const TokenizedText> aliases;  ///< the words of each

    /// The words of the name, which is the first alias of most; else they are cut into `room`.
    [[nodiscard]] const TokenizedText& name(TokenizedText& room) const {
        if (!entity.aliases.empty() && entity.aliases.front().text == entity.name) return aliases.front();
        tokenize(entity.name, room);
        return room;
    }
};

/// Cuts the aliases of one entity after the other into words, for all tables at once.
class AliasWords {
public:
    /// Holds until the next call.
    [[nodiscard]] EntityWords of(std::uint32_t number, const Entity& entity) {
        if (texts_.size() < entity.aliases.size()) texts_.resize(entity.aliases.size());
        for (std::size_t i = 0; i < entity.aliases.size(); ++i)
            if (const std::string& name = entity.aliases[i].text; !tokenize_plain_name(name, texts_[i]))
                tokenize(name, texts_[i]);
        return {number, entity, std::span(texts_).first(entity.aliases.size())};
    }

private:
    std::vector<TokenizedText> texts_;
};

}  // namespace entente
