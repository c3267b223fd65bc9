// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"
#include "console.hpp"
#include "help_text.hpp"
#include "signals.hpp"

#include <malloc.h>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace entente::cli {
namespace {

Exit answer(const CommandRow& command, const Settings& settings) {
    if (settings.version) {
        print("entente " ENTENTE_VERSION "\n");
        return Exit::done;
    }
    if (settings.help && command.name != "help") {
        print(help_text(command));
        return Exit::done;
    }
    return command.run(settings);
}

/// The one place where errors end.
Exit run(std::vector<std::string> words) {
    std::string_view name;
    try {
        const auto& command = take_command(words);
        name = command.name;
        return answer(command, read_settings(command, words));
    } catch (const UsageError& error) {
        Console().complain(name, error.diagnostic());
        return Exit::misused;
    } catch (const Error& error) {
        Console().complain(name, error.diagnostic());
    } catch (const std::bad_alloc&) {
        Console().complain(name, {.message = "out of memory"});
    } catch (const std::exception& error) {
        Console().complain(name, {.message = error.what()});
    }
    return Exit::failed;
}

/// glibc would keep blocks of up to 32 MB once they are free, and 1,000,000 articles are to need no more memory than 100,000.
void give_back_large_blocks() {
#ifdef M_MMAP_THRESHOLD
    ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

}  // namespace
}  // namespace entente::cli

int main(int count, char** words) {
    using namespace entente::cli;
    give_back_large_blocks();
    catch_signals();
    try {
        return static_cast<int>(run({words + 1, words + count}));
    } catch (const Interrupted& interrupted) {
        if (interrupted.signal == SIGPIPE) {
            return 0;  // whoever read the output has seen enough
        }
        die_of(interrupted.signal);
    }
}
