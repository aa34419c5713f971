#include "core/panel/funnel_bars.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/funnel/funnel.hpp"
#include "core/leads/leads.hpp"
#include "core/panel/amounts.hpp"
#include "core/playbook/departments.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::panel {
namespace {

constexpr double margin = 2;
constexpr double row_height = 24;
constexpr double heading_height = 24;
constexpr double bar_height = 14;
constexpr double least_bar = 60;

Colour owner_colour(const Leads& leads, std::size_t stage) {
    switch (department_of(leads.playbook().stages[stage].owner)) {
        case Department::marketing:
            return marketing_colour;
        case Department::sales:
            return sales_colour;
        default:
            return shared_colour;
    }
}

std::optional<double> share(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Under five leads a percentage says nothing: reports print counts only.
constexpr std::size_t enough = 5;

struct Columns {
    double stage;  // width of the names
    double count;  // right edge of the counts
    double bar;    // left edge of the bars
    double bar_width;
    double previous;  // right edges of the percentages
    double first;
    bool both;  // a narrow panel has no room for the second; the alternative text says it
};

Columns columns_of(const FunnelBars& funnel, double width) {
    double names = 0;
    double counts = 0;
    for (const FunnelBar& bar : funnel.bars) {
        names = std::max(names, text_width(bar.stage, 13));
        counts = std::max(counts, text_width(thousands(bar.count), 13));
    }
    const double right = width - margin;
    Columns columns{};
    columns.stage = std::min(names, width * 0.38);
    columns.count = margin + columns.stage + 8 + counts;
    columns.bar = columns.count + 8;
    if (!funnel.cohort) {
        columns.bar_width = right - columns.bar;
        return columns;
    }
    const double percentage = text_width("100 %", 12);
    const double room = right - columns.bar - percentage - 8;
    columns.both = room - percentage - 8 >= least_bar;
    columns.first = right;
    columns.previous = columns.both ? right - percentage - 8 : right;
    columns.bar_width = std::max(20.0, columns.both ? room - percentage - 8 : room);
    return columns;
}

void draw_bar(Canvas& canvas, const FunnelBar& bar, const Columns& columns, double y, double per_lead,
              bool cohort) {
    const Theme& theme = canvas.theme();
    const double length = static_cast<double>(bar.count) * per_lead;
    const double top = y + (row_height - bar_height) / 2;
    canvas.rectangle(columns.bar, top, std::max(length, bar.count > 0 ? 1.5 : 0.0), bar_height,
                     theme.accent(bar.colour));
    if (cohort && bar.too_young > 0)
        canvas.hatched(columns.bar + length, top, static_cast<double>(bar.too_young) * per_lead, bar_height,
                       theme.muted());
}

void draw_row(Canvas& canvas, const FunnelBars& funnel, std::size_t row, const Columns& columns, double y,
              double per_lead) {
    const Theme& theme = canvas.theme();
    const FunnelBar& bar = funnel.bars[row];
    const double base = y + row_height / 2 + 4.5;
    canvas.text(margin, base, fitted(bar.stage, 13, columns.stage), {theme.text, 13, false, Anchor::start});
    canvas.text(columns.count, base, thousands(bar.count), {theme.text, 13, false, Anchor::end});
    draw_bar(canvas, bar, columns, y, per_lead, funnel.cohort);
    if (!funnel.cohort || row == 0) return;
    const bool judged = funnel.bars[row - 1].count >= enough;
    if (judged && bar.of_previous)
        canvas.text(columns.previous, base, short_percent(*bar.of_previous),
                    {theme.text, 12, true, Anchor::end});
    if (columns.both && funnel.bars.front().count >= enough && bar.of_first)
        canvas.text(columns.first, base, short_percent(*bar.of_first),
                    {theme.muted(), 12, false, Anchor::end});
}

/// What the percentages are of. The title is not drawn: the drop-down above shows it.
void draw_heads(Canvas& canvas, const Columns& columns, Language language) {
    const Theme& theme = canvas.theme();
    const TextLook look{theme.muted(), 10, false, Anchor::end};
    const Text previous{"of prev.", "前段階比"};
    const Text first{"of first", "全体比"};
    canvas.text(columns.previous, 14, previous.in(language), look);
    if (columns.both) canvas.text(columns.first, 14, first.in(language), look);
}

std::string spoken(const FunnelBars& funnel, std::size_t row, Language language) {
    const FunnelBar& bar = funnel.bars[row];
    const std::string count = thousands(bar.count);
    std::string text = Text{bar.stage + ": " + count, bar.stage + "：" + count + "件"}.in(language);
    const auto add = [&](std::string_view en_after, std::string_view ja, const std::string& what,
                         std::string_view ja_after) {
        text += Text{fmt::format(", {}{}", what, en_after), fmt::format("、{}{}{}", ja, what, ja_after)}.in(
            language);
    };
    if (!funnel.cohort || row == 0) return text;
    if (bar.of_previous) add(" of the previous stage", "前の段階の", short_percent(*bar.of_previous), "");
    if (bar.of_first) add(" of the first", "最初の段階の", short_percent(*bar.of_first), "");
    if (bar.too_young > 0) add(" too young to judge", "判断には早いもの", thousands(bar.too_young), "件");
    return text;
}

/// What the hatched parts are; only where there are some.
double draw_key(Canvas& canvas, double y, Language language) {
    const Theme& theme = canvas.theme();
    const Text text{"too young to judge", "判断には早いもの"};
    canvas.hatched(margin, y + 5, 16, 10, theme.muted());
    canvas.text(margin + 22, y + 14, text.in(language), {theme.muted(), 11, false, Anchor::start});
    return 22;
}

}  // namespace

Result<FunnelBars> cohort_bars(const Leads& leads, const DateRange& period, std::string title) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    if (const auto sound = (*stages)->check_all(); !sound) return error_of(sound);
    const auto rows = leads.derived<Funnel>().table(leads.present(), period, std::nullopt);
    if (!rows) return error_of(rows);
    FunnelBars funnel{true, std::move(title), {}};
    for (std::size_t stage = 0; stage < rows->size(); ++stage) {
        FunnelBar bar{leads.playbook().stages[stage].stage,
                      owner_colour(leads, stage),
                      (*rows)[stage].reached,
                      {},
                      {},
                      0};
        if (stage > 0) {
            bar.of_previous = share(bar.count, (*rows)[stage - 1].reached);
            bar.of_first = share(bar.count, rows->front().reached);
            bar.too_young = (*rows)[stage].too_young;
        }
        funnel.bars.push_back(std::move(bar));
    }
    return funnel;
}

