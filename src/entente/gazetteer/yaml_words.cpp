// SPDX-License-Identifier: Apache-2.0
// A table: the words that a value may be, and the form that ids and languages have.
#include <entente/gazetteer/yaml_entity.hpp>

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 15> organization_classes = {"intergovernmental",
                                                                   "government",
                                                                   "military",
                                                                   "armed-group",
                                                                   "party",
                                                                   "court",
                                                                   "central-bank",
                                                                   "company",
                                                                   "media",
                                                                   "university",
                                                                   "think-tank",
                                                                   "ngo",
                                                                   "sports",
                                                                   "religious",
                                                                   "other"};
constexpr std::array<std::string_view, 11> place_classes = {"city",      "state",    "region",   "continent",
                                                            "territory", "water",    "mountain", "building",
                                                            "island",    "historic", "other"};

}  // namespace

bool is_slug(std::string_view text) {
    const bool letters = std::all_of(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    return letters && !text.empty() && text.front() != '-' && text.back() != '-'
           && text.find("--") == std::string_view::npos;
}

bool is_language_code(std::string_view text) {
    const auto part = text.substr(0, text.find('-'));
    return part.size() >= 2 && part.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::span<const std::string_view> classes_of(EntityType type) {
    if (type == EntityType::organization) return organization_classes;
    if (type == EntityType::place) return place_classes;
    return {};
}

bool is_class_of(EntityType type, std::string_view word) {
    const auto classes = classes_of(type);
    return std::find(classes.begin(), classes.end(), word) != classes.end();
}

}  // namespace entente
