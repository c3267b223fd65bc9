// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <entente/export/output.hpp>
#include <entente/graph/network.hpp>

namespace entente {

/// What of a network a file of the format holds.
enum class Holds : std::uint8_t {
    all,       ///< nodes with their positions and edges; of a network in slices there is a file for each of them too
    evidence,  ///< the same with the evidence of each edge, even where Network::evidence_column does not ask for it
    edges,     ///< without positions
    readable,  ///< a picture: what can be told apart on a page, again for each slice
    slices,    ///< all of them in one file
};

/// Whether a file of the format says where the nodes stand.
enum class HasLayout : std::uint8_t {
    never,
    if_any,  ///< where Network::laid_out; a program that opens a file without lays the network out itself
    always,  ///< it is drawn as it stands
};

/// One output format: this row is all that the program knows of it.
struct Format {
    std::string_view name;     ///< "gexf"
    std::string_view suffix;   ///< ".gexf"; the longest that a file's name ends in wins
    std::string_view summary;  ///< for the help, the manual and the README
    void (*write)(const Network& network, Output& output);
    Holds holds = Holds::all;
    HasLayout layout = HasLayout::if_any;
};

[[nodiscard]] std::span<const Format> formats();

/// The format that the end of a file's name asks for.
/// Errors: throws Error with the suffixes there are and the nearest of them.
[[nodiscard]] const Format& format_of(std::string_view path);

}  // namespace entente
