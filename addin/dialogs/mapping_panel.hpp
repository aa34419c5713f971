// The part that all import dialogs share: the table to import into, each column of the rows with where it
// goes and how it begins, and a list to send it elsewhere.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "addin/dialogs/form.hpp"
#include "core/imports/preview.hpp"

namespace kakehashi::addin {

/// The table of the workbook (or of the one that will be made), and what people decided before.
struct ImportTable {
    imports::TableShape shape;
    imports::Decisions remembered;
};
/// An error if that table must not be written.
using ImportTables = std::function<Result<ImportTable>(sheet::Part)>;

class MappingPanel {
  public:
    /// `contents`: of what is written into the workbook.
    MappingPanel(Form& form, ImportTables tables, Language contents)
        : form_(form), tables_(std::move(tables)), contents_(contents) {}

    /// Label and list of the table to import into.
    void add_target(const Box& label, const Box& list);
    /// What was read; three lines high at least.
    void add_reading(const Box& box);
    /// The columns, and below them the list that sends the selected one elsewhere.
    void add_columns(sal_Int32 y, sal_Int32 width, sal_Int32 height);
    /// After the form was opened.
    void connect();

    /// Shows rows. What people decided about columns of these names stays.
    void show(std::shared_ptr<const imports::Source> source, sheet::Part into,
              const std::string& remark = {});
    /// There is nothing to import, and why.
    void show_nothing(const std::string& reason);
    void decide(imports::Decisions decisions) { decisions_ = std::move(decisions); }

    sheet::Part into() const { return into_; }
    const imports::Decisions& decisions() const { return decisions_; }

  private:
    void show_reason(const std::string& reason);
    void show_reading();
    void list_columns();
    void list_places();
    void select_column(std::size_t column);
    void place_chosen();
    void target_chosen();
    void map();
    bool keep_what_fits();

    Form& form_;
    ImportTables tables_;
    Language contents_;
    std::shared_ptr<const imports::Source> source_;  // null: nothing to import
    sheet::Part into_ = sheet::Part::leads;
    bool target_by_hand_ = false;
    ImportTable table_;
    imports::Decisions decisions_;
    imports::Mapping mapping_;
    std::vector<imports::Place> places_;  // of the selected column
    std::size_t column_ = 0;              // selected
    std::string remark_;
};

}  // namespace kakehashi::addin
