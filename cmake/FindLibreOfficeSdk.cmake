# The LibreOffice SDK: its tools, its headers, and `LibreOfficeSdk::uno` to link with.
#
#   LibreOfficeSdk_UNOIDL_WRITE, LibreOfficeSdk_CPPUMAKER   the tools
#   LibreOfficeSdk_TYPES                                    LibreOffice's own type libraries
find_path(LibreOfficeSdk_ROOT NAMES bin/unoidl-write
  HINTS ENV OO_SDK_HOME
  PATHS /usr/lib/libreoffice/sdk /usr/lib64/libreoffice/sdk /opt/libreoffice/sdk
  NO_DEFAULT_PATH)
set(LibreOfficeSdk_UNOIDL_WRITE ${LibreOfficeSdk_ROOT}/bin/unoidl-write)
set(LibreOfficeSdk_CPPUMAKER ${LibreOfficeSdk_ROOT}/bin/cppumaker)

get_filename_component(LibreOfficeSdk_OFFICE "${LibreOfficeSdk_ROOT}/.." REALPATH)
set(LibreOfficeSdk_TYPES ${LibreOfficeSdk_OFFICE}/program/types.rdb ${LibreOfficeSdk_OFFICE}/program/types/offapi.rdb)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibreOfficeSdk REQUIRED_VARS LibreOfficeSdk_ROOT
  REASON_FAILURE_MESSAGE "Install libreoffice-dev, or set OO_SDK_HOME.")

if(LibreOfficeSdk_FOUND AND NOT TARGET LibreOfficeSdk::uno)
  add_library(LibreOfficeSdk::uno INTERFACE IMPORTED)
  target_include_directories(LibreOfficeSdk::uno SYSTEM INTERFACE ${LibreOfficeSdk_ROOT}/include)
  target_compile_definitions(LibreOfficeSdk::uno INTERFACE LINUX UNX GCC CPPU_ENV=gcc3)
  foreach(library sal cppu cppuhelpergcc3 salhelpergcc3)
    target_link_libraries(LibreOfficeSdk::uno INTERFACE ${LibreOfficeSdk_ROOT}/lib/libuno_${library}.so)
  endforeach()
endif()
