// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_tree.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>

#include <entente/article/html_text.hpp>
#include <entente/article/html_tokens.hpp>

namespace entente {
namespace {

// How far up an end tag looks for its start, so that a page of nothing but misnested tags costs no more than others.
constexpr std::size_t farthest_inline = 64;
constexpr std::size_t farthest_block = 512;

struct OpenElement {
    std::string_view name;
    HtmlTag tag = HtmlTag::other_block;
    std::uint32_t element = 0;  // the nearest that the document has
    bool own = false;           // whether that is this one
};

struct Attributes {
    HtmlMarks marks = 0;
    std::string_view language, type, href, rel, content, datetime, title;
    std::string_view property;  // of itemprop, property, name or http-equiv
};

Attributes attributes_of(std::string_view written) {
    Attributes found;
    HtmlAttribute attribute;
    while (next_attribute(written, attribute)) {
        const auto [name, value] = attribute;
        found.marks |= marks_of(name, value);
        if (is_name(name, "lang")) found.language = value;
        if (is_name(name, "xml:lang") && found.language.empty()) found.language = value;
        if (is_name(name, "type")) found.type = value;
        if (is_name(name, "href")) found.href = value;
        if (is_name(name, "rel")) found.rel = value;
        if (is_name(name, "content")) found.content = value;
        if (is_name(name, "datetime")) found.datetime = value;
        if (is_name(name, "property") || is_name(name, "itemprop")
            || (found.property.empty() && (is_name(name, "name") || is_name(name, "http-equiv"))))
            found.property = value;
    }
    return found;
}

class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view html) : tokenizer_(html), writer_(html, document_) {
        document_.elements.push_back({});
        open_.push_back({"html", HtmlTag::html, 0, true});
    }
    HtmlDocument build();

private:
    void write(std::string_view text);
    void start(const HtmlToken& token);
    void end(const HtmlToken& token);
    void raw(const HtmlToken& token);
    void note(HtmlTag tag, const Attributes& attributes);
    void start_link(const Attributes& attributes);
    void end_link();
    void push(const HtmlToken& token, HtmlTag tag, HtmlMarks marks);
    void pop();
    void pop_to(std::size_t size);
    void close_implied(HtmlTag tag);
    void close_up_to(std::initializer_list<HtmlTag> closed, std::initializer_list<HtmlTag> barriers);
    void place_block();
    [[nodiscard]] HtmlTag tag_of(std::string_view name) const;
    [[nodiscard]] std::size_t innermost_block(std::size_t farthest) const;

    HtmlDocument document_;
    HtmlTokenizer tokenizer_;
    HtmlTextWriter writer_;
    std::vector<OpenElement> open_;
    std::vector<std::uint32_t> depth_;  // of each of document_.elements: its place in open_ while it is open
    std::size_t link_depth_ = 0;        // size of open_ when the open link began; 0 when none is open
    std::size_t preformatted_ = 0;      // open elements of the kinds
    std::size_t unseen_ = 0;
    std::string_view script_type_;
};

bool is_unseen(HtmlTag tag) { return tag == HtmlTag::unseen || tag == HtmlTag::media; }

HtmlDocument TreeBuilder::build() {
    depth_.push_back(0);
    for (auto token = tokenizer_.next(); token.kind != HtmlToken::Kind::end; token = tokenizer_.next()) {
        switch (token.kind) {
            case HtmlToken::Kind::text: write(token.content); break;
            case HtmlToken::Kind::raw_text: raw(token); break;
            case HtmlToken::Kind::start_tag: start(token); break;
            case HtmlToken::Kind::end_tag: end(token); break;
            case HtmlToken::Kind::end: break;
        }
    }
    pop_to(1);
    auto& root = document_.elements.front();
    root.end = static_cast<std::uint32_t>(document_.elements.size());
    root.end_block = static_cast<std::uint32_t>(document_.blocks.size());
    root.text.end = static_cast<std::uint32_t>(document_.text.size());
    return std::move(document_);
}

void TreeBuilder::write(std::string_view text) {
    if (unseen_ > 0) return;
    const auto blocks = document_.blocks.size();
    writer_.write(text, link_depth_ > 0, preformatted_ > 0);
    // In <pre> one piece of text may be several blocks.
    for (auto block = blocks; block < document_.blocks.size(); ++block)
        document_.blocks[block].element = open_.back().element;
    if (document_.blocks.size() == blocks && writer_.in_block()) place_block();
}

