// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <simdjson.h>

#include <entente/article/readers.hpp>
#include <entente/article/zones.hpp>

namespace entente {
namespace {

constexpr std::size_t most_faults = 20;  // named one by one; a file of another format would fill the screen

/// Lines of a stream, one in memory at a time.
class Lines {
public:
    explicit Lines(std::FILE* stream) : stream_(stream) {}
    ~Lines() { std::free(line_); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    [[nodiscard]] bool next(std::string& line) {
        const auto size = ::getline(&line_, &capacity_, stream_);
        if (size < 0) return false;
        ++number_;
        line.assign(line_, static_cast<std::size_t>(size));
        return true;
    }
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    std::FILE* stream_;
    char* line_ = nullptr;
    std::size_t capacity_ = 0;
    std::size_t number_ = 0;
};

/// Turns the lines of one input into articles.
class JsonlReader {
public:
    JsonlReader(const Input& input, const Furniture& furniture, const ArticleSink& sink, Diagnostics& diagnostics)
        : input_(input), furniture_(furniture), sink_(sink), diagnostics_(diagnostics) {}

    ReadReport read(std::FILE* stream);

private:
    void read_line(std::string& line);
    [[nodiscard]] std::optional<Article> article_of(const simdjson::dom::object& row);
    [[nodiscard]] std::string text_of(const simdjson::dom::object& row, std::string_view key);
    [[nodiscard]] Date date_of(const std::string& written);
    void skip(std::string why, std::string hint = {});
    void warn(std::string what, std::string hint = {});

    const Input& input_;
    const Furniture& furniture_;
    const ArticleSink& sink_;
    Diagnostics& diagnostics_;
    simdjson::dom::parser parser_;
    ReadReport report_;
    std::size_t number_ = 0;
    std::size_t faults_ = 0;
};

void JsonlReader::warn(std::string what, std::string hint) {
    if (++faults_ <= most_faults)
        diagnostics_.push_back(warning_in(input_.path, std::move(what), std::move(hint), number_));
}

void JsonlReader::skip(std::string why, std::string hint) {
    ++report_.skipped;
    warn("skipped: " + why, std::move(hint));
}

// A number is taken for the text that it is written as: ids often are numbers.
std::string JsonlReader::text_of(const simdjson::dom::object& row, std::string_view key) {
    simdjson::dom::element value;
    if (row.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return {};
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return std::string(text);
    if (value.is_number()) return simdjson::minify(value);
    warn(in_quotes(key) + " is no text and was passed over");
    return {};
}

Date JsonlReader::date_of(const std::string& written) {
    if (written.empty()) return {};
    const auto iso = parse_iso_date(written);
    const auto date = iso ? iso : parse_printed_date(written);
    if (date && date->known()) return *date;
    warn(in_quotes(written) + " is no date", "write YYYY-MM-DD");
    return {};
}

std::optional<Article> JsonlReader::article_of(const simdjson::dom::object& row) {
    Article article;
    article.text = text_of(row, "text");
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        skip("the object has no text", "an article is {\"id\": …, \"title\": …, \"date\": …, \"text\": …}");
        return {};
    }
    article.id = text_of(row, "id");
    if (article.id.empty()) article.id = input_.id + ':' + std::to_string(number_);
    article.source = text_of(row, "source");
    if (article.source.empty()) article.source = text_of(row, "url");
    if (article.source.empty()) article.source = input_.id;
    article.language = text_of(row, "language");
    auto page = read_page(article.text, text_of(row, "title"), furniture_);
    article.title = std::move(page.title);
    article.zones = std::move(page.zones);
    article.date = date_of(text_of(row, "date"));
    if (!article.date.known()) article.date = page.date;
    return article;
}

void JsonlReader::read_line(std::string& line) {
    if (line.find_first_not_of(" \t\r\n") == std::string::npos) return;
    line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element value;
    auto fault = parser_.parse(line.data(), line.size(), false).get(value);
    if (fault == simdjson::UTF8_ERROR) {
        auto decoded = decode(std::move(line));
        warn("the line is not UTF-8 and was repaired; offsets count bytes of the repaired text");
        line = std::move(decoded.text);
        line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
        fault = parser_.parse(line.data(), line.size(), false).get(value);
    }
    simdjson::dom::object row;
    if (fault != simdjson::SUCCESS)
        return skip(std::string("this line is not JSON: ") + simdjson::error_message(fault));
    if (value.get(row) != simdjson::SUCCESS) return skip("this line is no JSON object");
    auto article = article_of(row);
    if (!article) return;
    ++report_.read;
    report_.bytes += article->text.size();
    sink_(std::move(*article));
}

ReadReport JsonlReader::read(std::FILE* stream) {
    Lines lines(stream);
    std::string line;
    while (lines.next(line)) {
        number_ = lines.number();
        if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (number_ == 1 && (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))) {
            skip("the file is UTF-16", "convert it to UTF-8");
            break;
        }
        read_line(line);
    }
    if (std::ferror(stream) != 0) {
        diagnostics_.push_back(error_in(input_.path, "cannot be read: " + std::generic_category().message(errno)));
        ++report_.skipped;
    }
    if (faults_ > most_faults) {
        diagnostics_.push_back(
            warning_in(input_.path, std::to_string(faults_ - most_faults) + " more faults of this kind"));
    }
    return report_;
}

}  // namespace

ReadReport read_jsonl(const Input& input, const Furniture& furniture, const ArticleSink& sink,
                      Diagnostics& diagnostics) {
    JsonlReader reader(input, furniture, sink, diagnostics);
    if (input.path == "-") return reader.read(stdin);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(input.path.c_str(), "rb"), &std::fclose);
    if (file) return reader.read(file.get());
    diagnostics.push_back(error_in(input.path, "cannot be opened: " + std::generic_category().message(errno)));
    return {.skipped = 1};
}

}  // namespace entente
