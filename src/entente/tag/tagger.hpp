// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include <entente/article/article.hpp>
#include <entente/gazetteer/gazetteer.hpp>
#include <entente/gazetteer/language.hpp>
#include <entente/tag/mention.hpp>
#include <entente/tag/trace.hpp>

namespace entente {

class Image;

/// Whether an office without a name, as "the French president", is a mention of who held it on the day of the article.
enum class Roles : bool { leave, read };

/// Processor seconds of the steps of tag(), added up.
struct TagSeconds {
    double words = 0;      ///< cutting the text into words and sentences, and telling the language
    double names = 0;      ///< finding what the gazetteer lists
    double resolving = 0;  ///< deciding who is meant
    double rows = 0;       ///< writing the mentions and the signature
};

/// Finds who is named in an article.
///
/// Threads: one tagger serves any number of threads; tag() keeps nothing between calls but memory.
class Tagger {
public:
    /// `compiled` is what compile() made. `languages`, which must outlive the tagger, are the ones beside English that
    /// articles may be in, `rules` those that may decide a mention.
    /// Complexity: O(words of the languages).
    explicit Tagger(Image compiled, std::span<const Language> languages = {}, Roles roles = Roles::leave,
                    RuleSet rules = {});
    /// Compiles the gazetteer, which is then needed no more.
    explicit Tagger(const Gazetteer& gazetteer, std::span<const Language> languages = {}, Roles roles = Roles::leave,
                    RuleSet rules = {});
    ~Tagger();
    Tagger(Tagger&&) noexcept;
    Tagger& operator=(Tagger&&) noexcept;

    /// A pure function of the article, the gazetteer and the languages. An article that does not say its language is
    /// given the one that its words tell. A `trace` takes down what each rule had to say, `seconds` how long it took.
    /// Errors: throws Error when the compiled gazetteer turns out to be damaged.
    /// Complexity: O(bytes of text + mentions).
    [[nodiscard]] TaggedArticle tag(const Article& article, Trace* trace = nullptr,
                                    TagSeconds* seconds = nullptr) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace entente
