#include "addin/sheets/write.hpp"

#include <algorithm>

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>

#include "addin/guarded.hpp"
#include "addin/sheets/charts.hpp"
#include "addin/sheets/contents.hpp"
#include "addin/sheets/look.hpp"
#include "addin/sheets/names.hpp"
#include "addin/sheets/notes.hpp"
#include "addin/sheets/page.hpp"
#include "addin/sheets/structure.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool is_protected(const Reference<css::uno::XInterface>& object) {
    const Reference<css::util::XProtectable> protectable(object, UNO_QUERY);
    return protectable.is() && protectable->isProtected();
}

tl::unexpected<CellError> stopped() {
    return illegal_argument({"stopped before the sheet was finished", "シートの作成は途中で中止されました"});
}

class Writing {
  public:
    Writing(const SpreadsheetDocument& document, const sheet::Sheet& plan, const WriteProgress& progress)
        : document_(document),
          plan_(plan),
          progress_(progress),
          names_(document),
          styles_(document, plan.currency) {
        for (const sheet::Block& block : plan.blocks)
            for (const auto& row : block.rows) cells_ += row.size();
    }

    Result<Written> run(int position) {
        sheet_ = find_sheet(document_, plan_);
        if (const auto error = refusal()) return tl::unexpected(*error);
        written_.is_new = !sheet_.is();
        if (written_.is_new) make_sheet(position);
        written_.sheet = name_of(sheet_);
        if (written_.is_new)
            for (const sheet::Block& block : plan_.blocks) blocks_.push_back(place_new(block, block.at));
        else if (auto placed = find_places())
            blocks_ = std::move(*placed);
        else
            return error_of(placed);
        write_names();
        set_looks(document_, sheet_, plan_, blocks_, styles_);
        set_validations(sheet_, plan_, blocks_);
        if (!write_blocks()) return stopped();
        written_.changes += write_notes(sheet_, blocks_);
        write_records();
        written_.changes += write_charts(document_, sheet_, plan_, blocks_);
        return written_;
    }

  private:
    std::optional<CellError> refusal() const {
        const Reference<css::frame::XStorable> file(document_, UNO_QUERY);
        if (file.is() && file->isReadonly())
            return CellError{failed,
                             {"This document can only be read. Save a copy and work in that.",
                              "この文書は読み取り専用です。コピーを保存してお使いください。"}};
        if (sheet_.is() && is_protected(sheet_)) {
            const std::string name = name_of(sheet_);
            return CellError{
                failed,
                {fmt::format(
                     "The sheet “{}” is protected. Take the protection off (Tools ▸ Protect Sheet) and "
                     "try again.",
                     name),
                 fmt::format("シート「{}"
                             "」は保護されています。［ツール］▸［シートの保護］で解除してから、もう一度お試し"
                             "ください。",
                             name)}};
        }
        if (!sheet_.is() && is_protected(document_))
            return CellError{failed,
                             {"The structure of this document is protected, so no sheet can be added. Take "
                              "the protection off "
                              "(Tools ▸ Protect Spreadsheet Structure) and try again.",
                              "文書の構成が保護されているため、シートを追加できません。［ツール］▸［スプレッ"
                              "ドシート構造の保護］で解除して"
                              "から、もう一度お試しください。"}};
        return std::nullopt;
    }

    Result<std::vector<Placed>> find_places() {
        try {
            return place_again(document_, sheet_, plan_, names_);
        } catch (const css::uno::RuntimeException&) {
            const std::string name = name_of(sheet_);
            return tl::unexpected(CellError{
                failed,
                {fmt::format(
                     "LibreOffice does not let rows or columns be inserted on the sheet “{}”, usually "
                     "because an array formula stands across them. Move it elsewhere and try again.",
                     name),
                 fmt::format(
                     "シート「{}」に行や列を挿入できません。多くの場合、配列数式がまたがっているためです。"
                     "数式を別の場所に移してから、もう一度お試しください。",
                     name)}});
        }
    }

    void make_sheet(int position) {
        const auto sheets = document_->getSheets();
        std::string name = plan_.name;
        for (int i = 2; sheets->hasByName(to_uno(name)); ++i) name = fmt::format("{} ({})", plan_.name, i);
        const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
        sheets->insertNewByName(
            to_uno(name),
            static_cast<sal_Int16>(position < 0 ? count : std::min(position, static_cast<int>(count))));
        sheet_.set(sheets->getByName(to_uno(name)), UNO_QUERY_THROW);
        if (plan_.tab_colour >= 0) set(sheet_, "TabColor", sal_Int32(plan_.tab_colour));
        set_widths(sheet_, plan_.column_widths_mm);
        set_page(document_, sheet_, plan_);
    }

