// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A text file of the project. Paths are relative to the project's top folder.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
    std::vector<std::string> code;  ///< the same lines with comments and literals blanked; C++ only
};

/// Errors: throws when there is no such file.
[[nodiscard]] SourceFile read_file(const std::string& path);

/// The files below `folder` whose names end in one of `suffixes`, in the order of their paths.
[[nodiscard]] std::vector<SourceFile> files_below(std::string_view folder,
                                                  const std::vector<std::string_view>& suffixes);

/// Every file that git would commit; without git, every file outside build/.
[[nodiscard]] std::vector<SourceFile> tracked_files();

/// `text` with each byte of a comment, a string or a character literal made a space; line ends stay.
[[nodiscard]] std::string without_comments_and_literals(std::string_view text);

struct Function {
    std::string signature;  ///< as far as it stands on the first line
    std::size_t line = 0;   ///< from 1
    std::size_t lines = 0;  ///< from the signature to the closing brace
};

/// The functions that `file` defines, nested ones counted as part of the outer one. A scan of braces, not a parser:
/// an opening brace whose statement has a parenthesis and is not a class or a namespace begins a function.
[[nodiscard]] std::vector<Function> functions_in(const SourceFile& file);

[[nodiscard]] SourceFile source_file(std::string path, std::string_view text);
