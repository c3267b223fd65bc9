// SPDX-License-Identifier: Apache-2.0
#include <entente/evaluate/report.hpp>

#include <algorithm>

#include <entente/export/escape.hpp>

namespace entente {
namespace {

/// Writes rows of JSON, one on each line.
class Writer {
public:
    void text(std::string_view text) {
        output_.append('"');
        append_json(output_, text);
        output_.append('"');
    }
    /// Null when empty.
    void text_or_null(std::string_view value) {
        if (value.empty()) {
            output_.append("null");
        } else {
            text(value);
        }
    }
    void number(std::uint64_t number) { output_.append_number(number); }
    void number(double number) { output_.append_number(number); }

    /// `"key": `, the words of the key joined by underscores.
    void key(std::string_view name) {
        std::string key(name);
        std::ranges::replace(key, ' ', '_');
        text(key);
        output_.append(": ");
    }
    template <class Value>
    void member(std::string_view name, const Value& value, std::string_view separator = ", ") {
        key(name);
        number(value);
        output_.append(separator);
    }

    /// Calls `write(row)` for each row, on lines of their own between the brackets.
    template <class Rows, class Write>
    void rows(std::string_view name, std::string_view brackets, const Rows& rows, Write write,
              std::string_view behind = ",\n") {
        output_.append("  ");
        key(name);
        output_.append(brackets.front());
        std::string_view separator = "\n    ";
        for (const auto& row : rows) {
            output_.append(separator);
            write(row);
            separator = ",\n    ";
        }
        if (!std::ranges::empty(rows)) output_.append("\n  ");
        output_.append(brackets.back());
        output_.append(behind);
    }

    void append(std::string_view bytes) { output_.append(bytes); }
    std::string take() { return output_.take(); }

private:
    Output output_;
};

void write_tally(Writer& writer, const TallyRow& row) {
    writer.key(row.name);
    writer.append("{");
    writer.member("precision", row.tally.precision());
    writer.member("recall", row.tally.recall());
    writer.member("f1", row.tally.f1());
    writer.member("true_positives", row.tally.true_positives);
    writer.member("false_positives", row.tally.false_positives);
    writer.member("false_negatives", row.tally.false_negatives, "}");
}

void write_class(Writer& writer, const ErrorClassRow& row, const ErrorCount& count) {
    writer.key(row.name);
    writer.append("{");
    writer.member("missed", count.missed);
    writer.member("wrong", count.wrong);
    writer.member("missing_edges", count.missing_edges);
    writer.member("false_edges", count.false_edges);
    writer.key("definition");
    writer.text(row.definition);
    writer.append("}");
}

template <class Row>
void write_reading(Writer& writer, const Row& row) {
    writer.key("text");
    writer.text(row.text);
    writer.append(", ");
    writer.key("gold");
    writer.text_or_null(row.gold);
    writer.append(", ");
    writer.key("tagged");
    writer.text_or_null(row.tagged);
}

void write_error(Writer& writer, const MentionError& error) {
    writer.append("{");
    writer.key("article");
    writer.text(error.article);
    writer.append(", ");
    writer.member("begin", std::uint64_t{error.span.begin});
    writer.member("end", std::uint64_t{error.span.end});
    write_reading(writer, error);
    writer.append(error.missed ? R"(, "error": "missed", "class": )" : R"(, "error": "wrong", "class": )");
    writer.text(name_of(error.error_class));
    writer.append("}");
}

void write_scope(Writer& writer, const Evaluation& evaluation, const EvaluateOptions& options) {
    const auto write_text = [&](std::string_view text) { writer.text(text); };
    writer.append("  ");
    writer.member("articles", std::uint64_t{evaluation.articles}, ",\n");
    writer.rows("only in gold", "[]", evaluation.only_in_gold, write_text);
    writer.rows("only in mentions", "[]", evaluation.only_in_mentions, write_text);
    writer.rows("types", "[]", options.count.types, [&](EntityType type) { writer.text(name_of(type)); });
    std::vector<std::string_view> kinds;
    for (std::size_t kind = 0; kind < mention_kinds; ++kind) {
        if (options.count.kinds[kind]) kinds.push_back(name_of(static_cast<MentionKind>(kind)));
    }
    writer.rows("kinds", "[]", kinds, write_text);
    std::vector<std::string_view> penalized;
    if (options.penalize_boilerplate) penalized.emplace_back("boilerplate");
    if (options.penalize_credits) penalized.emplace_back("credit");
    writer.rows("penalized", "[]", penalized, write_text);
}

}  // namespace

std::string report_json(const Evaluation& evaluation, const EvaluateOptions& options) {
    Writer writer;
    writer.append("{\n");
    write_scope(writer, evaluation, options);
    for (const auto& table : evaluation.tables) {
        writer.rows(table.name, "{}", table.rows, [&](const TallyRow& row) { write_tally(writer, row); });
    }
    writer.rows("errors by class", "{}", error_classes(), [&](const ErrorClassRow& row) {
        write_class(writer, row, evaluation.errors_by_class[static_cast<std::size_t>(row.error_class)]);
    });
    writer.rows("confusions", "[]", evaluation.confusions, [&](const Confusion& confusion) {
        writer.append("{");
        write_reading(writer, confusion);
        writer.append(", ");
        writer.member("count", confusion.count, "}");
    });
    writer.rows(
        "errors", "[]", evaluation.errors, [&](const MentionError& error) { write_error(writer, error); }, "\n}\n");
    return writer.take();
}

}  // namespace entente
