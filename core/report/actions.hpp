// What people agreed to do: a table of the summary that they write, and that the next week's summary carries
// over.
#pragma once

#include <string>
#include <vector>

namespace kakehashi::report {

struct ActionColumns {
    int what = 0;
    int who = 4;
    int until = 5;
    int since = 6;
    int done = 7;
};
inline constexpr ActionColumns action_columns;
inline constexpr int action_rows = 6;

/// One line of the table. `until` as it stands in the cell: a date or a text.
struct Action {
    std::string what;
    std::string who;
    double until_day = 0;  // serial; 0: a text, or nothing
    std::string until_text;
    std::string since;  // the week it was first seen in
    std::string done;   // anything: it is done

    bool blank() const {
        return what.empty() && who.empty() && done.empty() && until_day == 0 && until_text.empty();
    }
    friend bool operator==(const Action&, const Action&) = default;
};

struct CarriedOver {
    std::vector<Action> open;  // in their order; each with the week it is open since
    std::vector<Action> done;  // for the history
};

/// The lines as the next refresh leaves them. In the same week nothing moves: lines done stay visible until
/// the week is over. A line without a week was written in `sheet_week`.
CarriedOver carry_over(const std::vector<Action>& actions, const std::string& sheet_week,
                       const std::string& new_week);

}  // namespace kakehashi::report
