// SPDX-License-Identifier: Apache-2.0
// Popolo (popoloproject.com/specs), the form of EveryPolitician: one JSON object with lists of persons, organizations,
// memberships and posts, {"persons": [{"id": …, "name": …, "other_names": [{"lang": "ru", "name": …}], …}], …}.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <entente/gazetteer/import/importers.hpp>
#include <entente/gazetteer/import/json_lines.hpp>
#include <entente/gazetteer/import/lines.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

namespace dom = simdjson::dom;

/// An item of one of the lists.
struct Record {
    std::string_view text;
    std::size_t line = 0;
};

/// Cuts a JSON object into the items of its lists, so that one which is no JSON spoils no other.
class Sections {
public:
    Sections(const std::string& path, std::string_view text) : path_(path), text_(text) {
        expect('{');
        while (peek() != '}') {
            const auto key = value();
            expect(':');
            if (peek() == '[')
                items(rows_[std::string(key.size() < 2 ? key : key.substr(1, key.size() - 2))]);
            else
                (void)value();
            if (peek() == ',') ++at_;
        }
    }

    [[nodiscard]] const std::vector<Record>& of(const std::string& key) { return rows_[key]; }

private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw Error(error_in(path_, why, "fetch the file again; nothing was imported", line_));
    }
    /// The next byte that is no white space.
    char peek() {
        for (; at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos; ++at_)
            line_ += text_[at_] == '\n' ? 1 : 0;
        if (at_ == text_.size()) refuse("the file ends in the middle");
        return text_[at_];
    }
    void expect(char byte) {
        if (peek() != byte) refuse(std::string("this is no object of lists: no ") + byte + " stands here");
        ++at_;
    }
    void items(std::vector<Record>& rows) {
        expect('[');
        while (peek() != ']') {
            const auto line = line_;
            rows.push_back({value(), line});
            if (peek() == ',') ++at_;
        }
        ++at_;
    }
    /// One value, up to where its brackets are closed.
    std::string_view value() {
        (void)peek();
        const auto begin = at_;
        std::size_t depth = 0;
        do {
            const char byte = peek();
            if (byte == '"') {
                skip_text();
            } else if (byte == '{' || byte == '[') {
                ++depth;
                ++at_;
            } else if (byte == '}' || byte == ']') {
                if (depth == 0) refuse("a bracket is closed that was not opened");
                --depth;
                ++at_;
            } else if ((byte == ',' || byte == ':') && depth == 0) {
                refuse("a value is missing");
            } else {
                ++at_;
                if (depth == 0) at_ = std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size());
            }
        } while (depth > 0);
        return text_.substr(begin, at_ - begin);
    }
    void skip_text() {
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            line_ += text_[at_] == '\n' ? 1 : 0;
            if (text_[at_] == '\\') ++at_;
        }
        if (at_ >= text_.size()) refuse("the file ends in the middle");
        ++at_;
    }

    const std::string& path_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::map<std::string, std::vector<Record>> rows_;
};

std::string_view class_of(std::string_view classification) {
    if (classification == "party") return "party";
    const bool government =
        classification == "legislature" || classification == "executive" || classification == "chamber";
    return government ? "government" : "";
}

Date date_at(const dom::object& row, std::string_view key) {
    return parse_iso_date(text_at(row, key)).value_or(Date{});
}

/// Makes entities of the records.
class Reading {
public:
    Reading(const ImportOptions& options, const EntitySink& sink, ImportReport& report)
        : options_(options), sink_(sink), report_(report) {}

    void read(Sections& sections) {
        each(sections.of("posts"), [&](const dom::object& row, std::size_t) {
            const auto role = text_at(row, "role");
            posts_.emplace(text_at(row, "id"), role.empty() ? text_at(row, "label") : role);
        });
        each(sections.of("memberships"),
             [&](const dom::object& row, std::size_t line) { membership(row, text_at(row, "person_id"), line); });
        each(sections.of("organizations"), [&](const dom::object& row, std::size_t line) {
            auto entity = entity_of(row, EntityType::organization, line);
            entity.category = class_of(text_at(row, "classification"));
            take(std::move(entity));
        });
        each(sections.of("persons"), [&](const dom::object& row, std::size_t line) { person(row, line); });
    }

private:
    void each(const std::vector<Record>& records, const auto& visit) {
        for (const auto& [text, line] : records) {
            dom::element value;
            dom::object row;
            const auto fault = parser_.parse(text.data(), text.size()).get(value);
            if (fault != simdjson::SUCCESS)
                report_.refuse(std::string("not JSON: ") + simdjson::error_message(fault), line);
            else if (value.get(row) != simdjson::SUCCESS)
                report_.refuse("no JSON object", line);
            else
                visit(row, line);
        }
    }

