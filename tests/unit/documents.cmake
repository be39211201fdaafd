# Streams, archives, and the walk over documents.
paperconv_unit_test(test_printable SOURCES test_printable.c LIBRARIES paperconv_host)
paperconv_unit_test(test_limits SOURCES test_limits.c LIBRARIES paperconv_unpacking)
paperconv_unit_test(test_seven_zip SOURCES test_seven_zip.c LIBRARIES paperconv_unpacking)
paperconv_unit_test(test_stream
  SOURCES test_stream.c pieces.c fixture.c LIBRARIES paperconv_host ${writers})
paperconv_unit_test(test_decompress
  SOURCES test_decompress.c pieces.c fixture.c LIBRARIES paperconv_host ${writers})
foreach(name test_documents test_prescan test_archives test_damage)
  paperconv_unit_test(${name} SOURCES ${name}.c transcript.c fixture.c
                      LIBRARIES paperconv_host ${writers})
endforeach()
target_compile_definitions(test_damage PRIVATE FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures")
