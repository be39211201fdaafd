# Every built-in plugin passes 'plugin check', with the options, one a line, in its
# cases/check.options.
set(samples ${PROJECT_BINARY_DIR}/tests/documents)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/abstracts.txt DESTINATION ${samples}/input_abstracts)
foreach(case list-chrome list-w3m abs-firefox search-chrome)
  configure_file(${PROJECT_SOURCE_DIR}/plugins/input/arxiv/cases/${case}/page.txt
                 ${samples}/input_arxiv/${case}.txt COPYONLY)
endforeach()
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/arxiv/cases/mail-older/older.txt
          ${PROJECT_SOURCE_DIR}/plugins/input/arxiv/cases/rss-reader/reader.txt
     DESTINATION ${samples}/input_arxiv)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/profile.txt ${PROJECT_SOURCE_DIR}/seeds/profile-compact.txt
     DESTINATION ${samples}/input_profile)
file(COPY ${PROJECT_SOURCE_DIR}/seeds/trending.txt DESTINATION ${samples}/input_trending)
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/bibtex/samples/small.bib DESTINATION ${samples}/input_bibtex)
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/jsonl/cases/own-lines/records.jsonl DESTINATION ${samples}/input_exec)
set(cases ${PROJECT_SOURCE_DIR}/plugins/input/ris/cases)
foreach(case article people dates titles)
  configure_file(${cases}/${case}/refs.ris ${samples}/input_ris/${case}.ris COPYONLY)
endforeach()
foreach(case citation citations-of-other-works)
  configure_file(${cases}/${case}/refs.nbib ${samples}/input_nbib/${case}.nbib COPYONLY)
endforeach()
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/jsonl/cases/own-lines/records.jsonl
     ${PROJECT_SOURCE_DIR}/plugins/input/jsonl/cases/foreign/records.ndjson
     ${CMAKE_CURRENT_SOURCE_DIR}/gold/trending.jsonl DESTINATION ${samples}/input_jsonl)
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/csv/cases/exporters/zotero.csv
     ${PROJECT_SOURCE_DIR}/plugins/input/csv/cases/faulty-rows/rows.csv DESTINATION ${samples}/input_csv)
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/arxiv-snapshot/cases/papers/snapshot.json
     DESTINATION ${samples}/input_arxiv-snapshot)
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/openalex/cases/works/works.jsonl
          ${PROJECT_SOURCE_DIR}/plugins/input/openalex/cases/answers/array.json
          ${PROJECT_SOURCE_DIR}/plugins/input/openalex/cases/answers/one.json
     DESTINATION ${samples}/input_openalex)
foreach(case crossref dates names faults texts variables)
  configure_file(${PROJECT_SOURCE_DIR}/plugins/input/csl/cases/${case}/papers.json
                 ${samples}/input_csl/${case}.json COPYONLY)
endforeach()
file(COPY ${PROJECT_SOURCE_DIR}/plugins/input/csl/cases/crossref-work/works.json DESTINATION ${samples}/input_csl)
set(cases ${PROJECT_SOURCE_DIR}/plugins/input/xml/cases)
foreach(case oai-arxiv oai-dc)
  configure_file(${cases}/${case}/answer.xml ${samples}/input_arxiv-xml/${case}.xml COPYONLY)
endforeach()
file(COPY ${cases}/atom/feed.atom ${cases}/atom-daily/feed.xml DESTINATION ${samples}/input_arxiv-xml)
file(COPY ${cases}/dblp/dblp.xml ${cases}/dblp-person/person.xml DESTINATION ${samples}/input_dblp)
file(COPY ${CMAKE_CURRENT_SOURCE_DIR}/fixtures/papers.cat DESTINATION ${samples}/input_catalogue)
set(options_of_input_exec -s command=cat)

get_property(modules GLOBAL PROPERTY PAPERCONV_MODULES)
foreach(module IN LISTS modules)
  get_target_property(folder ${module} SOURCE_DIR)
  set(arguments "")
  if(EXISTS ${folder}/cases/check.options)
    file(STRINGS ${folder}/cases/check.options options)
    foreach(option IN LISTS options)
      string(CONFIGURE "${option}" option @ONLY)
      list(APPEND arguments -s ${option})
    endforeach()
  endif()
  if(EXISTS ${samples}/${module})
    list(APPEND arguments --samples ${samples}/${module})
    if(PAPERCONV_SANITIZE) # with which a sample takes ten times as long
      file(GLOB others ${samples}/${module}/*)
      list(POP_FRONT others first)
      if(others)
        file(REMOVE ${others})
      endif()
    endif()
  endif()
  string(REPLACE _ . name ${module})
  paperconv_test(check.${name} plugins
    $<TARGET_FILE:paperconv> plugin check $<TARGET_FILE:${module}> ${arguments})
endforeach()
