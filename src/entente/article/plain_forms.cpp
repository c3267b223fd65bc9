// SPDX-License-Identifier: Apache-2.0
#include <entente/article/plain_forms.hpp>

#include <entente/article/paragraphs.hpp>

namespace entente {

PlainForms::PlainForms(std::size_t bytes) : bytes_(std::make_unique_for_overwrite<char[]>(plain_room(bytes))) {}

std::string_view PlainForms::add(std::string_view paragraph) {
    char* const begin = bytes_.get() + size_;
    char* const end = write_plain_form(paragraph, begin);
    *end = '\n';  // no word goes on in the next
    size_ = static_cast<std::size_t>(end - bytes_.get()) + 1;
    return {begin, end};
}

void PlainForms::find_words() {
    masks_.resize(masks_of(size_));
    find_word_masks({bytes_.get(), size_}, masks_);
}

}  // namespace entente
