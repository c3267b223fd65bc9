// SPDX-License-Identifier: Apache-2.0
// What a reader gives and says of files.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <entente/article/reader.hpp>

#include "english_furniture.hpp"

struct Reading {
    std::vector<entente::Article> articles;
    entente::Diagnostics said;
    entente::ReadReport report;

    [[nodiscard]] std::string first_said() const { return said.empty() ? "" : said.front().message; }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const auto& article : articles) ids.push_back(article.id);
        return ids;
    }
    /// "news.jsonl:2: message" of each diagnostic, the path cut to the file's own name.
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> messages;
        for (const auto& told : said) {
            auto place = told.place.file.substr(told.place.file.find("/news") + 1);
            if (told.place.line > 0) place += ':' + std::to_string(told.place.line);
            messages.push_back(place + ": " + told.message);
        }
        return messages;
    }
};

inline Reading read(const std::vector<std::string>& paths, const entente::FieldNames& fields = {}) {
    Reading reading;
    for (auto& input : entente::find_inputs(paths, reading.said)) {
        input.fields = fields;
        const auto report = entente::read_articles(
            input, english(), [&](entente::Article&& article) { reading.articles.push_back(std::move(article)); },
            reading.said);
        reading.report.read += report.read;
        reading.report.skipped += report.skipped;
        reading.report.bytes += report.bytes;
    }
    return reading;
}
