// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <entente/gazetteer/gazetteer.hpp>
#include <entente/suggest/suggestion.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// The suggestions as YAML, each with a decision for a person to write.
[[nodiscard]] std::string write_patch(std::span<const Suggestion> suggestions);

enum class Decision : std::uint8_t {
    open,      ///< "?": nobody has decided yet
    accept,    ///< a new entity
    refuse,    ///< never to be suggested again
    alias_of,  ///< another name of `target`
};

/// One suggestion as a person left it.
struct PatchEntry {
    Decision decision = Decision::open;
    std::string target;  ///< full id
    std::string name;
    std::optional<EntityType> type;
    std::string id;  ///< without the type
    std::vector<std::string> aliases;
    std::vector<std::string> acronyms;
};

/// Errors: what cannot be read goes to `diagnostics`, and with it what a decision lacks: a type, an id.
[[nodiscard]] std::vector<PatchEntry> read_patch(std::string name, std::string bytes, Diagnostics& diagnostics);

/// What became of the entries of a patch.
struct AppliedPatch {
    std::string bytes;  ///< of the gazetteer file: what it held, then what is new
    std::uint64_t accepted = 0;
    std::uint64_t aliases = 0;
    std::uint64_t refused = 0;
    std::uint64_t open = 0;
    std::uint64_t already = 0;  ///< decided and in the file
};

/// Appends what was decided to the gazetteer file `name` that holds `bytes`; none of these is changed. What stands there
/// is not written twice. `gazetteer` has those who may get an alias, and the ids that are taken.
///
/// Errors: an id that is taken or that nobody has, and whatever makes the file one that cannot be read, goes to
///         `diagnostics`; the result is then not to be used.
[[nodiscard]] AppliedPatch apply_patch(std::span<const PatchEntry> entries, const std::string& name,
                                       const std::string& bytes, const Gazetteer& gazetteer, Diagnostics& diagnostics);

/// Appends to the gazetteer file `name` that holds `bytes` that the entity `from` is the same as `to`.
///
/// Errors: ids that nobody has, or of entities of two types, go to `diagnostics`; the result is then not to be used.
[[nodiscard]] std::string append_merge(const std::string& from, const std::string& to, const std::string& name,
                                       const std::string& bytes, const Gazetteer& gazetteer, Diagnostics& diagnostics);

}  // namespace entente
