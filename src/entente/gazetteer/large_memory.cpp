// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/large_memory.hpp>

#include <new>

#include <sys/mman.h>

namespace entente {
namespace {

constexpr std::size_t page = std::size_t{2} << 20;  // bytes; a large one on most machines

constexpr bool is_large(std::size_t bytes) { return bytes >= 2 * page; }

constexpr std::size_t in_pages(std::size_t bytes) { return (bytes + page - 1) / page * page; }

void* checked(void* at, std::size_t bytes) {
    if (at == MAP_FAILED) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    (void)::madvise(at, bytes, MADV_HUGEPAGE);  // a wish
#endif
    return at;
}

}  // namespace

void* allocate_large(std::size_t bytes) {
    if (!is_large(bytes)) return ::operator new(bytes);
    bytes = in_pages(bytes);
    return checked(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), bytes);
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
        if (in_pages(bytes) == in_pages(new_bytes)) return at;
        return checked(::mremap(at, in_pages(bytes), in_pages(new_bytes), MREMAP_MAYMOVE), in_pages(new_bytes));
    }
#endif
    void* const moved = allocate_large(new_bytes);
    if (bytes > 0) std::memcpy(moved, at, std::min(bytes, new_bytes));
    free_large(at, bytes);
    return moved;
}

}  // namespace entente
