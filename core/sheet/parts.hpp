// The parts of a team workbook: which sheets there are, how they are called in both languages, and under
// which named ranges formulas and commands find them.
#pragma once

#include <array>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi::sheet {

enum class Part {
    start,    // what is where, the handles, the language
    summary,  // the weekly summary
    leads,
    playbook,
    goals,
    activities,
    spend,
    touches,
    stage_log,  // history of stages: id, stage, date, reason
    handoffs,   // the record of hand-offs, acceptances, rejections
    voice,      // customers' words, sales to marketing
    market,     // 3C, five forces, segments
    accounts,   // joint account plans
    survey,     // the two departments' answers
    history,    // frozen weekly figures
    findings,   // of the data check
};

struct PartNames {
    Part part;
    Text sheet;
    std::string_view handle;  // named range of the handle cell, where the part has one: "KakehashiLeads"
    std::string_view data;    // named range of the table, headers included: "KakehashiLeadsData"
};

/// In the order of the sheets.
const std::array<PartNames, 16>& parts();
const PartNames& names_of(Part part);

}  // namespace kakehashi::sheet