// The block that goes on here belongs to an element that holds both its parts.
void TreeBuilder::place_block() {
    auto& element = document_.blocks.back().element;
    const auto is_open = [&](std::uint32_t index) {
        const auto at = depth_[index];
        return at < open_.size() && open_[at].own && open_[at].element == index;
    };
    while (element != 0 && !is_open(element)) element = document_.elements[element].parent;
}

void TreeBuilder::raw(const HtmlToken& token) {
    if (token.name == "title" && document_.title.empty() && unseen_ == 0) document_.title = token.content;
    if (token.name == "script" && script_type_.find("ld+json") != std::string_view::npos)
        document_.json_ld.push_back(token.content);
}

// The innermost open block, or 0 when none is within `farthest`.
std::size_t TreeBuilder::innermost_block(std::size_t farthest) const {
    const auto last = open_.size() - 1;
    auto at = last;
    while (at > 0 && !is_block(open_[at].tag)) {
        if (last - at == farthest) return 0;
        --at;
    }
    return at;
}

// A site's own element is part of the paragraph that it stands in.
HtmlTag TreeBuilder::tag_of(std::string_view name) const {
    const auto tag = html_tag(name);
    const bool own = tag == HtmlTag::other_block && name.find('-') != std::string_view::npos;
    return own && open_[innermost_block(farthest_inline)].tag == HtmlTag::paragraph ? HtmlTag::other_inline : tag;
}

void TreeBuilder::start(const HtmlToken& token) {
    const auto tag = tag_of(token.name);
    const auto attributes = attributes_of(token.content);
    script_type_ = is_name(token.name, "script") ? attributes.type : std::string_view();
    if (is_name(token.name, "script") || is_name(token.name, "style") || is_name(token.name, "title")
        || is_name(token.name, "noscript") || is_name(token.name, "iframe") || is_name(token.name, "textarea"))
        return;
    if (tag == HtmlTag::html || tag == HtmlTag::head || tag == HtmlTag::body) {
        if (tag == HtmlTag::html && document_.language.empty()) document_.language = attributes.language;
        return writer_.end_block();
    }
    note(tag, attributes);
    if (tag == HtmlTag::line_break) return writer_.break_line();
    if (is_block(tag)) {
        close_implied(tag);
        writer_.end_block();
    }
    if (tag == HtmlTag::anchor) start_link(attributes);
    // A page's own empty element may be written "<ad-slot/>"; "<div/>" is an open <div>.
    const bool own_element = tag == HtmlTag::other_inline || tag == HtmlTag::other_block || tag == HtmlTag::media;
    if (is_void(tag) || (token.closes_itself && own_element)) return;
    push(token, tag, attributes.marks | marks_of(tag));
}

void TreeBuilder::note(HtmlTag tag, const Attributes& attributes) {
    // What an element without lines of its own says, its neighbours say too.
    const auto element = static_cast<std::uint32_t>(document_.elements.size());
    if (tag == HtmlTag::meta)
        document_.properties.push_back({attributes.property, attributes.content, open_.back().element, true});
    else if (tag == HtmlTag::link)
        document_.properties.push_back({attributes.rel, attributes.href, open_.back().element, true});
    else if (tag == HtmlTag::time)
        document_.properties.push_back(
            {attributes.property.empty() ? "time" : attributes.property, attributes.datetime, element, false});
    else if (!attributes.property.empty())
        document_.properties.push_back({attributes.property, attributes.content, element, false});
}

// A link in a link ends the first one; <a name> is none.
void TreeBuilder::start_link(const Attributes& attributes) {
    end_link();
    link_depth_ = attributes.href.empty() ? 0 : open_.size();
    if (link_depth_ > 0) writer_.begin_link();
}

void TreeBuilder::end_link() {
    link_depth_ = 0;
    for (std::size_t i = open_.size(); i-- > 1 && open_.size() - i <= farthest_inline && !is_block(open_[i].tag);) {
        if (open_[i].tag == HtmlTag::anchor) return pop_to(i);
    }
}

