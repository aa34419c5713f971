#include "addin/commands/team_files.hpp"

#include <algorithm>
#include <filesystem>

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/XFolderPicker2.hpp>
#include <fmt/format.h>

#include "addin/commands/documents.hpp"
#include "addin/commands/report_facts.hpp"
#include "addin/environment.hpp"
#include "core/report/weekly.hpp"

namespace kakehashi::addin {
namespace {

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
std::optional<CellError> settle(TeamFiles& read, const std::string& argument, const report::Facts& facts) {
    if (!read.week.empty()) return std::nullopt;
    const auto day = report::last_day_of_week(argument, facts);
    if (!day) return day.error();
    const Period period = period_of(instant_from_serial(*day), PeriodUnit::week, facts.calendar);
    read.week = period_name(period, PeriodUnit::week, facts.calendar);
    read.days = {period.first_day * ms_per_day, end_of_day(period.last_day * ms_per_day)};
    return std::nullopt;
}

Result<report::TeamFigures> figures_of(const Reference<css::frame::XModel>& model, TeamFiles& read,
                                       const std::string& week) {
    const SpreadsheetDocument document(model, UNO_QUERY_THROW);
    const auto sources = report_sources(document);
    if (!sources) return error_of(sources);
    report::TeamFigures figures;
    std::optional<CellError> wrong;
    const auto looked = with_facts(document, *sources,
                                   [&](const report::Facts& facts, const Leads* leads, const Goals* goals) {
                                       wrong = settle(read, week, facts);
                                       if (!wrong)
                                           figures = report::team_figures(leads, goals, facts, read.days);
                                   });
    if (!looked) return error_of(looked);
    if (wrong) return tl::unexpected(*wrong);
    return figures;
}

void read_one(const fs::path& file, TeamFiles& read, const std::string& week) {
    const std::string name = file.filename().string();
    const auto model = open_read_only(file.string());
    if (!model) {
        read.problems.push_back({name, model.error().message});
        return;
    }
    auto figures = figures_of(*model, read, week);
    close_document(*model);
    if (!figures) {
        read.problems.push_back({name, figures.error().message});
        return;
    }
    figures->team = file.stem().string();
    figures->file = name;
    read.teams.push_back(std::move(*figures));
}

Result<void> read_all(Session& session, const std::vector<fs::path>& files, TeamFiles& read) {
    const std::string own = session.argument("file").value_or("");
    const std::string week = session.argument("week").value_or("");
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!session.progress(
                i, files.size(),
                {"Reading " + files[i].filename().string(), files[i].filename().string() + " を読み取り中"}))
            return session.cancel();
        if (!own.empty() && files[i] == fs::path(path_of(file_url(own))))
            continue;  // what an earlier run made
        read_one(files[i], read, week);
    }
    if (!read.teams.empty()) return {};
    const report::TeamProblem first = read.problems.empty() ? report::TeamProblem{} : read.problems.front();
    return not_available({"No workbook of the folder has figures. " + first.file + ": " + first.message.en,
                          "集計できるブックがありません。" + first.file + "：" + first.message.ja});
}

}  // namespace

Result<TeamFiles> read_team_files(Session& session) {
    const auto where = folder(session);
    if (!where) return error_of(where);
    const auto files = workbooks(*where);
    if (!files) return error_of(files);
    TeamFiles read;
    read.folder = *where;
    if (auto all = read_all(session, *files, read); !all) return error_of(all);
    return read;
}

}  // namespace kakehashi::addin
