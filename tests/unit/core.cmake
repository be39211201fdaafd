# What records are made of: text, blocks, sources, fields; and what is said about them.
paperconv_unit_test(test_arena SOURCES test_arena.c LIBRARIES paperconv_host)
paperconv_unit_test(test_utf8 SOURCES test_utf8.c LIBRARIES paperconv_host)
foreach(name test_source test_source_bytes test_source_span)
  paperconv_unit_test(${name} SOURCES ${name}.c reading.c pieces.c fixture.c
                      LIBRARIES paperconv_host ${writers})
endforeach()
paperconv_unit_test(test_record SOURCES test_record.c LIBRARIES paperconv_host)
paperconv_unit_test(test_diagnostics SOURCES test_diagnostics.c LIBRARIES paperconv_host)
paperconv_unit_test(test_output_file SOURCES test_output_file.c LIBRARIES paperconv_host)
paperconv_unit_test(test_batch SOURCES test_batch.c LIBRARIES paperconv_host)
paperconv_unit_test(test_document_queue SOURCES test_document_queue.c LIBRARIES paperconv_host)
paperconv_unit_test(test_scheduler SOURCES test_scheduler.c LIBRARIES paperconv_host)
paperconv_unit_test(test_thread_pool THREADS SOURCES test_thread_pool.c LIBRARIES paperconv_host)
paperconv_unit_test(test_nameless_file
  SOURCES test_nameless_file.c fixture.c LIBRARIES paperconv_host ${writers})
paperconv_unit_test(test_io SOURCES test_io.c fixture.c LIBRARIES paperconv_host ${writers})
