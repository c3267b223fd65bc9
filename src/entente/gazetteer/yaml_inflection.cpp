// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml_inflection.hpp>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

using Kind = YamlNode::Kind;

class InflectionReader {
public:
    InflectionReader(const YamlFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

    Inflection read(const YamlNode& node) {
        for (const auto& [key, value] :
             entries_of(file_, node, {"cases", "apostrophe", "nouns", "adjectives"}, diagnostics_)) {
            if (key == "cases")
                read_cases(*value);
            else if (key == "apostrophe")
                (void)read_endings(*value, inflection_.apostrophe);
            else
                read_paradigms(*value, key == "adjectives");
        }
        return std::move(inflection_);
    }

private:
    bool fault(const YamlNode& node, std::string message, std::string hint = {}) {
        diagnostics_.push_back(file_.fault(node, std::move(message), std::move(hint)));
        return false;
    }

    void read_cases(const YamlNode& node) {
        if (node.kind != Kind::sequence || node.items.empty() || node.items.size() > most_cases) {
            fault(node, "cases is a list of one to seven names", "write \"cases: [genitive, dative]\"");
            return;
        }
        for (const auto& item : node.items) inflection_.cases.push_back(item.text);
    }

    void read_paradigms(const YamlNode& node, bool adjectives) {
        if (inflection_.cases.empty()) {
            fault(node, "paradigms need the list of cases before them", "write \"cases: [genitive, dative]\" first");
            return;
        }
        if (node.kind != Kind::sequence) {
            fault(node, "a list of paradigms is wanted here, this is " + std::string(name_of(node.kind)));
            return;
        }
        for (const auto& item : node.items) {
            Paradigm paradigm;
            paradigm.adjective = adjectives;
            if (read_paradigm(item, paradigm)) inflection_.paradigms.push_back(std::move(paradigm));
        }
    }

    bool read_paradigm(const YamlNode& node, Paradigm& paradigm) {
        if (node.kind != Kind::map)
            return fault(node, "a paradigm is a map",
                         "write \"{nominative: а, gender: f, oblique: [ы, е, у, ой, е]}\"");
        bool good = true;
        for (const auto& [key, value] :
             entries_of(file_, node, {"nominative", "gender", "of", "oblique", "stays"}, diagnostics_)) {
            if (key == "nominative") good = read_endings(*value, paradigm.nominative) && good;
            if (key == "gender") good = read_genders(*value, paradigm) && good;
            if (key == "of") good = read_of(*value, paradigm) && good;
            if (key == "stays") good = read_stays(*value, paradigm) && good;
            if (key == "oblique") good = read_oblique(*value, paradigm) && good;
        }
        if (good && paradigm.nominative.empty())
            return fault(node, "a paradigm says for which endings of the nominative it is", "add \"nominative: а\"");
        return good;
    }

    bool read_ending(const YamlNode& node, std::string_view ending, std::vector<std::string>& endings) {
        if (ending.empty()) return fault(node, "an ending is empty", "write ~ for the nominative's own ending");
        if (spelling_of(ending) != ending)
            return fault(node, "an ending is not in lower case and would never be found", "write it in lower case");
        endings.emplace_back(ending);
        return true;
    }

    bool read_endings(const YamlNode& node, std::vector<std::string>& endings) {
        if (node.kind == Kind::scalar) return read_ending(node, node.text, endings);
        if (node.kind != Kind::sequence) return fault(node, "an ending or a list of them is wanted here");
        bool good = true;
        for (const auto& item : node.items) good = read_ending(item, item.text, endings) && good;
        return good;
    }

    bool read_genders(const YamlNode& node, Paradigm& paradigm) {
        paradigm.genders = 0;
        for (const char letter : node.text) {
            const Cells cells = cells_of_gender(letter);
            if (cells == 0)
                return fault(node, "unknown gender \"" + node.text + '"',
                             "genders are m, f, n and p (plural), also together: mn");
            paradigm.genders |= cells;
        }
        return paradigm.genders != 0 || fault(node, "gender is one or more of the letters m, f, n and p (plural)");
    }

    bool read_of(const YamlNode& node, Paradigm& paradigm) {
        paradigm.of_persons = node.text == "persons";
        paradigm.of_others = node.text == "others";
        return paradigm.of_persons != paradigm.of_others
               || fault(node, "unknown names \"" + node.text + '"',
                        "write persons or others, or leave it out for both");
    }

    bool read_stays(const YamlNode& node, Paradigm& paradigm) {
        paradigm.stays = node.text == "true";
        return paradigm.stays || fault(node, "stays is true or left out");
    }

    bool read_oblique(const YamlNode& node, Paradigm& paradigm) {
        if (node.kind != Kind::sequence || node.items.size() != inflection_.cases.size())
            return fault(node,
                         "oblique has an ending for each of the " + std::to_string(inflection_.cases.size()) + " cases",
                         "leave it out for words that never change");
        bool good = true;
        for (const auto& item : node.items) {
            auto& endings = paradigm.oblique.emplace_back();
            std::string_view left = item.kind == Kind::nothing ? "~" : std::string_view(item.text);  // YAML's null
            for (std::size_t slash = left.find('/'); slash != std::string_view::npos; slash = left.find('/')) {
                good = read_ending(item, left.substr(0, slash), endings) && good;
                left.remove_prefix(slash + 1);
            }
            good = read_ending(item, left, endings) && good;
        }
        return good;
    }

    const YamlFile& file_;
    Diagnostics& diagnostics_;
    Inflection inflection_;
};

}  // namespace

Inflection read_inflection(const YamlFile& file, const YamlNode& node, Diagnostics& diagnostics) {
    if (node.kind == Kind::map) return InflectionReader(file, diagnostics).read(node);
    diagnostics.push_back(file.fault(node, "inflection is a map, this is " + std::string(name_of(node.kind)),
                                     "its keys are cases, nouns and adjectives"));
    return {};
}

}  // namespace entente
