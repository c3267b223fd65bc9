// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente::cli {

/// Someone ended the run: unwound like an error, so that no file is left behind.
struct Interrupted {
    int signal;
};

/// From here on SIGINT, SIGTERM and SIGHUP wait for stop_if_interrupted(), but for two seconds only, and a second one of
/// them ends the program at once. A broken pipe or a file that grows over the limit of `ulimit -f` is an error of write().
void catch_signals();

/// Errors: throws Interrupted when a signal has come.
void stop_if_interrupted();

/// Whether standard output is a pipe that nobody reads any more.
[[nodiscard]] bool reader_is_gone();

/// Ends the program as the signal would have, so that the shell sees it.
[[noreturn]] void die_of(int signal);

}  // namespace entente::cli
