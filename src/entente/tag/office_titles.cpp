// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/office_titles.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

std::uint64_t key_of(std::uint32_t body, std::span<const Token> title) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio
    std::uint64_t key = body;
    for (const Token& word : title) key = (key ^ word.hash) * odd;
    return key;
}

bool is_head_of_organization(std::string_view title) {
    constexpr std::array<std::string_view, 10> heads{"secretary general",
                                                     "director general",
                                                     "managing director",
                                                     "executive director",
                                                     "commissioner general",
                                                     "director",
                                                     "administrator",
                                                     "president",
                                                     "chair",
                                                     "governor"};
    return std::find(heads.begin(), heads.end(), title) != heads.end();
}

void add_names_of_minister(std::string_view matter, std::vector<std::string>& names) {
    const auto add = [&](const std::string& of) {
        names.push_back("minister of " + of);
        names.push_back("minister for " + of);
    };
    add(std::string(matter));
    if (matter != "foreign") return;
    for (const auto* abroad : {"foreign affairs", "external affairs"}) {
        add(abroad);
        names.push_back(std::string(abroad) + " minister");
    }
}

/// The title itself first.
std::vector<std::string> names_of_office(const std::string& title, EntityType body) {
    constexpr std::array<std::string_view, 4> chairs{"chair", "chairman", "chairwoman", "chairperson"};
    constexpr std::string_view minister = " minister";
    constexpr std::string_view secretary = " secretary";
    std::vector<std::string> names{title};
    if (title == "prime minister") {
        names.emplace_back("premier");
        names.emplace_back("pm");
    } else if (title.ends_with(minister)) {
        add_names_of_minister(title.substr(0, title.size() - minister.size()), names);
    } else if (title.ends_with(secretary)) {
        const std::string matter = title.substr(0, title.size() - secretary.size());
        names.push_back("secretary of " + matter);
        names.push_back("secretary of the " + matter);
    } else if (title == "high representative for foreign affairs") {
        names.emplace_back("high representative");
        names.emplace_back("foreign policy chief");
    } else if (title == "national security adviser") {
        names.emplace_back("national security advisor");
    } else if (std::find(chairs.begin(), chairs.end(), title) != chairs.end()) {
        names.assign(chairs.begin(), chairs.end());
    }
    if (body == EntityType::organization && is_head_of_organization(title)) {
        names.emplace_back("chief");
        names.emplace_back("head");
    }
    return names;
}

}  // namespace

OfficeTitles::OfficeTitles(const Image& image)
    : terms_(image, Section::office_titles, Section::office_roles),
      bodies_(image.rows<std::uint64_t>(Section::office_bodies)) {
    for (const std::uint32_t words : image.rows<std::uint32_t>(Section::office_title_words)) longest_title_ = words;
}

void OfficeTitles::Writer::add(const EntityWords& words) {
    for (const Role& role : words.entity.roles) {
        const std::uint32_t own = number_++;
        const auto body = gazetteer_.find(role.of);
        if (!body) continue;
        for (const std::string& name : names_of_office(role.title, gazetteer_.entity(*body).type())) {
            tokenize(name, text_);
            terms_.push_back({key_of(*body, text_.tokens), own});
            longest_ = std::max(longest_, static_cast<std::uint32_t>(text_.tokens.size()));
        }
        bodies_.push_back(body_key(*body));
    }
}

void OfficeTitles::Writer::write(ImageBuilder& builder) {
    KeyLists::add(std::move(terms_), Section::office_titles, Section::office_roles, builder);
    builder.add(Section::office_bodies, KeySet::lay_out(std::move(bodies_)));
    builder.add(Section::office_title_words, std::vector{longest_});
}

std::span<const std::uint32_t> OfficeTitles::terms(std::uint32_t body, std::span<const Token> title) const {
    return terms_.of(key_of(body, title));
}

}  // namespace entente
