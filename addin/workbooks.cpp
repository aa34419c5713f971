// Which workbook state belongs to which open document.
#include <mutex>
#include <unordered_map>
#include <utility>

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include "addin/guarded.hpp"
#include "addin/workbook.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// By the property set that Calc hands over: asking for the interface that identities are compared by would
// cost as much as a small function. Never destroyed: the office may be gone before us at process end.
struct OpenWorkbooks {
    // Calc calls functions with the SolarMutex held, but jobs and listeners may come without it. Nothing is
    // called while this is locked.
    std::mutex mutex;
    std::unordered_map<css::beans::XPropertySet*, std::shared_ptr<Workbook>> workbooks;
};

OpenWorkbooks& open() {
    static auto& workbooks = *new OpenWorkbooks;
    return workbooks;
}

class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
  public:
    explicit Closing(css::beans::XPropertySet* model) : model_(model) {}
    void SAL_CALL disposing(const css::lang::EventObject&) override {
        guarded("close", [&] {
            std::shared_ptr<Workbook> last;  // dropped when nothing is locked any more
            const std::lock_guard lock(open().mutex);
            const auto found = open().workbooks.find(model_);
            if (found != open().workbooks.end()) last = std::move(found->second);
            open().workbooks.erase(model_);
        });
    }

  private:
    css::beans::XPropertySet* model_;  // not counted: a document must be able to close
};

}  // namespace

std::shared_ptr<Workbook> Workbook::of(const Model& model) {
    {
        const std::lock_guard lock(open().mutex);
        const auto known = open().workbooks.find(model.get());
        if (known != open().workbooks.end()) return known->second;
    }
    auto workbook = std::make_shared<Workbook>(model);
    const Reference<css::lang::XComponent> component(model, UNO_QUERY);
    if (!component.is()) return workbook;
    component->addEventListener(new Closing(model.get()));
    const std::lock_guard lock(open().mutex);
    return open().workbooks.try_emplace(model.get(), std::move(workbook)).first->second;
}

}  // namespace kakehashi::addin
