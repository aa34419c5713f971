#include "addin/commands/agreement.hpp"

#include "addin/commands/team_workbook.hpp"
#include "addin/memory.hpp"
#include "addin/workbook.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/json.hpp"

namespace kakehashi::addin {
namespace {

constexpr std::string_view name = "agreed playbook";

}  // namespace

void remember_agreement(const SpreadsheetDocument& document) {
    const Range cell = handle_cell_if_any(document, sheet::Part::playbook);
    if (!cell.is()) return;
    std::string agreed;
    Workbook::of(Model(document, css::uno::UNO_QUERY))
        ->look(ArgumentKind::playbook, cell, [&](const Argument& argument) {
            const auto* object = std::get_if<Object>(&argument);
            const auto* read = object ? std::get_if<std::shared_ptr<const ReadPlaybook>>(object) : nullptr;
            if (read != nullptr && status((*read)->playbook) == "agreed")
                agreed = canonical_json((*read)->playbook);
        });
    if (!agreed.empty() && agreed != remembered(document, name)) remember(document, name, agreed);
}

std::optional<Playbook> remembered_agreement(const SpreadsheetDocument& document) {
    const std::string text = remembered(document, name);
    if (text.empty()) return std::nullopt;
    const auto read = read_json(text);
    return read ? std::optional(read->playbook) : std::nullopt;
}

}  // namespace kakehashi::addin
