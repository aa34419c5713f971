// The part that all imports share, wherever the rows come from: map, merge, write, and say what happened.
#pragma once

#include <memory>
#include <string>

#include "addin/commands/session.hpp"
#include "addin/dialogs/mapping_panel.hpp"
#include "core/imports/fields.hpp"
#include "core/imports/mapping.hpp"
#include "core/imports/source.hpp"

namespace kakehashi::addin {

struct ImportOrder {
    std::shared_ptr<const imports::Source> source;
    std::string origin;  // what people call it: the file's name, the query's table
    sheet::Part into = sheet::Part::leads;
    imports::Decisions decisions;
    bool keep_stages = false;  // leave the playbook's stages alone
};

/// Arguments that every import takes: `into`, `mapping`, `stages`.
Result<ImportOrder> import_order(const Session& session, std::shared_ptr<const imports::Source> source,
                                 std::string origin);

/// A workbook without the tables of a team gets them, in the session's language. Starts writing.
Result<void> need_team_workbook(Session& session, sheet::Part into);

/// What people decided at earlier imports into that table; kept in the document.
imports::Decisions remembered_decisions(const SpreadsheetDocument& document, sheet::Part into);

/// What the dialogs must know of the table: of the workbook's, or of the one that will be made. Writes
/// nothing; an error if the table must not be written.
Result<ImportTable> import_table(const Session& session, sheet::Part into);

Result<Outcome> import_into(Session& session, const ImportOrder& order);

}  // namespace kakehashi::addin
