#include "core/workbook/columns.hpp"

namespace kakehashi::workbook {

using enum sheet::Format;

DataSheet goal_sheet() {
    DataSheet result;
    result.part = sheet::Part::goals;
    result.purpose = {
        "Goals in three layers: shared, per department, per activity. Enter the targets; a goal without one "
        "is no goal yet. Actuals come from the leads and the activity log, unless you type one.",
        "共有・部門・活動の3層の目標。目標値を入力してください（空欄の間は目標とみなしません）。"
        "実績は、入力がなければリードと活動記録から計算します。"};
    result.frozen_columns = 1;
    result.tab_colour = shared_colour;
    result.columns = {
        plain("goal", {"Goal", "目標"}, 45),
        from_list("parent", {"Parent", "親目標"}, 34, goal_list,
                  {"The goal it contributes to", "この目標が支える上位の目標"}),
        from_list("metric", {"Metric", "指標"}, 34, metric_list,
                  {"A metric of the playbook, or an activity of the log; its figure is the actual",
                   "プレイブックの指標、または活動記録の活動。その値が実績になります"}),
        listed("layer", {"Layer", "層"}, 24,
               {{"shared", "共有"}, {"department", "部門"}, {"activity", "活動"}}, true),
        listed("department", {"Department", "部門"}, 28,
               {{"Marketing", "マーケティング"}, {"Sales", "営業"}, {"Both", "両部門"}}, false),
        plain("person", {"Person", "担当者"}, 24),
        plain("unit", {"Unit", "単位"}, 18),
        listed("kind", {"Kind", "種類"}, 20, {{"sum", "合計"}, {"rate", "率"}, {"level", "水準"}}, true,
               {"sum adds up over the period, rate is a share, level a state",
                "合計：期間に積み上がる。率：割合。水準：その時の状態"}),
        listed("better", {"Better", "良い方向"}, 22, {{"higher", "高い"}, {"lower", "低い"}}, true),
        of_format(figure, "weight", {"Weight", "重み"}, 18,
                  {"For a parent of goals in different units; blank: 1",
                   "単位の異なる目標をまとめるとき。空欄は 1"}),
        day("start", {"Start", "開始日"}),
        day("end", {"End", "終了日"}),
        of_format(figure, "baseline", {"Baseline", "基準値"}, 24),
        of_format(figure, "target", {"Target", "目標値"}, 26,
                  {"Blank: no goal yet", "空欄の間は目標とみなしません"}),
        of_format(figure, "actual", {"Actual", "実績"}, 26,
                  {"Blank: from the metric or the activity log", "空欄なら指標または活動記録から計算"}),
        of_format(figure, "numerator", {"Numerator", "分子"}, 24),
        of_format(figure, "denominator", {"Denominator", "分母"}, 28),
        listed("curve", {"Curve", "進み方"}, 26,
               {{"calendar", "暦日"}, {"working", "営業日"}, {"last year", "前年"}}, true,
               {"How the target is expected to come in over the period", "期間中にどう積み上がるとみるか"}),
    };
    return result;
}

}  // namespace kakehashi::workbook
