# The command line, plugins' options, and the search for and loading of modules.
paperconv_unit_test(test_command SOURCES test_command.c LIBRARIES paperconv_host)
paperconv_unit_test(test_settings SOURCES test_settings.c LIBRARIES paperconv_host)
paperconv_unit_test(test_plugins SOURCES test_plugins.c LIBRARIES paperconv_host)
paperconv_unit_test(test_plugin_show SOURCES test_plugin_show.c LIBRARIES paperconv_host)
foreach(test test_plugins test_plugin_show)
  target_compile_definitions(${test} PRIVATE MODULES="${PROJECT_BINARY_DIR}/tests/modules")
endforeach()
