# What records are made of: text, blocks, sources, fields; and what is said about them.
paperconv_unit_test(test_utf8 SOURCES test_utf8.c LIBRARIES paperconv_host)
foreach(name test_source test_source_span)
  paperconv_unit_test(${name} SOURCES ${name}.c reading.c pieces.c fixture.c
                      LIBRARIES paperconv_host ${writers})
endforeach()
paperconv_unit_test(test_record SOURCES test_record.c LIBRARIES paperconv_host)
paperconv_unit_test(test_remarks SOURCES test_remarks.c LIBRARIES paperconv_host)
paperconv_unit_test(test_output SOURCES test_output.c LIBRARIES paperconv_host)
paperconv_unit_test(test_batch SOURCES test_batch.c LIBRARIES paperconv_host)
paperconv_unit_test(test_lineup SOURCES test_lineup.c LIBRARIES paperconv_host)
paperconv_unit_test(test_schedule SOURCES test_schedule.c LIBRARIES paperconv_host)
paperconv_unit_test(test_crew THREADS SOURCES test_crew.c LIBRARIES paperconv_host)
