// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// How much of the text of fewer words stands in the other one, from 0 to 1: the share of its different triples of words,
/// all of them compared.
[[nodiscard]] double contained_by_hand(const std::string& one, const std::string& other);
