# Run by package.cmake: the licences of the libraries that are in the package, beside it or inside our own, as Debian
# ships them. Gives licenses/README.txt and a file per library in PACKAGE.
set(licensed
    "Poco|libpoco-dev" "PCRE|libpcre3" "RE2|libre2-9" "edlib|libedlib-dev" "utf8proc|libutf8proc-dev"
    "nlohmann-json|nlohmann-json3-dev" "PEGTL|tao-pegtl-dev" "Boost|libboost1.74-dev" "fmt|libfmt-dev"
    "tl-expected|libexpected-dev")
set(licenses ${PACKAGE}/licenses)
file(MAKE_DIRECTORY ${licenses})
set(names "")
foreach(entry ${licensed})
  string(REPLACE "|" ";" entry ${entry})
  list(GET entry 0 name)
  list(GET entry 1 source)
  set(copyright /usr/share/doc/${source}/copyright)
  if(NOT EXISTS ${copyright})
    message(FATAL_ERROR "The licence of ${name} is not at ${copyright}; it must travel in the package.")
  endif()
  file(READ ${copyright} text)
  if(name STREQUAL "Boost")
    # Debian lists the holders of two hundred libraries, 2 MB. We use headers of a few, under this licence all of them.
    string(FIND "${text}" "License: BSL-1.0\n Boost Software License" start)
    string(SUBSTRING "${text}" ${start} -1 text)
    string(REGEX MATCH "^License[^\n]*\n( [^\n]*\n)+" text "${text}")
    string(PREPEND text "Boost C++ libraries, https://www.boost.org\nCopyright: the authors named in its headers\n\n")
  endif()
  if(text STREQUAL "")
    message(FATAL_ERROR "The licence of ${name} is empty.")
  endif()
  file(WRITE ${licenses}/${name}.txt "${text}")
  string(APPEND names "${name}\n")
endforeach()
file(WRITE ${licenses}/README.txt
"Kakehashi is under the Mozilla Public License 2.0 (LICENSE). It uses these libraries; their licences are beside this file.
Kakehashi 本体は Mozilla Public License 2.0（LICENSE）です。次のライブラリを使っています。ライセンスはこのフォルダーにあります。

${names}")
