# Run by the build: lays the package out in PACKAGE and packs it into OXT. See ExtensionPackage.cmake.
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

file(REMOVE_RECURSE ${PACKAGE})
file(MAKE_DIRECTORY ${PACKAGE}/lib)
file(COPY ${MANIFESTS}/META-INF ${MANIFESTS}/description ${MANIFESTS}/icons ${MANIFESTS}/help ${GENERATED}/help DESTINATION ${PACKAGE})
file(COPY ${PICTURES}/deck.png ${PICTURES}/deck.ja.png DESTINATION ${PACKAGE}/help/images)
file(GLOB files ${MANIFESTS}/*.xcu ${MANIFESTS}/*.xcs ${MANIFESTS}/*.components ${MANIFESTS}/*.json ${MANIFESTS}/*.xdl)
file(COPY ${files} ${LICENSE} ${DESCRIPTION} ${TYPES} ${GENERATED}/CalcAddIns.xcu ${GENERATED}/Addons.xcu
     ${GENERATED}/CalcCommands.xcu DESTINATION ${PACKAGE})

file(COPY_FILE ${LIBRARY} ${PACKAGE}/lib/libkakehashi.so)
file(COPY_FILE ${START_LIBRARY} ${PACKAGE}/lib/libkakehashi_start.so)

# What we need and neither LibreOffice nor every system has travels with us, and what that needs too: Poco, RE2, and
# libpcre.so.3, which Debian 13 no longer has.
set(on_every_system "^(linux-vdso|ld-linux.*|lib(c|m|dl|rt|pthread|stdc\\+\\+|gcc_s|z|uno_.*))\\.so")
execute_process(COMMAND ldd ${LIBRARY} OUTPUT_VARIABLE dependencies COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^ \t\n]+ => /[^ \n]+" dependencies "${dependencies}")
foreach(dependency ${dependencies})
  string(REGEX MATCH "^([^ ]+) => (.+)$" dependency ${dependency})
  set(name ${CMAKE_MATCH_1})
  set(file ${CMAKE_MATCH_2})
  # Only what the loader finds outside LibreOffice: its own libraries are never ours to carry.
  if(NOT name MATCHES "${on_every_system}" AND NOT file MATCHES "/libreoffice/")
    file(REAL_PATH ${file} file)
    file(COPY_FILE ${file} ${PACKAGE}/lib/${name})
  endif()
endforeach()

include(${CMAKE_CURRENT_LIST_DIR}/licenses.cmake)

file(GLOB libraries ${PACKAGE}/lib/*)
foreach(library ${libraries})
  file(CHMOD ${library} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  run(${STRIP} --strip-unneeded ${library})
  run(${PATCHELF} --set-rpath "$ORIGIN" ${library})
endforeach()

file(GLOB_RECURSE packed RELATIVE ${PACKAGE} ${PACKAGE}/*)
list(SORT packed)
foreach(file ${packed})
  run(touch -d 2020-01-01T00:00:00Z ${PACKAGE}/${file})
endforeach()
get_filename_component(folder ${OXT} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
# Packed beside its place and then moved there: whoever installs the old package meanwhile finds it whole.
file(REMOVE ${OXT}.new)
execute_process(COMMAND ${CMAKE_COMMAND} -E env TZ=UTC ${ZIP} -X -q -9 ${OXT}.new ${packed} WORKING_DIRECTORY ${PACKAGE}
                COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${OXT}.new ${OXT})
