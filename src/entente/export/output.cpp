// SPDX-License-Identifier: Apache-2.0
#include <entente/export/output.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

#include <entente/export/digits.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

std::string remedy_for(int error, const std::string& folder) {
    switch (error) {
        case ENOENT: return "the folder " + folder + " does not exist; make it with: mkdir -p " + folder;
        case ENOTDIR: return folder + " is no folder; choose another place";
        case EACCES:
        case EPERM: return "you may not write in " + folder + "; choose another folder or change its permissions";
        case EROFS: return folder + " is on a read-only disk; choose another place";
        case ENOSPC:
        case EDQUOT: return "the disk is full; free some space or choose another disk";
        case EFBIG: return "the file is larger than the disk or your limits (ulimit -f) allow";
        case EISDIR: return "name a file in it, such as " + folder + "/network.gexf";
        case ENAMETOOLONG: return "choose a shorter name";
        default: return {};
    }
}

[[noreturn]] void fail(const std::string& name, int error, const std::string& folder) {
    throw Error("cannot write " + name + ": " + std::strerror(error), remedy_for(error, folder));
}

std::string folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// Where a chain of symbolic links ends; the path itself when there is none or it leads nowhere.
std::string behind_links(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

/// A name that no other file of this process or another has: short, for a long name of the user's may leave no room.
std::string temporary_name(const std::string& folder) {
    static std::atomic<unsigned> count{0};
    return folder + "/.entente-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".part";
}

}  // namespace

void Output::make_room(std::size_t bytes) {
    // Whole pieces, so that each begins at a multiple of them in the file: then the system keeps a piece in one run of its
    // memory, in a fifth less time. They fit the second cache, and are worth a system call.
    constexpr std::size_t piece = std::size_t{1} << 18;
    constexpr std::size_t most_of_a_row = std::size_t{1} << 12;
    constexpr std::size_t in_memory = 256;
    hand_on(used_ / piece * piece);
    if (bytes > buffer_.size() - used_) {
        const auto least = descriptor_ >= 0 ? piece + most_of_a_row : in_memory;
        buffer_.resize(std::max({used_ + bytes, 2 * buffer_.size(), least}));
    }
}

void Output::append_number(std::uint64_t number) { end_at(write_number(room(most_digits), number)); }

void Output::append_number(double number) { end_at(write_shortest(room(most_digits), number)); }

void Output::append_fixed(double number, int digits) {
    if (digits == 3 && !std::signbit(number) && number < 1e6) {
        const auto thousandths = static_cast<std::uint64_t>(number * 1000 + 0.5);
        if (static_cast<double>(thousandths) / 1000 == number) {  // the same digits, sooner
            char* at = write_number(room(most_digits), thousandths / 1000);
            *at++ = '.';
            *at++ = static_cast<char>('0' + thousandths / 100 % 10);
            std::memcpy(at, digit_pairs.data() + 2 * (thousandths % 100), 2);
            end_at(at + 2);
            return;
        }
    }
    std::array<char, 400> text;  // the largest double has 309 digits before the point
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits).ptr;
    append(std::string_view(text.data(), static_cast<std::size_t>(end - text.data())));
}

void Output::flush() { hand_on(used_); }

void Output::hand_on(std::size_t bytes) {
    if (descriptor_ < 0) {
        return;
    }
    std::string_view rest(buffer_.data(), bytes);
    used_ -= bytes;
    while (!rest.empty() && !closed_) {
        const auto written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            closed_ = true;
        } else if (errno != EINTR) {
            fail(name_, errno, folder_of(name_));
        }
    }
    std::memmove(buffer_.data(), buffer_.data() + bytes, used_);
}

std::string Output::take() {
    buffer_.resize(std::exchange(used_, 0));
    return std::exchange(buffer_, {});
}

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)), target_(behind_links(path_)) {
    struct stat old {};
    const bool exists = ::stat(target_.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) {
        throw Error("cannot write " + path_ + ": it is a folder", remedy_for(EISDIR, path_));
    }
    const auto folder = folder_of(target_);
    in_place_ = exists && !S_ISREG(old.st_mode);
    if (in_place_) {
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        open_unnamed(folder);
        if (descriptor_ < 0) {
            open_temporary(folder);
        }
    }
    if (descriptor_ < 0) {
        fail(path_, errno, folder);
    }
    if (exists && !in_place_) {
        static_cast<void>(::fchmod(descriptor_, old.st_mode & 07777));  // not ours to change: keep the new file's
    }
    output_ = Output(descriptor_, path_);
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
}

/// A file without a name leaves nothing behind, even when the program is killed. It gets one through /proc.
void AtomicFile::open_unnamed(const std::string& folder) {
#ifdef O_TMPFILE
    if (::access("/proc/self/fd", X_OK) == 0) {
        descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    }
#else
    static_cast<void>(folder);
#endif
}

/// Not every file system knows O_TMPFILE (NFS, FUSE, overlays of old).
void AtomicFile::open_temporary(const std::string& folder) {
    auto name = temporary_name(folder);
    descriptor_ = ::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) {
        temporary_ = std::move(name);
    }
}

void AtomicFile::give_temporary_name(const std::string& folder) {
    const auto source = "/proc/self/fd/" + std::to_string(descriptor_);
    auto name = temporary_name(folder);
    if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        fail(path_, errno, folder);
    }
    temporary_ = std::move(name);
}

void AtomicFile::commit() {
    output_.flush();
    if (in_place_) {
        return;
    }
    const auto folder = folder_of(target_);
    // A name must never stand for a file that a full or failing disk has not taken.
    if (::fsync(descriptor_) != 0) {
        fail(path_, errno, folder);
    }
    if (temporary_.empty()) {
        give_temporary_name(folder);
    }
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        fail(path_, errno, folder);
    }
    temporary_.clear();
}

}  // namespace entente
