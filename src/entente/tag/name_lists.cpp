// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/name_lists.hpp>

namespace entente {
namespace {

/// How the names of a list are joined.
struct Joints {
    int comma = 0;
    int plain_and = 0;
    int comma_and = 0;

    void count(bool with_comma, bool with_and) { (with_and ? (with_comma ? comma_and : plain_and) : comma) += 1; }
};

class Stretching {
public:
    explicit Stretching(const Findings& findings)
        : findings_(findings), words_(*findings.text->language), tokens_(findings.text->tokens()) {}

    [[nodiscard]] NameList around(const Finding& finding) {
        NameList list{finding.first, finding.last};
        while (const Finding* next = joined_behind(list)) list.last = next->last;
        while (const Finding* previous = joined_before(list)) list.first = previous->first;
        const bool whole = joints_.plain_and > 0 || (joints_.comma_and > 0 && joints_.comma > 0);
        return whole ? list : NameList{finding.first, finding.last};
    }

private:
    [[nodiscard]] bool is_and(std::uint32_t token) const { return words_.is_conjunction(tokens_[token].hash); }

    [[nodiscard]] bool in_sentence(std::uint32_t token) const {
        return token < tokens_.size() && tokens_[token].gap < Gap::sentence;
    }

    [[nodiscard]] const Finding* joined_behind(const NameList& list) {
        if (!in_sentence(list.last)) return nullptr;
        const bool comma = tokens_[list.last].gap == Gap::comma;
        const bool joined = is_and(list.last) && in_sentence(list.last + 1);
        const Finding* next = comma || joined ? findings_.at(joined ? list.last + 1 : list.last) : nullptr;
        if (next != nullptr) joints_.count(comma, joined);
        return next;
    }

    [[nodiscard]] const Finding* joined_before(const NameList& list) {
        if (list.first == 0 || !in_sentence(list.first)) return nullptr;
        const bool joined = list.first > 1 && is_and(list.first - 1) && tokens_[list.first].gap < Gap::comma;
        const std::uint32_t head = joined ? list.first - 1 : list.first;
        const bool comma = tokens_[head].gap == Gap::comma;
        if (!in_sentence(head) || (!comma && !joined)) return nullptr;
        const Finding* previous = findings_.at(head - 1);
        if (previous == nullptr || previous->last != head) return nullptr;
        joints_.count(comma, joined);
        return previous;
    }

    const Findings& findings_;
    const LanguageWords& words_;
    const std::vector<Token>& tokens_;
    Joints joints_;
};

}  // namespace

NameList list_around(const Findings& findings, const Finding& finding) { return Stretching(findings).around(finding); }

}  // namespace entente
