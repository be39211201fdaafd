# Writes templates.c: the files of sdk/template, which 'paperconv plugin new' copies, as
# arrays in a table.
set(folder ${PROJECT_SOURCE_DIR}/sdk/template)
file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
set(arrays "")
set(lines "")
set(i 0)
foreach(file IN LISTS files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${file})
  file(READ ${folder}/${file} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "static const unsigned char file_${i}[] = { ${bytes} 0 };\n")
  string(APPEND lines "    { \"${file}\", file_${i} },\n")
  math(EXPR i "${i} + 1")
endforeach()
file(CONFIGURE OUTPUT templates.c CONTENT [[
#include "commands/templates.h"

@arrays@
const struct template_file template_files[] = {
@lines@    { NULL, NULL },
};
]] @ONLY)
