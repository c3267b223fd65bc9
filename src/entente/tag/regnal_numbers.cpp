// SPDX-License-Identifier: Apache-2.0
#include <entente/tag/regnal_numbers.hpp>

#include <entente/tag/english.hpp>
#include <entente/text/fold.hpp>

namespace entente {

bool is_regnal_number(std::string_view word) {
    return word.size() > 1 && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool bears_number(const Findings& findings, const Finding& person, std::string_view number) {
    bool other = false;
    for (const NameForm& form : person.owners)
        for (const AliasRow& alias : findings.entity(form.entity).aliases()) {
            const std::string_view name = findings.gazetteer->text(alias.text);
            const std::string_view last = name.substr(name.rfind(' ') + 1);
            if (last == number) return true;
            other = other || is_regnal_number(last);
        }
    return !other && english::is_name_suffix(hash_of(folded(number)));
}

}  // namespace entente
