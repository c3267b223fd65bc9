// SPDX-License-Identifier: Apache-2.0
#include <entente/article/html_marks.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <entente/article/html_tokens.hpp>

namespace entente {
namespace {

enum class Where : std::uint8_t { word, start, anywhere };

/// A word of class names and ids. `word`: between marks or capitals; `start`: such a word begins so;
/// `anywhere`: also inside a word, for names that are written together: "sharebar".
struct Row {
    std::string_view word;
    Where where;
    HtmlMarks marks;
};

// The words that publishing systems and themes use, in English as most of them, then in other languages.
constexpr std::array rows = {
    Row{"articlebody", Where::anywhere, marks_story},
    Row{"articletext", Where::anywhere, marks_story},
    Row{"articlecontent", Where::anywhere, marks_story},
    Row{"storybody", Where::anywhere, marks_story},
    Row{"storytext", Where::anywhere, marks_story},
    Row{"storycontent", Where::anywhere, marks_story},
    Row{"newsbody", Where::anywhere, marks_story},
    Row{"newstext", Where::anywhere, marks_story},
    Row{"newscontent", Where::anywhere, marks_story},
    Row{"postbody", Where::anywhere, marks_story},
    Row{"postcontent", Where::anywhere, marks_story},
    Row{"entrycontent", Where::anywhere, marks_story},
    Row{"entrybody", Where::anywhere, marks_story},
    Row{"bodytext", Where::anywhere, marks_story},
    Row{"bodycopy", Where::anywhere, marks_story},
    Row{"bodycontent", Where::anywhere, marks_story},
    Row{"maintext", Where::anywhere, marks_story},
    Row{"fulltext", Where::anywhere, marks_story},
    Row{"richtext", Where::anywhere, marks_content},
    Row{"fieldnamebody", Where::anywhere, marks_story},
    Row{"articlefulltext", Where::anywhere, marks_story},
    Row{"detailtext", Where::anywhere, marks_story},
    Row{"cuerponoticia", Where::anywhere, marks_story},
    Row{"article", Where::word, marks_content},
    Row{"story", Where::word, marks_content},
    Row{"post", Where::word, marks_content},
    Row{"entry", Where::word, marks_content},
    Row{"content", Where::word, marks_content},
    Row{"body", Where::word, marks_content},
    Row{"text", Where::word, marks_content},
    Row{"main", Where::word, marks_content},
    Row{"artikel", Where::word, marks_content},
    Row{"articolo", Where::word, marks_content},
    Row{"articulo", Where::word, marks_content},
    Row{"noticia", Where::word, marks_content},
    Row{"nota", Where::word, marks_content},
    Row{"cuerpo", Where::word, marks_content},
    Row{"texto", Where::word, marks_content},
    Row{"texte", Where::word, marks_content},
    Row{"testo", Where::word, marks_content},
    Row{"haber", Where::word, marks_content},
    Row{"nav", Where::word, marks_navigation},
    Row{"navbar", Where::start, marks_navigation},
    Row{"navigation", Where::anywhere, marks_navigation},
    Row{"menu", Where::start, marks_navigation},
    Row{"submenu", Where::start, marks_navigation},
    Row{"topmenu", Where::start, marks_navigation},
    Row{"breadcrumb", Where::anywhere, marks_navigation},
    Row{"crumbs", Where::word, marks_navigation},
    Row{"pagination", Where::anywhere, marks_navigation},
    Row{"pager", Where::word, marks_navigation},
    Row{"paging", Where::word, marks_navigation},
    Row{"prevnext", Where::anywhere, marks_navigation},
    Row{"masthead", Where::anywhere, marks_navigation},
    Row{"toolbar", Where::anywhere, marks_sharing},
    Row{"toolbox", Where::anywhere, marks_sharing},
    Row{"skiplink", Where::anywhere, marks_navigation},
    Row{"search", Where::word, marks_navigation},
    Row{"searchform", Where::anywhere, marks_navigation},
    Row{"ticker", Where::word, marks_navigation},
    Row{"comment", Where::start, marks_comments},
    Row{"comments", Where::anywhere, marks_comments},
    Row{"commentlist", Where::anywhere, marks_comments},
    Row{"commentaires", Where::word, marks_comments},
    Row{"comentario", Where::start, marks_comments},
    Row{"kommentar", Where::start, marks_comments},
    Row{"commenti", Where::word, marks_comments},
    Row{"reacties", Where::word, marks_comments},
    Row{"yorumlar", Where::word, marks_comments},
    Row{"reply", Where::word, marks_comments},
    Row{"replies", Where::word, marks_comments},
    Row{"responses", Where::word, marks_comments},
    Row{"talkback", Where::word, marks_comments},
    Row{"disqus", Where::anywhere, marks_comments},
    Row{"respond", Where::word, marks_comments},
    Row{"reactions", Where::word, marks_comments},
    Row{"discussion", Where::word, marks_comments},
    Row{"livefyre", Where::anywhere, marks_comments},
    Row{"share", Where::word, marks_sharing},
    Row{"sharing", Where::word, marks_sharing},
    Row{"sharebar", Where::start, marks_sharing},
    Row{"shares", Where::word, marks_sharing},
    Row{"sharetool", Where::anywhere, marks_sharing},
    Row{"sharethis", Where::anywhere, marks_sharing},
    Row{"addthis", Where::anywhere, marks_sharing},
    Row{"addtoany", Where::anywhere, marks_sharing},
    Row{"sharedaddy", Where::anywhere, marks_sharing},
    Row{"social", Where::start, marks_sharing},
    Row{"socials", Where::word, marks_sharing},
    Row{"bookmark", Where::word, marks_sharing},
    Row{"follow", Where::word, marks_sharing},
    Row{"print", Where::word, marks_sharing},
    Row{"related", Where::start, marks_related},
    Row{"relacionad", Where::start, marks_related},
    Row{"correlat", Where::start, marks_related},
    Row{"recommend", Where::start, marks_related},
    Row{"recirc", Where::start, marks_related},
    Row{"recirculation", Where::anywhere, marks_related},
    Row{"readmore", Where::anywhere, marks_related},
    Row{"readalso", Where::anywhere, marks_related},
    Row{"seealso", Where::anywhere, marks_related},
    Row{"morenews", Where::anywhere, marks_related},
    Row{"morestories", Where::anywhere, marks_related},
    Row{"morefrom", Where::anywhere, marks_related},
    Row{"moreon", Where::word, marks_related},
    Row{"mostread", Where::anywhere, marks_related},
    Row{"mostpopular", Where::anywhere, marks_related},
    Row{"mostviewed", Where::anywhere, marks_related},
    Row{"popular", Where::word, marks_related},
    Row{"trending", Where::word, marks_related},
    Row{"latest", Where::word, marks_related},
    Row{"latestnews", Where::anywhere, marks_related},
    Row{"outbrain", Where::anywhere, marks_related},
    Row{"taboola", Where::anywhere, marks_related},
    Row{"zergnet", Where::anywhere, marks_related},
    Row{"yarpp", Where::anywhere, marks_related},
    Row{"jprelatedposts", Where::anywhere, marks_related},
    Row{"readnext", Where::anywhere, marks_related},
    Row{"upnext", Where::anywhere, marks_related},
    Row{"newsletter", Where::anywhere, marks_promotion},
    Row{"subscribe", Where::start, marks_promotion},
    Row{"subscription", Where::word, marks_promotion},
    Row{"signup", Where::anywhere, marks_promotion},
    Row{"donate", Where::word, marks_promotion},
    Row{"donation", Where::start, marks_promotion},
    Row{"paywall", Where::word, marks_promotion},
    Row{"promo", Where::start, marks_promotion},
    Row{"promobox", Where::anywhere, marks_promotion},
    Row{"cta", Where::word, marks_promotion},
    Row{"mailchimp", Where::anywhere, marks_promotion},
    Row{"advert", Where::start, marks_advert},
    Row{"ad", Where::word, marks_advert},
    Row{"ads", Where::word, marks_advert},
    Row{"adslot", Where::anywhere, marks_advert},
    Row{"adsense", Where::anywhere, marks_advert},
    Row{"adbox", Where::word, marks_advert},
    Row{"dfp", Where::word, marks_advert},
    Row{"sponsor", Where::start, marks_advert},
    Row{"werbung", Where::word, marks_advert},
    Row{"anzeige", Where::word, marks_advert},
    Row{"publicidad", Where::word, marks_advert},
    Row{"sidebar", Where::anywhere, marks_sidebar},
    Row{"rail", Where::word, marks_sidebar},
    Row{"rightcol", Where::start, marks_sidebar},
    Row{"rightcolumn", Where::start, marks_sidebar},
    Row{"rightbar", Where::start, marks_sidebar},
    Row{"widget", Where::word, marks_sidebar},
    Row{"widgets", Where::word, marks_sidebar},
    Row{"footer", Where::anywhere, marks_footer},
    Row{"colophon", Where::word, marks_footer},
    Row{"copyright", Where::word, marks_footer},
    Row{"tags", Where::word, marks_tags},
    Row{"taglist", Where::anywhere, marks_tags},
    Row{"tagcloud", Where::anywhere, marks_tags},
    Row{"keywords", Where::word, marks_tags},
    Row{"topics", Where::word, marks_tags},
    Row{"etiquetas", Where::word, marks_tags},
    Row{"authorbio", Where::anywhere, marks_author_box},
    Row{"authorbox", Where::anywhere, marks_author_box},
    Row{"authorinfo", Where::anywhere, marks_author_box},
    Row{"aboutauthor", Where::anywhere, marks_author_box},
    Row{"abouttheauthor", Where::anywhere, marks_author_box},
    Row{"authordescription", Where::anywhere, marks_author_box},
    Row{"authorprofile", Where::anywhere, marks_author_box},
    Row{"bio", Where::word, marks_author_box},
    Row{"cookie", Where::start, marks_notice},
    Row{"consent", Where::word, marks_notice},
    Row{"gdpr", Where::word, marks_notice},
    Row{"onetrust", Where::anywhere, marks_notice},
    Row{"modal", Where::word, marks_notice},
    Row{"popup", Where::word, marks_notice},
    Row{"lightbox", Where::word, marks_notice},
    Row{"overlay", Where::word, marks_notice},
    Row{"login", Where::word, marks_notice},
    Row{"disclaimer", Where::word, marks_notice},
    Row{"poll", Where::word, marks_form},
    Row{"visuallyhidden", Where::anywhere, marks_hidden},
    Row{"sronly", Where::anywhere, marks_hidden},
    Row{"screenreader", Where::anywhere, marks_hidden},
    Row{"offscreen", Where::word, marks_hidden},
    Row{"caption", Where::anywhere, marks_caption},
    Row{"cutline", Where::anywhere, marks_caption},
    Row{"legend", Where::word, marks_caption},
    Row{"legende", Where::word, marks_caption},
    Row{"credit", Where::word, marks_credit},
    Row{"credits", Where::word, marks_credit},
    Row{"imagecredit", Where::anywhere, marks_credit},
    Row{"photocredit", Where::anywhere, marks_credit},
    Row{"photographer", Where::anywhere, marks_credit},
    Row{"byline", Where::anywhere, marks_byline},
    Row{"author", Where::word, marks_byline},
    Row{"authors", Where::word, marks_byline},
    Row{"autor", Where::word, marks_byline},
    Row{"autore", Where::word, marks_byline},
    Row{"auteur", Where::word, marks_byline},
    Row{"writer", Where::word, marks_byline},
    Row{"meta", Where::word, marks_byline},
    Row{"postmeta", Where::anywhere, marks_byline},
    Row{"date", Where::word, marks_date},
    Row{"dateline", Where::word, marks_date},
    Row{"datetime", Where::word, marks_date},
    Row{"published", Where::word, marks_date},
    Row{"publishdate", Where::anywhere, marks_date},
    Row{"pubdate", Where::anywhere, marks_date},
    Row{"postdate", Where::anywhere, marks_date},
    Row{"timestamp", Where::anywhere, marks_date},
    Row{"fecha", Where::word, marks_date},
    Row{"datum", Where::word, marks_date},
    Row{"headline", Where::word, marks_headline},
    Row{"figure", Where::word, marks_figure},
    Row{"gallery", Where::word, marks_figure},
    Row{"slideshow", Where::word, marks_figure},
    Row{"teaser", Where::start, marks_teaser},
    Row{"card", Where::word, marks_teaser},
    Row{"excerpt", Where::word, marks_teaser},
};

// Two neighbouring words count as one: "article-body", "articleBody" and "article_body" are "articlebody".
HtmlMarks marks_of_name(std::string_view name) {
    constexpr std::size_t longest = 96;  // bytes; what machines generate says nothing
    if (name.size() > longest) return 0;
    std::string together;
    std::vector<std::size_t> begins;
    bool inside = false;
    bool small = false;
    for (const char c : name) {
        const bool capital = c >= 'A' && c <= 'Z';
        const char letter = capital ? static_cast<char>(c + 32) : c;
        if (letter < 'a' || letter > 'z') {
            inside = false;
            continue;
        }
        if (!inside || (capital && small)) begins.push_back(together.size());
        inside = true;
        small = !capital;
        together += letter;
    }
    if (begins.empty()) return 0;
    begins.push_back(together.size());
    HtmlMarks marks = 0;
    const std::string_view all = together;
    for (const Row& row : rows) {
        const auto at = all.find(row.word);
        if (at == std::string_view::npos || (marks & row.marks) == row.marks) continue;
        if (row.where == Where::anywhere) marks |= row.marks;
        for (std::size_t i = 0; row.where != Where::anywhere && i + 1 < begins.size(); ++i) {
            const auto word = all.substr(begins[i], begins[i + 1] - begins[i]);
            if (row.where == Where::word ? word == row.word : word.starts_with(row.word)) marks |= row.marks;
        }
    }
    return marks;
}

HtmlMarks marks_of_names(std::string_view names) {
    constexpr std::size_t most = 24;  // utility classes by the dozen say nothing
    HtmlMarks marks = 0;
    for (std::size_t begin = 0, count = 0; begin < names.size() && count < most; ++count) {
        const auto end = std::min(names.find_first_of(" \t\r\n", begin), names.size());
        const auto name = names.substr(begin, end - begin);
        if (end > begin) marks |= marks_of_name(name);
        // "hidden md:block" hides nothing on a wide screen.
        if (name == "hidden" && names.find(':') == std::string_view::npos) marks |= marks_hidden;
        begin = end + 1;
    }
    return marks;
}

HtmlMarks marks_of_role(std::string_view role) {
    if (is_name(role, "main")) return marks_content;
    if (is_name(role, "article")) return marks_content;
    if (is_name(role, "navigation") || is_name(role, "menu") || is_name(role, "menubar") || is_name(role, "banner")
        || is_name(role, "search"))
        return marks_navigation;
    if (is_name(role, "complementary")) return marks_sidebar;
    if (is_name(role, "contentinfo")) return marks_footer;
    if (is_name(role, "dialog") || is_name(role, "alertdialog") || is_name(role, "alert")) return marks_notice;
    return 0;
}

HtmlMarks marks_of_property(std::string_view property) {
    if (is_name(property, "articlebody")) return marks_story;
    if (is_name(property, "headline")) return marks_headline;
    if (is_name(property, "author")) return marks_byline;
    if (is_name(property, "datepublished") || is_name(property, "datemodified")) return marks_date;
    if (is_name(property, "caption")) return marks_caption;
    if (is_name(property, "comment")) return marks_comments;
    return 0;
}

bool is_hidden_style(std::string_view style) {
    std::string plain;
    for (const char c : style) {
        if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

}  // namespace

HtmlMarks marks_of(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::article: return marks_content;
        case HtmlTag::main_part: return marks_content;
        case HtmlTag::navigation: return marks_navigation;
        case HtmlTag::aside: return marks_sidebar;
        case HtmlTag::footer: return marks_footer;
        case HtmlTag::header: return marks_header;
        case HtmlTag::figcaption: return marks_caption;
        case HtmlTag::figure: return marks_figure;
        case HtmlTag::form: return marks_form;
        case HtmlTag::button:
        case HtmlTag::select: return marks_form;
        case HtmlTag::headline:
        case HtmlTag::subheading: return marks_headline;
        case HtmlTag::time: return marks_date;
        case HtmlTag::cell: return marks_table;
        case HtmlTag::list: return marks_list;
        case HtmlTag::blockquote: return marks_quote;
        case HtmlTag::paragraph: return marks_paragraph;
        default: return 0;
    }
}

HtmlMarks marks_of(std::string_view attribute, std::string_view value) {
    // The id of a section may be its heading: "sharing-with-a-single-developer".
    if (is_name(attribute, "id") && std::count(value.begin(), value.end(), '-') > 3) return 0;
    if (is_name(attribute, "class") || is_name(attribute, "id") || is_name(attribute, "data-testid")
        || is_name(attribute, "data-component"))
        return marks_of_names(value);
    if (is_name(attribute, "role")) return marks_of_role(value);
    if (is_name(attribute, "itemprop")) return marks_of_property(value);
    if (is_name(attribute, "hidden")) return marks_hidden;
    if (is_name(attribute, "style")) return is_hidden_style(value) ? HtmlMarks{marks_hidden} : 0;
    if (is_name(attribute, "rel")) return is_name(value, "author") ? HtmlMarks{marks_byline} : 0;
    return 0;
}

}  // namespace entente
