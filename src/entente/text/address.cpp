// SPDX-License-Identifier: Apache-2.0
#include <entente/text/address.hpp>

#include <algorithm>

namespace entente {
namespace {

bool is_ascii_word(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/// "name.surname@host": letters, digits and what may join them, then the sign and a host.
bool is_mail(std::string_view rest) {
    std::size_t sign = 0;
    while (sign < rest.size()
           && (is_ascii_word(rest[sign]) || rest[sign] == '.' || rest[sign] == '-' || rest[sign] == '+'))
        ++sign;
    return sign + 1 < rest.size() && rest[sign] == '@' && is_ascii_word(rest[sign + 1]);
}

bool is_web(std::string_view rest) {
    return (rest.front() == 'h' && (rest.starts_with("http://") || rest.starts_with("https://")))
           || (rest.front() == 'w' && rest.starts_with("www."));
}

bool is_code(char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '-'; }

/// "<BA.N>": the code of a share, as wires print it behind the company's name. Its length, or 0.
std::size_t share_code_at(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != '<') return 0;
    std::size_t length = 0;
    while (at + length < text.size() && is_code(text[at + length])) ++length;
    return text.substr(at + length).starts_with('>') ? length : 0;
}

}  // namespace

std::size_t address_at(std::string_view text, std::size_t at, bool mail) {
    if (const std::size_t length = share_code_at(text, at); length > 0) return length;
    const std::string_view rest = text.substr(at);
    if (!is_web(rest) && !(mail && is_mail(rest))) return 0;
    std::size_t length = std::min(rest.find_first_of(" \t\r\n<>\"()[]"), rest.size());
    while (length > 1 && std::string_view(".,;:!?").find(rest[length - 1]) != std::string_view::npos) --length;
    return length;
}

}  // namespace entente
