// The wrapper at every UNO entry: nothing is thrown into the office.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "addin/log.hpp"
#include "addin/messages.hpp"
#include "addin/uno.hpp"

namespace kakehashi::addin {

/// What a cell shows after a bug, or when LibreOffice refused us something: #VALUE!.
constexpr ErrorCode failed = static_cast<ErrorCode>(519);

inline CellError failure(const std::string& reason) {
    return {failed, {"Something unexpected happened: " + reason, "予期しない問題が起きました: " + reason}};
}

/// Runs `work`. If it throws, the reason is kept as a message of `where`, and the result is
/// `fallback(reason)`.
template <class Work, class Fallback>
auto guarded(std::string_view where, Work&& work, Fallback&& fallback) noexcept -> decltype(work()) {
    CellError reason{failed, {}};
    try {
        return std::forward<Work>(work)();
    } catch (const css::uno::Exception& exception) {
        reason = failure(to_utf8(exception.Message));
    } catch (const std::exception& exception) {
        reason = failure(exception.what());
    } catch (...) {
        reason = failure("?");
    }
    Messages::instance().record(where, {}, reason);
    return std::forward<Fallback>(fallback)(reason);
}

/// For entries without a result, which no cell has: the log is told too.
template <class Work>
void guarded(std::string_view where, Work&& work) noexcept {
    guarded(
        where, [&] { work(); }, [&](const CellError& reason) { log_failure(where, reason); });
}

}  // namespace kakehashi::addin
