// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Where bytes go: gathered in one buffer and, when there is a file, handed on in large pieces.
class Output {
public:
    /// Keeps the bytes until take().
    Output() = default;
    /// Writes to an open file descriptor, which stays the caller's; `name` is what errors call it.
    /// A broken pipe ends the writing quietly (where the program ignores SIGPIPE).
    explicit Output(int descriptor, std::string name = "the output")
        : name_(std::move(name)), descriptor_(descriptor) {}

    void append(std::string_view bytes) {
        bytes.copy(room(bytes.size()), bytes.size());
        used_ += bytes.size();
    }
    void append(char byte) { append(std::string_view(&byte, 1)); }
    void append_number(std::uint64_t number);
    /// See write_shortest().
    void append_number(double number);
    /// With so many digits behind the point.
    void append_fixed(double number, int digits);
    /// Room for `bytes` more, for who knows before how long a row can get; then end_at() tells where it ended.
    [[nodiscard]] char* room(std::size_t bytes) {
        if (bytes > buffer_.size() - used_) {
            make_room(bytes);
        }
        return buffer_.data() + used_;
    }
    void end_at(const char* end) { used_ = static_cast<std::size_t>(end - buffer_.data()); }

    /// Hands on what is buffered. Errors: throws Error when the disk is full.
    void flush();
    /// Bytes since the last flush.
    [[nodiscard]] std::size_t size() const { return used_; }
    /// What was appended since the last flush.
    [[nodiscard]] std::string take();
    [[nodiscard]] std::string_view written() const { return {buffer_.data(), used_}; }
    /// Forgets it, and keeps the memory.
    void clear() { used_ = 0; }
    /// The file, for who writes at places of his own; -1 when there is none.
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    /// For so many bytes behind the used ones.
    void make_room(std::size_t bytes);
    /// The first so many of the used bytes, to the file.
    void hand_on(std::size_t bytes);

    std::string buffer_;    ///< its size is the room there is
    std::size_t used_ = 0;  ///< bytes of it that were appended
    std::string name_;
    int descriptor_ = -1;
    bool closed_ = false;  ///< the reader of a pipe has gone
};

/// A file that is whole or absent: written without a name where the system can, else under a temporary one,
/// and given its name by commit(). Without a commit nothing is left and an older file stays.
///
/// A symbolic link keeps pointing where it did, and an older file hands on its permissions. What is no
/// plain file (/dev/stdout, a named pipe) cannot be renamed over and is written as it comes.
class AtomicFile {
public:
    /// Errors: throws Error when the folder is missing or cannot be written, or `path` is a folder.
    explicit AtomicFile(std::string path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    [[nodiscard]] Output& output() { return output_; }
    /// Errors: throws Error when the disk is full, or another program took the folder away.
    void commit();

private:
    void open_unnamed(const std::string& folder);
    void open_temporary(const std::string& folder);
    void give_temporary_name(const std::string& folder);

    std::string path_;       ///< as the user typed it
    std::string target_;     ///< where the file goes, behind symbolic links
    std::string temporary_;  ///< empty while the file has no name
    int descriptor_ = -1;
    bool in_place_ = false;  ///< `path_` is no plain file
    Output output_;
};

}  // namespace entente
