# paperconv_unit_test(NAME [THREADS] SOURCES file.c... [LIBRARIES lib...])
# Adds a cmocka program and its test, unit.NAME.  A test of the host usually has the LIBRARIES
# paperconv_host; cmocka and the support library are always linked, and the headers of tests/unit
# are always found.  The thread sanitizer runs only tests with THREADS.
function(paperconv_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 unit "THREADS" "" "SOURCES;LIBRARIES")
  if(NOT BUILD_TESTING)
    return()
  endif()
  add_executable(${name} ${unit_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/unit)
  target_link_libraries(${name} PRIVATE ${unit_LIBRARIES} paperconv::support PkgConfig::CMOCKA)
  if(PAPERCONV_LTO)
    target_link_options(${name} PRIVATE -fno-lto) # which would take long
  endif()
  if(PAPERCONV_SANITIZE MATCHES thread AND NOT unit_THREADS)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL TRUE)
    return()
  endif()
  set(test ${PAPERCONV_TEST_PREFIX}unit.${name})
  add_test(NAME ${test} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${test} PROPERTIES LABELS unit TIMEOUT 300
                       ENVIRONMENT "${PAPERCONV_TEST_ENVIRONMENT}")
endfunction()

# A sanitizer's finding ends the program with a status that no test expects.  Threads that remain
# when a plugin crashes are not findings.
set(PAPERCONV_TEST_ENVIRONMENT
    ASAN_OPTIONS=exitcode=99:detect_leaks=1:abort_on_error=0
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:exitcode=99
    TSAN_OPTIONS=exitcode=99:halt_on_error=1:report_thread_leaks=0:report_thread_leaks=0)
