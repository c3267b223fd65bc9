// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

/// Memory for tables of millions of rows: where it is large the system is asked for large pages, for a table that is looked into here
/// and there else costs a walk through the page tables each time.
/// Errors: throws std::bad_alloc.
[[nodiscard]] void* allocate_large(std::size_t bytes);
void free_large(void* at, std::size_t bytes);
/// The same memory with another size; it moves as pages, not as bytes, so that it is never there twice.
[[nodiscard]] void* resize_large(void* at, std::size_t bytes, std::size_t new_bytes);

template <class Type>
struct LargeMemory {
    using value_type = Type;

    LargeMemory() = default;
    template <class Other>
    explicit LargeMemory(const LargeMemory<Other>& /*other*/) {}

    [[nodiscard]] Type* allocate(std::size_t count) { return static_cast<Type*>(allocate_large(count * sizeof(Type))); }
    void deallocate(Type* at, std::size_t count) { free_large(at, count * sizeof(Type)); }
    friend bool operator==(const LargeMemory& /*a*/, const LargeMemory& /*b*/) { return true; }
};

template <class Row>
using LargeVector = std::vector<Row, LargeMemory<Row>>;

/// Rows that are added at the end, of which a large number grows where it is.
template <class Row>
class GrowingRows {
public:
    static_assert(std::is_trivially_copyable_v<Row>);

    GrowingRows() = default;
    GrowingRows(GrowingRows&& other) noexcept
        : rows_(std::exchange(other.rows_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          room_(std::exchange(other.room_, 0)) {}
    GrowingRows& operator=(GrowingRows other) noexcept {
        std::swap(rows_, other.rows_);
        std::swap(size_, other.size_);
        std::swap(room_, other.room_);
        return *this;
    }
    ~GrowingRows() { free_large(rows_, room_ * sizeof(Row)); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::span<Row> rows() { return {rows_, size_}; }
    [[nodiscard]] std::span<const Row> rows() const { return {rows_, size_}; }
    void push(const Row& row) {
        if (size_ == room_) reserve(size_ + std::max<std::size_t>(size_ / 4, 64));
        rows_[size_++] = row;
    }
    void push(std::span<const Row> rows) {
        if (rows.size() > room_ - size_) reserve(size_ + std::max(size_ / 4, rows.size()));
        if (!rows.empty()) std::memcpy(rows_ + size_, rows.data(), rows.size_bytes());
        size_ += rows.size();
    }
    /// Forgets the rows, and keeps their memory.
    void clear() { size_ = 0; }
    /// Makes room for `size` in all, and no more.
    void reserve(std::size_t size) {
        if (size <= room_) return;
        rows_ = static_cast<Row*>(resize_large(rows_, room_ * sizeof(Row), size * sizeof(Row)));
        room_ = size;
    }

private:
    Row* rows_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

}  // namespace entente
