// SPDX-License-Identifier: Apache-2.0
// The whole product as one short loop: tag_articles(), at the end. One thread reads ahead and cuts the inputs into
// batches, some parse and tag them, and the calling one hands them on in the order in which they were cut.
#include <entente/pipeline.hpp>

#include <entente/batches.hpp>
#include <entente/graph/publisher.hpp>
#include <entente/text/cpu_clock.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iterator>
#include <memory>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace entente {
namespace {

constexpr std::uintmax_t large_input = 1 << 20;  // bytes, from which on an input is cut by article
constexpr std::size_t batch_count = 64;          // of inputs or articles
constexpr std::size_t sampled = 16;              // a clock is read in one of so many articles

using BatchWork = std::function<void(Batch&)>;

/// Bytes of a plain file. Nothing of what unpacks to more than it is, and of standard input.
std::optional<std::uintmax_t> plain_size(const Input& input) {
    if (input.path == "-" || is_packed(input.path)) {
        return std::nullopt;
    }
    std::error_code error;
    const auto size = std::filesystem::file_size(input.path, error);
    return error ? 0 : size;
}

/// Lets the threads end when the calling one leaves, by return or by error.
struct GiveUpAtEnd {
    Line& line;
    ~GiveUpAtEnd() { line.give_up(); }
};

struct GivenUp {};  // thrown through a reader when nobody wants its articles any more

// ---- The thread that reads ahead. ----

/// Cuts the inputs into batches: small plain files stay whole, so that they are read by many threads too.
class Cutting {
public:
    explicit Cutting(Line& line) : line_(line) {}

    void all(std::span<const Input> inputs) {
        for (const auto& input : inputs) {
            if (const auto size = plain_size(input).value_or(large_input); size < large_input) {
                next_work(&input);
                end_work(static_cast<std::size_t>(size));
                continue;
            }
            const auto skipped = cut_records(
                input,
                [&](Record&& record) {
                    const auto bytes = size_of(record);
                    std::swap(next_work(nullptr).record, record);
                    end_work(bytes);
                },
                said_);
            batch_->report.skipped += skipped;
        }
        next_work(nullptr).record.reader = nullptr;
        put();
    }

private:
    static std::size_t size_of(const Record& record) {
        std::size_t bytes = record.bytes.size();
        for (const auto& field : record.fields) {
            bytes += field.size();
        }
        return bytes;
    }
    Work& next_work(const Input* input) {
        auto& work = batch_->add_work();
        work.input = input;
        work.said = std::exchange(said_, {});
        return work;
    }
    void end_work(std::size_t bytes) {
        batch_->bytes += bytes;
        if (batch_->bytes >= batch_bytes || batch_->works >= batch_count) {
            put();
        }
    }
    void put() {
        batch_->report.read_seconds = clock_.lap();
        if (!line_.put(std::exchange(batch_, line_.fresh()))) {
            throw GivenUp{};
        }
    }