Result<FunnelBars> snapshot_bars(const Leads& leads, std::string title) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    if (const auto sound = (*stages)->check_all(); !sound) return error_of(sound);
    FunnelBars funnel{false, std::move(title), {}};
    for (std::size_t stage = 0; stage < leads.playbook().stages.size(); ++stage) {
        const auto at = leads.derived<Funnel>().at(stage);
        if (!at) return error_of(at);
        funnel.bars.push_back(
            {leads.playbook().stages[stage].stage, owner_colour(leads, stage), (*at)->count(), {}, {}, 0});
    }
    return funnel;
}

Picture draw(const FunnelBars& funnel, double width, const Theme& theme, Language language) {
    Canvas canvas(std::max(width, 160.0), theme);
    const Columns columns = columns_of(funnel, canvas.width());
    if (funnel.cohort) draw_heads(canvas, columns, language);
    std::size_t longest = 1;
    bool young = false;
    for (const FunnelBar& bar : funnel.bars) {
        longest = std::max(longest, bar.count + bar.too_young);
        young = young || bar.too_young > 0;
    }
    const double per_lead = columns.bar_width / static_cast<double>(longest);
    std::string alternative = funnel.title;
    double y = funnel.cohort ? heading_height : 0;
    for (std::size_t row = 0; row < funnel.bars.size(); ++row, y += row_height) {
        draw_row(canvas, funnel, row, columns, y, per_lead);
        alternative += '\n' + spoken(funnel, row, language);
    }
    if (young) y += draw_key(canvas, y, language);
    return canvas.finish(y + 2, std::move(alternative));
}

}  // namespace kakehashi::panel