    static void each_object(const dom::object& row, std::string_view key, const auto& visit) {
        dom::array values;
        if (row.at_key(key).get(values) != simdjson::SUCCESS) return;
        for (const auto value : values) {
            dom::object object;
            if (value.get(object) == simdjson::SUCCESS) visit(object);
        }
    }

    void take(Entity&& entity) {
        if (entity.id.empty())
            report_.refuse("no id", entity.origin.line);
        else
            sink_(std::move(entity));
    }

    [[nodiscard]] Entity entity_of(const dom::object& row, EntityType type, std::size_t line) const {
        Entity entity{};
        entity.origin.line = static_cast<std::uint32_t>(line);
        entity.type = type;
        entity.id = text_at(row, "id");
        entity.name = text_at(row, "name");
        each_object(row, "other_names", [&](const dom::object& other) {
            const auto language = text_at(other, "lang");
            const auto text = text_at(other, "name");
            const auto primary = language.substr(0, language.find('-'));
            const bool wanted = language.empty() || options_.languages.empty() || options_.languages.contains(primary);
            if (text.empty() || text == entity.name || !wanted) return;
            Alias alias{};
            alias.text = text;
            if (!language.empty()) alias.languages.emplace_back(language);
            entity.aliases.push_back(std::move(alias));
        });
        each_object(row, "identifiers", [&](const dom::object& id) {
            if (text_at(id, "scheme") == "wikidata") entity.wikidata.emplace_back(text_at(id, "identifier"));
        });
        return entity;
    }

    void person(const dom::object& row, std::size_t line) {
        auto entity = entity_of(row, EntityType::person, line);
        const auto gender = text_at(row, "gender");
        entity.gender = gender == "male" ? 'm' : gender == "female" ? 'f' : char{0};
        each_object(row, "memberships", [&](const dom::object& own) { membership(own, entity.id, line); });
        if (const auto roles = roles_.find(entity.id); roles != roles_.end()) entity.roles = std::move(roles->second);
        take(std::move(entity));
    }

    /// What somebody is in an organization, by the words of the membership, else of the post.
    void membership(const dom::object& row, std::string_view person_id, std::size_t line) {
        const auto of = text_at(row, "organization_id");
        if (person_id.empty() || of.empty()) return report_.refuse("a membership without person or organization", line);
        Role role;
        role.title = text_at(row, "role");
        if (const auto post = posts_.find(std::string(text_at(row, "post_id")));
            role.title.empty() && post != posts_.end())
            role.title = post->second;
        if (role.title.empty()) role.title = "member";
        std::transform(role.title.begin(), role.title.end(), role.title.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        role.of = of;
        role.from = date_at(row, "start_date");
        role.to = date_at(row, "end_date");
        roles_[std::string(person_id)].push_back(std::move(role));
    }

    const ImportOptions& options_;
    const EntitySink& sink_;
    ImportReport& report_;
    dom::parser parser_;
    std::map<std::string, std::string> posts_;        ///< title by id
    std::map<std::string, std::vector<Role>> roles_;  ///< by id of the person
};

}  // namespace

bool is_popolo(std::string_view path, std::string_view beginning) {
    const auto first = beginning.find_first_not_of(" \t\r\n");
    return path.ends_with(".json") && first != std::string_view::npos && beginning[first] == '{'
           && (beginning.find("\"persons\"") != std::string_view::npos
               || beginning.find("\"memberships\"") != std::string_view::npos);
}

void import_popolo(const std::string& path, const ImportOptions& options, const EntitySink& sink,
                   ImportReport& report) {
    auto lines = lines_of(path);
    std::string text;
    for (std::string line; lines.next(line); text += line + '\n') {
        if (lines.overlong())
            throw Error(error_in(path, "a line of over 32 MB", "break the lines, as `jq .` does", lines.number()));
    }
    Sections sections(path, text);
    Reading(options, sink, report).read(sections);
}

}  // namespace entente
