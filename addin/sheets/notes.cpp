#include "addin/sheets/notes.hpp"

#include <map>
#include <utility>

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotations.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/text/XSimpleText.hpp>

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using sheet::Position;

class NotesOfSheet {
  public:
    explicit NotesOfSheet(const Spreadsheet& sheet)
        : notes_(Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)->getAnnotations()),
          sheet_(index_of(sheet)) {
        for (sal_Int32 i = 0; i < notes_->getCount(); ++i) {
            const Reference<css::sheet::XSheetAnnotation> note(notes_->getByIndex(i), UNO_QUERY_THROW);
            const auto place = note->getPosition();
            texts_[{place.Column, place.Row}] =
                to_utf8(Reference<css::text::XSimpleText>(note, UNO_QUERY_THROW)->getString());
        }
    }

    std::string at(const Position& place) const {
        const auto found = texts_.find({place.column, place.row});
        return found == texts_.end() ? std::string() : found->second;
    }

    void put(const Position& place, const std::string& text) {
        notes_->insertNew({sheet_, place.column, place.row}, to_uno(text));
    }

    void remove(const Position& place) {
        for (sal_Int32 i = 0; i < notes_->getCount(); ++i) {
            const auto address =
                Reference<css::sheet::XSheetAnnotation>(notes_->getByIndex(i), UNO_QUERY_THROW)
                    ->getPosition();
            if (address.Column == place.column && address.Row == place.row) return notes_->removeByIndex(i);
        }
    }

  private:
    Reference<css::sheet::XSheetAnnotations> notes_;
    sal_Int16 sheet_;
    std::map<std::pair<sal_Int32, sal_Int32>, std::string> texts_;
};

/// True if something changed.
bool write_note(NotesOfSheet& notes, const Placed& placed, const sheet::Cell& cell, const Position& place) {
    const std::string standing = notes.at(place);
    if (standing == cell.note) return false;
    if (!standing.empty() && !placed.record.has_note(standing)) return false;
    if (cell.note.empty())
        notes.remove(place);
    else
        notes.put(place, cell.note);
    return true;
}

}  // namespace

std::size_t write_notes(const Spreadsheet& sheet, const std::vector<Placed>& blocks) {
    NotesOfSheet notes(sheet);
    std::size_t written = 0;
    for (const Placed& placed : blocks) {
        if (!placed.is_new && placed.block->refresh == sheet::Refresh::never) continue;
        for (std::size_t row = 0; row < placed.rows.size(); ++row)
            for (std::size_t column = 0; column < placed.columns.size(); ++column) {
                const sheet::Position cell{static_cast<int>(column), static_cast<int>(row)};
                const auto place = placed.find(cell);
                const sheet::Cell* planned = placed.cell(cell.column, cell.row);
                if (place && planned != nullptr)
                    written += write_note(notes, placed, *planned, *place) ? 1 : 0;
            }
    }
    return written;
}

}  // namespace kakehashi::addin
