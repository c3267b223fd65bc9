// SPDX-License-Identifier: Apache-2.0
// A slow and strict reader of XML 1.0, as far as GraphML, GEXF and SVG use it, written apart from the writers.
#pragma once

#include <cctype>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace strict_xml {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;
    std::vector<Element> children;

    /// All elements of that name below this one, in the order of the file.
    void collect(std::string_view wanted, std::vector<const Element*>& found) const {
        for (const auto& child : children) {
            if (child.name == wanted) {
                found.push_back(&child);
            }
            child.collect(wanted, found);
        }
    }
    [[nodiscard]] std::vector<const Element*> all(std::string_view wanted) const {
        std::vector<const Element*> found;
        collect(wanted, found);
        return found;
    }
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) { check_characters(); }

    Element read() {
        skip_prolog();
        auto root = element();
        skip_blanks();
        require(at_ == text_.size(), "something follows the root element");
        return root;
    }

private:
    void require(bool held, const std::string& rule) const {
        if (!held) {
            throw std::runtime_error("byte " + std::to_string(at_) + ": " + rule);
        }
    }
    [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    void expect(std::string_view word) {
        require(sees(word), "expected " + std::string(word));
        at_ += word.size();
    }
    void skip_blanks() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
            ++at_;
        }
    }
    void skip_past(std::string_view word) {
        const auto end = text_.find(word, at_);
        require(end != std::string_view::npos, "never ends with " + std::string(word));
        at_ = end + word.size();
    }
    void skip_prolog() {
        expect("<?xml ");
        skip_past("?>");
        for (skip_blanks(); sees("<!"); skip_blanks()) {
            skip_past(sees("<!--") ? "-->" : ">");
        }
    }

    /// Production 2 of XML 1.0, byte by byte.
    void check_characters() {
        for (at_ = 0; at_ < text_.size();) {
            const auto byte = [this](std::size_t i) {
                return at_ + i < text_.size() ? static_cast<unsigned char>(text_[at_ + i]) : 0U;
            };
            const unsigned first = byte(0);
            const std::size_t bytes = first < 0x80        ? 1
                                      : first >> 5U == 6  ? 2
                                      : first >> 4U == 14 ? 3
                                      : first >> 3U == 30 ? 4
                                                          : 0;
            require(bytes != 0, "not UTF-8");
            std::uint32_t code = bytes == 1 ? first : first & (0xFFU >> (bytes + 1));
            for (std::size_t i = 1; i < bytes; ++i) {
                require(byte(i) >> 6U == 2, "not UTF-8");
                code = code << 6U | (byte(i) & 63U);
            }
            require(code == 9 || code == 10 || code == 13 || (code >= 32 && code < 0xD800)
                        || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF),
                    "no character of XML");
            at_ += bytes;
        }
        at_ = 0;
    }

    std::string name() {
        const auto start = at_;
        while (at_ < text_.size()
               && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0
                   || std::string_view(":_.-").find(text_[at_]) != std::string_view::npos)) {
            ++at_;
        }
        require(at_ > start, "expected a name");
        return std::string(text_.substr(start, at_ - start));
    }

    std::string reference() {
        static const std::map<std::string, std::string> known = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                                                 {"quot", "\""}, {"apos", "'"}, {"#9", "\t"},
                                                                 {"#10", "\n"},  {"#13", "\r"}};
        expect("&");
        const auto end = text_.find(';', at_);
        require(end != std::string_view::npos, "a reference without an end");
        const std::string body(text_.substr(at_, end - at_));
        at_ = end + 1;
        if (const auto found = known.find(body); found != known.end()) {
            return found->second;
        }
        require(body.starts_with("#"), "unknown entity " + body);
        const auto code = static_cast<unsigned>(body[1] == 'x' ? std::stoul(body.substr(2), nullptr, 16)
                                                               : std::stoul(body.substr(1)));
        require(code >= 32 && code < 0x800, "no character that is expected as a reference here");
        return code < 0x80
                   ? std::string(1, static_cast<char>(code))
                   : std::string{static_cast<char>(0xC0U | code >> 6U), static_cast<char>(0x80U | (code & 63U))};
    }

    std::string value() {
        const char quote = sees("'") ? '\'' : '"';
        expect(std::string(1, quote));
        std::string out;
        while (true) {
            require(at_ < text_.size() && text_[at_] != '<', "an attribute that never ends");
            if (text_[at_] == quote) {
                ++at_;
                return out;
            }
            if (text_[at_] == '&') {
                out += reference();
            } else {
                const char c = text_[at_++];
                out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;  // attribute-value normalization
            }
        }
    }

    void content(Element& into) {
        while (!sees("</")) {
            require(at_ < text_.size(), "an element that never ends");
            require(!sees("]]>"), "]]> in text");
            if (sees("<!--")) {
                skip_past("-->");
            } else if (sees("<")) {
                into.children.push_back(element());
            } else if (sees("&")) {
                into.text += reference();
            } else {
                into.text += text_[at_++];
            }
        }
    }

    Element element() {
        Element out;
        expect("<");
        out.name = name();
        for (skip_blanks(); !sees(">") && !sees("/>"); skip_blanks()) {
            const auto key = name();
            expect("=");
            require(out.attributes.emplace(key, value()).second, "the attribute " + key + " twice");
        }
        if (sees("/>")) {
            expect("/>");
            return out;
        }
        expect(">");
        content(out);
        expect("</" + out.name);
        skip_blanks();
        expect(">");
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace strict_xml
