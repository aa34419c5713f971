#include "addin/panel/copies.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include "addin/column_filler.hpp"
#include "addin/workbook.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool same(const std::weak_ptr<const Leads>& a, const std::weak_ptr<const Leads>& b) {
    return !a.owner_before(b) && !b.owner_before(a);
}

/// These leads, if the lead list's handle still stands for them, or the goals' handle for goals that look at
/// them.
std::shared_ptr<const Leads> still_there(const Desk& desk, const std::weak_ptr<const Leads>& leads) {
    if (const auto now = desk.object<Leads>(sheet::Part::leads); now && same(*now, leads)) return *now;
    const auto goals = desk.object<Goals>(sheet::Part::goals);
    const auto behind = goals ? (*goals)->context().leads : nullptr;
    return behind && same(behind, leads) ? behind : nullptr;
}

std::shared_ptr<Workbook> workbook_of(const Desk& desk) {
    return Workbook::of(Model(desk.document, UNO_QUERY));
}

/// The cells that these leads read; null if they were handed over as values.
Range cells_of(const Desk& desk, const std::shared_ptr<const Leads>& leads) {
    const RawArguments arguments = workbook_of(desk)->arguments_behind(Object(leads));
    const Range* range = arguments.empty() ? nullptr : std::get_if<Range>(&arguments.front());
    return range == nullptr ? Range{} : *range;
}

/// So many rows of one column; fewer where the range has shrunk since.
Rows piece_of(const Range& range, std::size_t column, std::size_t first_row, std::size_t count) {
    const css::table::CellRangeAddress at = address_of(range);
    const auto x = static_cast<sal_Int32>(column);
    const auto top = static_cast<sal_Int32>(first_row);
    const auto bottom = std::min(static_cast<sal_Int32>(first_row + count) - 1, at.EndRow - at.StartRow);
    if (top > bottom || x > at.EndColumn - at.StartColumn) return {};
    return Reference<css::sheet::XCellRangeData>(range->getCellRangeByPosition(x, top, x, bottom),
                                                 UNO_QUERY_THROW)
        ->getDataArray();
}

}  // namespace

/// To the main thread, as long as a refresh is at work.
struct Copies::Line {
    const Errand::MainThread* main = nullptr;
    Desk* desk = nullptr;

    void run(const std::function<void()>& step) const {
        if (main == nullptr) throw Errand::Stopped();
        main->run(step);
    }
    /// `step` gets the cells that these leads read.
    void read(const std::weak_ptr<const Leads>& leads, const std::function<void(const Range&)>& step) const {
        bool outdated = true;
        run([&] {
            const auto now = still_there(*desk, leads);
            const Range cells = now ? cells_of(*desk, now) : Range{};
            if (cells.is()) step(cells);
            outdated = !cells.is();
        });
        if (outdated) throw Outdated();
    }
};

namespace {

class DistantSource final : public CellSource {
  public:
    /// `leads` have so many rows and columns, headers included, and begin with `head`.
    DistantSource(std::shared_ptr<const Copies::Line> line, std::weak_ptr<const Leads> leads,
                  std::size_t rows, Grid head, const ReadingLocale& locale)
        : line_(std::move(line)),
          leads_(std::move(leads)),
          rows_(rows),
          head_(std::move(head)),
          locale_(locale) {}

    std::size_t rows() const override { return rows_; }
    std::size_t columns() const override { return head_.columns; }

    ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const override {
        constexpr std::size_t piece = 4096;
        constexpr std::chrono::milliseconds at_once{8};  // as in `repeat`
        ColumnFiller filler(rows_ - std::min(first_row, rows_), locale_, std::move(before));
        for (std::size_t row = first_row; row < rows_;) {
            std::vector<Rows> pieces;
            line_->read(leads_, [&](const Range& cells) {
                const auto until = std::chrono::steady_clock::now() + at_once;
                do {
                    pieces.push_back(piece_of(cells, column, row, std::min(piece, rows_ - row)));
                    row += piece;
                } while (row < rows_ && std::chrono::steady_clock::now() < until);
            });
            for (Rows& rows : pieces) filler.add(std::move(rows), [](sal_Int32) {});
        }
        return std::move(filler).share();
    }

    /// Tables ask for their first rows only.
    Grid read_rows(std::size_t row_count) const override { return head_.first_rows(row_count); }

  private:
    std::shared_ptr<const Copies::Line> line_;
    std::weak_ptr<const Leads> leads_;
    std::size_t rows_;
    Grid head_;
    ReadingLocale locale_;
};

}  // namespace

