// SPDX-License-Identifier: Apache-2.0
// What a format makes of a network, and tables read back.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export/format.hpp>

namespace news {

inline std::string written(const entente::Network& network, std::string_view suffix) {
    entente::Output output;
    entente::format_of("network" + std::string(suffix)).write(network, output);
    return output.take();
}

/// Rows and fields as RFC 4180 defines them.
inline std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1);
    std::string field;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text.compare(i, 2, "\"\"") == 0) {
            field += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && (text[i] == ',' || text.compare(i, 2, "\r\n") == 0)) {
            rows.back().push_back(std::exchange(field, {}));
            if (text[i] == '\r') {
                rows.emplace_back();
                ++i;
            }
        } else {
            field += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

}  // namespace news
