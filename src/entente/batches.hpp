// SPDX-License-Identifier: Apache-2.0
// What passes between the threads of pipeline.cpp; not installed.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <entente/pipeline.hpp>

namespace entente {

inline constexpr std::size_t batch_bytes = 1 << 18;                     // of a usual batch
inline constexpr std::size_t most_bytes_ahead = std::size_t{64} << 20;  // read and not yet tagged

/// A piece of work: a small plain file, still to be read, or the record of one article.
struct Work {
    const Input* input = nullptr;
    Record record{};
    Diagnostics said{};  ///< while the inputs were cut, since the last piece
};

/// What is tagged at a stroke.
struct Batch {
    std::vector<Work> work;  ///< all but the first `works` are left from another time, for their memory
    std::size_t works = 0;
    std::size_t bytes = 0;  ///< of the work, still as it was read
    std::vector<Article> articles;
    std::vector<TaggedArticle> tagged;
    Output rows;               ///< printed, where that is wanted
    TagReport report;          ///< of this batch alone
    std::exception_ptr error;  ///< for the calling thread
    bool done = false;

    /// The next piece of work, which may have been used before.
    Work& add_work() {
        if (works == work.size()) {
            work.emplace_back();
        }
        return work[works++];
    }
    /// Makes it as good as new, but for memory that is used again: to get it from the system costs as much as to read.
    void clear() {
        const auto is_large = [](const Work& used) { return used.record.bytes.capacity() > batch_bytes; };
        std::erase_if(work, is_large);
        articles.clear();
        tagged.clear();
        if (std::max(bytes, rows.size()) > 4 * batch_bytes) {
            rows = Output();
        }
        rows.clear();
        works = bytes = 0;
        report = {};
        done = false;
    }
};

/// Batches between the threads: cut, tagged in any order, and handed on in the order in which they were cut.
class Line {
public:
    explicit Line(std::size_t room) : room_(room) {}

    /// Waits for room. False when the work was given up.
    bool put(std::unique_ptr<Batch> batch) {
        std::unique_lock lock(mutex_);
        const auto has_room = [&] {
            return batches_.size() < room_ && bytes_ahead_ + batch->bytes <= most_bytes_ahead;
        };
        changed_.wait(lock, [&] { return has_room() || batches_.empty() || given_up_; });
        if (given_up_) {
            return false;
        }
        bytes_ahead_ += batch->bytes;
        to_tag_.push_back(batch.get());
        batches_.push_back(std::move(batch));
        changed_.notify_all();
        return true;
    }
    /// The next batch to tag; nothing when there will be none.
    Batch* take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !to_tag_.empty() || all_put_ || given_up_; });
        if (to_tag_.empty() || given_up_) {
            return nullptr;
        }
        auto* batch = to_tag_.front();
        to_tag_.pop_front();
        return batch;
    }
    void finish(Batch& batch) {
        const std::lock_guard lock(mutex_);
        batch.done = true;
        changed_.notify_all();
    }
    void all_put() {
        const std::lock_guard lock(mutex_);
        all_put_ = true;
        changed_.notify_all();
    }
    /// Waits for the next batch in order to be done; nothing at the end.
    std::unique_ptr<Batch> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return batches_.empty() ? all_put_ : batches_.front()->done; });
        if (batches_.empty()) {
            return nullptr;
        }
        auto batch = std::move(batches_.front());
        batches_.pop_front();
        bytes_ahead_ -= batch->bytes;
        changed_.notify_all();
        return batch;
    }
    /// Takes back one that was handed on.
    void put_back(std::unique_ptr<Batch> batch) {
        batch->clear();
        const std::lock_guard lock(mutex_);
        used_.push_back(std::move(batch));
    }
    /// An empty batch.
    std::unique_ptr<Batch> fresh() {
        const std::lock_guard lock(mutex_);
        if (used_.empty()) {
            return std::make_unique<Batch>();
        }
        auto batch = std::move(used_.back());
        used_.pop_back();
        return batch;
    }
    void give_up() {
        const std::lock_guard lock(mutex_);
        given_up_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Batch>> batches_;  ///< in the order of the inputs
    std::deque<Batch*> to_tag_;
    std::vector<std::unique_ptr<Batch>> used_;  ///< and empty again
    std::size_t room_;
    std::size_t bytes_ahead_ = 0;
    bool all_put_ = false;
    bool given_up_ = false;
};

}  // namespace entente
