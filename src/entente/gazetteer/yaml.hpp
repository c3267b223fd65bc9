// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/text/diagnostic.hpp>

namespace entente {

/// A piece of YAML as it was written, and where.
struct YamlNode {
    enum class Kind : std::uint8_t { nothing, scalar, sequence, map };

    Kind kind = Kind::nothing;
    std::uint32_t line = 0;  ///< counts from 1
    std::uint32_t byte = 0;  ///< of the line, counts from 0
    std::string text{};      ///< of a scalar; never converted, so that NO stays Norway
    std::vector<YamlNode>
        items{};  ///< of a sequence; of a map key, value, key, value, so that a key given twice is seen
};

/// `a text`, `a list`, `a map` or `nothing`, for messages.
[[nodiscard]] std::string_view name_of(YamlNode::Kind kind);

/// What stands behind `key` of a map; null when it has no such key, or is no map.
[[nodiscard]] const YamlNode* value_of(const YamlNode& map, std::string_view key);

/// Whether a document says `type: language` of itself.
[[nodiscard]] bool is_language(const YamlNode& document);

/// One YAML file in memory: its documents, and the words for what is wrong in them.
class YamlFile {
public:
    /// Parses `bytes`. What is not YAML, or YAML that no curated list needs (aliases, deep nesting), is reported
    /// to `diagnostics` and leaves no documents: half a file would look like a whole one.
    YamlFile(std::string name, std::string bytes, Diagnostics& diagnostics);

    [[nodiscard]] const std::vector<YamlNode>& documents() const { return documents_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// A diagnostic that points at `node` and underlines its text.
    [[nodiscard]] Diagnostic fault(const YamlNode& node, std::string message, std::string hint = {}) const;
    /// The same for a byte of a line; `width` in code points.
    [[nodiscard]] Diagnostic fault_at(std::size_t line, std::size_t byte, std::size_t width, std::string message,
                                      std::string hint) const;

private:
    [[nodiscard]] std::string_view line_text(std::size_t line) const;
    void decode_text(Diagnostics& diagnostics, std::string bytes);
    [[nodiscard]] bool check_tabs(Diagnostics& diagnostics) const;
    void parse();

    friend class YamlEvents;

    std::string name_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
    std::vector<YamlNode> documents_;
};

/// The keys of a map, each once, each with the node behind it. A key given twice or unknown to `keys` is reported.
[[nodiscard]] std::vector<std::pair<std::string_view, const YamlNode*>> entries_of(
    const YamlFile& file, const YamlNode& map, const std::vector<std::string_view>& keys, Diagnostics& diagnostics);

/// "did you mean "name"? Keys here are id, name, …", for a hint.
[[nodiscard]] std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& choices,
                                       std::string_view what);

}  // namespace entente
