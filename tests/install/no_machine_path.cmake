# SPDX-License-Identifier: Apache-2.0
# cmake -D PREFIX=folder -D PATHS=a;b -P no_machine_path.cmake: no installed file may name one of PATHS, so that two
# machines build the same bytes and an installation can be moved.
foreach(path IN LISTS PATHS)
    execute_process(COMMAND grep --recursive --files-with-matches --fixed-strings -e ${path} ${PREFIX}
        OUTPUT_VARIABLE files)
    if(files)
        message(SEND_ERROR "${path} is named in:\n${files}")
    endif()
endforeach()
