// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <entente/text/byte_stream.hpp>
#include <entente/text/diagnostic.hpp>

namespace entente {

/// Whether a name ends as those of archives do: ".zip", ".tar", ".tar.gz", ".tgz".
[[nodiscard]] bool is_archive_name(std::string_view name);
/// Whether `beginning`, of at least 512 bytes if there are as many, is that of a zip or tar archive.
[[nodiscard]] bool is_archive(std::string_view beginning);

/// Takes the bytes of one file of an archive; need not read them to the end.
/// `name` is a path with slashes that leads nowhere but down, in valid UTF-8 without control characters.
using EntrySink = std::function<void(std::string name, ByteStream bytes)>;

/// Hands the files of a zip or tar archive to `sink`, in the order of the archive, one at a time; links, devices and
/// hidden files are passed over.
///
/// `path` is opened anew when it names a file, for only so can a zip archive be read by its list; of `-` the rest of
/// `stream`, already unpacked, is read.
/// Errors: an entry that cannot be read throws Error out of its bytes, and `sink` may go on with the next. Throws
///         Error when the archive cannot be read further, or swells as only a trap does.
void read_archive(const std::string& path, ByteStream stream, const EntrySink& sink);

}  // namespace entente
