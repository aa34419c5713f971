// What a command says at its end.
#pragma once

#include "core/support/result.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

struct Outcome {
    Text message;       // what there is now: "12 rows were new, 3 were updated."
    bool show = false;  // as a message box too, where somebody sits before it
};

/// The error of a command that somebody cancelled: nobody needs to be told.
inline CellError cancelled_error() {
    return {ErrorCode::illegal_argument,
            {"Cancelled; nothing was changed.", "中止しました。何も変更していません。"}};
}

}  // namespace kakehashi::addin
