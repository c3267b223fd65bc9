// SPDX-License-Identifier: Apache-2.0
// The main function of every test, in a file of its own because Catch2 2 takes long to compile here.
#define CATCH_CONFIG_RUNNER
#define CATCH_CONFIG_CONSOLE_WIDTH 160  // so that file:line of a fault stays on one line
#include "catch.hpp"

int main(int count, char** arguments) { return Catch::Session().run(count, arguments); }
