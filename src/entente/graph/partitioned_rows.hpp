// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <entente/text/spilled_rows.hpp>

namespace entente {

/// Rows that are appended in any order and read again part by part, those of a part in the order in which they came. Some at
/// once, a block, are put in the order of their parts in memory; past the limit the blocks lie in a file.
///
/// Complexity: O(rows), and one read of the file for each part of each block.
template <class Row>
class PartitionedRows {
public:
    PartitionedRows(MemoryLimit* limit, std::size_t parts, std::size_t rows_of_block)
        : parts_(parts), rows_of_block_(rows_of_block), rows_(limit), sizes_(parts) {}

    void append(std::size_t part, const Row& row) {
        if (block_.size() == rows_of_block_) end_block();
        block_.push_back(row);
        part_of_.push_back(static_cast<std::uint32_t>(part));
        ++sizes_[part];
    }
    /// Goes before reading.
    void settle() {
        if (!block_.empty()) end_block();
        block_ = {};
        part_of_ = {};
    }

    [[nodiscard]] std::size_t blocks() const { return ends_.size() / parts_; }
    [[nodiscard]] std::size_t size(std::size_t part) const { return sizes_[part]; }
    [[nodiscard]] std::size_t size(std::size_t part, std::size_t block) const {
        const auto at = block * parts_ + part;
        return ends_[at] - (part == 0 ? 0 : ends_[at - 1]);
    }

    /// Calls `visit(row)` for each row of a part.
    template <class Visit>
    void for_each(std::size_t part, Visit visit) const {
        for (std::size_t block = 0; block < blocks(); ++block) {
            const auto end = block * rows_of_block_ + ends_[block * parts_ + part];
            for (const auto& row : rows_.copy(end - size(part, block), end)) visit(row);
        }
    }

private:
    void end_block() {
        std::vector<std::uint32_t> places(parts_ + 1);
        for (const auto part : part_of_) ++places[part + 1];
        for (std::size_t part = 0; part < parts_; ++part) places[part + 1] += places[part];
        ends_.insert(ends_.end(), places.begin() + 1, places.end());
        std::vector<Row> sorted(block_.size());
        for (std::size_t i = 0; i < block_.size(); ++i) sorted[places[part_of_[i]]++] = block_[i];
        rows_.append(sorted);
        block_.clear();
        part_of_.clear();
    }

    std::size_t parts_;
    std::size_t rows_of_block_;
    SpilledRows<Row> rows_;
    std::vector<std::size_t> sizes_;   ///< by part
    std::vector<std::uint32_t> ends_;  ///< of part p in block b, counted from where the block begins, at b * parts_ + p
    std::vector<Row> block_;
    std::vector<std::uint32_t> part_of_;  ///< by row of the block
};

}  // namespace entente
