// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/declined_surnames.hpp>

#include <algorithm>

#include <entente/gazetteer/agreement.hpp>
#include <entente/text/fold.hpp>

namespace entente {
namespace {

std::span<const WordReading> readings_of(const ReadText& text, std::uint32_t token) {
    if (text.forms == nullptr) return {};
    return text.forms->readings(text.tokens()[token].hash);
}

bool is_borne(const Findings& findings, std::span<const Borne> borne, std::uint64_t word, Cells cells) {
    return std::ranges::any_of(std::ranges::equal_range(borne, word, {}, &Borne::last_word), [&](const Borne& name) {
        const auto person = findings.entity(name.bearer.entity);
        return (cells & genders_of(person.type(), person.gender())) != 0;
    });
}

}  // namespace

std::uint64_t said_surname(const Findings& findings, std::span<const Borne> borne, std::uint32_t token) {
    const std::uint64_t printed = findings.text->tokens()[token].hash;
    if (findings.text->forms == nullptr || is_borne(findings, borne, printed, all_cells)) return printed;
    for (const WordReading& reading : readings_of(*findings.text, token))
        if (reading.of_person && !reading.short_stem && is_borne(findings, borne, reading.nominative, reading.cells))
            return reading.nominative;
    return printed;
}

bool stands_in_gender(const ReadText& text, std::uint32_t token, std::uint64_t nominative,
                      const CompiledGazetteer::Entity& person) {
    const auto readings = readings_of(text, token);
    const auto reading = std::find_if(readings.begin(), readings.end(), [&](const WordReading& row) {
        return row.of_person && row.nominative == nominative;
    });
    return reading == readings.end() || (reading->cells & genders_of(person.type(), person.gender())) != 0;
}

bool is_given_name(const ReadText& text, const ShortNames& names, std::uint32_t token) {
    if (names.is_given_name(text.tokens()[token].hash)) return true;
    const auto readings = readings_of(text, token);
    return std::any_of(readings.begin(), readings.end(), [&](const WordReading& reading) {
        return reading.of_person && names.is_given_name(reading.nominative);
    });
}

bool may_agree(const ReadText& text, std::uint32_t given, std::uint32_t surname, std::uint64_t nominative) {
    if (nominative == text.tokens()[surname].hash) return true;
    Cells cells = 0;
    for (const WordReading& reading : readings_of(text, surname))
        if (reading.nominative == nominative && reading.of_person) cells |= reading.cells;
    return text.forms->declension().may_stand_in(spelling_of(text.word(given)), cells);
}

}  // namespace entente
