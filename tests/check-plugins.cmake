# Every built-in plugin passes 'plugin check'.
set(samples ${PROJECT_BINARY_DIR}/tests/documents)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/abstracts.txt DESTINATION ${samples}/input_abstracts)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/profile.txt ${PROJECT_SOURCE_DIR}/seeds/profile-compact.txt
     DESTINATION ${samples}/input_profile)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/trending.txt DESTINATION ${samples}/input_trending)
file(COPY ${CMAKE_CURRENT_SOURCE_DIR}/gold/abstracts.jsonl DESTINATION ${samples}/input_exec)
set(options_of_input_exec -s command=cat)

get_property(modules GLOBAL PROPERTY PAPERCONV_MODULES)
foreach(module IN LISTS modules)
  set(arguments ${options_of_${module}})
  if(EXISTS ${samples}/${module})
    list(APPEND arguments --samples ${samples}/${module})
  endif()
  string(REPLACE _ . name ${module})
  paperconv_test(check.${name} plugins
    $<TARGET_FILE:paperconv> plugin check $<TARGET_FILE:${module}> ${arguments})
endforeach()
