// SPDX-License-Identifier: Apache-2.0
#include <entente/text/plain_names.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <entente/text/ascii_word.hpp>
#include <entente/text/byte_masks.hpp>

namespace entente {

bool tokenize_plain_name(std::string_view name, TokenizedText& result) {
    constexpr std::size_t most = 63;  // bytes, so that one block of masks has the end too
    static const FindMasks find = find_masks();
    if (name.empty() || name.size() > most) return false;
    std::array<char, AsciiWord::bytes_before + 64 + AsciiWord::bytes_behind> around{};
    char* const text = around.data() + AsciiWord::bytes_before;
    std::memcpy(text, name.data(), name.size());
    ByteMasks masks;
    find(text, 1, &masks);
    const std::uint64_t end = std::uint64_t{1} << name.size();
    std::uint64_t gaps = ~masks.letters & (end - 1);
    const bool single = ((gaps | end) & (gaps << 1U | 1U)) == 0;  // nor does one stand before or behind all words
    if (!single) return false;
    result.tokens.clear();
    result.sentences.assign(1, {0, static_cast<std::uint32_t>(name.size())});
    result.first_token.assign(1, 0);
    gaps |= end;
    for (std::uint32_t begin = 0; gaps != 0; gaps &= gaps - 1) {
        const auto behind = static_cast<std::uint32_t>(std::countr_zero(gaps));
        const AsciiWord word(text + begin, behind - begin, true);
        if (word.may_be_british() || (behind < name.size() && text[behind] != ' ')) return false;
        const bool capital = text[begin] < 'a';
        result.tokens.push_back(
            {begin, behind, word.hash(), begin == 0 ? Gap::paragraph : Gap::space,
             static_cast<std::uint8_t>((capital ? unsigned{Token::capital} : 0U)
                                       | unsigned{word.has_small() ? Token::lower : Token::capitals})});
        begin = behind + 1;
    }
    return true;
}

}  // namespace entente