/// What a copy of leads is made from: nothing that belongs to the main thread.
struct Copies::LeadsCopy {
    std::weak_ptr<const Leads> of;
    std::shared_ptr<const Playbook> playbook;
    std::shared_ptr<const History> history;
    std::shared_ptr<const CellSource> cells;
    Instant as_of = no_instant;
    std::shared_ptr<const Leads> copy = nullptr;
};

Copies::Copies() : line_(std::make_shared<Line>()) {}
Copies::~Copies() = default;

void Copies::read_through(const Errand::MainThread* main, Desk* desk) {
    line_->main = main;
    line_->desk = desk;
}

/// In a step. `given`: the leads as they were handed over, where that is no handle.
Copies::LeadsCopy Copies::seen(const std::shared_ptr<const Leads>& leads, const Any& given) const {
    const Desk& desk = *line_->desk;
    const ReadingLocale& locale = workbook_of(desk)->locale();
    LeadsCopy seen{leads, std::make_shared<const Playbook>(leads->playbook()), leads->history(), nullptr,
                   leads->as_of()};
    Rows values;
    if (const Range cells = cells_of(desk, leads); cells.is()) {
        Grid head = range_source(cells, locale)->read_rows(2);
        seen.cells =
            std::make_shared<const DistantSource>(line_, leads, leads->rows() + 1, std::move(head), locale);
    } else if (given >>= values) {
        seen.cells = make_source(grid_of(values), locale);
    }
    return seen;
}

std::shared_ptr<const Leads> Copies::copy_of(LeadsCopy wanted) {
    for (const LeadsCopy& kept : leads_)
        if (same(kept.of, wanted.of)) return kept.copy;
    if (!wanted.cells) throw Outdated();
    // The columns in which nothing has changed are taken over from the copy before.
    const auto outdated =
        std::ranges::find_if(leads_, [](const LeadsCopy& kept) { return kept.of.expired(); });
    const auto before = outdated == leads_.end() ? nullptr : outdated->copy->shared_table();
    wanted.copy = std::make_shared<const Leads>(std::make_shared<const Table>(wanted.cells, before.get()),
                                                wanted.playbook, wanted.history, wanted.as_of);
    std::erase_if(leads_, [](const LeadsCopy& kept) { return kept.of.expired(); });
    leads_.push_back(std::move(wanted));
    return leads_.back().copy;
}

Result<std::shared_ptr<const Leads>> Copies::leads() {
    std::optional<CellError> error;
    LeadsCopy wanted;
    line_->run([&] {
        const auto now = line_->desk->object<Leads>(sheet::Part::leads);
        if (now)
            wanted = seen(*now, {});
        else
            error = now.error();
    });
    if (error) return tl::unexpected(*error);
    return copy_of(std::move(wanted));
}

Result<std::shared_ptr<const Goals>> Copies::goals() {
    std::optional<CellError> error;
    bool kept = false;
    std::weak_ptr<const Goals> of;
    GoalTable table;
    GoalContext context;
    std::optional<LeadsCopy> leads;
    line_->run([&] {
        const auto now = line_->desk->object<Goals>(sheet::Part::goals);
        if (!now) {
            error = now.error();
            return;
        }
        kept = goals_ && goals_of_.lock() == *now;
        if (kept) return;
        of = *now;
        const Goals& goals = **now;
        table = {{goals.all().begin(), goals.all().end()}, goals.unread()};
        context = {std::make_shared<const Playbook>(goals.playbook()), goals.context().activities, nullptr,
                   goals.as_of()};
        if (!goals.context().leads) return;
        const RawArguments arguments = workbook_of(*line_->desk)->arguments_behind(Object(*now));
        const Any* given = arguments.size() > 3 ? std::get_if<Any>(&arguments[3]) : nullptr;
        leads = seen(goals.context().leads, given == nullptr ? Any{} : *given);
    });
    if (error) return tl::unexpected(*error);
    if (kept) return goals_;
    if (leads) context.leads = copy_of(std::move(*leads));
    goals_ = std::make_shared<const Goals>(std::move(table), std::move(context));
    goals_of_ = of;
    return goals_;
}

Result<std::shared_ptr<const ReadPlaybook>> Copies::playbook() {
    Result<std::shared_ptr<const ReadPlaybook>> found;
    // Without cells behind it: may be shared.
    line_->run([&] { found = line_->desk->object<ReadPlaybook>(sheet::Part::playbook); });
    return found;
}

}  // namespace kakehashi::addin
