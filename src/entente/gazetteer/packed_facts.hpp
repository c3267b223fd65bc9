// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
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
    archive.sparse(evidence.near, evidence.not_near, evidence.not_followed_by, evidence.not_preceded_by);
}
template <class Archive>
void pack(Archive& archive, const Rare<Evidence>& evidence) {
    pack(archive, *evidence);
}
template <class Archive>
void pack(Archive& archive, Rare<Evidence>& evidence) {
    pack(archive, evidence.to_write());
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
template <class Archive>
void pack(Archive& archive, Either<Role> auto& role) {
    archive(role.title, role.of, role.from, role.to, role.origin);
}
/// All that has no place of its own in EntityRow.
template <class Archive>
void pack(Archive& archive, Either<Entity> auto& entity) {
    archive.sparse(entity.source, entity.licence, entity.origin, entity.wikidata, entity.surname, entity.part_of,
                   entity.evidence, entity.iso, entity.disputed, entity.until, entity.not_same, entity.allowed);
}
/// All that has no place of its own in AliasRow.
template <class Archive>
void pack(Archive& archive, Either<Alias> auto& alias) {
    archive.sparse(alias.origin, alias.evidence, alias.allowed);
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

[[nodiscard]] inline bool says_nothing(const Rare<Evidence>& evidence) {
    return !evidence->company() && !evidence->neighbours();
}
[[nodiscard]] inline bool says_nothing(Origin origin) { return origin.file == 0 && origin.line == 0; }
[[nodiscard]] bool says_nothing(const auto& value) {
    if constexpr (requires { value.empty(); })
        return value.empty();
    else
        return value == std::remove_cvref_t<decltype(value)>{};
}

/// resize(), but the memory of those that go is used again for those that come: many entities have one alias, the next has three.
inline void resize_aliases(std::vector<Alias>& aliases, std::size_t size) {
    thread_local std::vector<Alias> spare;
    for (; aliases.size() > size; aliases.pop_back()) spare.push_back(std::move(aliases.back()));
    for (; aliases.size() < size && !spare.empty(); spare.pop_back()) aliases.push_back(std::move(spare.back()));
    aliases.resize(size);
}

/// read_number(), of which nearly all have one byte.
[[nodiscard]] inline std::uint64_t packed_number(std::string_view bytes, std::size_t& at) {
    if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        return static_cast<unsigned char>(bytes[at++]);
    return read_number(bytes, at);
}

/// append_number(), of which nearly all have one byte.
inline void append_packed_number(std::uint64_t number, std::string& bytes) {
    if (number < 0x80)
        bytes += static_cast<char>(number);
    else
        append_number(number, bytes);
}

/// Texts of the facts of an image: each its place among the texts.
class PlacesOfTexts {
public:
    explicit PlacesOfTexts(ImageBuilder& builder) : builder_(builder) {}
    void write(std::string_view text, std::string& bytes) { append_packed_number(builder_.text(text), bytes); }

private:
    ImageBuilder& builder_;
};
class TextsAtPlaces {
public:
    explicit TextsAtPlaces(Texts texts) : texts_(texts) {}
    [[nodiscard]] std::string_view read(std::string_view bytes, std::size_t& at) const {
        return texts_[static_cast<std::uint32_t>(packed_number(bytes, at))];
    }

private:
    Texts texts_;
};

/// Texts that stand between the other values: their size and their bytes.
struct TextsWithin {
    static void write(std::string_view text, std::string& bytes) {
        append_packed_number(text.size(), bytes);
        bytes += text;
    }
    [[nodiscard]] static std::string_view read(std::string_view bytes, std::size_t& at) {
        const std::uint64_t size = packed_number(bytes, at);
        if (size > bytes.size() - at) refuse_damaged_image();
        at += size;
        return bytes.substr(at - size, size);
    }
};

/// Appends values to bytes: numbers of 7 bits a byte, texts as `Text` has them, lists with their size before them.
template <class Text>
class FactsWriter {
public:
    FactsWriter(Text texts, std::string& bytes) : texts_(texts), bytes_(bytes) {}

    void operator()(const auto&... values) { (write(values), ...); }
    /// Which of the values say something, a bit each, and those alone.
    void sparse(const auto&... values) {
        unsigned said = 0;
        unsigned bit = 1;
        ((said |= says_nothing(values) ? 0 : bit, bit <<= 1), ...);
        write(said);
        if (said != 0) ((says_nothing(values) ? void() : write(values)), ...);
    }

private:
    template <class Value>
    void write(const Value& value) {
        if constexpr (std::same_as<Value, std::string>) {
            texts_.write(value, bytes_);
        } else if constexpr (std::integral<Value> || std::is_enum_v<Value>) {
            append_packed_number(static_cast<std::uint32_t>(value), bytes_);
        } else if constexpr (is_list<Value>) {
            append_packed_number(value.size(), bytes_);
            for (const auto& one : value) write(one);
        } else {
            pack(*this, value);
        }
    }

    Text texts_;
    std::string& bytes_;
};

/// Empties values, whose memory is used again.
struct FactsEraser {
    void operator()(auto&... values) const { (erase(values), ...); }
    void sparse(auto&... values) const { (erase(values), ...); }
    template <class Value>
    static void erase(Value& value) {
        if constexpr (requires { value.clear(); })
            value.clear();
        else
            value = Value{};
    }
};

/// Reads them again, into values that may hold others: their memory is used again.
/// Errors: throws Error when the bytes end before the values do.
template <class Text>
class FactsReader {
public:
    FactsReader(Text texts, std::string_view bytes, std::size_t at = 0) : texts_(texts), bytes_(bytes), at_(at) {}

    void operator()(auto&... values) { (read(values), ...); }
    void sparse(auto&... values) {
        const std::uint64_t said = packed_number(bytes_, at_);
        std::uint64_t bit = 1;
        (((said & bit) != 0 ? read(values) : FactsEraser::erase(values), bit <<= 1), ...);
    }
    /// The byte behind what was read.
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    template <class Value>
    void read(Value& value) {
        if constexpr (std::same_as<Value, std::string>) {
            value = texts_.read(bytes_, at_);
        } else if constexpr (std::integral<Value> || std::is_enum_v<Value>) {
            value = static_cast<Value>(packed_number(bytes_, at_));
        } else if constexpr (is_list<Value>) {
            const std::uint64_t size = packed_number(bytes_, at_);
            for (std::uint64_t i = 0; i < size; ++i) read(i < value.size() ? value[i] : value.emplace_back());
            value.resize(size);
        } else {
            pack(*this, value);
        }
    }

    Text texts_;
    std::string_view bytes_;
    std::size_t at_;
};

}  // namespace entente
