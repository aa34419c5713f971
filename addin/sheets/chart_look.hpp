// How our charts look: light grid, no frames, figures at the bars, patterns and marks that survive a
// black-and-white printer.
#pragma once

#include <com/sun/star/chart2/XChartDocument.hpp>

#include "addin/uno.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::addin {

/// The chart already has its series, in the order of the plan.
void set_chart_look(const css::uno::Reference<css::chart2::XChartDocument>& chart, const sheet::Sheet& plan,
                    const sheet::Chart& planned);

}  // namespace kakehashi::addin
