// Calculate Again: what depends on files or on the day, without waiting for the next opening.
#include "addin/recalculate.hpp"

#include <com/sun/star/sheet/XCalculatable.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"

namespace kakehashi::addin {

Result<Outcome> run_recalculate(Session& session) {
    const std::size_t handles = find_handle_cells(session.document()).size();
    if (handles == 0)
        return not_available(
            {"This workbook has no LEAD.TABLE, GOAL.TABLE, LEAD.HISTORY or PLAYBOOK.READ, so "
             "there is nothing to read again.",
             "このブックには LEAD.TABLE、GOAL.TABLE、LEAD.HISTORY、PLAYBOOK.READ "
             "のいずれもないため、読み直すものがありません。"});
    recalculate_handles(session.model());
    css::uno::Reference<css::sheet::XCalculatable>(session.model(), css::uno::UNO_QUERY_THROW)->calculate();
    return Outcome{{fmt::format("Read {} tables and playbooks again.", handles),
                    fmt::format("{} 件の表とプレイブックを読み直しました。", handles)}};
}

}  // namespace kakehashi::addin