    Line& line_;
    CpuClock clock_;
    std::unique_ptr<Batch> batch_ = line_.fresh();
    Diagnostics said_;
};

void read_ahead(std::span<const Input> inputs, Line& line) {
    try {
        Cutting(line).all(inputs);
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

void read_batch(Batch& batch, const Furniture& furniture) {
    auto& said = batch.report.diagnostics;
    for (auto& [input, record, before] : std::span(batch.work).first(batch.works)) {
        std::move(before.begin(), before.end(), std::back_inserter(said));
        if (input != nullptr) {
            const auto keep = [&](Article&& article) { batch.articles.push_back(std::move(article)); };
            batch.report.skipped += read_articles(*input, furniture, keep, said).skipped;
        } else if (record.reader != nullptr) {
            auto article = parse_record(std::move(record), furniture, said);
            batch.report.skipped += article ? 0 : 1;
            if (article) {
                batch.articles.push_back(std::move(*article));
            }
        }
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
        const auto& tagged = batch.tagged.emplace_back(
            tagger.tag(article, nullptr, batch.tagged.size() % sampled == 0 ? &report.sampled : nullptr));
        ++report.articles;
        report.bytes += article.text.size();
        report.mentions += tagged.mentions.size();
        ++report.dates[static_cast<std::size_t>(article.facts.date)];
        report.without_year += article.facts.date != FactSource::none && !article.date.known() ? 1 : 0;
        note_delivery(article, tagged, report);
        const auto is_undecided = [](const Mention& mention) { return mention.entity == undecided; };
        report.undecided +=
            static_cast<std::uint64_t>(std::count_if(tagged.mentions.begin(), tagged.mentions.end(), is_undecided));
    }
}

void tag_batches(const Furniture& furniture, const Tagger& tagger, const std::string& language, const BatchWork& finish,
                 Line& line) {
    CpuClock clock;
    while (auto* batch = line.take()) {
        if (!batch->error) {
            try {
                clock.lap();
                read_batch(*batch, furniture);
                batch->report.read_seconds += clock.lap();
                tag_batch(*batch, tagger, language);
                batch->report.tag_seconds = clock.lap();
                finish(*batch);
                batch->report.print_seconds = clock.lap();
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
    for (std::size_t source = 0; source < fact_sources; ++source) {
        sum.dates[source] += part.dates[source];
    }
    sum.without_year += part.without_year;
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
    sum.print_seconds += part.print_seconds;
    for (const auto step : {&TagSeconds::words, &TagSeconds::names, &TagSeconds::resolving, &TagSeconds::rows}) {
        sum.sampled.*step += part.sampled.*step;
    }
    std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(sum.diagnostics));
}

/// `finish` runs on the threads that tag, `hand_on` on the calling one and in the order of the inputs.
TagReport tag_inputs(const std::vector<Input>& inputs, const Furniture& furniture, const Tagger& tagger,
                     const TagOptions& options, const BatchWork& finish, const BatchWork& hand_on,
                     const TagProgress& progress) {
    Line line(4 * std::size_t{std::max(1U, options.threads)});
    std::vector<std::jthread> threads;
    const GiveUpAtEnd end{line};
    threads.emplace_back([&] { read_ahead(inputs, line); });
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i) {
        threads.emplace_back([&] { tag_batches(furniture, tagger, options.language, finish, line); });
    }
    TagReport report;
    while (auto batch = line.next()) {
        if (batch->error) {
            std::rethrow_exception(batch->error);
        }
        add(report, std::move(batch->report));
        report.bytes_read += batch->bytes;
        hand_on(*batch);
        progress(report);
        report.diagnostics.clear();
        line.put_back(std::move(batch));
    }
    return report;
}

}  // namespace

std::optional<std::uint64_t> bytes_of(const std::vector<Input>& inputs) {
    std::uint64_t bytes = 0;
    for (const auto& input : inputs) {
        const auto size = plain_size(input);
        if (!size) {
            return std::nullopt;
        }
        bytes += *size;
    }
    return bytes;
}

TagReport tag_articles(const std::vector<Input>& inputs, const Furniture& furniture, const Tagger& tagger,
                       const TagOptions& options, const TaggedSink& sink, const TagProgress& progress) {
    const auto hand_on = [&](Batch& batch) {
        for (std::size_t i = 0; i < batch.tagged.size(); ++i) {
            sink(std::move(batch.tagged[i]), batch.articles[i]);
        }
    };
    return tag_inputs(
        inputs, furniture, tagger, options, [](Batch&) {}, hand_on, progress);
}

TagReport print_articles(const std::vector<Input>& inputs, const Furniture& furniture, const Tagger& tagger,
                         const TagOptions& options, const RowPrinter& print, const RowSink& sink,
                         const TagProgress& progress) {
    const auto finish = [&](Batch& batch) {
        static_cast<void>(batch.rows.room(2 * batch.bytes));  // for most
        for (auto& tagged : batch.tagged) {
            print(std::move(tagged), batch.rows);
        }
        batch.tagged.clear();
        batch.articles.clear();
    };
    return tag_inputs(
        inputs, furniture, tagger, options, finish, [&](Batch& batch) { sink(batch.rows.written()); }, progress);
}

}  // namespace entente
