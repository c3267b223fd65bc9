// SPDX-License-Identifier: Apache-2.0
// The whole product as one short loop: tag_articles(), at the end. One thread reads ahead and cuts the inputs into
// batches, some tag them, and the calling one hands them on in the order in which they were cut.
#include <entente/pipeline.hpp>

#include <entente/graph/publisher.hpp>

#include <time.h>
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <filesystem>
#include <iterator>
#include <memory>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace entente {
namespace {

constexpr std::uintmax_t large_input = 1 << 20;  // bytes, from which on an input is cut by article
constexpr std::size_t batch_bytes = 1 << 18;
constexpr std::size_t batch_count = 64;  // of inputs or articles

/// What is tagged at a stroke: whole small inputs, still to be read, or some articles of a large one.
struct Batch {
    std::span<const Input> inputs;
    std::vector<Article> articles;
    std::vector<TaggedArticle> tagged;
    TagReport report;          ///< of this batch alone
    std::exception_ptr error;  ///< for the calling thread
    bool done = false;
};

/// Batches between the threads: cut, tagged in any order, and handed on in the order in which they were cut.
class Line {
public:
    explicit Line(std::size_t room) : room_(room) {}

    /// Waits for room. False when the work was given up.
    bool put(std::unique_ptr<Batch> batch) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return batches_.size() < room_ || given_up_; });
        if (given_up_) {
            return false;
        }
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
        changed_.notify_all();
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
    std::size_t room_;
    bool all_put_ = false;
    bool given_up_ = false;
};

/// Lets the threads end when the calling one leaves, by return or by error.
struct GiveUpAtEnd {
    Line& line;
    ~GiveUpAtEnd() { line.give_up(); }
};

struct GivenUp {};  // thrown through a reader when nobody wants its articles any more

/// CPU seconds of this thread since the last call.
class CpuClock {
public:
    double lap() {
        const double before = std::exchange(last_, now());
        return last_ - before;
    }

private:
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    double last_ = now();
};

// ---- The thread that reads ahead. ----

/// Size of a file in bytes; standard input, which has none, counts as large, a file that cannot be read as empty.
std::uintmax_t size_of(const Input& input) {
    std::error_code error;
    const auto size = input.path == "-" ? large_input : std::filesystem::file_size(input.path, error);
    return error ? 0 : size;
}

/// Reads a large input and cuts it into batches of articles.
void cut_articles(const Input& input, const Furniture& furniture, Line& line) {
    CpuClock clock;
    auto batch = std::make_unique<Batch>();
    std::size_t bytes = 0;
    const auto put = [&] {
        batch->report.read_seconds = clock.lap();
        if (!line.put(std::exchange(batch, std::make_unique<Batch>()))) {
            throw GivenUp{};
        }
        bytes = 0;
    };
    const auto keep = [&](Article&& article) {
        bytes += article.text.size();
        batch->articles.push_back(std::move(article));
        if (bytes >= batch_bytes || batch->articles.size() >= batch_count) {
            put();
        }
    };
    // Each batch takes along what was said while it was read.
    Diagnostics said;
    std::size_t carried = 0;
    const auto carry = [&] {
        auto& to = batch->report.diagnostics;
        to.insert(to.end(), said.begin() + static_cast<std::ptrdiff_t>(carried), said.end());
        carried = said.size();
    };
    const auto read = read_articles(
        input, furniture,
        [&](Article&& article) {
            carry();
            keep(std::move(article));
        },
        said);
    carry();
    batch->report.skipped = read.skipped;
    put();
}

/// Cuts the inputs into batches: small ones together, so that they are read by many threads too.
void cut(std::span<const Input> inputs, const Furniture& furniture, Line& line) {
    std::size_t begin = 0;
    std::uintmax_t bytes = 0;
    const auto put_up_to = [&](std::size_t end) {
        if (begin < end) {
            auto batch = std::make_unique<Batch>();
            batch->inputs = inputs.subspan(begin, end - begin);
            if (!line.put(std::move(batch))) {
                throw GivenUp{};
            }
        }
        begin = end;
        bytes = 0;
    };
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto size = size_of(inputs[i]);
        if (size >= large_input) {
            put_up_to(i);
            cut_articles(inputs[i], furniture, line);
            begin = i + 1;
        } else if ((bytes += size) >= batch_bytes || i - begin + 1 >= batch_count) {
            put_up_to(i + 1);
        }
    }
    put_up_to(inputs.size());
}

