// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

namespace entente {

/// A value that few have: nothing but a pointer until somebody writes to it, and copied with its owner.
template <class Value>
class Rare {
public:
    Rare() = default;
    Rare(const Rare& other) : value_(other.value_ ? std::make_unique<Value>(*other.value_) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(Rare other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Rare() = default;

    [[nodiscard]] const Value& operator*() const {
        static const Value nothing;
        return value_ ? *value_ : nothing;
    }
    [[nodiscard]] const Value* operator->() const { return &**this; }
    [[nodiscard]] Value& to_write() {
        if (!value_) value_ = std::make_unique<Value>();
        return *value_;
    }

private:
    std::unique_ptr<Value> value_;
};

}  // namespace entente
