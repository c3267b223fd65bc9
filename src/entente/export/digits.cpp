// SPDX-License-Identifier: Apache-2.0
#include <entente/export/digits.hpp>

#include <cmath>
#include <string>

namespace entente {
namespace {

char* write_pair(char* to, std::size_t number) {
    std::memcpy(to, digit_pairs.data() + 2 * number, 2);
    return to + 2;
}

/// Two digits behind the point, or one.
char* write_hundredths(char* to, std::uint64_t hundredths) {
    to = write_number(to, hundredths / 100);
    *to++ = '.';
    to = write_pair(to, hundredths % 100);
    return hundredths % 10 == 0 ? to - 1 : to;
}

}  // namespace

char* write_shortest(char* to, double number) {
    constexpr double most_whole = 99'999;  // the next, 1e+05, is shorter than 100000
    if (!std::isfinite(number) || number == 0) {
        *to = '0';  // also for -0, which no reader expects
        return to + 1;
    }
    // Counts, and positions, which are hundredths: the same digits in a third of the time, for a number of under 15 of
    // them that reads back to the same double is the only one.
    const double size = std::abs(number);
    if (size <= most_whole) {
        const auto hundredths = static_cast<std::uint64_t>(size * 100 + 0.5);
        if (static_cast<double>(hundredths) / 100 == size) {
            *to = '-';
            to += number < 0 ? 1 : 0;
            return hundredths % 100 == 0 ? write_number(to, hundredths / 100) : write_hundredths(to, hundredths);
        }
    }
    return std::to_chars(to, to + most_digits, number).ptr;
}

char* write_date(char* to, Date date) {
    if (date.complete() && date.year > 0 && date.year <= 9999 && date.month <= 12 && date.day <= 31) {
        const auto year = static_cast<std::size_t>(date.year);
        to = write_pair(write_pair(to, year / 100), year % 100);
        *to = '-';
        to = write_pair(to + 1, date.month);
        *to = '-';
        return write_pair(to + 1, date.day);
    }
    const auto text = to_string(date);
    return to + text.copy(to, most_digits);
}

}  // namespace entente
