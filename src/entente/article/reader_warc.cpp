// SPDX-License-Identifier: Apache-2.0
// Web archives (ISO 28500), as crawlers write them. The day of the crawl is not taken for that of the article, which may
// be much older: pages and their addresses tell it.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include <entente/article/facts.hpp>
#include <entente/article/html_page.hpp>
#include <entente/article/http_response.hpp>
#include <entente/article/readers.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_header = std::size_t{1} << 16;  // bytes
constexpr std::string_view next_record = "\nWARC/1.";

struct WarcRecord {
    std::string type;
    std::string id;
    std::string url;
    std::string block;
    std::uint64_t position = 0;  ///< byte of the unpacked file
    bool is_overlong = false;
    bool is_misjudged = false;  ///< its Content-Length is wrong
};

/// The records of a file, one in memory at a time.
class WarcRecords {
public:
    explicit WarcRecords(ByteStream bytes) : bytes_(std::move(bytes)) {}

    /// False at the end. Bytes that belong to no record are passed over and count as `strays`.
    [[nodiscard]] bool next(WarcRecord& record) {
        record = {};
        while (true) {
            pass_over_blanks();
            if (bytes_.peek(8).empty()) return false;
            record.position = bytes_.position();
            const auto header = bytes_.peek(8).starts_with("WARC/1.") ? whole_header() : HeaderFields{};
            if (header.size == 0) {
                ++strays;
                bytes_.skip(1);
                read_on(nullptr);
                continue;
            }
            std::uint64_t size = 0;
            const auto length = header["content-length"];
            const auto end = length.data() + length.size();
            const bool has_length = std::from_chars(length.data(), end, size).ec == std::errc{};
            record.type = header["warc-type"];
            record.id = without_brackets(header["warc-record-id"]);
            record.url = without_brackets(header["warc-target-uri"]);
            bytes_.skip(header.size);
            read_block(record, size, has_length);
            return true;
        }
    }

    std::uint64_t strays = 0;

private:
    static std::string without_brackets(std::string_view text) {
        const bool has = text.starts_with('<') && text.ends_with('>');
        return std::string(has ? text.substr(1, text.size() - 2) : text);
    }
    void pass_over_blanks() {
        for (auto next = bytes_.peek(); next.starts_with('\r') || next.starts_with('\n'); next = bytes_.peek()) {
            bytes_.skip(std::min(next.size(), next.find_first_not_of("\r\n")));
        }
    }
    HeaderFields whole_header() {
        for (std::size_t size = 4096; size <= longest_header; size *= 2) {
            const auto bytes = bytes_.peek(size);
            const auto header = header_fields(bytes);
            if (header.size > 0 || bytes.size() < size) return header;
        }
        return {};
    }
    void read_block(WarcRecord& record, std::uint64_t size, bool has_length) {
        record.block = read_up_to(bytes_, static_cast<std::size_t>(std::min<std::uint64_t>(size, longest_article)));
        for (auto left = size - record.block.size(); left > 0 && !bytes_.peek().empty();) {
            record.is_overlong = true;
            const auto part = std::min<std::uint64_t>(left, bytes_.peek().size());
            bytes_.skip(static_cast<std::size_t>(part));
            left -= part;
        }
        pass_over_blanks();
        const auto behind = bytes_.peek(next_record.size());
        const bool fits = has_length && (behind.empty() || behind.starts_with(next_record.substr(1)));
        const bool cut_off = behind.empty() && record.block.size() < size && !record.is_overlong;
        if (fits && !cut_off) return;
        record.is_misjudged = true;
        if (const auto at = record.block.find(next_record); at != std::string::npos) {  // too large
            bytes_.put_back(std::string_view(record.block).substr(at + 1));
            record.block.resize(at);
        } else {
            read_on(&record.block);
        }
    }
    /// Passes over all up to the next record, and adds it to `block` as long as an article may be.
    void read_on(std::string* block) {
        constexpr std::size_t enough = 64;
        while (true) {
            const auto bytes = bytes_.peek(enough);
            const auto at = bytes.find(next_record);
            const auto keep = at != std::string_view::npos ? at + 1
                              : bytes.size() < enough      ? bytes.size()
                                                           : bytes.size() - next_record.size();
            if (block != nullptr && block->size() + keep <= longest_article) block->append(bytes.substr(0, keep));
            bytes_.skip(keep);
            if (at != std::string_view::npos || bytes.size() < enough) return;
        }
    }

    ByteStream bytes_;
};

}  // namespace

std::uint64_t cut_warc(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics) {
    WarcRecords records(std::move(bytes));
    std::uint64_t skipped = 0;
    const auto named = [](const WarcRecord& record) {
        const auto whose = record.url.empty() ? "" : " of " + record.url.substr(0, 200);
        return ": the record" + whose + " at byte " + std::to_string(record.position);
    };
    for (WarcRecord record; records.next(record);) {
        const bool is_article = record.type == "response" && is_page(record.block);
        if (record.is_misjudged)
            diagnostics.push_back(warning_in(pattern.place.file, "its Content-Length is wrong" + named(record),
                                             is_article ? "it was read up to the next record" : ""));
        if (!is_article) continue;
        if (record.is_overlong) {
            ++skipped;
            diagnostics.push_back(skipped_in(pattern.place.file, "too-large",
                                             "over " + std::to_string(longest_article >> 20) + " MB" + named(record)));
            continue;
        }
        auto article = pattern;
        article.bytes = std::move(record.block);
        article.id = record.id.empty() ? pattern.id + ':' + std::to_string(record.position) : std::move(record.id);
        article.url = std::move(record.url);
        article.file.clear();
        sink(std::move(article));
    }
    if (records.strays > 0) {
        skipped += records.strays;
        diagnostics.push_back(skipped_in(pattern.place.file, "no-record",
                                         std::to_string(records.strays) + " stretches that are no record",
                                         "a web archive begins with \"WARC/1.0\""));
    }
    return skipped;
}

Article parse_response(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    const auto said = diagnostics.size();
    Article article;
    try {
        article = read_html_page(body_of(record.bytes), charset_of(record.bytes), furniture, diagnostics);
    } catch (const Error& error) {
        auto told = error.diagnostic();
        told.message += ", of " + record.url;
        throw Error(std::move(told));
    }
    for (auto i = said; i < diagnostics.size(); ++i) diagnostics[i].message += ", of " + record.url;
    add_fact(article.url, article.facts.url, record.url, FactSource::container);
    article.id = std::move(record.id);
    article.source = article.url.empty() ? std::move(record.source) : article.url;
    add_facts_of_names(article, {});
    return article;
}

}  // namespace entente
