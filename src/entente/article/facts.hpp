// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <entente/article/article.hpp>

namespace entente {

// What is found is added in the order of FactSource, the most believed first.

/// Keeps `value` when nothing is known yet.
void add_fact(std::string& known, FactSource& says, std::string_view value, FactSource source);

/// Keeps `date` when nothing is known yet, or when it knows more and contradicts nothing that is known: "March 2" and
/// then 2023-03-02. Otherwise what is half known stays so.
void add_date(Article& article, Date date, FactSource source);

/// Adds what the names say that an article has: the day in its URL or in the path of its file, the host for a
/// publisher.
void add_facts_of_names(Article& article, std::string_view path);

/// "example.org" of "https://www.example.org/a"; empty when `url` has none.
[[nodiscard]] std::string_view host_of(std::string_view url);

}  // namespace entente
