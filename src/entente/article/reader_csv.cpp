// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include <entente/article/fields.hpp>
#include <entente/article/readers.hpp>
#include <entente/text/csv.hpp>

namespace entente {
namespace {

using Columns = std::vector<std::string>;

// Without a text there is nothing to read in any row.
std::shared_ptr<const Columns> columns_of(CsvRow& header, const FieldNames& names) {
    for (auto& column : header.fields) column = decode(std::move(column)).text;
    const ArticleFields fields(names);
    const auto says_text = [&](const std::string& column) {
        const auto wanted = fields.wanted(column);
        return wanted && wanted->field == Field::text;
    };
    if (std::none_of(header.fields.begin(), header.fields.end(), says_text))
        skip("no-text-column",
             "no column is called " + in_quotes(names.contains("text") ? names.find("text")->second : "text"),
             "the first line names the columns; say which holds the articles: --fields text="
                 + header.fields.front().substr(0, 60));
    return std::make_shared<Columns>(std::move(header.fields));
}

}  // namespace

std::uint64_t cut_table(ByteStream bytes, const Record& pattern, const RecordSink& sink, Diagnostics& diagnostics) {
    if (const auto mark = bytes.peek(2).substr(0, 2); mark == "\xFF\xFE" || mark == "\xFE\xFF")
        skip("utf-16", "the file is UTF-16", "save it as CSV in UTF-8");
    CsvRows rows(Lines(std::move(bytes), pattern.place.file, longest_article), longest_article);
    CsvRow row;
    if (!rows.next(row)) skip("empty", "the file is empty", "its first line names the columns");
    const auto columns = columns_of(row, *pattern.names);
    std::uint64_t skipped = 0;
    while (rows.next(row)) {
        if (row.fields.size() == 1 && row.fields.front().empty()) continue;
        const bool is_whole = !row.unclosed && !row.misquoted && row.fields.size() == columns->size();
        if (!is_whole) {
            ++skipped;
            diagnostics.push_back(
                skipped_in(pattern.place.file, "bad-row",
                           row.unclosed    ? "the quote that opens in this row is never closed"
                           : row.misquoted ? "a quote in a field that is not in quotes"
                                           : std::to_string(row.fields.size()) + " fields, not "
                                                 + std::to_string(columns->size()) + " as the first line has",
                           row.unclosed || row.misquoted ? "double a quote that is part of a text" : "", row.line));
            continue;
        }
        auto record = pattern;
        record.fields = std::move(row.fields);
        record.columns = columns;
        record.place.line = row.line;
        record.id += ':' + std::to_string(row.line);
        record.file.clear();
        sink(std::move(record));
    }
    return skipped;
}

Article parse_row(Record&& record, const Furniture& furniture, Diagnostics& diagnostics) {
    ArticleFields fields(*record.names);
    OffsetMap original;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const auto& column = (*record.columns)[i];
        auto decoded = decode(std::move(record.fields[i]));
        const auto wanted = fields.wanted(column);
        if (!wanted) continue;
        if (wanted->field == Field::text) original = std::move(decoded.original);
        fields.keep(*wanted, decoded.text);
    }
    auto article = article_of_fields(fields, record, furniture, diagnostics);
    article.original = std::move(original);
    return article;
}

}  // namespace entente
