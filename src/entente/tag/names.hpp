// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/gazetteer/compiled_gazetteer.hpp>
#include <entente/gazetteer/key_tables.hpp>
#include <entente/gazetteer/name_index.hpp>
#include <entente/tag/phrases_beside.hpp>
#include <entente/tag/read_text.hpp>
#include <entente/tag/trace.hpp>
#include <entente/text/tokens.hpp>

namespace entente {

/// A stretch of words that is a name, with everyone who owns it.
struct NameMatch {
    std::uint32_t first = 0;         ///< token
    std::uint32_t last = 0;          ///< token behind the last
    std::uint32_t owners_begin = 0;  ///< counts into NameMatches::owners
    std::uint32_t owners_end = 0;
    enum Way : std::uint8_t {
        elliptic,
        exact,
        with_initial,
        with_nickname,
        cut_at_line_end,
        inflected,
        by_short_given_name,
        by_sound
    } way = exact;  ///< how it was recognised
};

struct NameMatches {
    std::vector<NameMatch> matches;  ///< by first word, then the longest first
    std::vector<NameForm> owners;
    std::vector<std::uint32_t> starts;  ///< words of the text at which a name may begin, while they are looked up
    std::vector<std::uint64_t> sounds;  ///< of the names of two words that may begin there
    Trace* trace = nullptr;             ///< where to say why a listed name does not fit, when somebody asks

    [[nodiscard]] std::span<const NameForm> owners_of(const NameMatch& match) const {
        return std::span(owners).subspan(match.owners_begin, match.owners_end - match.owners_begin);
    }
};

/// Finds the names of a gazetteer in a text. Every match has passed the checks of word boundaries, gaps, case
/// and neighbouring words, so that an invalid long name never hides a valid short one.
class NameFinder {
public:
    /// The gazetteer must outlive it.
    NameFinder(const Image& image, const CompiledGazetteer& gazetteer);

    class Writer;

    /// Complexity: O(words of the text + words of the matches).
    void find(const ReadText& text, NameMatches& result) const;

    /// Some name of the gazetteer holds this word.
    [[nodiscard]] bool knows(std::uint64_t word) const { return index_.word(word) != NameIndex::none; }

private:
    /// Words of the text that belong to no word of the name: an initial ("George W. Bush"), a nickname, the rest of a
    /// word that is cut at a line end, or in "North and South Korea" what stands between "North" and "Korea".
    struct Hole {
        std::size_t begin = 0;
        std::size_t size = 0;
        NameMatch::Way way = NameMatch::exact;
    };
    struct Walked;
    void walk(const ReadText& text, std::size_t first, std::size_t at, std::uint32_t node, Gap widest, Hole hole,
              NameMatches& result) const;
    void walk_cut(const ReadText& text, std::size_t first, std::size_t at, std::uint32_t node, Gap widest,
                  NameMatches& result) const;
    void take_names(const ReadText& text, std::size_t first, std::size_t last, std::uint32_t node, Gap widest,
                    Hole hole, NameMatches& result) const;
    void find_elliptic(const ReadText& text, std::size_t first, NameMatches& result) const;
    void find_inflected(const ReadText& text, std::size_t first, NameMatches& result) const;
    void walk_inflected(Walked& walked, std::uint32_t node, Gap widest, NameMatches& result) const;
    void add_inflected(const Walked& walked, std::uint32_t node, Gap widest, NameMatches& result) const;
    [[nodiscard]] bool agrees(const Walked& walked, const NameForm& form) const;
    static void drop_derived(std::vector<NameForm>& owners, std::uint32_t begin);
    void find_by_sound(const ReadText& text, NameMatches& result) const;
    void find_by_sound(const ReadText& text, std::size_t first, std::uint64_t key, NameMatches& result) const;
    void find_at(const ReadText& text, std::size_t first, bool listed, NameMatches& result) const;
    /// Takes `form` as an owner of the words, or says why not.
    void take(const ReadText& text, std::size_t first, std::size_t last, Gap widest, Hole hole, const NameForm& form,
              NameMatches& result) const;
    /// Why the words are not this name; empty when they are.
    [[nodiscard]] std::string_view refusal(const ReadText& text, std::size_t first, std::size_t last, Gap widest,
                                           Hole hole, const NameForm& form) const;
    [[nodiscard]] bool has_same_gaps(const ReadText& text, std::size_t first, const NameForm& form) const;
    [[nodiscard]] bool forbidden_neighbour(const ReadText& text, std::size_t first, std::size_t last,
                                           const NameForm& form) const;
    [[nodiscard]] const AliasRow& alias_of(const NameForm& form) const;
    [[nodiscard]] EntityType type_of(const NameForm& form) const { return gazetteer_->entity(form.entity).type(); }

    const CompiledGazetteer* gazetteer_;
    NameIndex index_;
    PhrasesBeside phrases_;
    KeyFilter sound_filter_;
    KeyLists sounds_;  ///< aliases of two words of persons, by how they sound
};

class NameFinder::Writer {
public:
    Writer();
    void expect(const EntityWords& words) const { names_.expect(words); }
    void expect_more(const EntityWords& words) const { names_.expect_more(words); }
    void add(const EntityWords& words);
    void write(ImageBuilder& builder);

private:
    void add_sounds(const EntityWords& words);

    NameIndex::Writer names_;
    std::uint32_t aliases_ = 0;  ///< of the entities before
    std::vector<KeyLists::Row> sounds_;
};

}  // namespace entente
