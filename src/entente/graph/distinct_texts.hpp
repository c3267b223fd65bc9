// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <entente/graph/incidence.hpp>
#include <entente/graph/stories.hpp>

namespace entente {

/// Articles with one signature are one text, and compared once. The longest texts come first; articles without words are
/// each a text.
class DistinctTexts {
public:
    DistinctTexts(const SignatureTable& signatures, std::span<const Merit> merits);

    [[nodiscard]] std::size_t size() const { return signatures_.size(); }
    /// How many of them, the first, are compared shingle by shingle. The others are too short.
    [[nodiscard]] std::size_t compared() const { return compared_; }
    /// The articles of a text, by Merit::order.
    [[nodiscard]] std::span<const std::uint32_t> articles(std::size_t text) const { return articles_.row(text); }
    /// By text, so that they are read in the order in which they lie.
    [[nodiscard]] const SignatureTable& signatures() const { return signatures_; }

private:
    Incidence articles_;  ///< texts by articles
    SignatureTable signatures_;
    std::size_t compared_ = 0;
};

}  // namespace entente
