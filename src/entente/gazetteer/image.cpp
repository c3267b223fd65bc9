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
constexpr std::uint32_t version = 7;
constexpr std::size_t alignment = 8;

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

/// The checksum of a section is that of its blocks, so that it can be reckoned while the section is written.
constexpr std::size_t block = std::size_t{1} << 18;  // bytes; fits the second cache

std::uint64_t with_block(std::uint64_t checksum, std::string_view bytes) {
    HashOfWord both(bytes.size());
    both.add(checksum);
    both.add(hash_of(bytes));
    return both.value();
}

std::uint64_t checksum_of(std::string_view section) {
    std::uint64_t checksum = 0;
    for (; !section.empty(); section.remove_prefix(std::min(block, section.size())))
        checksum = with_block(checksum, section.substr(0, block));
    return checksum;
}

void append_text(std::string_view text, const auto& append) {
    std::array<char, 128> bytes;  // size and text: most are short
    if (text.size() < bytes.size()) {
        bytes[0] = static_cast<char>(text.size());
        text.copy(&bytes[1], text.size());
        return append(std::string_view(bytes.data(), text.size() + 1));
    }
    std::string size;
    append_number(text.size(), size);
    append(std::string_view(size));
    append(text);
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

Image::Image(std::shared_ptr<const MappedFile> file, const std::string& name)
    : owner_(file), file_(file.get()), bytes_(file->bytes()) {
    check(bytes_, name);
}

Image Image::open(const std::string& path) { return {std::make_shared<const MappedFile>(path), path}; }

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
        if (checksum_of(bytes_.substr(row.begin, row.size)) != row.checksum)
            refuse(name, "this compiled gazetteer is damaged: section " + std::to_string(number)
                             + " is not as it was written");
    }
}

void Image::let_go() const {
    if (file_ != nullptr) file_->let_go();
}

ImageBuilder::ImageBuilder(ImageFile* file) : file_(file) {
    push(std::string(sizeof(Header), '\0'));
    open(Section::texts);
    append_text({}, [this](std::string_view bytes) { push(bytes); });
}

/// Takes more bytes of the section; whole blocks go to the file.
void ImageBuilder::push(std::string_view bytes) {
    while (file_ != nullptr && bytes.size() >= block - bytes_.size()) {
        const std::size_t piece = block - bytes_.size();
        bytes_.push(bytes.substr(0, piece));
        bytes.remove_prefix(piece);
        hand_on();
    }
    bytes_.push(bytes);
}

void ImageBuilder::hand_on() {
    if (bytes_.size() == 0) return;
    checksum_ = with_block(checksum_, bytes_in(bytes_));
    file_->append(bytes_in(bytes_));
    bytes_.clear();
}

std::uint32_t ImageBuilder::new_text(std::string_view text) {
    if (size() - begin_ + text.size() + 10 > std::numeric_limits<std::uint32_t>::max())
        throw Error("the gazetteer has more than 4 GiB of text", "split it");
    const auto place = static_cast<std::uint32_t>(size() - begin_);
    append_text(text, [this](std::string_view bytes) { push(bytes); });
    return place;
}

std::uint32_t ImageBuilder::text(std::string_view text) {
    if (text.empty()) return 0;
    if (2 * (known_ + 1) > shared_.size()) grow();
    const Texts known = shared_texts();
    const std::size_t mask = shared_.size() - 1;
    std::size_t at = hash_of(text) & mask;
    for (; shared_[at].place != 0; at = (at + 1) & mask)
        if (known[shared_[at].at] == text) return shared_[at].place;
    ++known_;
    shared_[at] = {new_text(text), static_cast<std::uint32_t>(shared_bytes_.size())};
    append_text(text, [this](std::string_view bytes) { shared_bytes_.push(bytes); });
    return shared_[at].place;
}

void ImageBuilder::grow() {
    std::vector<SharedText> larger(2 * shared_.size());
    const Texts known = shared_texts();
    for (const SharedText& text : shared_) {
        if (text.place == 0) continue;
        std::size_t at = hash_of(known[text.at]) & (larger.size() - 1);
        while (larger[at].place != 0) at = (at + 1) & (larger.size() - 1);
        larger[at] = text;
    }
    shared_ = std::move(larger);
}

Texts ImageBuilder::shared_texts() const { return Texts(bytes_in(shared_bytes_)); }

void ImageBuilder::open(Section section) {
    while (size() % alignment != 0) bytes_.push('\0');
    if (file_ != nullptr) hand_on();
    begin_ = size();
    open_ = section;
    checksum_ = 0;
}

void ImageBuilder::close() {
    const std::size_t bytes = size() - begin_;
    if (file_ != nullptr)
        hand_on();
    else
        checksum_ = checksum_of(bytes_in(bytes_).substr(begin_));
    table_[static_cast<std::size_t>(open_)] = {begin_, bytes, checksum_};
}

void ImageBuilder::close_texts() {
    shared_ = {};
    shared_bytes_ = {};
    has_texts_ = false;
    close();
}

void ImageBuilder::seal(std::uint64_t source_hash) {
    Header header{magic, byte_order, version, size(), source_hash, 0, table_};
    if (source_hash == 0)
        header.source_hash = hash_of({reinterpret_cast<const char*>(&header.table), sizeof header.table});
    header.checksum = checksum_of(header);
    const std::string_view first(reinterpret_cast<const char*>(&header), sizeof header);
    if (file_ != nullptr)
        file_->put_first(first);
    else
        first.copy(bytes_.rows().data(), first.size());
}

Image ImageBuilder::so_far() {
    seal(0);
    if (file_ != nullptr) return {file_->map(), "compiled gazetteer"};
    return {nullptr, bytes_in(bytes_), "compiled gazetteer"};
}

Image ImageBuilder::finish(std::uint64_t source_hash) && {
    if (has_texts_) close_texts();
    seal(source_hash);
    if (file_ != nullptr) return {file_->map(), "compiled gazetteer"};
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
