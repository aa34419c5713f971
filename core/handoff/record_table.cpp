#include "core/handoff/record_table.hpp"

#include "core/workbook/data_sheets.hpp"

namespace kakehashi::handoff {

const Column* RecordTable::column(std::string_view key) const {
    if (table_ == nullptr) return nullptr;
    const Text& header = workbook::data_column(sheet::Part::handoffs, key).header;
    auto index = table_->find(header.en);
    if (!index) index = table_->find(header.ja);
    return index ? &table_->column(*index) : nullptr;
}

std::optional<std::size_t> RecordTable::latest(const std::string& id,
                                               const std::function<bool(std::size_t)>& fits) const {
    const Column* ids = column("id");
    if (ids == nullptr || id.empty()) return std::nullopt;
    const std::uint32_t code = ids->keys().find(fold(id));
    if (code == 0) return std::nullopt;
    for (std::size_t row = table_->rows(); row-- > 0;)
        if (ids->keys().codes[row] == code && fits(row)) return row;
    return std::nullopt;
}

}  // namespace kakehashi::handoff
