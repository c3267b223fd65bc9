// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/import/lines.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <system_error>
#include <utility>

#include <bzlib.h>
#include <zlib.h>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;  // bytes read or unpacked at a time

enum class Packing : std::uint8_t { none, gzip, bzip2 };

[[noreturn]] void refuse(const std::string& why) { throw Error(why, "fetch the file again; nothing was imported"); }

}  // namespace

/// Unpacks a file piece by piece. Both formats may be many streams, one behind the other.
class Lines::Bytes {
public:
    explicit Bytes(const std::string& path)
        : file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")), is_ours_(path != "-") {
        if (file_ == nullptr) throw Error("cannot be opened: " + std::generic_category().message(errno));
        try {
            fill();
            packing_ = input_.starts_with("\x1f\x8b") ? Packing::gzip
                       : input_.starts_with("BZh")    ? Packing::bzip2
                                                      : Packing::none;
        } catch (...) {
            close();
            throw;
        }
    }
    ~Bytes() {
        end_stream();
        close();
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    /// The next piece; empty at the end. Holds until the next call.
    [[nodiscard]] std::string_view next() {
        if (packing_ == Packing::none) {
            if (input_.empty()) fill();
            return std::exchange(input_, {});
        }
        while (true) {
            if (input_.empty()) fill();
            if (input_.empty() && !streaming_) return {};
            if (input_.empty() && !pending_) refuse("the compressed file ends in the middle");
            if (!streaming_ && !begin_stream()) return {};
            const auto size = packing_ == Packing::gzip ? inflate_piece() : bunzip_piece();
            if (size > 0) return {output_.data(), size};
        }
    }

private:
    void close() {
        if (is_ours_) std::fclose(file_);
    }
    void fill() {
        const auto size = std::fread(buffer_.data(), 1, buffer_.size(), file_);
        if (std::ferror(file_) != 0) throw Error("cannot be read: " + std::generic_category().message(errno));
        input_ = {buffer_.data(), size};
    }
    /// Tapes and some writers pad a compressed file with zeros: false when nothing else is left.
    bool begin_stream() {
        while (unpacked_ && !input_.empty()) {
            input_.remove_prefix(std::min(input_.find_first_not_of('\0'), input_.size()));
            if (!input_.empty()) break;
            fill();
        }
        if (input_.empty()) return false;
        const int fault =
            packing_ == Packing::gzip ? inflateInit2(&zip_, 16 + MAX_WBITS) : BZ2_bzDecompressInit(&bzip_, 0, 0);
        if (fault != 0) throw Error("there is no memory to unpack it");
        return streaming_ = true;
    }
    void end_stream() {
        if (!streaming_) return;
        if (packing_ == Packing::gzip)
            inflateEnd(&zip_);
        else
            BZ2_bzDecompressEnd(&bzip_);
        zip_ = {};
        bzip_ = {};
        streaming_ = false;
        unpacked_ = true;
    }
    std::size_t inflate_piece() {
        zip_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));
        zip_.avail_in = static_cast<uInt>(input_.size());
        zip_.next_out = reinterpret_cast<Bytef*>(output_.data());
        zip_.avail_out = static_cast<uInt>(output_.size());
        const int state = inflate(&zip_, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) refuse("the gzip data are damaged");
        return took(zip_.avail_in, zip_.avail_out, state == Z_STREAM_END);
    }
    std::size_t bunzip_piece() {
        bzip_.next_in = const_cast<char*>(input_.data());
        bzip_.avail_in = static_cast<unsigned>(input_.size());
        bzip_.next_out = output_.data();
        bzip_.avail_out = static_cast<unsigned>(output_.size());
        const int state = BZ2_bzDecompress(&bzip_);
        if (state != BZ_OK && state != BZ_STREAM_END) refuse("the bzip2 data are damaged");
        return took(bzip_.avail_in, bzip_.avail_out, state == BZ_STREAM_END);
    }
    std::size_t took(std::size_t input_left, std::size_t room_left, bool ended) {
        input_.remove_prefix(input_.size() - input_left);
        pending_ = !ended && room_left == 0;  // there may be more without a further byte
        if (ended) end_stream();
        return output_.size() - room_left;
    }

    std::FILE* file_;
    bool is_ours_;
    Packing packing_ = Packing::none;
    bool streaming_ = false;
    bool unpacked_ = false;  ///< one stream at least
    bool pending_ = false;
    z_stream zip_{};
    bz_stream bzip_{};
    std::array<char, piece> buffer_{};
    std::array<char, piece> output_{};
    std::string_view input_;

public:
    std::string_view rest;  ///< of the piece that lines are being cut from
};

Lines::Lines(std::string path) : path_(std::move(path)) {
    try {
        bytes_ = std::make_unique<Bytes>(path_);
    } catch (const Error& error) {
        throw Error(error_in(path_, error.diagnostic().message, error.diagnostic().hint));
    }
}

Lines::~Lines() = default;

bool Lines::next(std::string& line) {
    line.clear();
    overlong_ = unended_ = false;
    bool any = false;
    while (true) {
        if (bytes_->rest.empty()) {
            try {
                bytes_->rest = bytes_->next();
            } catch (const Error& error) {
                throw Error(error_in(path_, error.diagnostic().message, error.diagnostic().hint, number_ + 1));
            }
        }
        auto& rest = bytes_->rest;
        if (rest.empty()) {
            unended_ = any;
            break;
        }
        any = true;
        const auto end = rest.find('\n');
        const auto part = rest.substr(0, end);
        overlong_ = overlong_ || line.size() + part.size() > longest;
        if (!overlong_) line.append(part);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (end != std::string_view::npos) break;
    }
    if (!any) return false;
    if (++number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    return true;
}

}  // namespace entente
