// SPDX-License-Identifier: Apache-2.0
// The form that shows what each part of a page was taken for: --show-zones.
#include "explain_forms.hpp"

#include <unistd.h>
#include <array>
#include <cstdlib>
#include <string_view>

namespace entente::cli {
namespace {

/// In the order of Zone; SGR codes of a terminal.
constexpr std::array<std::string_view, 7> colours = {"", "1", "36", "33", "35", "32", "2;31"};

bool wants_colour(const Settings& settings) {
    const char* no_colour = std::getenv("NO_COLOR");
    const bool forbidden = no_colour != nullptr && *no_colour != '\0';
    return settings.colour || (!forbidden && ::isatty(STDOUT_FILENO) == 1);
}

/// `[boilerplate: Read also]`, or the words in the colour of their zone.
void show(std::string_view words, Zone zone, bool colour, Output& output) {
    if (colour) {
        output.append("\x1B[" + std::string(colours[static_cast<std::size_t>(zone)]) + 'm');
        output.append(words);
        output.append("\x1B[0m");
        return;
    }
    output.append('[' + std::string(name_of(zone)) + ": ");
    output.append(words);
    output.append(']');
}

void show_legend(Output& output) {
    for (const auto zone :
         {Zone::headline, Zone::caption, Zone::credit, Zone::dateline, Zone::byline, Zone::boilerplate}) {
        show(name_of(zone), zone, true, output);
        output.append(zone == Zone::boilerplate ? '\n' : ' ');
    }
}

void show_page(const Article& article, bool colour, Output& output) {
    output.append("== " + article.id + '\n');
    std::uint32_t shown = 0;
    for (const auto& zone : article.zones) {
        output.append(slice(article.text, {shown, zone.span.begin}));
        if (zone.span.size() > 0) {
            show(slice(article.text, zone.span), zone.zone, colour, output);
        }
        shown = zone.span.end;
    }
    output.append(std::string_view(article.text).substr(shown));
    output.append(article.text.ends_with('\n') ? "" : "\n");
}

}  // namespace

void explain_zones(const Question& question) {
    const bool colour = wants_colour(question.settings);
    if (colour) {
        show_legend(question.output);
    }
    question.tagging.tag_all([&](TaggedArticle&&, const Article& article) {
        show_page(article, colour, question.output);
        return true;
    });
}

}  // namespace entente::cli
