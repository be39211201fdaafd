# The command line, plugins' options, and the search for and loading of modules.
paperconv_unit_test(test_command_line SOURCES test_command_line.c LIBRARIES paperconv_host)
paperconv_unit_test(test_plugin_options SOURCES test_plugin_options.c LIBRARIES paperconv_host)
paperconv_unit_test(test_registry SOURCES test_registry.c LIBRARIES paperconv_host)
paperconv_unit_test(test_plugin_show SOURCES test_plugin_show.c LIBRARIES paperconv_host)
foreach(test test_registry test_plugin_show)
  target_compile_definitions(${test} PRIVATE MODULES="${PROJECT_BINARY_DIR}/tests/modules")
endforeach()
