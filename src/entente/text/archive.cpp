// SPDX-License-Identifier: Apache-2.0
#include <entente/text/archive.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <entente/text/encoding.hpp>
#include <entente/text/unpack.hpp>

namespace entente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;  // bytes unpacked at a time

/// libarchive refuses names beyond ASCII in the locale "C", in which every program starts.
class Utf8Names {
public:
    Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(locale_)) {}
    ~Utf8Names() {
        uselocale(before_);
        if (locale_ != nullptr) freelocale(locale_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

private:
    locale_t locale_;
    locale_t before_;
};

// "../a\\b//c" becomes "a/b/c"; nothing when a part is hidden, as of .git or __MACOSX.
std::string harmless_name(std::string name) {
    name = decode(std::move(name)).text;
    std::replace(name.begin(), name.end(), '\\', '/');
    std::string path;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        auto part = name.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == "." || part == "..") continue;
        if (part.front() == '.' || part == "__MACOSX") return {};
        std::replace_if(
            part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, '_');
        path += (path.empty() ? "" : "/") + part;
    }
    return path;
}

/// One archive while it is read.
class Archive {
public:
    Archive(const std::string& path, ByteStream stream)
        : stream_(std::move(stream)),
          archive_(archive_read_new(), &archive_read_free),
          buffer_(std::make_unique<char[]>(piece)) {
        if (archive_ == nullptr) throw Error("there is no memory to open it");
        archive_read_support_format_tar(archive_.get());
        archive_read_support_format_zip(archive_.get());
        // A list at the end says what a zip archive holds; only a file can be read from its end.
        const bool from_end = path != "-" && open_file(path).peek(4).starts_with("PK");
        std::error_code ignored;
        if (from_end) size_ = std::filesystem::file_size(path, ignored);
        const int state = from_end ? archive_read_open_filename(archive_.get(), path.c_str(), piece)
                                   : archive_read_open2(archive_.get(), this, nullptr, &read, nullptr, nullptr);
        if (state < ARCHIVE_WARN) fail();
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// The name of the next file; false at the end, and where the bytes of the last one said that it goes no further.
    [[nodiscard]] bool next(std::string& name) {
        archive_entry* entry = nullptr;
        while (!is_trap_) {
            const int state = archive_read_next_header(archive_.get(), &entry);
            if (state == ARCHIVE_EOF || (told_ && state < ARCHIVE_FAILED)) return false;
            if (state < ARCHIVE_WARN && state != ARCHIVE_RETRY) fail();
            const bool is_file = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
            const auto* const path = archive_entry_pathname(entry);
            if (!is_file || path == nullptr) continue;
            name = harmless_name(path);
            if (!name.empty()) return true;
        }
        return false;
    }
    /// The next piece of the entry.
    [[nodiscard]] std::string_view bytes() {
        const auto size = archive_read_data(archive_.get(), buffer_.get(), piece);
        told_ = size < 0;
        if (size < 0) fail();
        is_trap_ = true;
        refuse_bomb(size_ > 0 ? size_ : stream_.position(), into_ += static_cast<std::uint64_t>(size));
        is_trap_ = false;
        return {buffer_.get(), static_cast<std::size_t>(size)};
    }

private:
    // libarchive keeps the piece until the next call, and so does the stream.
    static la_ssize_t read(archive*, void* self, const void** bytes) {
        auto& reading = *static_cast<Archive*>(self);
        try {
            const auto next = reading.stream_.take();
            *bytes = next.data();
            return static_cast<la_ssize_t>(next.size());
        } catch (...) {
            reading.error_ = std::current_exception();  // not through C
            return -1;
        }
    }
    [[noreturn]] void fail() {
        if (error_) std::rethrow_exception(error_);
        const auto* const why = archive_error_string(archive_.get());
        throw Error("the archive is damaged" + (why == nullptr ? std::string() : ": " + decode(why).text),
                    "fetch or pack it again");
    }

    ByteStream stream_;
    std::unique_ptr<archive, int (*)(archive*)> archive_;
    std::unique_ptr<char[]> buffer_;
    std::uint64_t size_ = 0;  ///< of the file; 0 when it comes as a stream
    std::uint64_t into_ = 0;
    std::exception_ptr error_;
    bool told_ = false;  ///< that the bytes are damaged
    bool is_trap_ = false;
};

}  // namespace

bool is_archive_name(std::string_view name) {
    constexpr std::array<std::string_view, 6> suffixes = {".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tzst"};
    name = without_packing(name);
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](std::string_view suffix) { return ends_in(name, suffix); });
}

bool is_archive(std::string_view beginning) {
    return beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06")
           || (beginning.size() >= 262 && beginning.substr(257, 5) == "ustar");
}

void read_archive(const std::string& path, ByteStream stream, const EntrySink& sink) {
    const Utf8Names names;
    const auto archive = std::make_shared<Archive>(path, std::move(stream));
    for (std::string name; archive->next(name);) {
        sink(std::move(name), ByteStream([archive] { return archive->bytes(); }));
    }
}

}  // namespace entente
