// Cells of one column on their way into core. Needs nothing of the office but its strings, so it may run on
// any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "addin/uno.hpp"
#include "core/table/column.hpp"

namespace kakehashi::addin {

/// A block of values as Calc hands it over, row by row: numbers, texts, and void for errors.
using Rows = css::uno::Sequence<css::uno::Sequence<css::uno::Any>>;

/// Codes of texts by the identity of the string: Calc keeps equal texts once, so each is converted only once.
/// The strings must live as long as this does.
class TextCodes {
  public:
    explicit TextCodes(Column::Builder& builder) : builder_(builder), slots_(1024) {}

    Dictionary::Code code(const OUString& text) {
        const rtl_uString* const key = text.pData;
        std::size_t i = place(key);
        while (slots_[i].key != nullptr) {
            if (slots_[i].key == key) return slots_[i].code;
            i = (i + 1) & (slots_.size() - 1);
        }
        const Dictionary::Code code = builder_.intern(to_utf8(text));
        slots_[i] = {key, code};
        if (++used_ * 2 > slots_.size()) grow();
        return code;
    }

  private:
    struct Slot {
        const rtl_uString* key = nullptr;
        Dictionary::Code code = 0;
    };

    std::size_t place(const rtl_uString* key) const {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15u;
        return (std::bit_cast<std::uintptr_t>(key) >> 3) * golden >> (64 - std::countr_zero(slots_.size()));
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.key == nullptr) continue;
            std::size_t i = place(slot.key);
            while (slots_[i].key != nullptr) i = (i + 1) & (slots_.size() - 1);
            slots_[i] = slot;
        }
    }

    Column::Builder& builder_;
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

class ColumnFiller {
  public:
    /// `before`: as for `Column::Builder`.
    ColumnFiller(std::size_t rows, const ReadingLocale& locale, ColumnPtr before)
        : builder_(rows, locale, std::move(before)), codes_(builder_) {}
    ColumnFiller(const ColumnFiller&) = delete;
    ColumnFiller& operator=(const ColumnFiller&) = delete;

    /// The next rows, of which the first column is taken. `error(row of the piece)` is called before an error
    /// cell is.
    template <class Error>
    void add(Rows rows, Error&& error) {
        const css::uno::Sequence<css::uno::Any>* const begin = rows.getConstArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            const css::uno::Any& cell = *begin[row].getConstArray();
            if (!cell.hasValue()) error(row);
            push(cell);
        }
        kept_.push_back(std::move(rows));
    }
    ColumnPtr share() && { return std::move(builder_).share(); }

  private:
    void push(const css::uno::Any& cell) {
        switch (cell.getValueTypeClass()) {
            case css::uno::TypeClass_DOUBLE:
                return builder_.push_number(*static_cast<const double*>(cell.getValue()));
            case css::uno::TypeClass_STRING: {
                const OUString& text = *static_cast<const OUString*>(cell.getValue());
                return text.isEmpty() ? builder_.push_blank() : builder_.push_code(codes_.code(text));
            }
            default:
                return builder_.push_error();
        }
    }

    Column::Builder builder_;
    TextCodes codes_;
    std::vector<Rows> kept_;
};

}  // namespace kakehashi::addin
