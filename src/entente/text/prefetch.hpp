// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente {

/// Asks for the 64 bytes or so of memory around `address`, wherever it leads, so that they are near when they are read.
/// The empty instruction is an effect: without one GCC 12 drops the calls of functions that do nothing else than ask.
inline void prefetch_line(const void* address) {
    __builtin_prefetch(address);
    asm volatile("");
}

}  // namespace entente
