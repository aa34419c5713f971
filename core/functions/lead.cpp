// LEAD.*: the lead list itself. The functions about definitions are in lead_definitions.cpp.
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/leads/figures.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi {
namespace {

/// The leads of argument 0 and those of them for which the expression in argument `where` holds.
struct Selection {
    std::shared_ptr<const Leads> leads;
    std::shared_ptr<const Bitmap> rows;
};

Result<Selection> select(const Call& call, std::size_t where) {
    const auto leads = call.leads(0);
    if (!leads) return error_of(leads);
    const auto expression = call.text(where);
    if (!expression) return error_of(expression);
    const auto rows = (*leads)->where(*expression);
    if (!rows) return error_of(rows);
    return Selection{*leads, *rows};
}

/// `[any header]` or a bare name.
Result<std::string> column_name(const Call& call, std::size_t i) {
    auto name = call.required_text(i);
    if (!name) return name;
    const std::string_view bare = trim(*name);
    if (bare.size() > 1 && bare.front() == '[' && bare.back() == ']')
        return std::string(bare.substr(1, bare.size() - 2));
    return std::string(bare);
}

Value no_leads() {
    return CellError{ErrorCode::not_available, {"There is no such lead.", "該当するリードがありません。"}};
}

/// Nothing, or how many; Err:502 for less than one.
Result<std::size_t> limit_of(const Call& call, std::size_t i) {
    const auto limit = call.number(i);
    if (!limit) return error_of(limit);
    if (!*limit) return static_cast<std::size_t>(-1);
    if (!(**limit >= 1.0))
        return illegal_argument({"The limit must be at least 1.", "件数は1以上でなければなりません。"});
    return **limit > 1e15 ? static_cast<std::size_t>(-1) : static_cast<std::size_t>(**limit);
}

Value lead_table(const Call& call) {
    const auto source = call.source(0);
    if (!source) return source.error();
    const auto playbook = call.playbook(1);
    if (!playbook) return playbook.error();
    const auto history = call.history(2);
    if (!history) return history.error();
    std::shared_ptr<const Playbook> agreed;
    if (*playbook) agreed = std::shared_ptr<const Playbook>(*playbook, &(*playbook)->playbook);
    auto leads = std::make_shared<const Leads>(std::make_shared<const Table>(*source), agreed, *history,
                                               call.caller().now);
    const std::string count = thousands(leads->present().count());
    return Handle{Object(std::move(leads)),
                  call.caller().language == Language::japanese ? count + " 件" : count + " leads"};
}

Value lead_history(const Call& call) {
    const auto source = call.source(0);
    if (!source) return source.error();
    const auto history = History::read(Table(*source));
    if (!history) return history.error();
    const std::string count = thousands((*history)->entries().size());
    return Handle{Object(*history), call.caller().language == Language::japanese ? "履歴 " + count + " 件"
                                                                                 : count + " entries"};
}

Value lead_count(const Call& call) {
    const auto selection = select(call, 1);
    if (!selection) return selection.error();
    return static_cast<double>(selection->rows->count());
}

Value lead_stat(const Call& call) {
    const auto selection = select(call, 3);
    if (!selection) return selection.error();
    const auto name = column_name(call, 1);
    if (!name) return name.error();
    const auto statistic = call.required_text(2);
    if (!statistic) return statistic.error();
    const auto column = selection->leads->column(*name);
    if (!column) return column.error();
    const auto result = column_statistic(**column, *statistic, *selection->rows);
    if (!result) return result.error();
    return *result;
}

Value lead_value(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto id = call.required_text(1);
    if (!id) return id.error();
    const auto name = column_name(call, 2);
    if (!name) return name.error();
    const auto row = (*leads)->row_of(*id);
    if (!row) return row.error();
    const auto column = (*leads)->column(*name);
    if (!column) return column.error();
    const auto numbers = (*column)->numbers();
    if (!numbers.empty() && !std::isnan(numbers[*row])) return numbers[*row];
    return (*column)->text(*row);
}

Value lead_list(const Call& call) {
    const auto selection = select(call, 2);
    if (!selection) return selection.error();
    const auto name = column_name(call, 1);
    if (!name) return name.error();
    const auto order = call.text(3);
    if (!order) return order.error();
    const auto limit = limit_of(call, 4);
    if (!limit) return limit.error();
    const auto column = ShownColumn::find(*selection->leads, *name);
    if (!column) return column.error();
    const auto rows = ordered_rows(*selection->leads, *selection->rows, *order);
    if (!rows) return rows.error();
    std::vector<std::string> texts;
    for (const std::size_t row : *rows) {
        if (texts.size() == *limit) break;
        texts.push_back(column->text(row));
    }
    return texts.empty() ? no_leads() : Value(text_column(std::move(texts)));
}

Result<std::vector<Group>> groups_of(const Call& call) {
    const auto selection = select(call, 2);
    if (!selection) return error_of(selection);
    const auto name = column_name(call, 1);
    if (!name) return error_of(name);
    const auto limit = limit_of(call, 3);
    if (!limit) return error_of(limit);
    const auto column = ShownColumn::find(*selection->leads, *name);
    if (!column) return error_of(column);
    std::vector<Group> result = groups(*column, *selection->rows);
    if (result.size() > *limit) result.resize(*limit);
    return result;
}

Value lead_groups(const Call& call) {
    const auto found = groups_of(call);
    if (!found) return found.error();
    std::vector<std::string> texts;
    for (const Group& group : *found) texts.push_back(group.text);
    return texts.empty() ? no_leads() : Value(text_column(std::move(texts)));
}

Value lead_groupcounts(const Call& call) {
    const auto found = groups_of(call);
    if (!found) return found.error();
    NumberMatrix counts{found->size(), 1, {}};
    for (const Group& group : *found) counts.cells.emplace_back(static_cast<double>(group.count));
    return found->empty() ? no_leads() : Value(std::move(counts));
}

Parameter statistic_parameter() {
    return {"statistic",
            ArgumentKind::text,
            false,
            {"statistic", "統計量"},
            {"sum, mean, median, min, max, stdev, distinct or p1 … p99",
             "sum（合計）、mean（平均）、median（中央値）、min、max、stdev（標準偏差）、distinct（種類数）、p"
             "1～p99"}};
}

Parameter optional_playbook() {
    return {"playbook",
            ArgumentKind::playbook,
            true,
            {"playbook", "プレイブック"},
            {"What both departments agreed; a cell with PLAYBOOK.READ or the blocks. Default: none",
             "両部門の取り決め。PLAYBOOK.READ のセル、またはブロックの範囲。省略時はなし"}};
}

Parameter optional_history() {
    return {"history",
            ArgumentKind::history,
            true,
            {"history", "履歴"},
            {"Log of id, stage, date[, reason]; best a cell with LEAD.HISTORY. Default: none",
             "ID・ステージ・日付（・理由）の履歴。LEAD.HISTORY のセルを推奨。省略時はなし"}};
}

Parameter order_parameter() {
    return {"order",
            ArgumentKind::text,
            true,
            {"order", "並び順"},
            {"\"[Amount] desc\" or \"[Amount]\"; default as in the table",
             "\"[金額] desc\"（降順）または \"[金額]\"（昇順）。省略時は表の順"}};
}

}  // namespace

std::vector<Function> lead_functions() {
    using namespace parameters;
    return {
        {"LEAD.TABLE",
         "0.1.0",
         Returns::text,
         {"Makes a lead list ready for all other functions and shows how many leads it has.",
          "リード一覧を他の関数で使えるようにし、件数を表示します。"},
         {"Every row with any non-blank cell is one lead, hidden rows included. Refer to this cell instead "
          "of the range: "
          "it is read once for all formulas, with the playbook and the history applied.",
          "空でないセルが1つでもある行を1件のリードとして数えます（非表示の行も含みます）。範囲の代わりにこの"
          "セルを参照すると、"
          "読み込みは1回で済み、プレイブックと履歴が適用されます。"},
         {{"leads",
           ArgumentKind::leads,
           false,
           {"leads", "リード"},
           {"The lead list; the first row holds the headers", "リード一覧。1行目は見出し"}},
          optional_playbook(),
          optional_history()},
         {{"=LEAD.COUNT(Leads;\"is [Hot lead]\")", "3"}, {"=LEAD.TABLE(LeadRows;42)", "Err:502"}},
         lead_table},
        {"LEAD.HISTORY",
         "0.1.0",
         Returns::text,
         {"Makes a log of stage entries ready for LEAD.TABLE and shows how many entries it has.",
          "ステージの履歴を LEAD.TABLE で使えるようにし、件数を表示します。"},
         {"One row per entry: id, stage, date, and a reason if there is one; the first row holds the "
          "headers. Entries "
          "without an id, a stage or a readable date are left out.",
          "1行に1件、ID・ステージ・日付（あれば理由）を並べます。1行目は見出しです。ID、ステージ、読み取れる"
          "日付のいずれかがない"
          "行は除かれます。"},
         {{"log",
           ArgumentKind::history,
           false,
           {"log", "履歴"},
           {"Columns id, stage, date[, reason] by header, else by position",
            "ID・ステージ・日付（・理由）の列。見出しで、なければ位置で判断"}}},
         {{"=LEAD.HISTORY(Playbook)", "Err:502"}, {"=LEAD.COUNT(Logged;\"reached MQL\")", "2"}},
         lead_history},
        {"LEAD.COUNT",
         "0.1.0",
         Returns::number,
         {"How many leads there are for which a condition holds.", "条件に合うリードの件数を返します。"},
         {"A comparison with a blank cell is false, except != which is always exactly not (=).",
          "空のセルとの比較は偽です。ただし != は常に = の否定です。"},
         {leads(), where()},
         {{"=LEAD.COUNT(Leads)", "12"},
          {"=LEAD.COUNT(Leads;\"Source = Web\")", "7"},
          {"=LEAD.COUNT(LeadRows;\"Employees >= 100 and not (Source = Web)\")", "3"},
          {"=LEAD.COUNT(Leads;\"won\")", "4"},
          {"=LEAD.COUNT(Leads;\"Colour = red\")", "#N/A"},
          {"=LEAD.COUNT(Leads;\"Source = \")", "Err:502"}},
         lead_count},
        {"LEAD.STAT",
         "0.1.0",
         Returns::number,
         {"A statistic of a column: sum, mean, median, min, max, stdev, distinct or a percentile.",
          "列の統計量（合計、平均、中央値、最小、最大、標準偏差、種類数、パーセンタイル）を返します。"},
         {"Blank cells are left out; numbers given as text are read. Quantiles interpolate linearly, as "
          "PERCENTILE does; "
          "stdev is that of the sample.",
          "空のセルは除き、文字列の数値は読み取ります。分位数は PERCENTILE "
          "と同じ線形補間、標準偏差は標本の値です。"},
         {leads(), column(), statistic_parameter(), where()},
         {{"=LEAD.STAT(Leads;\"Amount\";\"sum\")", "11700000"},
          {"=LEAD.STAT(Leads;\"Amount\";\"median\";\"won\")", "1000000"},
          {"=LEAD.STAT(Leads;\"Owner\";\"distinct\")", "2"},
          {"=LEAD.STAT(Leads;\"Amount\";\"mean\";\"Owner is empty\")", "#DIV/0!"},
          {"=LEAD.STAT(Leads;\"Amount\";\"average\")", "Err:502"}},
         lead_stat},
        {"LEAD.VALUE",
         "0.1.0",
         Returns::cell,
         {"One cell of one lead.", "1件のリードの1つの値を返します。"},
         {"Of equal ids the first row is found. Blank cells give an empty text.",
          "同じ ID が複数あれば最初の行を使います。空のセルは空の文字列になります。"},
         {leads(), id(), column()},
         {{"=LEAD.VALUE(Leads;\"L-03\";\"Company\")", "Chiyoda"},
          {"=LEAD.VALUE(Leads;\"l-06\";\"Amount\")", "5000000"},
          {"=LEAD.VALUE(Leads;\"L-04\";\"[stage]\")", "SQL"},
          {"=LEAD.VALUE(Leads;\"L-99\";\"Company\")", "#N/A"}},
         lead_value},
        {"LEAD.LIST",
         "0.1.0",
         Returns::text_matrix,
         {"The texts of a column, one row per lead for which a condition holds.",
          "条件に合うリードの、ある列の値を縦に並べて返します。"},
         {"Enter it as an array formula (Ctrl+Shift+Enter). Blanks come last; leads that are equal keep "
          "their order.",
          "配列数式として入力します（Ctrl+Shift+Enter）。空の値は最後に並び、同順位は表の順です。"},
         {leads(), column(), where(), order_parameter(), limit()},
         {{"=LEAD.LIST(Leads;\"ID\";\"won\";\"[Amount] desc\")", "L-03 | L-01 | L-09 | L-05"},
          {"=LEAD.LIST(Leads;\"Company\";\"is [Hot lead]\";;2)", "Delta | Fuji"},
          {"=LEAD.LIST(Leads;\"ID\";\"Source = Radio\")", "#N/A"}},
         lead_list},
        {"LEAD.GROUPS",
         "0.1.0",
         Returns::text_matrix,
         {"The different texts of a column, most frequent first.", "列に現れる値を、多い順に返します。"},
         {"Texts that differ in case or width only are one group, shown as first written; ties are ordered "
          "by text; blank "
          "cells form the group (blank).",
          "大文字・小文字、全角・半角だけが違う値は同じグループで、最初の書き方で示します。同数は文字順、空の"
          "セルは (blank) です。"},
         {leads(), column(), where(), limit()},
         {{"=LEAD.GROUPS(Leads;\"Source\")", "Web | Referral | Trade show | (blank)"},
          {"=LEAD.GROUPS(Leads;\"Source\";\"won\";1)", "Web"}},
         lead_groups},
        {"LEAD.GROUPCOUNTS",
         "0.1.0",
         Returns::number_matrix,
         {"How often each text of LEAD.GROUPS occurs, in the same order.",
          "LEAD.GROUPS の各グループの件数を、同じ順に返します。"},
         {"The same arguments give the same order as LEAD.GROUPS.",
          "引数が同じなら LEAD.GROUPS と同じ順です。"},
         {leads(), column(), where(), limit()},
         {{"=LEAD.GROUPCOUNTS(Leads;\"Source\")", "7 | 2 | 2 | 1"},
          {"=LEAD.GROUPCOUNTS(Leads;\"Source\";\"won\")", "2 | 1 | 1"}},
         lead_groupcounts},
    };
}

}  // namespace kakehashi
