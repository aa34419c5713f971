// How far a command is, in the status bar, and whether Esc was pressed meanwhile.
#pragma once

#include <chrono>
#include <cstddef>
#include <limits>
#include <string>

#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XUserInputInterception.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <rtl/ref.hxx>

#include "addin/uno.hpp"

namespace kakehashi::addin {

/// Shows nothing during the first half second, and nothing at all without a frame. While it is shown, keys
/// and clicks in the window do nothing but cancel, and the document cannot be closed.
class Progress {
  public:
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    /// Cancels by itself at step number `cancel_after`: for tests.
    Progress(css::uno::Reference<css::frame::XFrame> frame, std::size_t cancel_after);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void show_in(css::uno::Reference<css::frame::XFrame> frame) { frame_ = std::move(frame); }
    /// False if the user wants it to stop. Cheap: may be called per thousand cells.
    bool step(std::size_t done, std::size_t of, const std::string& text);
    void end() noexcept;

  private:
    class Input;
    using Clock = std::chrono::steady_clock;

    void begin(const std::string& text);

    css::uno::Reference<css::frame::XFrame> frame_;
    css::uno::Reference<css::task::XStatusIndicator> indicator_;
    rtl::Reference<Input> input_;
    std::string text_;
    Clock::time_point next_;
    std::size_t steps_ = 0;
    std::size_t cancel_after_;
};

}  // namespace kakehashi::addin
