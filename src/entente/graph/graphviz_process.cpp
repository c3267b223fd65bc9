// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/graphviz_process.hpp>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>
#include <string_view>
#include <utility>

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_message_bytes = 4096;

/// One end of a pipe, closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

bool open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    pipe.read = Descriptor(ends[0]);
    pipe.write = Descriptor(ends[1]);
    return true;
}

/// A job that spins is stopped by the kernel even when the parent has stopped looking.
void limit_child(ChildLimits limits) {
    constexpr rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const auto seconds = static_cast<rlim_t>(limits.time.count() / 1000 + 2);
    const rlimit processor{seconds, seconds};
    ::setrlimit(RLIMIT_CPU, &processor);
}

[[noreturn]] void be_child(const std::function<bool(int)>& job, ChildLimits limits, int answer, int messages) {
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGXCPU}) {
        std::signal(signal, SIG_DFL);
    }
    limit_child(limits);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(messages, STDERR_FILENO);
    std::setlocale(LC_NUMERIC, "C");  // Graphviz reads and prints "1,5" in a German locale
    bool done = false;
    try {
        done = job(answer);
    } catch (const std::exception& error) {
        static_cast<void>(write_all(STDERR_FILENO, error.what(), std::strlen(error.what())));
    }
    ::_exit(done ? 0 : 1);  // no destructors, no flushing: what is buffered belongs to the parent
}

/// Appends what is there to read; closes at the end of the stream.
void drain(Descriptor& source, std::string& into, std::size_t most) {
    std::array<char, 65536> piece{};
    const auto got = ::read(source.number(), piece.data(), piece.size());
    if (got > 0) {
        into.append(piece.data(), std::min(static_cast<std::size_t>(got), most - std::min(most, into.size())));
    } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
        source.close();
    }
}

/// Reads both streams until they end. Returns what must stop the child, or nothing.
std::string listen(Descriptor& answer, Descriptor& messages, ChildLimits limits, ChildAnswer& result) {
    const auto deadline = Clock::now() + limits.time;
    while (answer.number() >= 0 || messages.number() >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            return "took longer than " + std::to_string((limits.time.count() + 999) / 1000) + " s";
        }
        std::array<pollfd, 2> sources{{{answer.number(), POLLIN, 0}, {messages.number(), POLLIN, 0}}};
        if (::poll(sources.data(), sources.size(), static_cast<int>(std::min<long long>(left, 1'000'000))) <= 0) {
            continue;  // a signal, or the deadline
        }
        if (sources[0].revents != 0) {
            drain(answer, result.bytes, limits.bytes + 1);
        }
        if (sources[1].revents != 0) {
            drain(messages, result.failure, most_message_bytes);
        }
        if (result.bytes.size() > limits.bytes) {
            return "wrote more than " + std::to_string(limits.bytes >> 20U) + " MiB";
        }
    }
    return {};
}

std::string end_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return {};  // the program ignores SIGCHLD, so that no status is kept: the answer must speak for itself
        }
    }
    if (WIFSIGNALED(status)) {
        return std::string("was ended by signal ") + std::to_string(WTERMSIG(status));
    }
    return WEXITSTATUS(status) == 0 ? std::string() : std::string("failed");
}

/// "took longer than 60 s: first line of what it printed"
std::string told(std::string what, std::string_view printed) {
    const auto line = printed.substr(0, printed.find('\n'));
    return line.empty() ? what : std::move(what) + ": " + std::string(line);
}

}  // namespace

bool write_all(int descriptor, const void* bytes, std::size_t size) {
    std::string_view rest(static_cast<const char*>(bytes), size);
    while (!rest.empty()) {
        const auto written = ::write(descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

ChildAnswer run_in_child(const std::function<bool(int descriptor)>& job, ChildLimits limits) {
    Pipe answer;
    Pipe messages;
    if (!open_pipe(answer) || !open_pipe(messages)) {
        return {{}, std::string("could not be started: ") + std::strerror(errno)};
    }
    const pid_t child = ::fork();
    if (child < 0) {
        return {{}, std::string("could not be started: ") + std::strerror(errno)};
    }
    if (child == 0) {
        be_child(job, limits, answer.write.number(), messages.write.number());
    }
    answer.write.close();
    messages.write.close();

    ChildAnswer result;
    auto fault = listen(answer.read, messages.read, limits, result);
    if (!fault.empty()) {
        ::kill(child, SIGKILL);
    }
    const auto end = end_of(child);
    fault = fault.empty() ? end : fault;
    result.failure = fault.empty() ? std::string() : told(std::move(fault), result.failure);
    return result;
}

}  // namespace entente