void read_ahead(std::span<const Input> inputs, const Furniture& furniture, Line& line) {
    try {
        cut(inputs, furniture, line);
    } catch (const GivenUp&) {
        // the calling thread has its own error
    } catch (...) {
        auto batch = std::make_unique<Batch>();
        batch->error = std::current_exception();
        line.put(std::move(batch));
    }
    line.all_put();
}

// ---- The threads that tag. ----

void read_inputs(Batch& batch, const Furniture& furniture) {
    for (const auto& input : batch.inputs) {
        const auto read = read_articles(
            input, furniture, [&](Article&& article) { batch.articles.push_back(std::move(article)); },
            batch.report.diagnostics);
        batch.report.skipped += read.skipped;
    }
}

std::uint64_t boilerplate_in(const Article& article) {
    std::uint64_t bytes = 0;
    for (const auto& zone : article.zones) {
        bytes += zone.zone == Zone::boilerplate ? zone.span.size() : 0;
    }
    return bytes;
}

void note_delivery(const Article& article, const TaggedArticle& tagged, TagReport& report) {
    auto& delivery = report.publishers[publisher_of(tagged)];
    ++delivery.articles;
    delivery.bytes += article.text.size();
    delivery.boilerplate += boilerplate_in(article);
    ++report.languages[tagged.language];
}

void tag_batch(Batch& batch, const Tagger& tagger, const std::string& language) {
    auto& report = batch.report;
    for (auto& article : batch.articles) {
        if (article.language.empty()) {
            article.language = language;
        }
        const auto& tagged = batch.tagged.emplace_back(tagger.tag(article));
        ++report.articles;
        report.bytes += article.text.size();
        report.mentions += tagged.mentions.size();
        note_delivery(article, tagged, report);
        const auto is_undecided = [](const Mention& mention) { return mention.entity == undecided; };
        report.undecided +=
            static_cast<std::uint64_t>(std::count_if(tagged.mentions.begin(), tagged.mentions.end(), is_undecided));
    }
}

void tag_batches(const Furniture& furniture, const Tagger& tagger, const std::string& language, Line& line) {
    CpuClock clock;
    while (auto* batch = line.take()) {
        if (!batch->error) {
            try {
                clock.lap();
                read_inputs(*batch, furniture);
                batch->report.read_seconds += clock.lap();
                tag_batch(*batch, tagger, language);
                batch->report.tag_seconds = clock.lap();
            } catch (...) {
                batch->error = std::current_exception();
            }
        }
        line.finish(*batch);
    }
}

void add(TagReport& sum, TagReport&& part) {
    sum.articles += part.articles;
    sum.skipped += part.skipped;
    sum.bytes += part.bytes;
    sum.mentions += part.mentions;
    sum.undecided += part.undecided;
    for (const auto& [language, articles] : part.languages) {
        sum.languages[language] += articles;
    }
    for (const auto& [publisher, delivery] : part.publishers) {
        auto& all = sum.publishers[publisher];
        all.articles += delivery.articles;
        all.bytes += delivery.bytes;
        all.boilerplate += delivery.boilerplate;
    }
    sum.read_seconds += part.read_seconds;
    sum.tag_seconds += part.tag_seconds;
    std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(sum.diagnostics));
}

}  // namespace

TagReport tag_articles(const std::vector<Input>& inputs, const Furniture& furniture, const Tagger& tagger,
                       const TagOptions& options, const TaggedSink& sink, const TagProgress& progress) {
    Line line(4 * std::size_t{std::max(1U, options.threads)});
    std::vector<std::jthread> threads;
    const GiveUpAtEnd end{line};
    threads.emplace_back([&] { read_ahead(inputs, furniture, line); });
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i) {
        threads.emplace_back([&] { tag_batches(furniture, tagger, options.language, line); });
    }
    TagReport report;
    while (const auto batch = line.next()) {
        if (batch->error) {
            std::rethrow_exception(batch->error);
        }
        add(report, std::move(batch->report));
        for (std::size_t i = 0; i < batch->tagged.size(); ++i) {
            sink(std::move(batch->tagged[i]), batch->articles[i]);
        }
        progress(report);
    }
    return report;
}

}  // namespace entente