    void write_names() {
        const std::string prefix = sheet::sheet_prefix(written_.sheet);
        for (const Placed& placed : blocks_)
            names_.set(sheet::block_name(plan_, placed.block->id),
                       prefix + sheet::absolute(placed.first, placed.last));
        for (const sheet::Sheet::Name& name : plan_.names)
            for (const Placed& placed : blocks_)
                if (placed.block->id == name.block) write_name(name, placed, prefix);
    }

    /// A name may reach beyond the cells of its block: there the sheet goes on as the block does.
    static std::optional<sheet::Position> reach(const Placed& placed, const sheet::Position& cell) {
        const bool inside = static_cast<std::size_t>(cell.column) < placed.columns.size() &&
                            static_cast<std::size_t>(cell.row) < placed.rows.size();
        if (inside) return placed.find(cell);
        return sheet::Position{placed.first.column + cell.column, placed.first.row + cell.row};
    }

    /// People may have let a name lead elsewhere; only that of a block that we keep up to date follows it.
    void write_name(const sheet::Sheet::Name& name, const Placed& placed, const std::string& prefix) {
        const bool is_ours = !placed.is_new && placed.block->refresh != sheet::Refresh::never;
        if (!is_ours && names_.range(name.name)) return;
        const auto first = reach(placed, name.first);
        auto last = reach(placed, {name.last.column, name.last.row < 0 ? name.first.row : name.last.row});
        if (!first || !last) return;
        if (name.last.row < 0) last->row = -1;
        const bool one = first == last;
        names_.set(name.name, prefix + (one ? sheet::absolute(*first) : sheet::absolute(*first, *last)));
    }

    /// False if it was stopped.
    bool write_blocks() {
        bool goes_on = true;
        const sheet::Find find = finder(blocks_);
        std::size_t done = 0;
        const auto go_on = [&](std::size_t cells) {
            done += cells;
            goes_on = goes_on && (!progress_ || progress_(std::min(done, cells_), cells_));
            return goes_on;
        };
        for (const Placed& placed : blocks_) {
            if (!placed.is_new && placed.block->refresh == sheet::Refresh::never) continue;
            written_.changes += write_contents(document_, sheet_, placed, find, go_on);
            if (!goes_on) return false;
        }
        return true;
    }

    void write_records() {
        for (const Placed& placed : blocks_)
            if (placed.block->refresh != sheet::Refresh::never)
                names_.set(sheet::record_name(plan_, placed.block->id),
                           sheet::print(record_of(placed), written_.sheet, placed.first));
    }

    static sheet::Record record_of(const Placed& placed) {
        sheet::Record record = sheet::record(*placed.block);
        const auto known = [](int place) {
            return place == sheet::missing ? std::nullopt : std::optional(place);
        };
        std::transform(placed.columns.begin(), placed.columns.end(), std::back_inserter(record.columns),
                       known);
        if (sheet::needs_rows(*placed.block))
            std::transform(placed.rows.begin(), placed.rows.end(), std::back_inserter(record.rows), known);
        return record;
    }

    const SpreadsheetDocument& document_;
    const sheet::Sheet& plan_;
    const WriteProgress& progress_;
    Names names_;
    CellStyles styles_;
    Spreadsheet sheet_;
    std::vector<Placed> blocks_;
    std::size_t cells_ = 0;
    Written written_;
};

}  // namespace

Result<Written> write(const SpreadsheetDocument& document, const sheet::Sheet& plan,
                      const WriteProgress& progress, int position) {
    return guarded(
        "write", [&] { return Writing(document, plan, progress).run(position); },
        [](const CellError& error) { return Result<Written>(tl::unexpected(error)); });
}

Spreadsheet find_sheet(const SpreadsheetDocument& document, const sheet::Sheet& plan) {
    const Names names(document);
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (const sheet::Block& block : plan.blocks)
        if (const auto area = names.range(sheet::block_name(plan, block.id)))
            return {sheets->getByIndex(area->Sheet), UNO_QUERY_THROW};
    return {};
}

}  // namespace kakehashi::addin
