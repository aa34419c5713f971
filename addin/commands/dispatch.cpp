#include "addin/commands/dispatch.hpp"

#include <com/sun/star/frame/DispatchResultState.hpp>

#include "addin/commands/main_thread.hpp"
#include "addin/commands/run.hpp"
#include "addin/commands/url.hpp"
#include "addin/commands/values.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;

/// What LibreOffice adds to the arguments of dispatches for itself.
bool is_ours(const OUString& name) {
    return name != "KeyModifier" && name != "Referer" && name != "SynchronMode" && name != "SymbolSet" &&
           name != "IsFromMenu";
}

}  // namespace

void CommandDispatch::initialize(const css::uno::Sequence<Any>& arguments) {
    guarded(service, [&] {
        if (arguments.hasElements()) frame_.set(arguments[0], UNO_QUERY);
    });
}

Result<Outcome> CommandDispatch::run(const css::util::URL& url,
                                     const css::uno::Sequence<css::beans::PropertyValue>& given) noexcept {
    return guarded(
        service,
        [&]() -> Result<Outcome> {
            auto request = request_of(url);
            if (!request) return error_of(request);
            for (const css::beans::PropertyValue& argument : given)
                if (is_ours(argument.Name))
                    request->arguments.insert_or_assign(to_utf8(argument.Name),
                                                        argument_text(argument.Value));
            const auto asked = request->arguments.find("interactive");
            Place place{frame_, spreadsheet_in(frame_), true};
            place.interactive = asked == request->arguments.end() || asked->second != "no";
            Result<Outcome> result = Outcome{};
            on_main_thread([&] { result = run_command(*request, place); });
            return result;
        },
        [](const CellError& reason) -> Result<Outcome> { return tl::unexpected(reason); });
}

void CommandDispatch::dispatch(const css::util::URL& url,
                               const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    // The window may close while the command runs.
    const Reference<css::uno::XInterface> alive(static_cast<cppu::OWeakObject*>(this));
    run(url, arguments);
}

void CommandDispatch::dispatchWithNotification(
    const css::util::URL& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments,
    const Reference<css::frame::XDispatchResultListener>& listener) {
    const Reference<css::uno::XInterface> alive(static_cast<cppu::OWeakObject*>(this));
    const Result<Outcome> result = run(url, arguments);
    guarded(service, [&] {
        if (!listener.is()) return;
        css::frame::DispatchResultEvent event;
        event.Source = alive;
        event.State =
            result ? css::frame::DispatchResultState::SUCCESS : css::frame::DispatchResultState::FAILURE;
        const Text& message = result ? result->message : result.error().message;
        event.Result <<= to_uno(message.in(ui_language()));
        listener->dispatchFinished(event);
    });
}

// The handler that LibreOffice knows says it (addin/start/command_handler.hpp).
void CommandDispatch::addStatusListener(const Reference<css::frame::XStatusListener>&,
                                        const css::util::URL&) {}
void CommandDispatch::removeStatusListener(const Reference<css::frame::XStatusListener>&,
                                           const css::util::URL&) {}

OUString CommandDispatch::getImplementationName() {
    return to_uno(implementation);
}

sal_Bool CommandDispatch::supportsService(const OUString& name) {
    return name == to_uno(service);
}

css::uno::Sequence<OUString> CommandDispatch::getSupportedServiceNames() {
    return names({service});
}

}  // namespace kakehashi::addin
