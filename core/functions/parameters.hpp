// Arguments that many functions share, with the same id, name and text everywhere.
#pragma once

#include "core/functions/function.hpp"

namespace kakehashi::parameters {

inline Parameter leads() {
    return {"leads",
            ArgumentKind::leads,
            false,
            {"leads", "リード"},
            {"The lead list (first row = headers), or a cell with LEAD.TABLE",
             "リード一覧（1行目は見出し）、または LEAD.TABLE のセル"}};
}
inline Parameter where() {
    return {"where",
            ArgumentKind::text,
            true,
            {"where", "条件"},
            {"Which leads, for example \"Source = Web and Employees >= 100\"; default all",
             "対象のリード。例: \"流入元 = Web かつ 従業員数 >= 100\"。省略時はすべて"}};
}
inline Parameter from() {
    return {"from",
            ArgumentKind::date,
            true,
            {"from", "開始日"},
            {"First day of the period, included; default unbounded",
             "期間の初日（その日を含む）。省略時は制限なし"}};
}
inline Parameter to() {
    return {"to",
            ArgumentKind::date,
            true,
            {"to", "終了日"},
            {"Last day of the period, included to its end; default unbounded",
             "期間の末日（その日の終わりまで含む）。省略時は制限なし"}};
}
inline Parameter column() {
    return {"column",
            ArgumentKind::text,
            false,
            {"column", "列"},
            {"Header, role (amount, owner …) or [stage], [stage now], [days in stage], [outcome], [reason "
             "family], [score …], [cycle days]",
             "見出し、役割（amount、owner など）、または [stage]、[stage now]（現在のステージ）、[days in "
             "stage]、[outcome]、[reason family]（理由の分類）、[score …]、[cycle days]"}};
}
inline Parameter id() {
    return {"id", ArgumentKind::text, false, {"id", "ID"}, {"The lead's id", "リードの ID"}};
}
inline Parameter limit() {
    return {"limit",
            ArgumentKind::number,
            true,
            {"limit", "件数"},
            {"At most so many; default all", "最大件数。省略時はすべて"}};
}
inline Parameter definition() {
    return {"definition",
            ArgumentKind::text,
            false,
            {"definition", "定義"},
            {"Name of a definition in the playbook, for example \"Hot lead\"",
             "プレイブックの定義名。例: \"ホットリード\""}};
}
inline Parameter as_of() {
    return {"asOf",
            ArgumentKind::date,
            true,
            {"as of", "基準日"},
            {"Judged as of this day; default the playbook's as-of date, else the day of calculation",
             "この日の時点で判定。省略時はプレイブックの基準日、なければ計算した日"}};
}
inline Parameter stage(std::string_view id, Text name, Text summary) {
    return {id, ArgumentKind::text, false, std::move(name), std::move(summary)};
}
inline Parameter stage() {
    return stage("stage", {"stage", "ステージ"},
                 {"Name of a stage in the playbook", "プレイブックのステージ名"});
}
inline Parameter within_days() {
    return {"withinDays",
            ArgumentKind::number,
            true,
            {"within days", "日数以内"},
            {"Counts only what happens within so many days of the entry, the end included; default as long "
             "as it takes",
             "入ってからこの日数以内（最後を含む）のものだけ数える。省略時は期限なし"}};
}
inline Parameter goals() {
    return {"goals",
            ArgumentKind::goals,
            false,
            {"goals", "目標表"},
            {"The goal table (first row = headers), or a cell with GOAL.TABLE",
             "目標表（1行目は見出し）、または GOAL.TABLE のセル"}};
}
inline Parameter goal() {
    return {"goal",
            ArgumentKind::text,
            false,
            {"goal", "目標"},
            {"Name of the goal; of equal names the first", "目標の名前。同名があれば最初の行"}};
}

}  // namespace kakehashi::parameters
