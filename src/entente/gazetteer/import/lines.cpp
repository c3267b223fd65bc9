// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/lines.hpp>

#include <entente/text/diagnostic.hpp>
#include <entente/text/unpack.hpp>

namespace entente {

Lines lines_of(const std::string& path) {
    try {
        return {unpacked(open_file(path)), path, longest_line};
    } catch (const Error& error) {
        throw Error(error_in(path, error.diagnostic().message, error.diagnostic().hint));
    }
}

}  // namespace entente
