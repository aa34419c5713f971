// The three steps to the first weekly summary, for those who have just installed Kakehashi.
#pragma once

#include "core/panel/view.hpp"

namespace kakehashi::panel {

/// What is there already in the document.
struct StepsDone {
    bool workbook = false;  // a table of leads with a playbook
    bool leads = false;     // at least one
    bool summary = false;

    bool all() const { return workbook && leads && summary; }
};

/// A tick for each that is done, and the button of the next.
View first_steps_view(const StepsDone& done, Language language);

}  // namespace kakehashi::panel
