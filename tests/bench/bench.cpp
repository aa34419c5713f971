// The yardsticks of bench.py, inside soffice so that no pipe is measured.
#include <chrono>

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include "addin/uno.hpp"
#include "org/kakehashi/bench/XBench.hpp"

namespace {

using css::uno::Reference;
using kakehashi::addin::OUString;
using Range = Reference<css::table::XCellRange>;

class Bench final : public kakehashi::addin::Service<Bench, org::kakehashi::bench::XBench> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.bench.comp.Bench";
    static constexpr std::string_view service = "org.kakehashi.bench.Bench";

    css::uno::Any SAL_CALL trivial(const Reference<css::beans::XPropertySet>&, const Range& range,
                                   const css::uno::Any&) override {
        return css::uno::Any(range.is() ? 1.0 : 0.0);
    }

    double SAL_CALL readColumns(const Range& range) override {
        using Clock = std::chrono::steady_clock;
        const Reference<css::table::XColumnRowRange> shape(range, css::uno::UNO_QUERY_THROW);
        const Reference<css::table::XTableColumns> columns = shape->getColumns();
        const sal_Int32 count = columns->getCount();
        const sal_Int32 last = shape->getRows()->getCount() - 1;
        const auto start = Clock::now();
        for (sal_Int32 column = 0; column < count; ++column) {
            const Reference<css::sheet::XCellRangeData> cells(
                range->getCellRangeByPosition(column, 0, column, last), css::uno::UNO_QUERY_THROW);
            cells->getDataArray();
        }
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }
};

}  // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_Bench_get_implementation(
    css::uno::XComponentContext*, const css::uno::Sequence<css::uno::Any>&) {
    return cppu::acquire(new Bench);
}
