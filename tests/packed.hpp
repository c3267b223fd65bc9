// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Names and bytes of files.
using Files = std::vector<std::pair<std::string, std::string>>;

namespace packing {

using Open = int (*)(archive*);

inline std::string written(Open format, Open filter, const Files& files) {
    std::string bytes;
    auto* const out = archive_write_new();
    const auto append = [](archive*, void* to, const void* from, std::size_t size) -> la_ssize_t {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    if (format(out) != ARCHIVE_OK || (filter != nullptr && filter(out) != ARCHIVE_OK)
        || archive_write_set_bytes_in_last_block(out, 1) != ARCHIVE_OK
        || archive_write_open(out, &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(out));
    for (const auto& [name, content] : files) {
        auto* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(out, entry);
        archive_write_data(out, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_free(out);
    return bytes;
}

}  // namespace packing

/// `bytes` under `filter`, such as archive_write_add_filter_gzip.
inline std::string packed(packing::Open filter, std::string_view bytes) {
    return packing::written(&archive_write_set_format_raw, filter, {{"bytes", std::string(bytes)}});
}
inline std::string gzipped(std::string_view bytes) { return packed(&archive_write_add_filter_gzip, bytes); }
inline std::string bzipped(std::string_view bytes) { return packed(&archive_write_add_filter_bzip2, bytes); }

inline std::string zip_of(const Files& files) {
    return packing::written(&archive_write_set_format_zip, nullptr, files);
}
inline std::string tar_of(const Files& files, packing::Open filter = nullptr) {
    return packing::written(&archive_write_set_format_ustar, filter, files);
}
