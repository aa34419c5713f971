// Which workbook state belongs to which open document.
#include <unordered_map>
#include <utility>

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/workbook.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::XInterface;

// Calc calls functions, and closes documents, with the SolarMutex held: no lock of ours is needed. Never
// destroyed: the office may be gone before us at process end.
std::unordered_map<XInterface*, std::shared_ptr<Workbook>>& open_workbooks() {
    static auto& workbooks = *new std::unordered_map<XInterface*, std::shared_ptr<Workbook>>;
    return workbooks;
}

class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
  public:
    void SAL_CALL disposing(const css::lang::EventObject& event) override {
        guarded("close",
                [&] { open_workbooks().erase(Reference<XInterface>(event.Source, UNO_QUERY).get()); });
    }
};

}  // namespace

std::shared_ptr<Workbook> Workbook::of(const Model& model) {
    // Two references are the same object only if their XInterface is.
    const Reference<XInterface> identity(model, UNO_QUERY);
    const Reference<css::lang::XComponent> component(model, UNO_QUERY);
    if (!component.is()) return std::make_shared<Workbook>(model);
    std::shared_ptr<Workbook>& workbook = open_workbooks()[identity.get()];
    if (!workbook) {
        workbook = std::make_shared<Workbook>(model);
        component->addEventListener(new Closing);
    }
    return workbook;
}

bool Workbook::is_new_day(const Model& model) {
    if (!SpreadsheetDocument(model, UNO_QUERY).is()) return false;
    const std::int64_t today = day_of(now());
    return std::exchange(of(model)->day_, today) != today;
}

}  // namespace kakehashi::addin
