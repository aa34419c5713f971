// The service org.kakehashi.Recalculate: handle cells are calculated anew when a document opens and when the
// day changes (addin/start/new_day.hpp), so that "today" is today and a reopened file finds its objects.
#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XJob.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class Recalculate final : public Service<Recalculate, css::task::XJob> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.Recalculate";
    static constexpr std::string_view service = "org.kakehashi.Recalculate";

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;
};

/// Sets the formula of every handle cell again. Leaves no trace in the undo list nor in the modified flag;
/// cells that cannot be changed (protected sheets, documents opened read-only) stay as they are.
void recalculate_handles(const css::uno::Reference<css::frame::XModel>& model);

}  // namespace kakehashi::addin
