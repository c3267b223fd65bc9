// SPDX-License-Identifier: Apache-2.0
#include <entente/text/charset.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <iconv.h>

#include <entente/text/decoder.hpp>

namespace entente {
namespace {

struct Label {
    std::string_view name;   // lower case
    std::string_view iconv;  // the charset that browsers read for it
};

// Where a label means another charset than its name says, or iconv does not know it.
constexpr std::array<Label, 26> labels = {{
    {"ascii", "CP1252"},
    {"us-ascii", "CP1252"},
    {"iso-8859-1", "CP1252"},
    {"iso8859-1", "CP1252"},
    {"iso_8859-1", "CP1252"},
    {"latin1", "CP1252"},
    {"latin-1", "CP1252"},
    {"l1", "CP1252"},
    {"x-cp1252", "CP1252"},
    {"iso-8859-9", "CP1254"},
    {"latin5", "CP1254"},
    {"iso-8859-11", "CP874"},
    {"tis-620", "CP874"},
    {"x-cp1251", "CP1251"},
    {"win-1251", "CP1251"},
    {"windows1251", "CP1251"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"x-sjis", "CP932"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"big5", "BIG5-HKSCS"},
}};

const auto not_opened = reinterpret_cast<iconv_t>(-1);

/// One charset's characters, asked for one at a time, so that each keeps its place in the file.
class Converter {
public:
    explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-32LE", charset.c_str())) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool is_open() const { return handle_ != not_opened; }
    /// The character that `bytes` are, all of them; 0 when they are none.
    [[nodiscard]] char32_t character(std::string_view bytes);

private:
    iconv_t handle_;
    std::array<char32_t, 256> single_{};  // of one byte, once asked for; `unknown` when it is none
    static constexpr char32_t unknown = 0xFFFFFFFF;
};

char32_t Converter::character(std::string_view bytes) {
    auto* known = bytes.size() == 1 ? &single_[static_cast<unsigned char>(bytes.front())] : nullptr;
    if (known != nullptr && *known != 0) return *known == unknown ? 0 : *known;
    std::array<char, 8> units{};
    char* in = const_cast<char*>(bytes.data());
    char* out = units.data();
    std::size_t in_left = bytes.size();
    std::size_t out_left = units.size();
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    const bool converted = iconv(handle_, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
    char32_t found = 0;
    // Some charsets hold back a letter until they see whether an accent follows: out_left tells.
    if (converted && out_left == units.size()) iconv(handle_, nullptr, nullptr, &out, &out_left);
    if (converted && in_left == 0 && out_left == units.size() - 4) {
        for (int i = 3; i >= 0; --i)
            found = found << 8 | static_cast<unsigned char>(units[static_cast<std::size_t>(i)]);
    }
    if (known != nullptr) *known = found == 0 ? unknown : found;
    return found;
}

std::string iconv_name(std::string_view charset) {
    std::string name;
    for (const char c : charset) {
        if (c == '"' || c == '\'' || c == ' ') continue;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    // iconv takes a suffix such as //TRANSLIT, and would walk up a path.
    if (name.size() > 40 || name.find('/') != std::string::npos) return {};
    const auto label = std::find_if(labels.begin(), labels.end(), [&](const Label& row) { return row.name == name; });
    return label == labels.end() ? name : std::string(label->iconv);
}

// Those in which a byte below 0x80 may be no ASCII character are not read this way.
bool keeps_ascii(Converter& converter) {
    constexpr std::string_view sample = "aZ09<>&;\"/=";
    return std::all_of(sample.begin(), sample.end(), [&](char c) {
        return converter.character({&c, 1}) == static_cast<unsigned char>(c);
    });
}

}  // namespace

std::optional<DecodedText> decode_as(const std::string& bytes, std::string_view charset) {
    constexpr std::size_t longest = 4;  // bytes of a character: GB18030
    const auto name = iconv_name(charset);
    if (name.empty() || name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("iso-2022")
        || name == "utf-7")
        return {};
    Converter converter(name);
    if (!converter.is_open() || !keeps_ascii(converter)) return {};
    Decoder decoder(Encoding::named, bytes.size());
    const std::string_view all = bytes;
    for (std::size_t i = 0; i < all.size();) {
        if (const auto run = ascii_run(all, i); run > 0) {
            decoder.copy(all.substr(i, run));
            i += run;
            continue;
        }
        char32_t found = 0;
        std::size_t size = 1;
        for (; size <= std::min(longest, all.size() - i); ++size) {
            found = converter.character(all.substr(i, size));
            if (found != 0) break;
        }
        if (found == 0) size = 1;
        found == 0 ? decoder.replace(1) : decoder.put(found, size);
        i += size;
    }
    return decoder.take();
}

}  // namespace entente
