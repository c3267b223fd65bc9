// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/publisher.hpp>

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

/// `www.example.com` of `https://user@www.example.com:443/news`; empty when it is no URL.
std::string_view host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    url.remove_prefix(url.rfind('@') + 1);
    return url.substr(0, url.find(':'));
}

}  // namespace

std::string publisher_of(const TaggedArticle& article) {
    const std::string_view source = article.source.empty() ? article.id : article.source;
    if (auto host = host_of(source); !host.empty()) {
        if (host.starts_with("www.")) {
            host.remove_prefix(4);
        }
        std::string lower(host);
        std::ranges::transform(lower, lower.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return lower;
    }
    if (!article.publisher.empty()) {
        return article.publisher;
    }
    if (const auto folder = source.find('/'); folder != std::string_view::npos) {
        return std::string(source.substr(0, folder));
    }
    return source == article.id ? std::string() : std::string(source);
}

}  // namespace entente
