// SPDX-License-Identifier: Apache-2.0
// bench_vectorscan NAMES.tsv TEXT.txt: vectorscan as a rival of bench_all; it answers as rivals/matching.rs does: README.md.
#include <entente/text/cpu_clock.hpp>

#include <hs/hs.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

struct Hit {
    std::size_t begin;
    std::size_t end;
    unsigned name;
};

struct Search {
    std::string_view text;
    const std::vector<std::size_t>& lengths;  ///< of the names
    std::size_t before = 0;                   ///< bytes of the text before the piece that is searched
    std::vector<Hit> hits = {};

    /// Letters, digits and "_"; beyond ASCII all but punctuation, which is U+2000 to U+206F: bytes E2 80 or E2 81.
    [[nodiscard]] bool is_word(std::size_t at, std::size_t lead) const {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) return lead + 1 >= text.size() || text[lead] != '\xE2' || (text[lead + 1] | '\1') != '\x81';
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
               || byte == '_';
    }
    [[nodiscard]] bool is_whole(std::size_t begin, std::size_t end) const {
        return (begin == 0 || !is_word(begin - 1, begin >= 3 ? begin - 3 : text.size()))
               && (end == text.size() || !is_word(end, end));
    }
};

int on_match(unsigned name, unsigned long long, unsigned long long to, unsigned, void* context) {
    auto& search = *static_cast<Search*>(context);
    const auto end = search.before + to;
    const auto begin = end - search.lengths[name];
    if (search.is_whole(begin, end)) search.hits.push_back({begin, end, name});
    return 0;
}

class Automaton {
public:
    explicit Automaton(const std::vector<std::string>& names) {
        std::vector<const char*> literals;
        std::vector<unsigned> numbers;
        const std::vector<unsigned> flags(names.size(), 0);
        for (const std::string& name : names) {
            numbers.push_back(static_cast<unsigned>(literals.size()));
            literals.push_back(name.c_str());
            lengths_.push_back(name.size());
        }
        hs_compile_error_t* error = nullptr;
        if (hs_compile_lit_multi(literals.data(), flags.data(), numbers.data(), lengths_.data(),
                                 static_cast<unsigned>(names.size()), HS_MODE_BLOCK, nullptr, &database_, &error)
            != HS_SUCCESS)
            throw std::runtime_error(error->message);
        if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) throw std::runtime_error("no memory to search with");
    }
    Automaton(const Automaton&) = delete;
    Automaton& operator=(const Automaton&) = delete;
    ~Automaton() {
        hs_free_scratch(scratch_);
        hs_free_database(database_);
    }

    /// Seconds to open the written form, as a program does that has no time to compile.
    [[nodiscard]] double opening() const {
        char* bytes = nullptr;
        std::size_t length = 0;
        if (hs_serialize_database(database_, &bytes, &length) != HS_SUCCESS) return 0;
        hs_database_t* opened = nullptr;
        entente::CpuClock clock;
        clock.lap();
        hs_deserialize_database(bytes, length, &opened);
        const double seconds = clock.lap();
        hs_free_database(opened);
        std::free(bytes);
        return seconds;
    }

    /// The leftmost longest of the whole words found, without overlap: their number and the sum over name and position.
    [[nodiscard]] std::pair<std::size_t, std::uint64_t> search(std::string_view text) const {
        Search search{text, lengths_};
        while (search.before < text.size()) {  // in pieces, for a length is 32 bits; none ends within an article
            auto end = std::min(text.size(), search.before + (std::size_t{64} << 20U));
            if (end < text.size()) end = text.rfind('\f', end) + 1;
            hs_scan(database_, text.data() + search.before, static_cast<unsigned>(end - search.before), 0, scratch_,
                    on_match, &search);
            search.before = end;
        }
        std::ranges::sort(search.hits, [](const Hit& a, const Hit& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        std::size_t free = 0;
        std::pair<std::size_t, std::uint64_t> found;
        for (const Hit& hit : search.hits) {
            if (hit.begin < free) continue;
            free = hit.end;
            ++found.first;
            found.second += (hit.name + std::uint64_t{1}) * (hit.begin | 1U);
        }
        return found;
    }

private:
    hs_database_t* database_ = nullptr;
    hs_scratch_t* scratch_ = nullptr;
    std::vector<std::size_t> lengths_;
};

void compete(const char* table, const char* articles) {
    std::vector<std::string> names;
    std::ifstream rows(table);
    for (std::string row; std::getline(rows, row);) names.push_back(row.substr(0, row.find('\t')));
    std::ifstream file(articles, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    entente::CpuClock clock;
    clock.lap();
    const Automaton automaton(names);
    const double building = clock.lap();
    std::printf("{\"build\":%.4f,\"open\":%.5f,\"bytes\":%zu}\n", building, automaton.opening(), text.size());
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        clock.lap();
        const auto [found, sum] = automaton.search(text);
        std::printf("{\"seconds\":%.5f,\"found\":%zu,\"sum\":\"%016llx\"}\n", clock.lap(), found,
                    static_cast<unsigned long long>(sum));
        std::fflush(stdout);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    try {
        compete(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_vectorscan: %s\n", error.what());
        return 1;
    }
}
