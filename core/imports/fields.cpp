#include "core/imports/fields.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

using sheet::Part;

Field role_field(Role role, std::vector<std::string_view> more = {}) {
    return {role_name(role), role, std::move(more)};
}
Field id_field() {
    return role_field(Role::id, {"deal_id", "contact_id", "lead_id", "opportunity_id", "リードID"});
}
Field date_field() {
    return {"date", {}, {"Date",
                         "Spend date",
                         "Cost date",
                         "Touch date",
                         "Touched at",
                         "Activity date",
                         "Activity - Due date",
                         "Due date",
                         "Datetime",
                         "Timestamp",
                         "Time",
                         "Day",
                         "Month",
                         "日付",
                         "日時",
                         "年月日",
                         "計上日",
                         "支払日",
                         "接触日",
                         "接触日時",
                         "活動日",
                         "実施日",
                         "発生日",
                         "年月",
                         "日"}};
}
Field channel_field() {
    return {
        "channel",
        {},
        {"Channel", "Channel name", "Marketing channel", "Touchpoint", "Touch", "Medium", "Source",
         "Campaign", "Campaign Name", "チャネル", "チャンネル", "接点", "媒体", "経路", "流入元", "施策"}};
}
Field department_field() {
    return {"department",
            {},
            {"Department", "Dept", "Team", "Cost centre", "Cost center", "部門", "部門名", "部署"}};
}
Field note_field() {
    return {"note", {}, {"Note", "Notes", "Comment", "Remark", "メモ", "備考", "コメント"}};
}

Target leads() {
    Target target{Part::leads, {}, {"id"}};
    for (std::size_t role = 0; role < role_count; ++role) {
        const auto of = static_cast<Role>(role);
        if (of == Role::stage)
            target.fields.push_back(
                role_field(of, {"Lead Status", "Status", "deal_pipeline_stage_id", "property_dealstage",
                                "dealstage", "リードステータス", "リード状況", "ステータス", "状況"}));
        else
            target.fields.push_back(role_field(of));
    }
    const std::vector<Field> more = {
        {"job_title", {}, {"Job title", "Title", "Position", "property_jobtitle", "役職", "肩書"}},
        {"region",
         {},
         {"Region", "State", "State/Region", "State/Province", "Prefecture", "Territory Region", "都道府県",
          "地域", "会社所在地：都道府県"}},
        {"industry", {}, {"Industry", "property_industry", "業種", "業界"}},
        {"employees",
         {},
         {"Employees", "Number of Employees", "No. of Employees", "number_of_employees", "従業員数",
          "社員数"}},
        {"need", {}, {"Need", "Needs", "Pain", "課題", "ニーズ"}},
        {"timing", {}, {"Timing", "Timeline", "導入時期", "検討時期"}},
        {"last_activity",
         {},
         {"Last activity", "Last Activity Date", "Last Activity Time", "最終接点日", "最終活動日",
          "最終活動日時"}},
        {"mql",
         {},
         {"MQL", "MQL Date", "MQL化日", "Became a Marketing Qualified Lead Date",
          "Marketing Qualified Lead Date", "Date entered Marketing Qualified Lead"}},
        {"opportunity",
         {},
         {"Opportunity", "Opportunity Date", "商談化日", "Became an Opportunity Date",
          "Date entered Opportunity"}},
        {"next_step",
         {},
         {"Next step", "Next Steps", "Opportunity Next Steps", "次のアクション", "次のステップ"}},
        {"note",
         {},
         {"Note", "Notes", "Description", "property_description", "メモ", "備考", "Note - Content*"}},
    };
    target.fields.insert(target.fields.end(), more.begin(), more.end());
    return target;
}

std::vector<Target> make_targets() {
    return {
        leads(),
        {Part::stage_log,
         {id_field(),
          role_field(Role::stage, {"value", "New Value", "To Stage", "New Stage", "変更後", "新しい値",
                                   "変更後のフェーズ"}),
          {"date",
           {},
           {"Date", "Entered", "Entered At", "Date Entered", "date_entered", "_fivetran_start", "timestamp",
            "Time", "When", "Edit Date", "Last Modified", "Changed At", "日付", "日時", "発生日", "更新日時",
            "変更日", "変更日時", "編集日"}},
          {"reason", Role::reason, {}},
          note_field()},
         {}},
        {Part::touches, {id_field(), date_field(), channel_field(), note_field()}, {}},
        {Part::spend,
         {date_field(),
          department_field(),
          channel_field(),
          {"amount",
           {},
           {"Amount", "Spend", "Spending", "Cost", "Costs", "Expense", "Expenses", "Amount spent", "金額",
            "支出", "支出額", "費用", "コスト", "経費", "広告費"}},
          note_field()},
         {}},
        {Part::activities,
         {date_field(),
          {"person",
           {},
           {"Person", "Member", "Name", "Owner", "Assigned to", "User", "Sales Rep", "担当者", "担当", "氏名",
            "所有者"}},
          department_field(),
          {"activity",
           {},
           {"Activity", "Activity type", "Type", "Subject", "Activity - Subject*", "活動", "活動種別", "種別",
            "行動"}},
          {"count", {}, {"Count", "Number", "Quantity", "件数", "回数", "数"}},
          note_field()},
         {}},
        {Part::goals,
         {{"goal", {}, {"Goal", "Name", "Goal name", "目標", "目標名", "KPI"}},
          {"parent", {}, {"Parent", "Parent goal", "親目標", "上位目標"}},
          {"metric", {}, {"Metric", "Measure", "指標"}},
          {"layer", {}, {"Layer", "層"}},
          {"department", {}, {"Department", "Dept", "部門", "部署"}},
          {"person", {}, {"Person", "Owner", "Member", "担当", "担当者"}},
          {"unit", {}, {"Unit", "単位"}},
          {"kind", {}, {"Kind", "Type", "種別", "種類"}},
          {"better", {}, {"Better", "Direction", "良い方向", "方向"}},
          {"weight", {}, {"Weight", "重み", "ウェイト"}},
          {"start", {}, {"Start", "Start date", "From", "開始", "開始日"}},
          {"end", {}, {"End", "End date", "Due", "Due date", "終了", "終了日", "期限"}},
          {"baseline", {}, {"Baseline", "Base", "基準値", "基準"}},
          {"target", {}, {"Target", "Target value", "Plan", "Quota", "目標値", "計画値", "計画"}},
          {"actual", {}, {"Actual", "Actuals", "Actual value", "実績", "実績値"}},
          {"numerator", {}, {"Numerator", "分子"}},
          {"denominator", {}, {"Denominator", "分母"}},
          {"curve", {}, {"Curve", "進み方", "曲線"}}},
         {"goal", "person", "start"}},
    };
}

