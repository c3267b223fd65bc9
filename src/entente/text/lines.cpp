// SPDX-License-Identifier: Apache-2.0
#include <entente/text/lines.hpp>

#include <entente/text/diagnostic.hpp>

namespace entente {

bool Lines::next(std::string& line) {
    line.clear();
    overlong_ = unended_ = false;
    bool any = false;
    try {
        while (true) {
            const auto rest = stream_.peek();
            unended_ = any && rest.empty();
            if (rest.empty()) break;
            any = true;
            const auto end = rest.find('\n');
            const auto part = rest.substr(0, end);
            line.append(part.substr(0, longest_ - line.size()));
            overlong_ = overlong_ || line.size() == longest_;
            stream_.skip(end == std::string_view::npos ? rest.size() : end + 1);
            if (end != std::string_view::npos) break;
        }
    } catch (const Error& error) {
        throw Error(error_in(path_, error.diagnostic().message, error.diagnostic().hint, number_ + 1));
    }
    if (!any) return false;
    if (++number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const bool of_windows = line.ends_with('\r');
    if (of_windows) line.pop_back();
    end_ = of_windows ? "\r\n" : "\n";
    return true;
}

}  // namespace entente
