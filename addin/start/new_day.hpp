// The job org.kakehashi.NewDay: when a document with formulas of ours opens, and when the day changes, it has
// its handle cells calculated anew (org.kakehashi.Recalculate). Other documents never load the library that
// does it.
#pragma once

#include <com/sun/star/task/XJob.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class NewDay final : public Service<NewDay, css::task::XJob> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.NewDay";
    static constexpr std::string_view service = "org.kakehashi.NewDay";

    /// At the events OnLoad and OnFocus, whose arguments are handed on.
    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;
};

}  // namespace kakehashi::addin
