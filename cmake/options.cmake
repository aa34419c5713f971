# Public headers use it, so every folder must know it.
find_package(tl-expected REQUIRED)

# What every target of the project is compiled with: link `kakehashi_options`.
add_library(kakehashi_options INTERFACE)
target_compile_features(kakehashi_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

target_compile_options(kakehashi_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps in std::string::insert and operator+ that are not there (GCC bug 105651).
  target_compile_options(kakehashi_options INTERFACE -Wno-restrict)
endif()
if(KAKEHASHI_WARNINGS_AS_ERRORS)
  target_compile_options(kakehashi_options INTERFACE -Werror)
endif()
if(KAKEHASHI_SANITIZE)
  target_compile_options(kakehashi_options INTERFACE -fsanitize=${KAKEHASHI_SANITIZE} -fno-omit-frame-pointer
                                                     -fno-sanitize-recover=all)
  target_link_options(kakehashi_options INTERFACE -fsanitize=${KAKEHASHI_SANITIZE})
endif()
