// Weekly summary: builds the sheet, or refreshes it where it stands; keeps what the week showed in the
// history, carries open actions over, and exports the sheet as PDF.
#include <algorithm>

#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <fmt/format.h>

#include "addin/commands/action_table.hpp"
#include "addin/commands/bodies.hpp"
#include "addin/commands/history_sheet.hpp"
#include "addin/commands/pdf.hpp"
#include "addin/commands/report_facts.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/sheets/cell_data.hpp"
#include "addin/sheets/structure.hpp"
#include "addin/sheets/write.hpp"
#include "core/report/weekly.hpp"
#include "core/sheet/addresses.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// A4, unless asked for or at home where paper is Letter, which Japanese never is.
Result<bool> is_letter(const Session& session) {
    const std::string paper = session.argument("paper").value_or("");
    if (paper == "letter" || paper == "Letter") return true;
    if (paper == "a4" || paper == "A4") return false;
    if (!paper.empty())
        return illegal_argument({"There is no paper \"" + paper + "\"; give a4 or letter.",
                                 "用紙「" + paper + "」はありません。a4 か letter を指定してください。"});
    if (session.language() == Language::japanese) return false;
    css::lang::Locale locale;
    Reference<css::beans::XPropertySet>(session.model(), UNO_QUERY_THROW)->getPropertyValue("CharLocale") >>=
        locale;
    return locale.Country == "US" || locale.Country == "CA" || locale.Country == "MX";
}

std::string text_named(const SpreadsheetDocument& document, std::string_view name) {
    const Range cell = named_cells(document, name);
    return cell.is() ? text_of(cell->getCellRangeByPosition(0, 0, 0, 0)) : std::string();
}

/// Somebody typed a day that is not what the last refresh put there.
bool has_typed_day(const SpreadsheetDocument& document) {
    const Range typed = named_cells(document, report::day_name);
    const Range ours = named_cells(document, report::latest_day_name);
    if (!typed.is() || !ours.is()) return false;
    const Any day = cell_data(typed);
    OUString text;
    const bool blank = (day >>= text) && text.isEmpty();
    return !blank && day != cell_data(ours);
}

Result<report::WeeklySummary> plan(const Session& session, const ReportSources& sources, bool keep_day) {
    report::WeeklyOptions options;
    options.language = session.language();
    const auto letter = is_letter(session);
    if (!letter) return error_of(letter);
    options.letter = *letter;
    options.period =
        session.argument("period").value_or(text_named(session.document(), report::period_name_cell));
    if (!options.period.empty())
        if (const auto unit = parse_period_unit(options.period); !unit) return error_of(unit);
    const std::string week = session.argument("week").value_or("");
    options.keep_day = keep_day;
    Result<report::WeeklySummary> result = report::WeeklySummary{};
    const auto looked =
        with_facts(session.document(), sources, [&](const report::Facts& facts, const Leads*, const Goals*) {
            const auto day = report::last_day_of_week(week, facts);
            if (!day) {
                result = error_of(day);
                return;
            }
            options.day = *day;
            options.latest_day = report::last_day_of_week("", facts).value_or(*day);
            options.known_until = static_cast<double>(day_of(facts.as_of));
            result = report::weekly_summary(facts, options);
        });
    if (!looked) return error_of(looked);
    return result;
}

/// Cells of the summary by block, wherever people have moved them.
class SummaryCells {
  public:
    SummaryCells(const SpreadsheetDocument& document, const sheet::Sheet& plan)
        : sheet_(find_sheet(document, plan)),
          blocks_(place_again(document, sheet_, plan, Names(document))),
          find_(finder(blocks_)) {}

    const Spreadsheet& sheet() const { return sheet_; }
    std::optional<double> number(const std::string& block, const sheet::Position& place) const {
        const auto at = find_(block, place);
        double value = 0;
        const bool known = at && (cell_data(cells_at(sheet_, at->column, at->row)) >>= value);
        return known ? std::optional(value) : std::nullopt;
    }
    std::string text(const std::string& block, const sheet::Position& place) const {
        const auto at = find_(block, place);
        return at ? text_of(cells_at(sheet_, at->column, at->row)) : std::string();
    }
    std::optional<sheet::Position> place(const std::string& block, const sheet::Position& of = {}) const {
        return find_(block, of);
    }

  private:
    Spreadsheet sheet_;
    std::vector<Placed> blocks_;
    sheet::Find find_;
};

std::vector<HistoryRow> frozen(const report::WeeklySummary& summary, const SummaryCells& cells,
                               const std::string& week) {
    const std::string playbook = cells.text("title", {6, 0});
    std::vector<HistoryRow> rows;
    for (const report::FrozenFigure& figure : summary.frozen) {
        HistoryRow row;
        row.key = {week, figure.section, figure.name};
        row.value = cells.number(figure.block, figure.value);
        if (figure.target) row.target = cells.number(figure.block, *figure.target);
        if (figure.status) row.status = cells.text(figure.block, *figure.status);
        row.unit = figure.unit;
        row.playbook = playbook;
        rows.push_back(std::move(row));
    }
    return rows;
}

