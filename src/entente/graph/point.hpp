// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente {

struct Point {
    double x = 0;
    double y = 0;
};

}  // namespace entente
