// Keeps the panels of one document up to date: after changes, when nobody has typed for a moment, all of them
// in one go. Cells are read in small steps, figures worked out on a thread of its own; whoever types
// meanwhile stops it, and it begins again after the next pause. Hidden panels cost nothing.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include "addin/panel/contents.hpp"
#include "addin/panel/errand.hpp"
#include "addin/panel/pause.hpp"

namespace kakehashi::addin {

/// A panel as its refresh sees it.
class Seat {
  public:
    /// Keeps it from going away while a step is running.
    virtual css::uno::Reference<css::uno::XInterface> hold() = 0;
    virtual PanelKind kind() const = 0;
    virtual std::size_t chosen() const = 0;
    virtual css::uno::Reference<css::frame::XController> controller() const = 0;
    virtual bool visible() const = 0;
    virtual void show(panel::View view) = 0;

  protected:
    ~Seat() = default;
};

/// All of it on the main thread, or with the office's lock held.
class Refresh final : public cppu::WeakImplHelper1<css::util::XModifyListener> {
  public:
    /// The one of that document, as long as it has panels.
    static rtl::Reference<Refresh> of(const css::uno::Reference<css::frame::XModel>& model);

    explicit Refresh(const css::uno::Reference<css::frame::XModel>& model);
    ~Refresh() override;

    /// Shows it something as soon as possible.
    void join(Seat& seat);
    void leave(Seat& seat);
    /// This panel has to show something else.
    void touch(Seat& seat);
    /// All panels of that kind, of all documents: something outside the documents has changed.
    static void touch_all(PanelKind kind);
    /// A panel can be seen again, and may have missed something.
    void appeared();

    void SAL_CALL modified(const css::lang::EventObject&) override;
    void SAL_CALL disposing(const css::lang::EventObject&) override;

  private:
    struct Place {
        Seat* seat;
        bool due;
    };
    void begin();
    std::chrono::milliseconds patience(const Place& place) const;
    void close();
    void end();
    void put_off(std::chrono::milliseconds moment);
    void show(Seat& seat, panel::View view);

    css::uno::Reference<css::frame::XModel> model_;
    std::vector<Place> places_;
    std::chrono::steady_clock::time_point changed_;  // the document, last
    std::unique_ptr<Pause> pause_;
    std::unique_ptr<Errand> errand_;
    std::shared_ptr<Copies> copies_;
};

}  // namespace kakehashi::addin
