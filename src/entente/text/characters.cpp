// SPDX-License-Identifier: Apache-2.0
#include <entente/text/characters.hpp>

#include <utf8proc.h>

namespace entente {
namespace {

using Class = CharacterClass;

bool is_ideograph(utf8proc_int32_t code) {
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x4DBF)
           || (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF)
           || (code >= 0x20000 && code <= 0x2FFFF);
}

Character beyond_ascii(utf8proc_int32_t code, std::uint8_t length) {
    switch (code) {
        case 0xAD:
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0x2060:
        case 0xFEFF: return {Class::joiner, false, false, length};
        case 0x2018:
        case 0x2019:
        case 0x2BC:
        case 0xB4:
        case 0x2032:
        case 0x2BB: return {Class::apostrophe, false, false, length};
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013: return {Class::hyphen, false, false, length};
        case 0x2014:
        case 0x2015: return {Class::dash, false, false, length};
        case 0x85:
        case 0x2028:
        case 0x2029: return {Class::newline, false, false, length};
        default: break;
    }
    if (is_ideograph(code)) return {Class::ideograph, false, false, length};
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: return {Class::letter, true, false, length};
        case UTF8PROC_CATEGORY_LL: return {Class::letter, false, true, length};
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: return {Class::letter, false, false, length};
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return {Class::mark, false, false, length};
        case UTF8PROC_CATEGORY_CF: return {Class::joiner, false, false, length};
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return {Class::digit, false, false, length};
        case UTF8PROC_CATEGORY_ZS: return {Class::space, false, false, length};
        default: return {Class::other, false, false, length};
    }
}

}  // namespace

Character foreign_character_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (length <= 0) return {};
    return beyond_ascii(code, static_cast<std::uint8_t>(length));
}

}  // namespace entente
