// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/image.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <limits>
#include <utility>

#include <entente/text/diagnostic.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/mapped_file.hpp>

namespace entente {
namespace {

constexpr std::array<char, 8> magic{'\x89', 'e', 'n', 't', 'e', 'n', 't', 'e'};
constexpr std::uint32_t byte_order = 0x01020304;
/// To be raised whenever other bytes are written for the same names, even where only a rule that names follow has changed.
constexpr std::uint32_t version = 5;
constexpr std::size_t alignment = 8;

struct SectionRow {
    std::uint64_t begin;  ///< byte of the file
    std::uint64_t size;   ///< bytes
    std::uint64_t checksum;
};

struct Header {
    std::array<char, 8> magic;
    std::uint32_t byte_order;
    std::uint32_t version;
    std::uint64_t size;         ///< bytes of the file
    std::uint64_t source_hash;  ///< of what the image was made of
    std::uint64_t checksum;     ///< of the header, this field being 0
    std::array<SectionRow, sections> table;
};
static_assert(std::has_unique_object_representations_v<Header>);

std::uint64_t checksum_of(Header header) {
    header.checksum = 0;
    return hash_of({reinterpret_cast<const char*>(&header), sizeof header});
}

const Header& header_of(std::string_view bytes) { return *reinterpret_cast<const Header*>(bytes.data()); }

[[noreturn]] void refuse(const std::string& name, const std::string& what, std::string hint = {}) {
    if (hint.empty()) hint = "make it again with `entente gazetteer compile`";
    throw Error(error_in(name, what, std::move(hint)));
}

std::string_view bytes_in(const GrowingRows<char>& rows) { return {rows.rows().data(), rows.size()}; }

void check(std::string_view bytes, const std::string& name) {
    constexpr std::size_t preamble = offsetof(Header, size);
    if (bytes.size() < preamble || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        refuse(name, "this is no compiled gazetteer", "name a file that `entente gazetteer compile` made");
    const Header& header = header_of(bytes);
    if (header.byte_order != byte_order)
        refuse(name, "this gazetteer was compiled on a machine that orders bytes otherwise");
    if (header.version != version)
        refuse(name, "this gazetteer was compiled for version " + std::to_string(header.version)
                         + " of the format, and this program reads version " + std::to_string(version));
    if (bytes.size() < sizeof(Header) || header.size != bytes.size())
        refuse(name, "this compiled gazetteer is cut off");
    bool sound = header.checksum == checksum_of(header);
    for (const SectionRow& row : header.table)
        sound =
            sound && row.begin % alignment == 0 && row.begin <= bytes.size() && row.size <= bytes.size() - row.begin;
    if (!sound) refuse(name, "this compiled gazetteer is damaged");
}

}  // namespace

void refuse_damaged_image() {
    throw Error("the compiled gazetteer is damaged",
                "`entente gazetteer check FILE` tells where; make it again with `entente gazetteer compile`");
}

Image::Image() : Image(ImageBuilder().finish(0)) {}

Image::Image(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& name)
    : owner_(std::move(owner)), bytes_(bytes) {
    check(bytes_, name);
}

Image Image::open(const std::string& path) {
    auto file = std::make_shared<const MappedFile>(path);
    const std::string_view bytes = file->bytes();
    return {std::move(file), bytes, path};
}

Image Image::from(std::string bytes, const std::string& name) {
    auto owned = std::make_shared<const std::string>(std::move(bytes));
    const std::string_view all = *owned;
    return {std::move(owned), all, name};
}

std::string_view Image::bytes(Section section) const {
    const SectionRow& row = header_of(bytes_).table[static_cast<std::size_t>(section)];
    return bytes_.substr(row.begin, row.size);
}

std::uint64_t Image::source_hash() const { return header_of(bytes_).source_hash; }

void Image::verify(const std::string& name) const {
    for (std::size_t number = 0; number < sections; ++number) {
        const SectionRow& row = header_of(bytes_).table[number];
        if (row.size > 0 && hash_of(bytes_.substr(row.begin, row.size)) != row.checksum)
            refuse(name, "this compiled gazetteer is damaged: section " + std::to_string(number)
                             + " is not as it was written");
    }
}

ImageBuilder::ImageBuilder() {
    bytes_.push(std::string(sizeof(Header), '\0'));
    open(Section::texts);
    bytes_.push('\0');
}

std::uint32_t ImageBuilder::new_text(std::string_view text) {
    if (bytes_.size() - begin_ + text.size() + 10 > std::numeric_limits<std::uint32_t>::max())
        throw Error("the gazetteer has more than 4 GiB of text", "split it");
    const auto place = static_cast<std::uint32_t>(bytes_.size() - begin_);
    std::uint64_t left = text.size();
    for (; left >= 0x80; left >>= 7) bytes_.push(static_cast<char>(left | 0x80));
    bytes_.push(static_cast<char>(left));
    bytes_.push(text);
    return place;
}

std::uint32_t ImageBuilder::text(std::string_view text) {
    if (text.empty()) return 0;
    if (2 * (known_ + 1) > places_.size()) grow();
    const Texts known = texts();
    const std::size_t mask = places_.size() - 1;
    std::size_t at = hash_of(text) & mask;
    for (; places_[at] != 0; at = (at + 1) & mask)
        if (known[places_[at]] == text) return places_[at];
    ++known_;
    return places_[at] = new_text(text);
}

void ImageBuilder::grow() {
    std::vector<std::uint32_t> places(std::max<std::size_t>(1024, 2 * places_.size()));
    const Texts known = texts();
    for (const std::uint32_t place : places_) {
        if (place == 0) continue;
        std::size_t at = hash_of(known[place]) & (places.size() - 1);
        while (places[at] != 0) at = (at + 1) & (places.size() - 1);
        places[at] = place;
    }
    places_ = std::move(places);
}

Texts ImageBuilder::texts() const { return Texts(bytes_in(bytes_).substr(begin_)); }

void ImageBuilder::open(Section section) {
    while (bytes_.size() % alignment != 0) bytes_.push('\0');
    begin_ = bytes_.size();
    open_ = section;
}

void ImageBuilder::close() {
    const SectionRow row{begin_, bytes_.size() - begin_, hash_of(bytes_in(bytes_).substr(begin_))};
    std::memcpy(bytes_.rows().data() + offsetof(Header, table) + static_cast<std::size_t>(open_) * sizeof row, &row,
                sizeof row);
}

void ImageBuilder::close_texts() {
    places_ = {};
    has_texts_ = false;
    close();
}

void ImageBuilder::seal(std::uint64_t source_hash) {
    Header header;
    std::memcpy(&header, bytes_.rows().data(), sizeof header);
    header.magic = magic;
    header.byte_order = byte_order;
    header.version = version;
    header.size = bytes_.size();
    header.source_hash =
        source_hash != 0 ? source_hash : hash_of({reinterpret_cast<const char*>(&header.table), sizeof header.table});
    header.checksum = checksum_of(header);
    std::memcpy(bytes_.rows().data(), &header, sizeof header);
}

Image ImageBuilder::so_far() {
    seal(0);
    return {nullptr, bytes_in(bytes_), "compiled gazetteer"};
}

Image ImageBuilder::finish(std::uint64_t source_hash) && {
    if (has_texts_) close_texts();
    seal(source_hash);
    auto owned = std::make_shared<const GrowingRows<char>>(std::move(bytes_));
    const std::string_view bytes = bytes_in(*owned);
    return {std::move(owned), bytes, "compiled gazetteer"};
}

bool is_image(const std::string& path) {
    if (path.ends_with(".entente")) return true;
    std::array<char, magic.size()> first{};
    std::ifstream(path, std::ios::binary).read(first.data(), first.size());
    return first == magic;
}

std::uint64_t read_number(std::string_view bytes, std::size_t& at) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (at >= bytes.size()) refuse_damaged_image();
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        number |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return number;
    }
    refuse_damaged_image();
}

void append_number(std::uint64_t number, std::string& bytes) {
    for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
    bytes += static_cast<char>(number);
}

std::string_view Texts::operator[](std::uint32_t place) const {
    std::size_t at = place;
    const bool is_short = at < bytes_.size() && static_cast<unsigned char>(bytes_[at]) < 0x80;
    const std::uint64_t size = is_short ? static_cast<unsigned char>(bytes_[at++]) : read_number(bytes_, at);
    if (size > bytes_.size() - at) refuse_damaged_image();
    return bytes_.substr(at, size);
}

}  // namespace entente
