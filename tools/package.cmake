# The Debian packages paperconv and, for authors of plugins, paperconv-dev, which tools/package
# makes.  The environment variables DEBFULLNAME and DEBEMAIL set their maintainer.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME paperconv)
set(CPACK_PACKAGE_CONTACT "paperconv authors")
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "convert listings of papers to bibliographic data")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_COMPONENTS_ALL paperconv paperconv-dev)
set(CPACK_COMPONENT_PAPERCONV_DESCRIPTION
    "paperconv reads text copied from paper listings, also inside archives, and writes
 JSON Lines, CSV, BibTeX, biblatex and RIS.")
set(CPACK_COMPONENT_PAPERCONV-DEV_DESCRIPTION
    "The header, the support library and the CMake and pkg-config packages with
 which plugins of paperconv are built.")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PAPERCONV_PACKAGE_NAME paperconv)
set(CPACK_DEBIAN_PAPERCONV_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PAPERCONV_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PAPERCONV-DEV_PACKAGE_NAME paperconv-dev)
set(CPACK_DEBIAN_PAPERCONV-DEV_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PAPERCONV-DEV_PACKAGE_SUGGESTS "cmake, pkg-config, libutf8proc-dev, libzstd-dev, zlib1g-dev")
set(CPACK_DEBIAN_PAPERCONV-DEV_PACKAGE_DEPENDS "paperconv (= ${PROJECT_VERSION})")
foreach(package IN LISTS CPACK_COMPONENTS_ALL)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION share/doc/${package}
          RENAME copyright COMPONENT ${package} EXCLUDE_FROM_ALL)
endforeach()
include(CPack)
