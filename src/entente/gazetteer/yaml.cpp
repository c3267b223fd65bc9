// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <entente/text/encoding.hpp>

namespace entente {
namespace {

constexpr std::size_t deepest = 16;  // an entity's alias evidence is 6 levels down

// What yaml-cpp 0.7 says, and what that means to someone who edits a list of names.
struct Translation {
    std::string_view theirs;
    std::string_view ours;
    std::string_view hint;
};

constexpr std::array<Translation, 13> translations = {{
    {"illegal map value", "a colon where no value can start",
     "put a text that holds \": \" in quotes, and see whether the line above lacks its colon"},
    {"illegal map key", "a key where none can start",
     "check the indentation; put a text that starts with \"?\" in quotes"},
    {"end of map not found", "this does not continue the lines above it",
     "keys of one entity stand in the same column; nothing follows a closing quote"},
    {"end of sequence not found", "this does not continue the list above it",
     "items of one list start in the same column"},
    {"end of sequence flow not found", "a list is not closed", "close it with \"]\" on the line where it starts"},
    {"end of map flow not found", "a map is not closed", "close it with \"}\" on the line where it starts"},
    {"illegal block entry", "a list item where none can start", "check the indentation of \"- \""},
    {"unknown token", "a text cannot start with this character", "put the text in quotes"},
    {"illegal flow end", "a closing bracket without an opening one", "put a text that starts with a bracket in quotes"},
    {"the referenced anchor is not defined", "YAML aliases (*name) are not used in a gazetteer",
     "write the text out, in quotes when it starts with \"*\""},
    {"alias not found after *", "a text cannot start with this character", "put the text in quotes"},
    {"bad file", "lists and maps stand too deep in each other", ""},
    {"anchor not found after &", "a text cannot start with this character", "put the text in quotes"},
}};

Diagnostic translated(const YamlFile& file, const YAML::Exception& exception) {
    // yaml-cpp counts lines and columns from 0, columns in bytes, and marks -1 where it does not know.
    const auto line = static_cast<std::size_t>(std::max(exception.mark.line, 0)) + 1;
    const auto byte = static_cast<std::size_t>(std::max(exception.mark.column, 0));
    for (const auto& row : translations) {
        if (row.theirs == exception.msg)
            return file.fault_at(line, byte, 1, std::string(row.ours), std::string(row.hint));
    }
    return file.fault_at(line, byte, 1, "this is not YAML: " + exception.msg, "");
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

/// Builds the tree from yaml-cpp's events. Its own Node is passed by: it hides a key given twice, shares aliased
/// nodes, which makes bombs and cycles of them, and takes twice the time.
class YamlEvents final : public YAML::EventHandler {
public:
    explicit YamlEvents(const YamlFile& file) : file_(file) {}

    [[nodiscard]] std::vector<YamlNode> take() { return std::move(documents_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(node_at(mark, YamlNode::Kind::nothing)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Error(fault(mark, "YAML aliases (*name) are not used in a gazetteer", "write the value out"));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        if (tag == "!") check_quote(mark);
        auto node = node_at(mark, YamlNode::Kind::scalar);
        node.text = value;
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark, YamlNode::Kind::sequence);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        open(mark, YamlNode::Kind::map);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    static YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
        return {kind, static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column)};
    }
    [[nodiscard]] Diagnostic fault(const YAML::Mark& mark, std::string message, std::string hint) const {
        return file_.fault_at(static_cast<std::size_t>(mark.line) + 1, static_cast<std::size_t>(mark.column), 1,
                              std::move(message), std::move(hint));
    }
    void open(const YAML::Mark& mark, YamlNode::Kind kind) {
        if (open_.size() >= deepest) throw Error(fault(mark, "lists and maps stand too deep in each other", ""));
        open_.push_back(node_at(mark, kind));
    }
    void close() {
        auto node = std::move(open_.back());
        open_.pop_back();
        add(std::move(node));
    }
    void add(YamlNode&& node) { (open_.empty() ? documents_ : open_.back().items).push_back(std::move(node)); }

    // yaml-cpp takes an unclosed quote for one that ends with the file, and swallows every entity on the way.
    void check_quote(const YAML::Mark& mark) const {
        const auto line = file_.line_text(static_cast<std::size_t>(mark.line) + 1);
        const auto begin = static_cast<std::size_t>(mark.column);
        if (begin >= line.size() || (line[begin] != '"' && line[begin] != '\'')) return;
        for (std::size_t i = begin + 1; i < line.size(); ++i) {
            if (line[i] == '\\' && line[begin] == '"')
                ++i;
            else if (line[i] == line[begin])
                return;
        }
        throw Error(
            fault(mark, "this quote is not closed on its line", "close it, or double an apostrophe inside it: ''"));
    }

    const YamlFile& file_;
    std::vector<YamlNode> open_;
    std::vector<YamlNode> documents_;
};

std::string_view name_of(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::nothing: return "nothing";
        case YamlNode::Kind::scalar: return "a text";
        case YamlNode::Kind::sequence: return "a list";
        case YamlNode::Kind::map: return "a map";
    }
    return {};
}

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
    if (map.kind != YamlNode::Kind::map) return nullptr;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == key) return &map.items[i + 1];
    }
    return nullptr;
}

