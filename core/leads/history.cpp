#include "core/leads/history.hpp"

#include <array>
#include <initializer_list>
#include <optional>

#include "core/table/headers.hpp"

namespace kakehashi {
namespace {

/// The first header of the vocabulary that the log has.
std::optional<std::size_t> find_any(const Table& log, std::initializer_list<const char*> headers) {
    for (const char* header : headers)
        if (const auto column = log.find(header)) return column;
    return std::nullopt;
}

std::optional<std::size_t> role_column(const Table& log, Role role) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < log.columns(); ++column) headers.push_back(log.header(column));
    return recognise_role(role, headers);
}

struct LogColumns {
    std::size_t id, stage, date;
};

/// By role if all three can be told by their headers, else by position: half a guess is worse than none.
LogColumns find_columns(const Table& log) {
    auto id = find_any(log, {"id", "lead id", "リードID"});
    if (!id) id = role_column(log, Role::id);
    auto stage = find_any(log, {"stage", "ステージ", "段階", "activity"});
    if (!stage) stage = role_column(log, Role::stage);
    const auto date = find_any(log, {"date", "entered", "entered at", "date entered", "timestamp", "time",
                                     "when", "日付", "日時", "発生日", "更新日時", "変更日"});
    if (id && stage && date && *id != *stage && *stage != *date && *id != *date) return {*id, *stage, *date};
    return {0, 1, 2};
}

}  // namespace

Result<std::shared_ptr<const History>> History::read(const Table& log) {
    if (log.columns() < 3)
        return illegal_argument({"A history needs the columns id, stage and date.",
                                 "履歴には id、ステージ、日付の3列が必要です。"});
    const LogColumns columns = find_columns(log);
    const Column::Keys& ids = log.column(columns.id).keys();
    const Column::Keys& stages = log.column(columns.stage).keys();
    const std::span<const Instant> dates = log.column(columns.date).as_instants();
    auto history = std::make_shared<History>();
    history->ids_.assign(ids.keys);
    history->stages_.assign(stages.keys.begin(), stages.keys.end());
    history->entries_.reserve(log.rows());
    for (std::size_t row = 0; row < log.rows(); ++row) {
        if (ids.codes[row] == 0 && stages.codes[row] == 0 && dates[row] == no_instant) continue;
        if (ids.codes[row] == 0 || stages.codes[row] == 0 || dates[row] == no_instant) {
            ++history->left_out_;
            continue;
        }
        history->entries_.push_back({ids.codes[row] - 1, stages.codes[row] - 1, dates[row]});
    }
    return history;
}

}  // namespace kakehashi
