// SPDX-License-Identifier: Apache-2.0
// Files that are whole or absent, numbers, and which format a name asks for.
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include <entente/export/escape.hpp>
#include <entente/export/format.hpp>
#include <entente/export/output.hpp>
#include <entente/text/diagnostic.hpp>
#include "catch.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// An empty folder that goes with the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("entente-output-test-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] auto files() const { return std::distance(fs::directory_iterator(path_), {}); }

private:
    fs::path path_;
};

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_whole(const std::string& path, std::string_view text) {
    AtomicFile file(path);
    file.output().append(text);
    file.commit();
}

std::string number(double value) {
    Output output;
    output.append_number(value);
    return output.take();
}

/// What the user is told, message and hint.
template <typename Action>
std::string told(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a sign is escaped wherever it stands among plain letters") {
    const auto escaped = [](auto append, std::string_view text) {
        Output output;
        append(output, text);
        return output.take();
    };
    for (const std::string& letters :
         {std::string(3, 'a'), std::string(6, 'a'), std::string(13, 'a'), std::string(40, 'a')})
        for (const auto append : {append_xml, append_json, append_plain})
            for (unsigned byte = 1; byte < 0x100; ++byte) {
                const std::string sign(1, static_cast<char>(byte));
                const std::string alone = escaped(append, sign);
                for (std::size_t at = 0; at <= letters.size(); ++at) {
                    std::string text = letters;
                    std::string expected = letters;
                    REQUIRE(escaped(append, text.insert(at, sign)) == expected.insert(at, alone));
                }
            }
}

TEST_CASE("a run that is broken off leaves no file and keeps yesterday's", "[output]") {
    const Folder folder;
    write_whole(folder / "week.gexf", "yesterday");
    {
        AtomicFile file(folder / "week.gexf");
        file.output().append(std::string(3'000'000, 'x'));
        AtomicFile other(folder / "new.gexf");
        other.output().append("half");
        other.output().flush();
    }
    CHECK(content_of(folder / "week.gexf") == "yesterday");
    CHECK(folder.files() == 1);
    write_whole(folder / "week.gexf", "today");
    CHECK(content_of(folder / "week.gexf") == "today");
    CHECK(folder.files() == 1);
}

TEST_CASE("a file holds all its rows in their order, however long they are", "[output]") {
    const Folder folder;
    std::string rows;
    AtomicFile file(folder / "week.gexf");
    for (std::size_t i = 0; i < 40; ++i) {
        for (const std::size_t size : {1, 30, 500, 4'000, 5'000, 100'000, 700'000}) {
            const std::string row(size + i, static_cast<char>('a' + (size + i) % 26));
            file.output().append(row);
            rows += row;
        }
    }
    file.commit();
    CHECK((content_of(folder / "week.gexf") == rows));
}

TEST_CASE("an older file hands on its permissions, and a link its target", "[output]") {
    const Folder folder;
    write_whole(folder / "shared.json", "{}");
    ::chmod((folder / "shared.json").c_str(), 0640);
    fs::create_symlink("shared.json", folder / "latest.json");
    write_whole(folder / "latest.json", "[]");
    CHECK(fs::is_symlink(folder / "latest.json"));
    CHECK(content_of(folder / "shared.json") == "[]");
    CHECK(fs::status(folder / "shared.json").permissions() == fs::perms(0640));
}

TEST_CASE("a named pipe is written to, not replaced", "[output]") {
    CHECK(told([] { write_whole("/dev/null", "news"); }) == "nothing");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a file that cannot be written is named, with what to do", "[output]") {
    const Folder folder;
    fs::create_directory(folder / "dir.json");
    write_whole(folder / "plain", "");
    const auto missing = told([&] { AtomicFile(folder / "nowhere/week.gexf"); });
    CHECK(missing.find("nowhere/week.gexf") != std::string::npos);
    CHECK(missing.find("mkdir -p " + (folder / "nowhere")) != std::string::npos);
    CHECK(told([&] { AtomicFile(folder / "dir.json"); }).find("it is a folder") != std::string::npos);
    CHECK(told([&] { AtomicFile(folder / "plain/week.gexf"); }).find("no folder") != std::string::npos);
    CHECK(told([&] { AtomicFile(folder / (std::string(300, 'n') + ".gexf")).commit(); }).find("shorter name")
          != std::string::npos);
    CHECK(told([] { write_whole("/dev/full", "news"); }).find("the disk is full") != std::string::npos);
    if (::geteuid() != 0) {
        fs::permissions(folder / "dir.json", fs::perms::owner_read);
        CHECK(told([&] { AtomicFile(folder / "dir.json/week.gexf"); }).find("may not write") != std::string::npos);
        fs::permissions(folder / "dir.json", fs::perms::owner_all);
    }
}

TEST_CASE("a reader that has seen enough ends the writing without an error", "[output]") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    std::signal(SIGPIPE, SIG_IGN);
    Output output(ends[1]);
    output.append(std::string(5'000'000, 'x'));
    CHECK_NOTHROW(output.flush());
    ::close(ends[1]);
}

TEST_CASE("numbers have the fewest digits that read back as they were", "[output]") {
    CHECK(number(0.1) == "0.1");
    CHECK(number(3) == "3");
    CHECK(number(1.0 / 3) == "0.3333333333333333");
    CHECK(number(-0.0) == "0");
    CHECK(number(1e300) == "1e+300");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
    CHECK(number(std::numeric_limits<double>::infinity()) == "0");
    Output output;
    output.append_number(std::numeric_limits<std::uint64_t>::max());
    CHECK(output.take() == "18446744073709551615");
}

TEST_CASE("counts, positions and sizes have the digits that the standard library gives them", "[output]") {
    const auto slow = [](auto value) {
        std::array<char, 32> text{};
        return std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
    };
    std::size_t wrong = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        const double hundredths = static_cast<double>(i) / 100;
        for (const double value : {hundredths, -hundredths, hundredths * 1000, hundredths * 0.37, hundredths + 1e-9}) {
            wrong += value != 0 && number(value) != slow(value) ? 1 : 0;
        }
        Output output;
        output.append_number(i);
        wrong += output.take() != slow(i) ? 1 : 0;
        for (const double value : {static_cast<double>(i) / 1000, hundredths * 0.37}) {
            std::array<char, 32> text{};
            static_cast<void>(std::snprintf(text.data(), text.size(), "%.3f", value));
            output.append_fixed(value, 3);
            wrong += output.take() != text.data() ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the end of a file's name says the format, the longest end first", "[output]") {
    CHECK(format_of("out/week.gexf").name == "gexf");
    CHECK(format_of("week.nodes.csv").name == "nodes-csv");
    CHECK(format_of("week.csv").name == "csv");
    CHECK(format_of("WEEK.GEXF").name == "gexf");
    CHECK(format_of("2024.09.20.json").name == "json");
}

TEST_CASE("a mistyped suffix is answered with the nearest there is", "[output]") {
    CHECK(told([] { static_cast<void>(format_of("week.gefx")); }).find("did you mean .gexf?") != std::string::npos);
    CHECK(told([] { static_cast<void>(format_of("my.folder/week")); }).find("no suffix") != std::string::npos);
    CHECK(told([] { static_cast<void>(format_of("week.xlsx")); }).find(".nodes.csv") != std::string::npos);
}
