// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/evaluate/error_class.hpp>
#include <entente/evaluate/gold.hpp>
#include <entente/graph/count.hpp>

namespace entente {

/// What is in scope. Gold of other kinds and types, in boilerplate or in a credit is neither wanted nor wrong when it is
/// tagged as what it is.
struct EvaluateOptions {
    CountOptions count;                 ///< its kinds and types
    bool penalize_boilerplate = false;  ///< what is tagged as story in the gold's boilerplate is wrong
    bool penalize_credits = false;      ///< the same of credits and by-lines
};

/// Source: van Rijsbergen, Information Retrieval (1979), chapter 7; of nothing, precision and recall are 1.
struct Tally {
    std::uint64_t true_positives = 0;
    std::uint64_t false_positives = 0;
    std::uint64_t false_negatives = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;  ///< harmonic mean of the two
};

struct TallyRow {
    std::string name;
    Tally tally;
};

struct TallyTable {
    std::string_view name;
    std::vector<TallyRow> rows;
};

/// One mention that is missed or wrong.
struct MentionError {
    std::string article;
    Span span;
    std::string text;    ///< as printed, white space squeezed
    std::string gold;    ///< the entity, or empty: the gold names nobody here
    std::string tagged;  ///< the entity, "undecided", or empty: not tagged
    ErrorClass error_class = ErrorClass::wrong_span;
    bool missed = false;          ///< else tagged and wrong
    bool told_by_missed = false;  ///< a wrong mention that stands as `tagged` in the row of a missed one
};

struct ErrorCount {
    std::uint64_t missed = 0;  ///< mentions
    std::uint64_t wrong = 0;
    /// Edges of one article that are missing, or false, because an entity is: each counts for the first mention of its
    /// first missing or false entity, in the order of ids.
    std::uint64_t missing_edges = 0;
    std::uint64_t false_edges = 0;
};

/// A printed form that was taken for another entity than it names.
struct Confusion {
    std::string text;
    std::string gold;  ///< see MentionError
    std::string tagged;
    std::uint64_t count = 0;
};

struct Evaluation {
    std::size_t articles = 0;                   ///< of the gold
    std::vector<std::string> only_in_gold;      ///< not tagged: all their mentions are missed
    std::vector<std::string> only_in_mentions;  ///< left out
    std::vector<TallyTable> tables;             ///< the first one is the whole, and mentions its first row
    std::array<ErrorCount, error_class_count> errors_by_class{};
    std::vector<Confusion> confusions;  ///< the most frequent first, then by text
    std::vector<MentionError> errors;   ///< in the order of the gold, then of bytes

    [[nodiscard]] const Tally& mentions() const { return tables.front().rows.front().tally; }
};

/// Compares what was tagged with what a careful reader found.
///
/// A mention is right when its bytes and its entity are those of the gold. Entities are counted once an article, nodes
/// once in all; edges are pairs of them. Undecided and nested mentions and those that the tagger saw in boilerplate,
/// credits and by-lines make no node, so they do not count as tagged.
class Evaluator {
public:
    Evaluator(Gold gold, EvaluateOptions options);

    /// Takes the article's mentions if the gold has it: by its id, its source or the file name of its source.
    /// One that is tagged twice counts once, by its first row.
    void add(const TaggedArticle& article);

    /// Complexity: O(mentions of an article squared).
    [[nodiscard]] Evaluation evaluate() const;

private:
    [[nodiscard]] std::size_t number_of(const TaggedArticle& article) const;

    Gold gold_;
    EvaluateOptions options_;
    std::map<std::string, std::size_t, std::less<>> numbers_;  ///< of the gold's articles by name
    std::map<std::size_t, TaggedArticle> tagged_;              ///< by those numbers
    std::vector<std::string> only_in_mentions_;
};

}  // namespace entente
