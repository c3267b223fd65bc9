// SPDX-License-Identifier: Apache-2.0
#include <entente/suggest/yaml_text.hpp>

#include <algorithm>
#include <cstdio>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80U;
}

/// Letters, and between them what never means anything to YAML.
bool is_plain(std::string_view text) {
    const std::string form = folded(text);
    if (text.empty() || !is_letter(text.front()) || text.ends_with(' ') || form == "null") return false;
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return is_letter(byte) || (byte >= '0' && byte <= '9')
               || std::string_view(" -.'/()").find(byte) != std::string_view::npos;
    });
}

}  // namespace

std::string yaml_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') quoted += '\\';
        if (static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F) {
            char escape[5];
            std::snprintf(escape, sizeof escape, "\\x%02x", static_cast<unsigned>(byte));
            quoted += escape;
        } else {
            quoted += byte;
        }
    }
    return quoted + '"';
}

std::string yaml_list(std::span<const std::string> texts) {
    std::string list = "[";
    for (const std::string& text : texts) list += (list.size() > 1 ? ", " : "") + yaml_text(text);
    return list + ']';
}

}  // namespace entente
