// A plan as text that people read and tests compare: one line per thing, in the order of the plan.
//
//   sheet summary "Weekly summary" tab 0072B2 currency JPY freeze 0,2 widths 20 30
//   block board cells at 0,3
//   board!0,0 heading general | Goal                        a text in column 0, row 0
//   board!1,1 result money | =GOAL.ACTUAL(KakehashiGoals;"A")
//   board!2,1 result number | {=…} 3x2                      an array formula, 3 columns by 2 rows
//   board!0,2 input text theirs | …                         further: merged N, note "…", link …
//   validation board column 2 list strict | A; B | message    (column 2 from 3 | column 2 rows 3-9)
//   look board column 2 text date
//   chart goals bars at 5,3 85x60 mm | title | value axis | alternative text
//   chart goals categories board!0,1:0,4
//   chart goals series Actual board!1,1:1,4 0072B2 line dashed
//   name KakehashiGoals board!0,0:3,-1
//   page A4 portrait fit | header | footer | breaks 40 80
#pragma once

#include <string>
#include <string_view>

#include "core/sheet/plan.hpp"

namespace kakehashi::sheet {

/// Cells without content, style, note and link are left out. Line breaks in contents read `⏎`.
std::string print(const Sheet& plan);

std::string_view word(Style style);
std::string_view word(Format format);
std::string_view word(Refresh refresh);
std::string_view word(Validation::Kind kind);
std::string_view word(Chart::Kind kind);

}  // namespace kakehashi::sheet
