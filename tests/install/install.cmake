# SPDX-License-Identifier: Apache-2.0
# cmake -D BUILD=folder -D PREFIX=folder -P install.cmake: installs BUILD into PREFIX, which is emptied first.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

# Everything that a user, and a distribution that packages entente, relies on.
foreach(path
        bin/entente
        include/entente/pipeline.hpp
        share/entente/gazetteer/countries.yaml
        share/man/man1/entente.1
        share/bash-completion/completions/entente
        share/zsh/site-functions/_entente
        share/fish/vendor_completions.d/entente.fish
        share/doc/entente/LICENSE)
    if(NOT EXISTS ${PREFIX}/${path})
        message(SEND_ERROR "not installed: ${path}")
    endif()
endforeach()