bool is_language(const YamlNode& document) {
    const auto* type = value_of(document, "type");
    return type != nullptr && type->text == "language";
}

YamlFile::YamlFile(std::string name, std::string bytes, Diagnostics& diagnostics) : name_(std::move(name)) {
    if (looks_binary(bytes)) {
        diagnostics.push_back(error_in(name_, "this is a binary file, not YAML"));
        return;
    }
    try {
        decode_text(diagnostics, std::move(bytes));
        if (check_tabs(diagnostics)) parse();
    } catch (const YAML::Exception& exception) {
        diagnostics.push_back(translated(*this, exception));
    } catch (const Error& error) {
        diagnostics.push_back(error.diagnostic());
    }
}

void YamlFile::decode_text(Diagnostics& diagnostics, std::string bytes) {
    auto decoded = decode(std::move(bytes));
    text_ = std::move(decoded.text);
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
    if (decoded.encoding == Encoding::utf8 && decoded.replaced == 0) return;
    // A name in the wrong letters would silently never be found, so the place is worth an error.
    const auto foreign = text_.find(decoded.replaced > 0 ? "\xEF\xBF\xBD" : "");
    const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), foreign) - line_starts_.begin();
    const auto number = static_cast<std::size_t>(line);
    diagnostics.push_back(fault_at(number, foreign - line_starts_[number - 1], 1,
                                   decoded.encoding == Encoding::utf8
                                       ? "these bytes are not UTF-8"
                                       : "the file is " + std::string(name_of(decoded.encoding)),
                                   "save the file as UTF-8"));
}

std::string_view YamlFile::line_text(std::size_t line) const {
    if (line == 0 || line > line_starts_.size()) return {};
    const std::size_t begin = line_starts_[line - 1];
    const std::size_t end = line < line_starts_.size() ? line_starts_[line] : text_.size();
    auto text = std::string_view(text_).substr(begin, end - begin);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool YamlFile::check_tabs(Diagnostics& diagnostics) const {
    for (std::size_t line = 1; line <= line_starts_.size(); ++line) {
        const auto text = line_text(line);
        const auto tab = text.find_first_not_of(' ');
        if (tab == std::string_view::npos || text[tab] != '\t') continue;
        const auto content = text.find_first_not_of(" \t");
        if (content == std::string_view::npos || text[content] == '#') continue;
        diagnostics.push_back(
            fault_at(line, tab, content - tab, "a tab indents this line", "indent with spaces, two a level"));
        return false;
    }
    return true;
}

void YamlFile::parse() {
    std::istringstream in(text_);
    YamlEvents events(*this);
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(events)) {
    }
    documents_ = events.take();
}

Diagnostic YamlFile::fault(const YamlNode& node, std::string message, std::string hint) const {
    const std::size_t width =
        node.kind == YamlNode::Kind::scalar ? std::max<std::size_t>(code_points(node.text), 1) : 1;
    return fault_at(node.line, node.byte, width, std::move(message), std::move(hint));
}

Diagnostic YamlFile::fault_at(std::size_t line, std::size_t byte, std::size_t width, std::string message,
                              std::string hint) const {
    const auto text = line_text(line);
    const std::size_t column = code_points(text.substr(0, std::min(byte, text.size()))) + 1;
    const std::size_t rest = code_points(text.substr(std::min(byte, text.size())));
    auto diagnostic = error_in(name_, std::move(message), std::move(hint), line);
    diagnostic.place.column = column;
    diagnostic.source_line = text;
    diagnostic.width = std::clamp<std::size_t>(width, 1, std::max<std::size_t>(rest, 1));
    return diagnostic;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& choices, std::string_view what) {
    const auto nearest = nearest_of(typed, choices);
    std::string hint = nearest.empty() ? "" : "did you mean " + in_quotes(nearest) + "? ";
    hint.append(what).append(" are ");
    for (const auto choice : choices) hint.append(choice == choices.front() ? "" : ", ").append(choice);
    return hint;
}

std::vector<std::pair<std::string_view, const YamlNode*>> entries_of(const YamlFile& file, const YamlNode& map,
                                                                     const std::vector<std::string_view>& keys,
                                                                     Diagnostics& diagnostics) {
    std::vector<std::pair<std::string_view, const YamlNode*>> entries;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        const auto& key = map.items[i];
        const auto same =
            std::find_if(entries.begin(), entries.end(), [&](const auto& row) { return row.first == key.text; });
        if (key.kind != YamlNode::Kind::scalar) {
            diagnostics.push_back(file.fault(key, "a key is one word, this is " + std::string(name_of(key.kind))));
        } else if (std::find(keys.begin(), keys.end(), key.text) == keys.end()) {
            diagnostics.push_back(
                file.fault(key, "unknown key " + in_quotes(key.text), did_you_mean(key.text, keys, "Keys here")));
        } else if (same != entries.end()) {
            diagnostics.push_back(
                file.fault(key, "the key " + in_quotes(key.text) + " stands twice",
                           "the first is in line " + std::to_string(same->second->line) + "; join them or delete one"));
        } else {
            entries.emplace_back(key.text, &map.items[i + 1]);
        }
    }
    return entries;
}

}  // namespace entente
