// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

class SpillFile;

/// How many bytes of rows may be in memory. Half of it is for rows that never left it, the other half for those that are
/// read again from files.
///
/// Threads: safe.
class MemoryLimit {
public:
    explicit MemoryLimit(std::size_t bytes) : half_(bytes / 2) {}

    [[nodiscard]] std::size_t half() const { return half_; }
    /// False when there is no room for so many bytes more.
    [[nodiscard]] bool take(std::size_t bytes);
    void give_back(std::size_t bytes) { held_ -= bytes; }

    /// Bytes that were written to files so far.
    [[nodiscard]] std::uint64_t spilled() const { return spilled_; }

private:
    friend class SpillFile;

    std::size_t half_;
    std::atomic<std::size_t> held_ = 0;
    std::atomic<std::uint64_t> spilled_ = 0;
    std::mutex mutex_;               ///< of what is below
    std::vector<SpillFile*> files_;  ///< all that are open
    std::size_t read_ = 0;           ///< bytes of them that are perhaps in memory
};

/// A file in the folder for temporary files that has no name any more, so that it is gone however the program ends. What is
/// read of it stays in memory until the limit is reached; then all is left to the system and read again.
///
/// Threads: reading is safe beside reading, also of other files of the limit.
class SpillFile {
public:
    /// Errors: throws Error, with the folder as its place, when the file cannot be made.
    explicit SpillFile(MemoryLimit& limit);
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    /// Errors: throws Error when the disk is full or fails.
    void append(std::span<const std::byte> bytes);
    /// Copies bytes that were appended.
    void copy(std::size_t begin, std::span<std::byte> bytes) const;
    /// All that was appended, at an address that stays until the next call after more was. Errors: throws Error.
    [[nodiscard]] const std::byte* map();

    /// Says that these bytes of the map are about to be read.
    void touch(std::size_t begin, std::size_t end) const {
        for (auto window = begin / window_bytes; window * window_bytes < end; ++window) {
            if (!touched_[window].load(std::memory_order_relaxed)) count(window);
        }
    }

private:
    /// What is mapped for one byte: Linux maps so much at least, and all that was written at a stroke.
    static constexpr std::size_t window_bytes = std::size_t{1} << 16;

    void count(std::size_t window) const;
    void forget() const;
    void unmap();
    [[noreturn]] void fail(const std::string& what, int reason) const;

    MemoryLimit& limit_;
    std::string folder_;
    int file_ = -1;
    std::size_t size_ = 0;
    std::byte* bytes_ = nullptr;
    std::size_t mapped_ = 0;
    std::unique_ptr<std::atomic<bool>[]> touched_;  ///< by window of the map
};

/// Rows that are only appended, in memory or, past the limit, in a file. After appending settle() must be called before
/// rows are read where they lie.
///
/// Errors:     throws Error when the file cannot be made or written.
/// Complexity: as std::vector; what lies in the file costs about a microsecond for each 64 kB that were not read lately.
/// Threads:    reading is safe beside reading.
template <class Row>
class SpilledRows {
    static_assert(std::is_trivially_copyable_v<Row>);

public:
    /// Without a limit all stay in memory.
    explicit SpilledRows(MemoryLimit* limit = nullptr) : limit_(limit) {}
    ~SpilledRows() { give_back(); }
    SpilledRows(SpilledRows&& other) noexcept { *this = std::move(other); }
    SpilledRows& operator=(SpilledRows&& other) noexcept {
        if (this != &other) {
            give_back();
            limit_ = other.limit_;
            tail_ = std::exchange(other.tail_, {});
            held_ = std::exchange(other.held_, 0);
            file_ = std::exchange(other.file_, nullptr);
            written_ = std::exchange(other.written_, 0);
            mapped_ = std::exchange(other.mapped_, nullptr);
        }
        return *this;
    }

    [[nodiscard]] std::size_t size() const { return written_ + tail_.size(); }
    [[nodiscard]] MemoryLimit* limit() const { return limit_; }

    void append(const Row& row) {
        if (tail_.size() == tail_.capacity()) make_room(1);
        tail_.push_back(row);
    }
    void append(std::span<const Row> rows) {
        while (!rows.empty()) {
            if (tail_.size() == tail_.capacity()) make_room(rows.size());
            const auto part = rows.first(std::min(rows.size(), tail_.capacity() - tail_.size()));
            tail_.insert(tail_.end(), part.begin(), part.end());
            rows = rows.subspan(part.size());
        }
    }
    /// The row that was appended last, until the next append() or settle().
    [[nodiscard]] Row& back() { return tail_.back(); }

    void settle() {
        if (!file_) return;
        write_tail();
        mapped_ = reinterpret_cast<const Row*>(file_->map());
    }

    [[nodiscard]] std::span<const Row> rows(std::size_t begin, std::size_t end) const {
        if (!file_) return std::span(tail_).subspan(begin, end - begin);
        file_->touch(begin * sizeof(Row), end * sizeof(Row));
        return {mapped_ + begin, end - begin};
    }
    [[nodiscard]] const Row& operator[](std::size_t row) const { return rows(row, row + 1).front(); }

    /// Copies rows, settled or not.
    [[nodiscard]] std::vector<Row> copy(std::size_t begin, std::size_t end) const {
        std::vector<Row> rows(end - begin);
        const auto of_file = std::min(end, written_) - std::min(begin, written_);
        if (of_file > 0) file_->copy(begin * sizeof(Row), std::as_writable_bytes(std::span(rows).first(of_file)));
        if (end > written_) {
            const auto first = static_cast<std::ptrdiff_t>(begin + of_file - written_);
            std::copy_n(tail_.begin() + first, rows.size() - of_file,
                        rows.begin() + static_cast<std::ptrdiff_t>(of_file));
        }
        return rows;
    }

private:
    static constexpr std::size_t buffered = (std::size_t{1} << 16) / sizeof(Row) + 1;  // rows, before they are written

    void make_room(std::size_t more) {
        if (file_) {
            write_tail();
            return;
        }
        const auto room = std::max({tail_.size() + more, tail_.capacity() + tail_.capacity() / 2, std::size_t{16}});
        const auto bytes = (room - tail_.capacity()) * sizeof(Row);
        if (limit_ == nullptr || limit_->take(bytes)) {
            tail_.reserve(room);
            held_ += limit_ == nullptr ? 0 : bytes;
            return;
        }
        file_ = std::make_unique<SpillFile>(*limit_);
        write_tail();
        tail_ = {};
        give_back();
        tail_.reserve(buffered);
    }
    void write_tail() {
        file_->append(std::as_bytes(std::span(tail_)));
        written_ += tail_.size();
        tail_.clear();
    }
    void give_back() {
        if (limit_ != nullptr) limit_->give_back(std::exchange(held_, 0));
    }

    MemoryLimit* limit_;
    std::vector<Row> tail_;  ///< all rows, or those behind the written ones
    std::size_t held_ = 0;   ///< bytes taken from the limit
    std::unique_ptr<SpillFile> file_;
    std::size_t written_ = 0;
    const Row* mapped_ = nullptr;
};

}  // namespace entente