bool has(const Target& target, std::string_view key, std::span<const std::string> headers) {
    const auto field = std::ranges::find(target.fields, key, &Field::key);
    return field != target.fields.end() && find_field(*field, headers).has_value();
}

bool has_any(std::span<const std::string> headers, std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(headers, [&](const std::string& header) {
        const std::string folded = fold_header(header);
        return std::ranges::any_of(names, [&](std::string_view name) { return fold_header(name) == folded; });
    });
}

/// A log says of each row from when on it held: not when the record was made, but when it changed.
bool is_stage_log(std::span<const std::string> headers) {
    const Target& log = target_of(Part::stage_log);
    if (!has(log, "id", headers) || !has(log, "stage", headers)) return false;
    if (has_any(headers, {"date_entered", "Date Entered", "Entered At", "_fivetran_start", "Edit Date",
                          "Changed At", "変更日", "変更日時", "段階の履歴"}))
        return true;
    const bool few = headers.size() <= 8;
    return few && has(log, "date", headers) &&
           !has_any(headers, {"Amount", "金額", "Company", "会社名", "Email"});
}

}  // namespace

std::span<const Target> targets() {
    static const std::vector<Target> all = make_targets();
    return all;
}

const Target& target_of(Part part) {
    const auto found = std::ranges::find(targets(), part, &Target::part);
    return found == targets().end() ? targets().front() : *found;
}

std::optional<std::size_t> find_field(const Field& field, std::span<const std::string> headers) {
    if (field.role)
        if (const auto column = recognise_role(*field.role, headers)) return column;
    for (const std::string_view name : field.names) {
        const std::string folded = fold_header(name);
        for (std::size_t column = 0; column < headers.size(); ++column)
            if (fold_header(headers[column]) == folded) return column;
    }
    return std::nullopt;
}

Part recognise_target(std::span<const std::string> headers) {
    if (is_stage_log(headers)) return Part::stage_log;
    const bool id = has(target_of(Part::stage_log), "id", headers);
    const bool person =
        has_any(headers, {"Email", "Company", "会社名", "メールアドレス", "e-mail", "Account"});
    const Target& goals = target_of(Part::goals);
    if (has_any(headers, {"Goal", "目標", "目標名"}) && has(goals, "target", headers)) return Part::goals;
    const Target& touches = target_of(Part::touches);
    if (id && !person && headers.size() <= 8 && has(touches, "date", headers) &&
        has_any(headers, {"Channel", "Touchpoint", "チャネル", "接点", "媒体"}))
        return Part::touches;
    if (id || person) return Part::leads;
    const Target& activities = target_of(Part::activities);
    if (has_any(headers, {"Activity", "Activity type", "活動", "活動種別"}) &&
        has(activities, "date", headers) && has(activities, "person", headers))
        return Part::activities;
    const Target& spend = target_of(Part::spend);
    if (has(spend, "date", headers) && has(spend, "amount", headers) &&
        (has(spend, "department", headers) || has(spend, "channel", headers)) && headers.size() <= 12)
        return Part::spend;
    return Part::leads;
}

Result<Part> parse_target(std::string_view name) {
    const std::string folded = fold_header(name);
    for (const Target& target : targets()) {
        const sheet::PartNames& names = sheet::names_of(target.part);
        for (const std::string& sheet : {names.sheet.en, names.sheet.ja})
            if (fold_header(sheet) == folded) return target.part;
    }
    const std::pair<std::string_view, Part> more[] = {
        {"lead", Part::leads},          {"deals", Part::leads},      {"opportunities", Part::leads},
        {"history", Part::stage_log},   {"stages", Part::stage_log}, {"costs", Part::spend},
        {"activity", Part::activities}, {"goal", Part::goals},       {"touch", Part::touches}};
    for (const auto& [word, part] : more)
        if (folded == word) return part;
    std::string known_en;
    std::string known_ja;
    for (const Target& target : targets()) {
        const Text& sheet = sheet::names_of(target.part).sheet;
        known_en += (known_en.empty() ? "" : ", ") + sheet.en;
        known_ja += (known_ja.empty() ? "" : "、") + sheet.ja;
    }
    return illegal_argument(
        {fmt::format("There is no table \"{}\" to import into; there are {}.", name, known_en),
         fmt::format("取り込み先「{}」はありません。選べるのは {} です。", name, known_ja)});
}

}  // namespace kakehashi::imports
