// SPDX-License-Identifier: Apache-2.0
#include <entente/gazetteer/image_file.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>

#include <entente/text/diagnostic.hpp>
#include <entente/text/mapped_file.hpp>

namespace entente {

bool ImageFile::takes(int descriptor) {
    struct stat about {};
    return ::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) && about.st_size == 0
           && (::fcntl(descriptor, F_GETFL) & O_ACCMODE) == O_RDWR;
}

void ImageFile::append(std::string_view bytes) {
    write(bytes, size_);
    size_ += bytes.size();
}

void ImageFile::put_first(std::string_view bytes) const { write(bytes, 0); }

void ImageFile::write(std::string_view bytes, std::size_t at) const {
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written >= 0) {
            at += static_cast<std::size_t>(written);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            throw Error("cannot write " + name_ + ": " + std::generic_category().message(errno),
                        "free some space or choose another disk");
        }
    }
}

std::shared_ptr<const MappedFile> ImageFile::map() const {
    return std::make_shared<const MappedFile>(descriptor_, size_, name_);
}

}  // namespace entente
