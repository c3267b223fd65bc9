// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <entente/gazetteer/entity.hpp>
#include <entente/gazetteer/image.hpp>
#include <entente/gazetteer/language.hpp>

namespace entente {

template <class Value, class Type>
concept Either = std::same_as<std::remove_const_t<Value>, Type>;  // to be written, or to be read

// What an image holds of a type, in the order of the file: written and read by the same list.

template <class Archive>
void pack(Archive& archive, Either<Evidence> auto& evidence) {
    archive(evidence.near, evidence.not_near, evidence.not_followed_by, evidence.not_preceded_by);
}
template <class Archive>
void pack(Archive& archive, const Rare<Evidence>& evidence) {
    pack(archive, *evidence);
}
template <class Archive>
void pack(Archive& archive, Rare<Evidence>& evidence) {
    Evidence read;
    pack(archive, read);
    if (read.company() || read.neighbours()) evidence.to_write() = std::move(read);
}
template <class Archive>
void pack(Archive& archive, Either<Origin> auto& origin) {
    archive(origin.file, origin.line);
}
template <class Archive>
void pack(Archive& archive, Either<Date> auto& date) {
    archive(date.year, date.month, date.day);
}
template <class Archive>
void pack(Archive& archive, Either<Allowance> auto& allowance) {
    archive(allowance.lint, allowance.because, allowance.origin);
}
/// All that has no place of its own in EntityRow.
template <class Archive>
void pack(Archive& archive, Either<Entity> auto& entity) {
    archive(entity.surname, entity.iso, entity.part_of, entity.disputed, entity.until, entity.not_same, entity.wikidata,
            entity.source, entity.licence, entity.evidence, entity.allowed);
}
/// All that has no place of its own in AliasRow.
template <class Archive>
void pack(Archive& archive, Either<Alias> auto& alias) {
    archive(alias.evidence, alias.allowed);
}
template <class Archive>
void pack(Archive& archive, Either<Furniture> auto& furniture) {
    archive(furniture.lines, furniture.line_starts, furniture.list_openers, furniture.appeal_openers,
            furniture.appeal_words, furniture.appeal_phrases, furniture.page_ends, furniture.notices,
            furniture.notice_companions, furniture.navigation, furniture.photo_labels, furniture.credit_starts,
            furniture.credit_phrases, furniture.agencies, furniture.byline_words, furniture.date_labels);
}
template <class Archive>
void pack(Archive& archive, Either<NeighbourWords> auto& words) {
    archive(words.function_words, words.titles, words.men, words.women, words.calendar, words.conjunctions, words.of,
            words.articles, words.places, words.opens_name, words.opens_water, words.closes_name, words.verbs,
            words.auxiliaries, words.clause_openers, words.codes);
}
template <class Archive>
void pack(Archive& archive, Either<Paradigm> auto& paradigm) {
    archive(paradigm.nominative, paradigm.genders, paradigm.oblique, paradigm.adjective, paradigm.stays,
            paradigm.of_persons, paradigm.of_others);
}
template <class Archive>
void pack(Archive& archive, Either<Inflection> auto& inflection) {
    archive(inflection.cases, inflection.apostrophe, inflection.paradigms);
}
template <class Archive>
void pack(Archive& archive, Either<Language> auto& language) {
    archive(language.language, language.furniture, language.words, language.capital_nouns, language.common_words,
            language.inflection);
}

template <class Type>
inline constexpr bool is_list = false;
template <class Value>
inline constexpr bool is_list<std::vector<Value>> = true;

/// Appends values to the bytes of a section: numbers of 7 bits a byte, texts as their place, lists with their size before them.
class FactsWriter {
public:
    FactsWriter(ImageBuilder& builder, std::string& bytes) : builder_(builder), bytes_(bytes) {}

    void operator()(const auto&... values) { (write(values), ...); }

private:
    template <class Value>
    void write(const Value& value) {
        if constexpr (std::same_as<Value, std::string>) {
            append_number(builder_.text(value), bytes_);
        } else if constexpr (std::integral<Value>) {
            append_number(static_cast<std::uint32_t>(value), bytes_);
        } else if constexpr (is_list<Value>) {
            append_number(value.size(), bytes_);
            for (const auto& one : value) write(one);
        } else {
            pack(*this, value);
        }
    }

    ImageBuilder& builder_;
    std::string& bytes_;
};

/// Reads them again.
/// Errors: throws Error when the bytes end before the values do.
class FactsReader {
public:
    FactsReader(Texts texts, std::string_view bytes, std::size_t at = 0) : texts_(texts), bytes_(bytes), at_(at) {}

    void operator()(auto&... values) { (read(values), ...); }

private:
    template <class Value>
    void read(Value& value) {
        if constexpr (std::same_as<Value, std::string>) {
            value = texts_[static_cast<std::uint32_t>(number())];
        } else if constexpr (std::integral<Value>) {
            value = static_cast<Value>(number());
        } else if constexpr (is_list<Value>) {
            for (std::uint64_t left = number(); left > 0; --left) read(value.emplace_back());
        } else {
            pack(*this, value);
        }
    }
    [[nodiscard]] std::uint64_t number() { return read_number(bytes_, at_); }

    Texts texts_;
    std::string_view bytes_;
    std::size_t at_;
};

}  // namespace entente
