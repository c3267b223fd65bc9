// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/changes.hpp>
#include <entente/graph/network_changes.hpp>
#include "../network_files.hpp"
#include "../tagging.hpp"
#include "commands.hpp"

#include <charconv>
#include <iterator>

namespace entente::cli {
namespace {

std::string_view sign_of(EntityChange::Kind kind) {
    switch (kind) {
        case EntityChange::Kind::added: return "+ ";
        case EntityChange::Kind::removed: return "- ";
        case EntityChange::Kind::changed: return "~ ";
    }
    return {};
}

/// `~ person/x`, then one line for each name and fact.
std::string text_of(const EntityChange& change) {
    std::string text = std::string(sign_of(change.kind)) + change.id + '\n';
    for (const auto& name : change.removed_names) {
        text += "    - " + name + '\n';
    }
    for (const auto& name : change.added_names) {
        text += "    + " + name + '\n';
    }
    for (const auto& fact : change.facts) {
        text += "    " + fact + '\n';
    }
    return text;
}

std::string number_text(double number) {
    char text[32];
    return {text, std::to_chars(std::begin(text), std::end(text), number).ptr};
}

/// `~ person/x -- country/y: 2 -> 3`, then a sentence.
std::string text_of(const NetworkChange& change) {
    std::string text = change.before == 0 ? "+ " : change.after == 0 ? "- " : "~ ";
    text += change.ids.front() + (change.ids.size() > 1 ? " -- " + change.ids.back() : "") + ": ";
    text += number_text(change.before) + " -> " + number_text(change.after) + '\n';
    if (!change.evidence.sentence.empty()) {
        text += "    " + change.evidence.article + ": " + change.evidence.sentence + '\n';
    }
    return text;
}

Gazetteer gazetteer_at(const std::string& path, Run& run) {
    Diagnostics faults;
    auto gazetteer = read_gazetteer({path}, faults);
    for (const auto& fault : faults) {
        run.warn(fault);
    }
    return gazetteer;
}

Network network_of(const std::string& gazetteer, Settings settings, Run& run) {
    settings.gazetteers = {gazetteer};
    settings.arguments = settings.corpus;
    settings.count.evidence = 1;
    Corpus corpus(settings.count);
    Tagging(settings, run).tag_all([&](TaggedArticle&& article, const Article&) {
        return collect(article, corpus, run);
    });
    corpus.clean();
    return corpus.count();
}

template <class Change>
void print_all(const std::vector<Change>& changes) {
    std::string text;
    for (const auto& change : changes) {
        text += text_of(change);
    }
    print(text);
}

}  // namespace

Exit gazetteer_diff(const Settings& settings) {
    Run run("gazetteer diff", settings);
    const auto& before = settings.arguments.front();
    const auto& after = settings.arguments.back();
    if (settings.corpus.empty()) {
        const auto changes = changes_between(gazetteer_at(before, run), gazetteer_at(after, run));
        print_all(changes);
        return run.finish(counted(changes.size(), "entity") + " added, removed or changed");
    }
    const auto changes = changes_between(network_of(before, settings, run), network_of(after, settings, run));
    print_all(changes);
    return run.finish(counted(changes.size(), "change") + " of nodes and edges");
}

}  // namespace entente::cli