HistoryRow done_row(const report::Action& action, Language language) {
    HistoryRow row;
    row.key = {action.since, language == Language::japanese ? "アクション" : "Actions",
               action.what + (action.who.empty() ? "" : " · " + action.who)};
    row.status = (language == Language::japanese ? "完了：" : "done: ") + action.done;
    return row;
}

struct Carried {
    std::size_t open = 0;
    std::size_t done = 0;
};

Result<Carried> carry_over(const SpreadsheetDocument& document, const std::string& old_week,
                           const std::string& new_week, const Range& history, Language language) {
    const Range table = named_cells(document, report::actions_name);
    if (!table.is()) return Carried{};
    const report::CarriedOver actions =
        report::carry_over(read_actions(table), old_week.empty() ? new_week : old_week, new_week);
    std::vector<HistoryRow> done;
    for (const report::Action& action : actions.done) done.push_back(done_row(action, language));
    if (!done.empty())
        if (const auto kept = keep_in_history(history, done, serial_from_instant(now())); !kept)
            return error_of(kept);
    write_actions(table, actions.open);
    return Carried{actions.open.size(), actions.done.size()};
}

/// What is printed: all that is there to be read, without the cells behind it.
css::table::CellRangeAddress printed_area(const SummaryCells& cells) {
    css::table::CellRangeAddress area;
    area.Sheet = index_of(cells.sheet());
    const auto end = cells.place("workingsheading");
    area.EndColumn = report::width - 1;
    area.EndRow = end && end->row > 0 ? end->row - 1 : 0;
    return area;
}

/// Behind the first sheet of a team workbook, which says what is where.
int position_of_new(const SpreadsheetDocument& document) {
    return sheet_of_part(document, sheet::Part::start).is() ? 1 : -1;
}

Text outcome(const std::string& week, const Written& written, std::size_t figures, const Carried& actions,
             const Text& outside, const std::string& pdf) {
    const auto english = [&](const char* text, auto... values) {
        return fmt::format(fmt::runtime(text), values...);
    };
    Text text{english("Weekly summary of {} on the sheet “{}”; {} figures kept in the history.", week,
                      written.sheet, figures),
              english("{} の週次サマリーをシート「{}」に作成し、{} 件の数値を記録しました。", week,
                      written.sheet, figures)};
    if (actions.open + actions.done > 0) {
        text.en += english(" Actions: {} open, {} done.", actions.open, actions.done);
        text.ja += english("アクション：未完了 {} 件、完了 {} 件。", actions.open, actions.done);
    }
    if (!outside.en.empty()) {
        text.en += " " + outside.en;
        text.ja += outside.ja;
    }
    if (!pdf.empty()) {
        text.en += " PDF: " + pdf;
        text.ja += "PDF：" + pdf;
    }
    return text;
}

/// Empty unless no lead falls into the period shown.
Text outside_the_leads(const report::WeeklySummary& summary, const SummaryCells& cells) {
    const auto from = cells.number("period", {3, 1});
    const auto to = cells.number("period", {4, 1});
    const auto day = cells.place("period", {1, 1});
    if (!from || !to || !day) return {};
    return report::outside_the_leads(summary, *from, *to,
                                     sheet::column_letters(day->column) + std::to_string(day->row + 1));
}

}  // namespace

Result<Outcome> run_summary(Session& session) {
    const SpreadsheetDocument document = session.document();
    const auto sources = report_sources(document);
    if (!sources) return error_of(sources);
    const bool keep_day = session.argument("week").value_or("").empty() && has_typed_day(document);
    const auto summary = plan(session, *sources, keep_day);
    if (!summary) return error_of(summary);
    const std::string old_week = text_named(document, report::week_name);

    if (const auto started = session.start_writing(); !started) return error_of(started);
    name_sources(document, *sources);
    const auto history = history_table(session);
    if (!history) return error_of(history);
    const auto written =
        session.write(summary->sheet, {"Weekly summary", "週次サマリー"}, position_of_new(document));
    if (!written) return error_of(written);

    const SummaryCells cells(document, summary->sheet);
    const std::string week = text_named(document, report::week_name);
    const auto rows = frozen(*summary, cells, week);
    if (const auto kept = keep_in_history(*history, rows, serial_from_instant(now())); !kept)
        return error_of(kept);
    const auto actions = carry_over(document, old_week, week, *history, session.language());
    if (!actions) return error_of(actions);
    const auto printed = printed_area(cells);
    if (written->is_new) {
        Reference<css::sheet::XPrintAreas>(cells.sheet(), UNO_QUERY_THROW)
            ->setPrintAreas(css::uno::Sequence<css::table::CellRangeAddress>(&printed, 1));
    }
    session.show(cells.sheet());
    session.finish_writing();

    const std::string pdf = session.argument("pdf").value_or("");
    if (!pdf.empty())
        if (const auto exported =
                export_pdf(session.model(),
                           cells_at(cells.sheet(), 0, 0, printed.EndColumn + 1, printed.EndRow + 1), pdf);
            !exported)
            return error_of(exported);
    Text text = outcome(week, *written, rows.size(), *actions, outside_the_leads(*summary, cells), pdf);
    if (keep_day) {
        text.en += " The day typed on the sheet counts; clear it for the latest week.";
        text.ja += "シートに入力された日付の週です。日付を消すと最新の週に戻ります。";
    }
    return Outcome{std::move(text)};
}

}  // namespace kakehashi::addin
