// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <entente/gazetteer/image_file.hpp>
#include <entente/gazetteer/large_memory.hpp>

namespace entente {

/// The parts of an image, in the order of the file. What each holds is said in file_format.md.
enum class Section : std::uint32_t {
    texts,
    entities,
    aliases,
    roles,
    homes,
    alias_languages,
    facts,
    files,
    languages,
    words,
    steps,
    forms,
    form_kinds,
    sound_keys,
    sound_aliases,
    short_name_starts,
    short_names,
    short_name_words,
    given_names,
    phrases,
    phrase_words,
    home_countries,
    seat_places,
    seat_countries,
    holder_surnames,
    holder_roles,
    office_bodies,
    office_titles,
    office_roles,
    office_title_words,
    name_starts,
    small_name_starts,
    single_names,
    name_pairs,
    sounds,
    holders,
    nodes,
    name_ends,
};
inline constexpr auto sections = static_cast<std::size_t>(Section::name_ends) + 1;

/// Where a section lies in the file.
struct SectionRow {
    std::uint64_t begin;  ///< byte of the file
    std::uint64_t size;   ///< bytes
    std::uint64_t checksum;
};

/// Says that an image holds what no writer writes. Whoever follows a number of an image into its rows comes here before it
/// leads out of them.
/// Errors: throws Error, always.
[[noreturn]] void refuse_damaged_image();

/// Rows of an image. Every index is checked, for it may come from a damaged page.
template <class Row>
class Rows {
public:
    static_assert(std::has_unique_object_representations_v<Row>, "rows are written as they lie in memory");

    Rows() = default;
    explicit Rows(std::span<const Row> rows) : rows_(rows) {}

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const Row& operator[](std::size_t row) const {
        if (row >= rows_.size()) refuse_damaged_image();
        return rows_[row];
    }
    [[nodiscard]] std::span<const Row> between(std::size_t begin, std::size_t end) const {
        if (begin > end || end > rows_.size()) refuse_damaged_image();
        return rows_.subspan(begin, end - begin);
    }
    [[nodiscard]] auto begin() const { return rows_.begin(); }
    [[nodiscard]] auto end() const { return rows_.end(); }

private:
    std::span<const Row> rows_;
};

/// All that a gazetteer says and all that is looked up in it, as flat rows in one piece of memory: just built, or mapped from a
/// file, of which only the pages that are looked at are read. Copies share the memory.
class Image {
public:
    /// An image without rows.
    Image();
    /// Maps a file that write() made.
    /// Errors:     throws Error, which says what to do, for a file of another kind, version or byte order, and one that is cut off.
    /// Complexity: O(sections); see verify().
    [[nodiscard]] static Image open(const std::string& path);
    /// Takes the bytes of such a file. `name` is what messages call it.
    [[nodiscard]] static Image from(std::string bytes, const std::string& name);

    template <class Row>
    [[nodiscard]] Rows<Row> rows(Section section) const {
        const std::string_view bytes = this->bytes(section);
        if (bytes.size() % sizeof(Row) != 0) refuse_damaged_image();
        return Rows<Row>(std::span(reinterpret_cast<const Row*>(bytes.data()), bytes.size() / sizeof(Row)));
    }
    [[nodiscard]] std::string_view bytes(Section section) const;
    /// The whole file.
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// What finish() was told of where the names come from.
    [[nodiscard]] std::uint64_t source_hash() const;

    /// Reads every byte and compares the checksums.
    /// Errors: throws Error, with `name` as its place, when a section is not as it was written.
    void verify(const std::string& name) const;
    /// Leaves the pages that were read of a file to the system, which reads them again when they are asked for.
    void let_go() const;

private:
    friend class ImageBuilder;
    Image(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& name);

    Image(std::shared_ptr<const MappedFile> file, const std::string& name);

    std::shared_ptr<const void> owner_;
    const MappedFile* file_ = nullptr;  ///< whose owner is `owner_`; null when the bytes are in memory
    std::string_view bytes_;
};

/// The texts of an image: each its length as a number of 7 bits a byte, the lowest first, and its bytes.
class Texts {
public:
    Texts() = default;
    explicit Texts(const Image& image) : Texts(image.bytes(Section::texts)) {}
    explicit Texts(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] std::string_view operator[](std::uint32_t place) const;
    /// The text that stands behind the one at `place`.
    [[nodiscard]] std::string_view behind(std::uint32_t place) const {
        const std::string_view text = (*this)[place];
        return (*this)[static_cast<std::uint32_t>(text.data() + text.size() - bytes_.data())];
    }

private:
    std::string_view bytes_;
};

/// Collects the sections of an image, in memory or in a file. A section that is never given has no rows.
/// Errors: those of ImageFile, where there is one.
class ImageBuilder {
public:
    /// Writes into `file`, which is empty, where there is one.
    explicit ImageBuilder(ImageFile* file = nullptr);

    /// The place of a text among the texts of the image; the same text has one place, the empty one 0.
    /// Errors: throws Error past 4 GiB.
    [[nodiscard]] std::uint32_t text(std::string_view text);
    /// The place of a text that few others equal: it is not looked for among those that are there.
    /// Errors: throws Error past 4 GiB.
    [[nodiscard]] std::uint32_t new_text(std::string_view text);
    /// Takes no more texts, but sections, each at most once.
    void close_texts();
    void add(Section section, const std::ranges::contiguous_range auto& rows) {
        open(section);
        append(rows);
        close();
    }
    /// A section of several pieces: nothing else is added before it is closed.
    void open(Section section);
    void append(const std::ranges::contiguous_range auto& rows) {
        using Row = std::ranges::range_value_t<decltype(rows)>;
        static_assert(std::has_unique_object_representations_v<Row>);
        push({reinterpret_cast<const char*>(std::ranges::data(rows)), std::ranges::size(rows) * sizeof(Row)});
    }
    void close();
    /// What was added so far, as an image whose other sections are empty. Holds until more is added.
    [[nodiscard]] Image so_far();
    /// `source_hash`: 0 for the hash of what was added.
    [[nodiscard]] Image finish(std::uint64_t source_hash) &&;

private:
    /// A text that is kept once.
    struct SharedText {
        std::uint32_t place = 0;  ///< in the image; 0 where there is none
        std::uint32_t at = 0;     ///< byte of `shared_bytes_`
    };

    void push(std::string_view bytes);
    void hand_on();
    void seal(std::uint64_t source_hash);
    void grow();
    [[nodiscard]] std::size_t size() const { return bytes_.size() + (file_ == nullptr ? 0 : file_->size()); }
    [[nodiscard]] Texts shared_texts() const;

    ImageFile* file_;
    GrowingRows<char> bytes_;  ///< behind those that the file has
    std::array<SectionRow, sections> table_{};
    std::size_t begin_ = 0;       ///< of the section that is open
    std::uint64_t checksum_ = 0;  ///< of what of it is in the file
    Section open_ = Section::texts;
    bool has_texts_ = true;                 ///< takes more of them
    std::vector<SharedText> shared_{1024};  ///< by hash: open addressing
    GrowingRows<char> shared_bytes_;        ///< as in Texts
    std::size_t known_ = 0;                 ///< of them
};

/// Whether a path names a compiled gazetteer, by its suffix `.entente` or its first bytes.
[[nodiscard]] bool is_image(const std::string& path);

/// Reads a number of 7 bits a byte, the lowest first, and moves `at` behind it.
[[nodiscard]] std::uint64_t read_number(std::string_view bytes, std::size_t& at);
void append_number(std::uint64_t number, std::string& bytes);

}  // namespace entente
