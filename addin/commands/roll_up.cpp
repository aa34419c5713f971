// Roll up workbooks: the week of every team workbook in a folder, on one sheet of a new workbook.
#include "core/report/roll_up.hpp"

#include <algorithm>
#include <filesystem>

#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/XFolderPicker2.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/documents.hpp"
#include "addin/commands/pdf.hpp"
#include "addin/commands/report_facts.hpp"
#include "addin/environment.hpp"
#include "addin/sheets/write.hpp"
#include "core/report/weekly.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
namespace fs = std::filesystem;

Result<std::string> folder(Session& session) {
    if (const auto given = session.argument("folder"); given && !given->empty())
        return path_of(file_url(*given));
    if (!session.interactive())
        return illegal_argument({"Which folder? Give it as folder=/path/of/the/workbooks.",
                                 "フォルダーを folder=/ブックのあるフォルダー のように指定してください。"});
    const Reference<css::ui::dialogs::XFolderPicker2> picker(
        create_service("com.sun.star.ui.dialogs.FolderPicker"), UNO_QUERY);
    if (!picker.is() || picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return session.cancel();
    return path_of(picker->getDirectory());
}

/// Workbooks of the folder itself, by name; hidden files and locks of open ones are none.
Result<std::vector<fs::path>> workbooks(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const std::string ending = at->path().extension().string();
        if ((ending == ".ods" || ending == ".xlsx") && !name.starts_with('.') && !name.starts_with('~'))
            files.push_back(at->path());
    }
    if (error)
        return not_available(
            {fmt::format("The folder “{}” cannot be read: {}.", folder, error.message()),
             fmt::format("フォルダー「{}」を読み取れません（{}）。", folder, error.message())});
    std::ranges::sort(files);
    if (files.empty())
        return not_available({fmt::format("The folder “{}” has no workbook (.ods or .xlsx).", folder),
                              fmt::format("フォルダー「{}」にブック（.ods・.xlsx）がありません。", folder)});
    return files;
}

/// The week all teams are asked about: the one named, else the last that was over in the first workbook.
struct Week {
    std::string argument;
    std::optional<double> last_day;
    std::string name;
    DateRange days;
};

std::optional<CellError> settle(Week& week, const report::Facts& facts) {
    if (week.last_day) return std::nullopt;
    const auto day = report::last_day_of_week(week.argument, facts);
    if (!day) return day.error();
    const Period period = period_of(instant_from_serial(*day), PeriodUnit::week, facts.calendar);
    week.last_day = *day;
    week.name = period_name(period, PeriodUnit::week, facts.calendar);
    week.days = {period.first_day * ms_per_day, end_of_day(period.last_day * ms_per_day)};
    return std::nullopt;
}

struct Read {
    std::vector<report::TeamFigures> teams;
    std::vector<report::TeamProblem> problems;
};

Result<report::TeamFigures> figures_of(const Reference<css::frame::XModel>& model, Week& week) {
    const SpreadsheetDocument document(model, UNO_QUERY_THROW);
    const auto sources = report_sources(document);
    if (!sources) return error_of(sources);
    report::TeamFigures figures;
    std::optional<CellError> wrong;
    const auto looked = with_facts(document, *sources,
                                   [&](const report::Facts& facts, const Leads* leads, const Goals* goals) {
                                       wrong = settle(week, facts);
                                       if (!wrong)
                                           figures = report::team_figures(leads, goals, facts, week.days);
                                   });
    if (!looked) return error_of(looked);
    if (wrong) return tl::unexpected(*wrong);
    return figures;
}

void read_one(const fs::path& file, Week& week, Read& read) {
    const std::string name = file.filename().string();
    const auto model = open_read_only(file.string());
    if (!model) {
        read.problems.push_back({name, model.error().message});
        return;
    }
    auto figures = figures_of(*model, week);
    close_document(*model);
    if (!figures) {
        read.problems.push_back({name, figures.error().message});
        return;
    }
    figures->team = file.stem().string();
    figures->file = name;
    read.teams.push_back(std::move(*figures));
}

Result<Read> read_all(Session& session, const std::vector<fs::path>& files, Week& week) {
    Read read;
    const std::string own = session.argument("file").value_or("");
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!session.progress(
                i, files.size(),
                {"Reading " + files[i].filename().string(), files[i].filename().string() + " を読み取り中"}))
            return session.cancel();
        if (!own.empty() && files[i] == fs::path(path_of(file_url(own))))
            continue;  // what an earlier run made
        read_one(files[i], week, read);
    }
    if (!read.teams.empty()) return read;
    const report::TeamProblem first = read.problems.empty() ? report::TeamProblem{} : read.problems.front();
    return not_available({"No workbook of the folder has figures. " + first.file + ": " + first.message.en,
                          "集計できるブックがありません。" + first.file + "：" + first.message.ja});
}

void remove_first_sheet(const SpreadsheetDocument& document, const std::string& but) {
    const auto sheets = document->getSheets();
    const auto names = Reference<css::container::XNameAccess>(sheets, UNO_QUERY_THROW)->getElementNames();
    for (const OUString& name : names)
        if (to_utf8(name) != but) sheets->removeByName(name);
}

}  // namespace

Result<Outcome> run_roll_up(Session& session) {
    const auto where = folder(session);
    if (!where) return error_of(where);
    const auto files = workbooks(*where);
    if (!files) return error_of(files);
    Week week;
    week.argument = session.argument("week").value_or("");
    auto read = read_all(session, *files, week);
    if (!read) return error_of(read);

    if (const auto made = session.make_document(); !made) return error_of(made);
    report::RollUpOptions options;
    options.language = session.language();
    options.letter = session.argument("paper").value_or("") == "letter";
    options.week = week.name;
    options.days = week.days;
    options.folder = *where;
    const std::size_t left_out = read->problems.size();
    const sheet::Sheet plan = report::roll_up_summary(read->teams, std::move(read->problems), options);
    const SpreadsheetDocument document = session.document();
    const auto written = write(document, plan);
    if (!written) return error_of(written);
    remove_first_sheet(document, written->sheet);
    session.finish_writing();
    if (const auto pdf = session.argument("pdf"); pdf && !pdf->empty())
        if (const auto exported =
                export_pdf(session.model(), Range(find_sheet(document, plan), UNO_QUERY), *pdf);
            !exported)
            return error_of(exported);
    return Outcome{{fmt::format("{} of {} workbooks in {}; {} left out.", week.name, read->teams.size(),
                                *where, left_out),
                    fmt::format("{}：{} の {} 件のブックを集計しました（対象外 {} 件）。", week.name, *where,
                                read->teams.size(), left_out)},
                   left_out > 0};
}

}  // namespace kakehashi::addin
