// SPDX-License-Identifier: Apache-2.0
#include <entente/text/mapped_file.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what, int reason) {
    throw Error(error_in(path, what + ": " + std::generic_category().message(reason)));
}

void* mapped(int file, std::size_t size) {
    return size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path, "cannot be opened", errno);
    struct stat about {};
    const bool known = ::fstat(file, &about) == 0;
    const auto size = known ? static_cast<std::size_t>(about.st_size) : 0;
    void* const at = mapped(file, size);
    const int reason = errno;
    ::close(file);
    if (!known || at == MAP_FAILED) fail(path, "cannot be read", reason);
    bytes_ = {static_cast<const char*>(at), size};
}

MappedFile::MappedFile(int file, std::size_t size, const std::string& name) {
    void* const at = mapped(file, size);
    if (at == MAP_FAILED) fail(name, "cannot be read", errno);
    bytes_ = {static_cast<const char*>(at), size};
}

void MappedFile::let_go() const {
    if (!bytes_.empty()) (void)::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);  // a wish
}

MappedFile::~MappedFile() {
    // The interface of C takes the address as one that could be written to.
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace entente
