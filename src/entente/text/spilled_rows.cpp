// SPDX-License-Identifier: Apache-2.0
#include <entente/text/spilled_rows.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

std::string temporary_folder() {
    const char* const named = std::getenv("TMPDIR");
    return named != nullptr && *named != '\0' ? named : "/tmp";
}

}  // namespace

bool MemoryLimit::take(std::size_t bytes) {
    if (held_ + bytes > half_) return false;
    held_ += bytes;
    return true;
}

SpillFile::SpillFile(MemoryLimit& limit) : limit_(limit), folder_(temporary_folder()) {
    auto path = (std::filesystem::path(folder_) / "entente-XXXXXX").string();
    file_ = ::mkostemp(path.data(), O_CLOEXEC);
    if (file_ < 0) fail("no temporary file can be made here", errno);
    ::unlink(path.c_str());
    const std::lock_guard lock(limit_.mutex_);
    limit_.files_.push_back(this);
}

SpillFile::~SpillFile() {
    {
        const std::lock_guard lock(limit_.mutex_);
        std::erase(limit_.files_, this);
    }
    unmap();
    ::close(file_);
}

void SpillFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), window_bytes - size_ % window_bytes));
        const auto written = ::pwrite(file_, part.data(), part.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("the rows of the articles cannot be written to a temporary file here", errno);
        size_ += static_cast<std::size_t>(written);
        limit_.spilled_ += static_cast<std::uint64_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void SpillFile::copy(std::size_t begin, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        const auto read = ::pread(file_, bytes.data(), bytes.size(), static_cast<off_t>(begin));
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) fail("a temporary file here cannot be read back", read < 0 ? errno : EIO);
        begin += static_cast<std::size_t>(read);
        bytes = bytes.subspan(static_cast<std::size_t>(read));
    }
}

const std::byte* SpillFile::map() {
    if (mapped_ == size_) return bytes_;
    const std::lock_guard lock(limit_.mutex_);
    unmap();
    void* const at = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_, 0);
    if (at == MAP_FAILED) fail("a temporary file here cannot be read back", errno);
    bytes_ = static_cast<std::byte*>(at);
    mapped_ = size_;
    touched_ = std::make_unique<std::atomic<bool>[]>(size_ / window_bytes + 1);
    return bytes_;
}

void SpillFile::unmap() {
    if (bytes_ != nullptr) ::munmap(bytes_, mapped_);
    bytes_ = nullptr;
    mapped_ = 0;
}

void SpillFile::count(std::size_t window) const {
    const std::lock_guard lock(limit_.mutex_);
    if (limit_.read_ + window_bytes > limit_.half_) {
        for (const auto* file : limit_.files_) file->forget();
        limit_.read_ = 0;
    }
    limit_.read_ += window_bytes;
    touched_[window].store(true, std::memory_order_relaxed);
}

/// Gives the memory back; the bytes stay in the file, and where they are mapped.
void SpillFile::forget() const {
    if (bytes_ == nullptr) return;
    ::madvise(bytes_, mapped_, MADV_DONTNEED);
    for (std::size_t window = 0; window * window_bytes < mapped_; ++window) {
        touched_[window].store(false, std::memory_order_relaxed);
    }
}

void SpillFile::fail(const std::string& what, int reason) const {
    throw Error(error_in(folder_, what + ": " + std::generic_category().message(reason),
                         "make room there, or name another folder in TMPDIR, or allow more --memory"));
}

}  // namespace entente
