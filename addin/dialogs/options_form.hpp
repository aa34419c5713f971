// What the options page holds: its controls, made from core/commands/options.hpp and read back.
#pragma once

#include <string>

#include "addin/dialogs/form.hpp"
#include "addin/options.hpp"
#include "addin/window_keys.hpp"

namespace kakehashi::addin {

class OptionsForm {
  public:
    /// Fills the window of the page with controls that show the stored options.
    explicit OptionsForm(const css::uno::Reference<css::awt::XWindow>& page);

    void show(const commands::Options& options);
    /// Stores what stands there; limits that do not descend are left as before. The error says what cannot be
    /// used.
    Result<void> store() const;

  private:
    void add_language();
    void add_start();
    void add_limits(sal_Int32 y);
    void add_log();

    Result<void> check_playbook(const std::string& place) const;
    /// As they stand there; an error if they cannot be used.
    Result<StatusLimits> limits() const;
    void tell_of_playbook() const;
    void tell_of_limits() const;
    void browse();

    Form form_;
    WindowKeys keys_;
};

}  // namespace kakehashi::addin
