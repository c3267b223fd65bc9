// SPDX-License-Identifier: Apache-2.0
#include "signals.hpp"

#include <poll.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <initializer_list>

namespace entente::cli {
namespace {

volatile std::sig_atomic_t signal_seen = 0;

constexpr unsigned seconds_to_stop = 2;  // for a run that waits for its input, or is in a long stage

extern "C" void note_signal(int signal) {
    signal_seen = signal;
    ::alarm(seconds_to_stop);
}

extern "C" void stop_at_once(int /*signal*/) { die_of(signal_seen); }

}  // namespace

void catch_signals() {
    struct sigaction action {};
    action.sa_handler = note_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) {  // nohup stays nohup
            sigaction(signal, &action, nullptr);
        }
    }
    std::signal(SIGALRM, stop_at_once);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void stop_if_interrupted() {
    if (signal_seen != 0) {
        throw Interrupted{signal_seen};
    }
}

bool reader_is_gone() {
    pollfd output{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

void die_of(int signal) {
    std::signal(signal, SIG_DFL);
    ::raise(signal);
    std::_Exit(128 + signal);
}

}  // namespace entente::cli
