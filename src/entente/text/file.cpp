// SPDX-License-Identifier: Apache-2.0
#include <entente/text/file.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

// Throws for the C library's last error.
[[noreturn]] void fail(const std::string& path, const std::string& what) {
    const int reason = errno;
    throw Error(error_in(path, what + ": " + std::generic_category().message(reason)));
}

std::string read_stream(std::FILE* stream, const std::string& path) {
    std::string bytes;
    std::array<char, 1 << 16> buffer{};
    std::size_t count = 0;
    while ((count = std::fread(buffer.data(), 1, buffer.size(), stream)) > 0) bytes.append(buffer.data(), count);
    if (std::ferror(stream) != 0) fail(path, "cannot be read");
    return bytes;
}

}  // namespace

std::string read_whole_file(const std::string& path) {
    if (path == "-") return read_stream(stdin, path);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) fail(path, "cannot be opened");
    return read_stream(file.get(), path);
}

}  // namespace entente
