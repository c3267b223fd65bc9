// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/yaml_plain.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace entente {
namespace {

/// What read_plain_yaml() does not take on.
struct Otherwise {};

constexpr std::size_t deepest = 8;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// The signs that begin something else than a text, wherever it stands.
bool is_indicator(char c) { return std::string_view("-?:,[]{}#&*!|>'\"%@`").find(c) != std::string_view::npos; }

bool is_null(std::string_view text) {
    constexpr std::array<std::string_view, 4> words{"~", "null", "Null", "NULL"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

class PlainReader {
public:
    explicit PlainReader(std::string_view text) : text_(text) {}

    std::vector<YamlNode> read() {
        std::vector<YamlNode> documents;
        next_line();
        if (is_separator()) next_line();
        while (true) {
            if (at_end() || is_separator()) throw Otherwise();  // an empty document
            documents.push_back(block());
            if (at_end()) return documents;
            if (!is_separator()) throw Otherwise();
            next_line();
        }
    }

private:
    [[nodiscard]] bool at_end() const { return begin_ == text_.size(); }
    [[nodiscard]] std::uint32_t column() const { return static_cast<std::uint32_t>(at_ - begin_); }
    [[nodiscard]] char here() const { return at_ < end_ ? text_[at_] : '\n'; }
    [[nodiscard]] char after() const { return at_ + 1 < end_ ? text_[at_ + 1] : '\n'; }
    [[nodiscard]] bool is_separator() const { return text_.substr(begin_, end_ - begin_) == "---"; }
    [[nodiscard]] bool begins_flow() const { return here() == '[' || here() == '{'; }
    [[nodiscard]] bool is_item() const { return here() == '-' && after() == ' '; }

    /// Goes to the start of the line that follows the one that was read.
    void begin_line() {
        begin_ = started_ ? std::min(end_ + 1, text_.size()) : 0;
        started_ = true;
        ++line_;
        end_ = std::min(text_.find('\n', begin_), text_.size());
        at_ = begin_;
        skip_blanks();
    }
    /// Goes to the next line that says something, behind its indentation.
    void next_line() {
        do begin_line();
        while (begin_ < text_.size() && (here() == '\n' || here() == '#'));
        const std::string_view line = text_.substr(begin_, end_ - begin_);
        const bool marks = line.starts_with("---") || line.starts_with("...") || line.starts_with('%');
        if (marks && !is_separator()) throw Otherwise();
    }
    void skip_blanks() {
        while (at_ < end_ && text_[at_] == ' ') ++at_;
    }
    /// Behind a value nothing may stand on its line.
    void close_line() {
        const std::size_t value_end = at_;
        skip_blanks();
        if (here() != '\n' && (here() != '#' || at_ == value_end)) throw Otherwise();
        next_line();
    }

    [[nodiscard]] YamlNode node(YamlNode::Kind kind) { return {kind, static_cast<std::uint32_t>(line_), column()}; }

    /// The map or list that begins here, and goes on in the lines whose indentation is this column.
    YamlNode block() {
        if (++depth_ > deepest) throw Otherwise();
        YamlNode made = is_item() ? list(column()) : map(column());
        --depth_;
        return made;
    }

    YamlNode list(std::uint32_t indent) {
        YamlNode made = node(YamlNode::Kind::sequence);
        while (column() == indent && is_item() && !at_end()) {
            ++at_;
            skip_blanks();
            if (here() == '\n' || here() == '#' || is_item()) throw Otherwise();
            made.items.push_back(begins_map() ? block() : value(indent));
        }
        close_block(indent);
        return made;
    }

    YamlNode map(std::uint32_t indent) {
        YamlNode made = node(YamlNode::Kind::map);
        while (column() == indent && !at_end() && !is_separator() && !is_item()) {
            made.items.push_back(key());
            skip_blanks();
            if (here() != '\n' && here() != '#') {
                made.items.push_back(value(indent));
                continue;
            }
            next_line();
            const bool deeper = column() > indent || (column() == indent && is_item());
            if (at_end() || is_separator() || !deeper) throw Otherwise();
            made.items.push_back(begins_flow() ? value(indent) : block());
        }
        close_block(indent);
        return made;
    }

    /// What stands deeper than a block and belongs to none is a fault, or a text of several lines.
    void close_block(std::uint32_t indent) const {
        if (!at_end() && column() > indent) throw Otherwise();
    }

    [[nodiscard]] bool begins_map() const {
        std::size_t end = at_;
        while (end < end_ && (is_letter(text_[end]) || text_[end] == '-')) ++end;
        return end > at_ && is_letter(text_[at_]) && end < end_ && text_[end] == ':'
               && (end + 1 == end_ || text_[end + 1] == ' ');
    }

    YamlNode key() {
        if (!begins_map()) throw Otherwise();
        YamlNode made = node(YamlNode::Kind::scalar);
        const std::size_t begin = at_;
        at_ = text_.find(':', at_);
        made.text = text_.substr(begin, at_ - begin);
        if (is_null(made.text)) throw Otherwise();
        ++at_;
        return made;
    }

    /// A value on the rest of the line; lines behind it are not deeper than `indent`.
    YamlNode value(std::uint32_t indent) {
        YamlNode made = begins_flow() ? flow() : text(false);
        close_line();
        close_block(indent);
        return made;
    }

    YamlNode flow() {
        if (!begins_flow()) return text(true);
        if (++depth_ > deepest) throw Otherwise();
        const bool is_map = here() == '{';
        const char close = is_map ? '}' : ']';
        YamlNode made = node(is_map ? YamlNode::Kind::map : YamlNode::Kind::sequence);
        ++at_;
        skip_in_flow();
        while (here() != close) {
            if (is_map) {
                made.items.push_back(key());
                skip_in_flow();
            }
            made.items.push_back(flow());
            skip_in_flow();
            if (here() == close) break;
            if (here() != ',') throw Otherwise();
            ++at_;
            skip_in_flow();
            if (here() == close) throw Otherwise();
        }
        ++at_;
        --depth_;
        return made;
    }

    void skip_in_flow() {
        skip_blanks();
        while (at_ == end_ && end_ < text_.size()) begin_line();
        if (at_ == end_ || here() == '#' || column() == 0) throw Otherwise();
    }

    YamlNode text(bool in_flow) {
        YamlNode made = node(YamlNode::Kind::scalar);
        if (here() == '"' || here() == '\'') {
            read_quoted(made.text);
            return made;
        }
        if (is_indicator(here())) throw Otherwise();
        const std::size_t begin = at_;
        for (; at_ < end_; ++at_) {
            const char c = text_[at_];
            if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') throw Otherwise();
            if (c == '#' && text_[at_ - 1] == ' ') break;
            if (c == ':' && (in_flow || after() == ' ' || after() == '\n')) throw Otherwise();
            if (!in_flow) continue;
            if (c == ',' || c == ']' || c == '}') break;
            if (c == '?' || c == '[' || c == '{') throw Otherwise();
        }
        std::size_t end = at_;
        while (text_[end - 1] == ' ') --end;
        made.text = text_.substr(begin, end - begin);
        if (is_null(made.text)) made = {YamlNode::Kind::nothing, made.line, made.byte};
        at_ = end;
        return made;
    }

    void read_quoted(std::string& into) {
        const char quote = here();
        for (++at_; at_ < end_; ++at_) {
            const char c = text_[at_];
            if (c == '\\' && quote == '"') {
                if (after() != '"' && after() != '\\') throw Otherwise();
                into += after();
                ++at_;
                continue;
            }
            if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') throw Otherwise();
            if (c == quote) {
                ++at_;
                if (quote == '"' || here() != quote) return;
            }
            into += c;
        }
        throw Otherwise();
    }

    std::string_view text_;
    std::size_t line_ = 0;
    std::size_t begin_ = 0;  ///< of the line
    std::size_t end_ = 0;    ///< of the line, its feed
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool started_ = false;
};

}  // namespace

std::optional<std::vector<YamlNode>> read_plain_yaml(std::string_view text) {
    try {
        return PlainReader(text).read();
    } catch (const Otherwise&) {
        return {};
    }
}

}  // namespace entente
