# dist/kakehashi.oxt: everything the extension needs, with the libraries that not every system has.
#
# Each library looks for its own dependencies beside itself (RUNPATH $ORIGIN); the zip has fixed times and order, so
# that equal contents give equal files.
find_program(PATCHELF patchelf REQUIRED)
find_program(ZIP zip REQUIRED)

set(package ${CMAKE_CURRENT_BINARY_DIR}/package)
set(KAKEHASHI_OXT ${CMAKE_SOURCE_DIR}/dist/kakehashi.oxt CACHE FILEPATH "Where the package goes")
set(manifests ${CMAKE_SOURCE_DIR}/manifests)
configure_file(${manifests}/description.xml.in ${CMAKE_CURRENT_BINARY_DIR}/description.xml @ONLY)

file(GLOB_RECURSE package_inputs CONFIGURE_DEPENDS ${manifests}/META-INF/* ${manifests}/description/* ${manifests}/icons/*
     ${manifests}/help/* ${manifests}/*.xcu ${manifests}/*.components ${manifests}/*.json ${manifests}/*.xcs ${manifests}/*.xdl)

add_custom_command(
  OUTPUT ${KAKEHASHI_OXT}
  COMMAND ${CMAKE_COMMAND}
          -DPACKAGE=${package} -DMANIFESTS=${manifests} -DLICENSE=${CMAKE_SOURCE_DIR}/LICENSE
          -DDESCRIPTION=${CMAKE_CURRENT_BINARY_DIR}/description.xml
          -DPICTURES=${CMAKE_SOURCE_DIR}/docs/images -DGENERATED=${generated} -DTYPES=${types} -DLIBRARY=$<TARGET_FILE:kakehashi>
          -DSTART_LIBRARY=$<TARGET_FILE:kakehashi_start>
          -DSTRIP=${CMAKE_STRIP} -DPATCHELF=${PATCHELF} -DZIP=${ZIP} -DOXT=${KAKEHASHI_OXT}
          -P ${CMAKE_SOURCE_DIR}/cmake/package.cmake
  DEPENDS kakehashi kakehashi_start ${types} ${generated}/generated.stamp ${package_inputs} ${CMAKE_CURRENT_BINARY_DIR}/description.xml
          ${CMAKE_SOURCE_DIR}/cmake/package.cmake ${CMAKE_SOURCE_DIR}/cmake/licenses.cmake ${CMAKE_SOURCE_DIR}/LICENSE
  COMMENT "Packing ${KAKEHASHI_OXT}"
  VERBATIM)
add_custom_target(kakehashi_extension ALL DEPENDS ${KAKEHASHI_OXT})
