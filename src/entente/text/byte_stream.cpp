// SPDX-License-Identifier: Apache-2.0
#include <entente/text/byte_stream.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 17;  // bytes read at a time

// Throws for the C library's last error.
[[noreturn]] void fail(const std::string& path, const std::string& what) {
    const int reason = errno;
    throw Error(error_in(path, what + ": " + std::generic_category().message(reason)));
}

/// The pieces of a file. Standard input is not ours to close.
class FilePieces {
public:
    explicit FilePieces(const std::string& path)
        : path_(path),
          file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb"),
                path == "-" ? [](std::FILE*) { return 0; } : &std::fclose),
          buffer_(std::make_unique<char[]>(piece)) {
        if (!file_) fail(path, "cannot be opened");
        std::setvbuf(file_.get(), nullptr, _IONBF, 0);
    }

    [[nodiscard]] std::string_view next() {
        const auto size = std::fread(buffer_.get(), 1, piece, file_.get());
        if (std::ferror(file_.get()) != 0) fail(path_, "cannot be read");
        return {buffer_.get(), size};
    }

private:
    std::string path_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::unique_ptr<char[]> buffer_;
};

}  // namespace

std::string_view ByteStream::fetch() {
    if (error_) std::rethrow_exception(error_);
    try {
        const auto next = source_();
        ended_ = next.empty();
        return next;
    } catch (...) {
        error_ = std::current_exception();
        if (rest_.empty()) throw;
        return {};
    }
}

std::string_view ByteStream::peek(std::size_t least) {
    if (rest_.empty() && !ended_) rest_ = fetch();
    while (rest_.size() < least && !ended_ && !error_) {
        std::vector<char> joined(rest_.begin(), rest_.end());  // the next piece takes the place of this one
        const auto more = fetch();
        joined.insert(joined.end(), more.begin(), more.end());
        seam_ = std::move(joined);
        rest_ = {seam_.data(), seam_.size()};
    }
    return rest_;
}

void ByteStream::skip(std::size_t size) {
    size = std::min(size, rest_.size());
    rest_.remove_prefix(size);
    position_ += size;
}

void ByteStream::put_back(std::string_view bytes) {
    position_ -= std::min<std::uint64_t>(position_, bytes.size());
    std::vector<char> joined(bytes.begin(), bytes.end());
    joined.insert(joined.end(), rest_.begin(), rest_.end());
    seam_ = std::move(joined);
    rest_ = {seam_.data(), seam_.size()};
}

std::string_view ByteStream::take() {
    const auto bytes = peek();
    skip(bytes.size());
    return bytes;
}

ByteStream open_file(const std::string& path) {
    const auto pieces = std::make_shared<FilePieces>(path);
    return ByteStream([pieces] { return pieces->next(); });
}

std::string read_up_to(ByteStream& stream, std::size_t most) {
    std::string bytes;
    while (bytes.size() < most) {
        const auto part = stream.peek().substr(0, most - bytes.size());
        if (part.empty()) break;
        bytes.append(part);
        stream.skip(part.size());
    }
    return bytes;
}

}  // namespace entente
