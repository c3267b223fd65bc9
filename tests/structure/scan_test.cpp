// SPDX-License-Identifier: Apache-2.0
// The checks are only as good as what they see of a source file.
#include "catch.hpp"

#include "scan.hpp"

namespace {

std::vector<std::size_t> function_sizes(std::string_view text) {
    std::vector<std::size_t> sizes;
    for (const Function& function : functions_in(source_file("sample.cpp", text))) {
        sizes.push_back(function.lines);
    }
    return sizes;
}

}  // namespace

TEST_CASE("comments and literals are no code") {
    CHECK(without_comments_and_literals("a // exit(1)\nb") == "a           \nb");
    CHECK(without_comments_and_literals("a /* { */ b") == "a         b");
    CHECK(without_comments_and_literals(R"(f("\"{", '{', 1'000'000, u'x'))") == "f(     ,    , 1'000'000, u   )");
    CHECK(without_comments_and_literals("R\"x(\" { )x\";") == "           ;");
}

TEST_CASE("a function is measured from its signature to its closing brace") {
    CHECK(function_sizes("namespace n {\nint f() {\n    return 1;\n}\n}\n") == std::vector<std::size_t>{3});
    CHECK(function_sizes("struct S {\n    int f() const { return a; }\n    int a = 0;\n};\n")
          == std::vector<std::size_t>{1});
    CHECK(function_sizes("template <class T>\nvoid f(T t) {\n    if (t) {\n    }\n}\nvoid g() {}\n")
          == std::vector<std::size_t>{5, 1});
    CHECK(function_sizes("S::S(int a)\n    : a_{a}, b_{a} {\n    go();\n}\n") == std::vector<std::size_t>{4});
    CHECK(function_sizes("constexpr int table[] = {\n    1,\n    2,\n};\nenum class E { a, b };\n").empty());
}
