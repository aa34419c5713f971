#include "core/money/side_table.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "core/table/headers.hpp"

namespace kakehashi {
namespace {

struct Known {
    Text name;
    std::initializer_list<const char*> headers;  // surest first
};

/// In the order of `SideColumn`.
const std::array<Known, 5>& vocabulary() {
    static const std::array<Known, 5> all = {{
        {{"id", "ID"}, {"ID", "Lead ID", "Lead", "リードID", "リード"}},
        {{"date", "日付"}, {"Date",
                            "Day",
                            "Spend date",
                            "Cost date",
                            "Touch date",
                            "Touched at",
                            "Touchpoint date",
                            "Activity date",
                            "Datetime",
                            "Timestamp",
                            "Time",
                            "Month",
                            "日付",
                            "日時",
                            "年月日",
                            "日",
                            "計上日",
                            "支払日",
                            "支出日",
                            "接触日",
                            "接触日時",
                            "発生日",
                            "年月",
                            "月"}},
        {{"department", "部門"},
         {"Department", "Dept", "Dept.", "Team", "Cost centre", "Cost center", "部門", "部門名", "部署",
          "部署名", "費用部門"}},
        {{"channel", "チャネル"},
         {"Channel", "Channel name", "Marketing channel", "Touchpoint", "Touch", "Medium", "Source",
          "Campaign", "チャネル", "チャンネル", "チャネル名", "接点", "タッチポイント", "媒体", "経路",
          "流入元", "流入経路", "施策"}},
        {{"amount", "金額"},
         {"Amount", "Spend", "Spending", "Cost", "Costs", "Expense", "Expenses", "Amount spent", "金額",
          "支出", "支出額", "支出金額", "費用", "費用額", "コスト", "経費", "広告費"}},
    }};
    return all;
}

std::optional<std::size_t> find_id(const Table& table) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < table.columns(); ++column) headers.push_back(table.header(column));
    return recognise_role(Role::id, headers);
}

}  // namespace

Result<const Column*> side_column(const Table& table, SideColumn wanted) {
    const Known& known = vocabulary()[static_cast<std::size_t>(wanted)];
    for (const char* header : known.headers)
        if (const auto column = table.find(header)) return &table.column(*column);
    if (wanted == SideColumn::id)
        if (const auto column = find_id(table)) return &table.column(*column);
    std::string headers;
    for (std::size_t column = 0; column < table.columns(); ++column)
        if (!trim(table.header(column)).empty())
            headers += (headers.empty() ? "" : ", ") + table.header(column);
    return not_available({fmt::format("The table has no column \"{}\"; its headers are: {}.", known.name.en,
                                      headers.empty() ? "none" : headers),
                          fmt::format("表に「{}」の列がありません。見出しは {} です。", known.name.ja,
                                      headers.empty() ? "空" : headers)});
}

}  // namespace kakehashi
