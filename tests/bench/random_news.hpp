// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// Articles of 3 kB, one in ten a copy of an earlier one: cut short, with a furniture of other words, or with words changed.
/// The words follow Zipf's law, so that phrases come again as in news.
class RandomNews {
public:
    /// The n-th of `names` comes as often as Zipf's law has it, in all as one word of forty.
    explicit RandomNews(std::vector<std::string> names = {}) : names_(std::move(names)) {}

    std::string next() {
        if (kept_.size() < 1000 || engine_() % 10 != 0) {
            auto text = words(500);
            if (kept_.size() < 1000) {
                kept_.push_back(text);
            } else {
                kept_[engine_() % kept_.size()] = text;
            }
            return text;
        }
        const auto& original = kept_[engine_() % kept_.size()];
        switch (engine_() % 3) {
            case 0: return original.substr(0, original.size() / 3);
            case 1: return words(60) + original + words(60);
            default: return changed(original);
        }
    }

private:
    std::string words(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            const auto begin = text.size();
            text += !names_.empty() && engine_() % 40 == 0 ? names_[by_zipf(names_.size()) - 1] : word();
            if (i % 15 == 0 && text[begin] >= 'a' && text[begin] <= 'z')
                text[begin] = static_cast<char>(text[begin] - 32);
            text += i % 60 == 59 ? ".\n\n" : i % 15 == 14 ? ". " : " ";
        }
        return text;
    }

    /// From 1 to `most`, the n-th as often as Zipf's law has it.
    unsigned by_zipf(std::size_t most) {
        return static_cast<unsigned>(
            std::exp(std::uniform_real_distribution(0.0, std::log(static_cast<double>(most)))(engine_)));
    }

    /// The n-th most frequent word of 50,000.
    std::string word() {
        const auto number = by_zipf(50000);
        std::string word;
        for (auto left = number * 2654435761U; word.size() < 2 + number % 7; left = left * 31 + 7) {
            word.push_back(static_cast<char>('a' + (left >> 16U) % 26));
        }
        return word;
    }

    std::string changed(std::string text) {
        for (std::size_t at = 0; at < text.size(); at += 150) {
            if (text[at] >= 'a' && text[at] <= 'z') text[at] = 'x';
        }
        return text;
    }

    std::mt19937 engine_{7};
    std::vector<std::string> names_;
    std::vector<std::string> kept_;
};
