#include "addin/start/new_day.hpp"

#include <ctime>
#include <mutex>
#include <unordered_map>
#include <utility>

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <cppuhelper/implbase1.hxx>

#include "addin/document_in.hpp"
#include "addin/environment.hpp"
#include "addin/formula_walk.hpp"
#include "addin/start/quietly.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// When each open document was last looked at. Never destroyed: the office may be gone before us at process
/// end.
struct Days {
    std::mutex mutex;  // nothing is called while it is locked
    std::unordered_map<css::uno::XInterface*, std::pair<int, int>> of_documents;
};

Days& days() {
    static auto& known = *new Days;
    return known;
}

class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
  public:
    explicit Closing(css::uno::XInterface* document) : document_(document) {}
    void SAL_CALL disposing(const css::lang::EventObject&) override {
        quietly([&] {
            const std::lock_guard lock(days().mutex);
            days().of_documents.erase(document_);
        });
    }

  private:
    css::uno::XInterface* document_;  // not counted: a document must be able to close
};

std::pair<int, int> today() {
    const std::time_t seconds = std::time(nullptr);
    std::tm local{};
    localtime_r(&seconds, &local);
    return {local.tm_year, local.tm_yday};
}

/// True once per document and day: when it was opened, and at the first question after midnight.
bool is_new_day(const Reference<css::frame::XModel>& model) {
    const Reference<css::uno::XInterface> identity(model, UNO_QUERY_THROW);
    const auto now = today();
    {
        const std::lock_guard lock(days().mutex);
        const auto [document, is_new] = days().of_documents.try_emplace(identity.get(), now);
        if (!is_new) return std::exchange(document->second, now) != now;
    }
    model->addEventListener(new Closing(identity.get()));
    return true;
}

bool has_ours(const css::uno::Sequence<css::uno::Sequence<OUString>>& formulas) {
    for (const auto& row : formulas)
        for (const OUString& formula : row)
            if (calls_ours(formula)) return true;
    return false;
}

bool has_ours(const Reference<css::sheet::XSpreadsheetDocument>& document) {
    constexpr sal_Int32 rows = 4096;  // a copy is made of their formulas
    FormulaWalk walk(document);
    while (!walk.over()) {
        const Reference<css::sheet::XCellRangeFormula> piece(walk.take(rows), UNO_QUERY);
        if (piece.is() && has_ours(piece->getFormulaArray())) return true;
    }
    return false;
}

}  // namespace

css::uno::Any NewDay::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    quietly([&] {
        const Reference<css::frame::XModel> model = document_in(arguments);
        const Reference<css::sheet::XSpreadsheetDocument> document(model, UNO_QUERY);
        if (!document.is() || !is_new_day(model) || !has_ours(document)) return;
        Reference<css::task::XJob>(create_service("org.kakehashi.Recalculate"), UNO_QUERY_THROW)
            ->execute(arguments);
    });
    return {};
}

}  // namespace kakehashi::addin