void TreeBuilder::push(const HtmlToken& token, HtmlTag tag, HtmlMarks marks) {
    const bool own = is_block(tag) || marks != 0;
    auto element = open_.back().element;
    if (own) {
        const auto parent = element;
        element = static_cast<std::uint32_t>(document_.elements.size());
        document_.elements.push_back({.tag = tag,
                                      .marks = marks,
                                      .parent = parent,
                                      .first_block = static_cast<std::uint32_t>(document_.blocks.size()),
                                      .text = {static_cast<std::uint32_t>(document_.text.size()), 0}});
        depth_.push_back(static_cast<std::uint32_t>(open_.size()));
    }
    open_.push_back({token.name, tag, element, own});
    if (tag == HtmlTag::preformatted) ++preformatted_;
    if (is_unseen(tag)) ++unseen_;
}

void TreeBuilder::pop() {
    const auto last = open_.back();
    open_.pop_back();
    // A photographer's name before the first words of a paragraph is none of them.
    const bool beside = last.own && (document_.elements[last.element].marks & (marks_caption | marks_credit)) != 0;
    if (is_block(last.tag) || beside) writer_.end_block();
    if (last.own) {
        document_.elements[last.element].end = static_cast<std::uint32_t>(document_.elements.size());
        document_.elements[last.element].end_block = static_cast<std::uint32_t>(document_.blocks.size());
        document_.elements[last.element].text.end = static_cast<std::uint32_t>(document_.text.size());
    }
    if (last.tag == HtmlTag::preformatted) --preformatted_;
    if (is_unseen(last.tag)) --unseen_;
    if (link_depth_ > open_.size()) link_depth_ = 0;
}

void TreeBuilder::pop_to(std::size_t size) {
    while (open_.size() > size) pop();
}

// Closes the innermost of `closed` and all in it, unless one of `barriers` stands between.
void TreeBuilder::close_up_to(std::initializer_list<HtmlTag> closed, std::initializer_list<HtmlTag> barriers) {
    const auto has = [](std::initializer_list<HtmlTag> tags, HtmlTag tag) {
        return std::find(tags.begin(), tags.end(), tag) != tags.end();
    };
    for (std::size_t i = open_.size(); i-- > 1 && open_.size() - i <= farthest_block;) {
        if (has(closed, open_[i].tag)) return pop_to(i);
        if (has(barriers, open_[i].tag)) return;
    }
}

// The end tags that a start tag implies.
void TreeBuilder::close_implied(HtmlTag tag) {
    using enum HtmlTag;
    // Whatever has lines of its own ends a paragraph, for that holds only words.
    if (const auto block = innermost_block(open_.size()); open_[block].tag == paragraph) pop_to(block);
    switch (tag) {
        case list_item: return close_up_to({list_item}, {list, table, cell, division});
        case term: return close_up_to({term}, {other_block, table, cell, division});
        case cell: return close_up_to({cell}, {row, table});
        case row: return close_up_to({row}, {table});
        case table_part: return close_up_to({table_part}, {table});
        default: return;
    }
}

void TreeBuilder::end(const HtmlToken& token) {
    const auto tag = tag_of(token.name);
    if (tag == HtmlTag::anchor) return end_link();
    if (tag == HtmlTag::body || tag == HtmlTag::html || tag == HtmlTag::head) return writer_.end_block();
    if (is_name(token.name, "br")) return writer_.break_line();
    if (is_block(tag)) writer_.end_block();
    const bool table = tag == HtmlTag::table || tag == HtmlTag::row || tag == HtmlTag::table_part;
    const std::size_t farthest = is_block(tag) ? farthest_block : farthest_inline;
    for (std::size_t i = open_.size(); i-- > 1 && open_.size() - i <= farthest;) {
        const auto& open = open_[i];
        if (open.tag == tag && open.name.size() == token.name.size()
            && std::equal(open.name.begin(), open.name.end(), token.name.begin(),
                          [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
            return pop_to(i);
        // A tag of words ends nothing outside its block, one of blocks nothing outside its table.
        const bool barrier =
            is_block(tag) ? open.tag == HtmlTag::table || (open.tag == HtmlTag::cell && !table) : is_block(open.tag);
        if (barrier) return;
    }
}

}  // namespace

HtmlDocument read_html(std::string_view html) { return TreeBuilder(html).build(); }

}  // namespace entente
