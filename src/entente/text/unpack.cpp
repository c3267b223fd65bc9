// SPDX-License-Identifier: Apache-2.0
#include <entente/text/unpack.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include <archive.h>
#include <zlib.h>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;  // bytes unpacked at a time
constexpr std::array<std::string_view, 4> suffixes = {".gz", ".zst", ".bz2", ".xz"};

constexpr auto cut_off = "the compressed file ends in the middle";
constexpr auto fetch_again = "fetch the file again";

/// Unpacks gzip. libarchive does too, but it checks no sum and takes garbage between two streams for the end.
class Gunzip {
public:
    explicit Gunzip(ByteStream packed) : packed_(std::move(packed)), output_(std::make_unique<char[]>(piece)) {
        if (inflateInit2(&zip_, 16 + MAX_WBITS) != Z_OK) throw Error("there is no memory to unpack it");
    }
    ~Gunzip() { inflateEnd(&zip_); }
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    [[nodiscard]] std::string_view next() {
        while (true) {
            if (is_damaged_) throw Error("the gzip data are damaged", fetch_again);
            if (!streaming_ && !begin_stream()) return {};
            if (const auto size = inflate_piece(); size > 0) {
                refuse_bomb(packed_.position(), into_ += size);
                return {output_.get(), size};
            }
        }
    }

private:
    // Tapes and some writers pad a compressed file with zeros: false when nothing else is left.
    bool begin_stream() {
        auto input = packed_.peek();
        while (unpacked_ && input.starts_with('\0')) {
            packed_.skip(std::min(input.find_first_not_of('\0'), input.size()));
            input = packed_.peek();
        }
        if (input.empty()) return false;
        inflateReset(&zip_);
        return streaming_ = true;
    }
    std::size_t inflate_piece() {
        const auto input = packed_.peek();
        if (input.empty() && !pending_) throw Error(cut_off, fetch_again);
        zip_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        zip_.avail_in = static_cast<uInt>(std::min(input.size(), piece));
        const auto given = zip_.avail_in;
        zip_.next_out = reinterpret_cast<Bytef*>(output_.get());
        zip_.avail_out = static_cast<uInt>(piece);
        const int state = inflate(&zip_, Z_NO_FLUSH);
        is_damaged_ = state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR;  // what came before it is good
        packed_.skip(given - zip_.avail_in);
        unpacked_ = unpacked_ || state == Z_STREAM_END;
        streaming_ = state != Z_STREAM_END;
        pending_ = streaming_ && zip_.avail_out == 0;  // there may be more without a further byte
        return piece - zip_.avail_out;
    }

    ByteStream packed_;
    std::unique_ptr<char[]> output_;
    z_stream zip_{};
    std::uint64_t into_ = 0;
    bool streaming_ = false;
    bool unpacked_ = false;  ///< one stream at least
    bool pending_ = false;
    bool is_damaged_ = false;
};

/// Unpacks what libarchive knows.
class Unpacker {
public:
    explicit Unpacker(ByteStream packed)
        : packed_(std::move(packed)),
          archive_(archive_read_new(), &archive_read_free),
          output_(std::make_unique<char[]>(piece)) {
        auto* const archive = archive_.get();
        if (archive == nullptr) throw Error("there is no memory to unpack it");
        archive_read_support_filter_zstd(archive);
        archive_read_support_filter_bzip2(archive);
        archive_read_support_filter_xz(archive);
        archive_read_support_format_raw(archive);
        archive_read_support_format_empty(archive);
    }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    [[nodiscard]] std::string_view next() {
        if (!std::exchange(is_open_, true)) open();
        const auto size = archive_read_data(archive_.get(), output_.get(), piece);
        if (size < 0) fail();
        refuse_bomb(packed_.position(), into_ += static_cast<std::uint64_t>(size));
        return {output_.get(), static_cast<std::size_t>(size)};
    }

private:
    // Late, for it reads: whoever asks for the bytes knows the line.
    void open() {
        auto* const archive = archive_.get();
        archive_entry* entry = nullptr;
        if (archive_read_open2(archive, this, nullptr, &read, nullptr, nullptr) != ARCHIVE_OK
            || archive_read_next_header(archive, &entry) < ARCHIVE_WARN) {
            fail();
        }
    }
    // libarchive keeps the piece until the next call, and so does the stream.
    static la_ssize_t read(archive*, void* self, const void** bytes) {
        auto& reading = *static_cast<Unpacker*>(self);
        try {
            const auto next = reading.packed_.take();
            *bytes = next.data();
            reading.ended_ = next.empty();
            return static_cast<la_ssize_t>(next.size());
        } catch (...) {
            reading.error_ = std::current_exception();  // not through C
            return -1;
        }
    }
    [[noreturn]] void fail() {
        if (error_) std::rethrow_exception(error_);
        throw Error(ended_ ? cut_off : "the compressed data are damaged", fetch_again);
    }

    ByteStream packed_;
    std::unique_ptr<archive, int (*)(archive*)> archive_;
    std::unique_ptr<char[]> output_;
    std::uint64_t into_ = 0;
    std::exception_ptr error_;
    bool is_open_ = false;
    bool ended_ = false;
};

template <class Pieces>
ByteStream through(ByteStream packed) {
    const auto pieces = std::make_shared<Pieces>(std::move(packed));
    return ByteStream([pieces] { return pieces->next(); });
}

// A block behind the three letters, or the end of an empty file: a text may begin with the letters.
bool is_bzip2(std::string_view beginning) {
    const auto block = beginning.substr(std::min<std::size_t>(beginning.size(), 4));
    return beginning.starts_with("BZh")
           && (block.starts_with("1AY&SY") || block.starts_with("\x17\x72\x45\x38\x50\x90"));
}

// A frame, or one to be skipped, as pzstd writes first.
bool is_zstd(std::string_view beginning) {
    return beginning.starts_with("\x28\xb5\x2f\xfd")
           || (!beginning.empty() && (beginning.front() & 0xF0) == 0x50
               && beginning.substr(1).starts_with("\x2a\x4d\x18"));
}

}  // namespace

bool ends_in(std::string_view name, std::string_view suffix) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
    return name.size() >= suffix.size()
           && std::equal(name.end() - static_cast<std::ptrdiff_t>(suffix.size()), name.end(), suffix.begin(), same);
}

std::span<const std::string_view> packing_suffixes() { return suffixes; }

std::string_view without_packing(std::string_view name) {
    for (const auto suffix : suffixes) {
        if (name.size() > suffix.size() && ends_in(name, suffix)) return name.substr(0, name.size() - suffix.size());
    }
    return name;
}

ByteStream unpacked(ByteStream packed) {
    const auto beginning = packed.peek(10);
    if (beginning.starts_with("\x1f\x8b")) return through<Gunzip>(std::move(packed));
    const bool known = is_zstd(beginning) || is_bzip2(beginning)
                       || beginning.starts_with(std::string_view("\xfd"
                                                                 "7zXZ\0",
                                                                 6));
    return known ? through<Unpacker>(std::move(packed)) : std::move(packed);
}

void refuse_bomb(std::uint64_t from, std::uint64_t into) {
    // Text shrinks to a third, the same article over and over to a hundredth.
    constexpr std::uint64_t harmless = std::uint64_t{256} << 20;  // bytes
    constexpr std::uint64_t most = 500;
    if (into > harmless && into / most > from) {
        throw Error("unpacks to more than " + std::to_string(most) + " times its size",
                    "this looks like a trap; what comes behind was not read");
    }
}

}  // namespace entente
