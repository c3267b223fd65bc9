// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/large_memory.hpp>

#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace entente {
namespace {

constexpr std::size_t page = std::size_t{2} << 20;  // bytes; a large one on most machines

/// Has pages of its own, so that it may grow where it is.
constexpr bool is_large(std::size_t bytes) { return bytes >= page / 4; }

constexpr std::size_t in_pages(std::size_t bytes) { return (bytes + page - 1) / page * page; }

void* checked(void* at, std::size_t bytes) {
    if (at == MAP_FAILED) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (bytes >= 2 * page) (void)::madvise(at, bytes, MADV_HUGEPAGE);  // a wish
#endif
    return at;
}

/// Addresses without memory that begin where a large page may: only there it can be had, and moved as a whole.
void* reserved(std::size_t bytes) {
    void* const room = ::mmap(nullptr, bytes + page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) throw std::bad_alloc();
    char* const begin = static_cast<char*>(room);
    const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(room) % page) % page;
    if (before > 0) ::munmap(begin, before);
    ::munmap(begin + before + bytes, page - before);
    return begin + before;
}

}  // namespace

void* allocate_large(std::size_t bytes) {
    if (!is_large(bytes)) return ::operator new(bytes);
    bytes = in_pages(bytes);
    return checked(
        ::mmap(reserved(bytes), bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0), bytes);
}

void free_large(void* at, std::size_t bytes) {
    if (is_large(bytes))
        ::munmap(at, in_pages(bytes));
    else
        ::operator delete(at);
}

void* resize_large(void* at, std::size_t bytes, std::size_t new_bytes) {
#ifdef MREMAP_MAYMOVE
    if (is_large(bytes) && is_large(new_bytes)) {
        bytes = in_pages(bytes);
        new_bytes = in_pages(new_bytes);
        if (bytes == new_bytes) return at;
        if (::mremap(at, bytes, new_bytes, 0) != MAP_FAILED) return checked(at, new_bytes);
        return checked(::mremap(at, bytes, new_bytes, MREMAP_MAYMOVE | MREMAP_FIXED, reserved(new_bytes)), new_bytes);
    }
#endif
    void* const moved = allocate_large(new_bytes);
    if (bytes > 0) std::memcpy(moved, at, std::min(bytes, new_bytes));
    free_large(at, bytes);
    return moved;
}

}  // namespace entente
