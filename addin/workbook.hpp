// One open document: its locale, its handles, and the calls made from its cells.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <com/sun/star/beans/XPropertySet.hpp>

#include "addin/handle_cells.hpp"
#include "addin/handles.hpp"
#include "addin/playbooks.hpp"
#include "core/functions/call.hpp"

namespace kakehashi::addin {

using Model = css::uno::Reference<css::beans::XPropertySet>;

class Workbook {
  public:
    /// The state of that document, made at the first call from it and dropped when it closes. Without a
    /// document (function wizard, FunctionAccess) a state that nobody keeps.
    static std::shared_ptr<Workbook> of(const Model& model);

    explicit Workbook(const Model& model);

    /// What the cell shall show. Errors are recorded as messages.
    Value call(const Function& function, const RawArguments& arguments);

    /// The same call once more, off the cells and without a message: the error that it gives. Nothing if it
    /// gives none, or if it has been slow before.
    std::optional<CellError> error_of_call(const Function& function, const RawArguments& arguments);

    /// For commands and the panel: `use` looks at what the handle in that cell stands for, or at the table
    /// itself. No cell can change it meanwhile. Gives the error of the cell instead.
    std::optional<CellError> look(ArgumentKind kind, const Range& cell,
                                  const std::function<void(const Argument&)>& use);

    /// What the function that made that object was called with; empty if it is not kept.
    RawArguments arguments_behind(const Object& object) const;
    const ReadingLocale& locale() const { return caller_.locale; }

  private:
    class Frame;

    Value evaluate(const Function& function, const RawArguments& arguments, Frame& frame);
    Value run(const Function& function, const RawArguments& arguments);
    Result<Argument> argument(const Parameter& parameter, const RawArgument& raw, Frame& frame);
    Result<Argument> from_range(ArgumentKind kind, const Range& range, Frame& frame);
    Result<Argument> from_text(ArgumentKind kind, const std::string& text, Frame& frame);

    Result<Argument> by_token(const std::string& token, const Range& cell, Frame& frame);
    Result<Argument> use(const std::shared_ptr<Handles::Entry>& entry, Frame& frame);
    std::optional<CellError> hold_leads_of(const Handles::Entry& goals, Frame& frame);
    Result<Argument> playbook_behind(const Range& cell);
    Result<Argument> playbook_named(const std::string& text);
    /// `shown`: the text that the cell shows, perhaps from an earlier session.
    Result<Playbooks::Shared> read_playbook(const HandleCall& call, const std::string& shown);
    std::optional<HandleCall> playbook_call(const Range& cell);
    std::vector<Range> playbook_sources();
    /// Where the playbooks of all PLAYBOOK.READ cells come from.
    std::vector<Range> read_all_playbooks();
    Result<Object> make(const HandleCall& call);
    std::optional<Range> cell_showing(const std::string& text);

    void refresh_locale();
    void keep_handle(const Function& function, const RawArguments& arguments, Handle& handle);

    SpreadsheetDocument document() const { return SpreadsheetDocument(model_, css::uno::UNO_QUERY_THROW); }

    // Not counted: the registry of workbooks drops this before the document dies.
    css::beans::XPropertySet* model_;
    Caller caller_;
    Handles handles_;
    Playbooks playbooks_;
    bool playbooks_searched_ = false;
    std::set<const Function*> slow_;  // too slow to be asked again for an error
};

}  // namespace kakehashi::addin
