#include "addin/commands/handler.hpp"

#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include "addin/commands/main_thread.hpp"
#include "addin/commands/run.hpp"
#include "addin/commands/values.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::string_view protocol = "org.kakehashi:";

Result<commands::Request> request_of(const css::util::URL& url) {
    const std::string text = to_utf8(url.Complete);
    return commands::parse_request(text.starts_with(protocol) ? text.substr(protocol.size()) : text);
}

Reference<css::frame::XModel> model_in(const Reference<css::frame::XFrame>& frame) {
    if (!frame.is() || !frame->getController().is()) return {};
    return frame->getController()->getModel();
}

bool is_spreadsheet(const Reference<css::frame::XModel>& model) {
    return Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY).is();
}

/// What LibreOffice adds to the arguments of dispatches for itself.
bool is_ours(const OUString& name) {
    return name != "KeyModifier" && name != "Referer" && name != "SynchronMode" && name != "SymbolSet" &&
           name != "IsFromMenu";
}

}  // namespace

void CommandHandler::initialize(const css::uno::Sequence<Any>& arguments) {
    guarded(service, [&] {
        if (arguments.hasElements()) frame_.set(arguments[0], UNO_QUERY);
    });
}

Reference<css::frame::XDispatch> CommandHandler::queryDispatch(const css::util::URL& url, const OUString&,
                                                               sal_Int32) {
    return guarded(
        service,
        [&]() -> Reference<css::frame::XDispatch> {
            return request_of(url) ? Reference<css::frame::XDispatch>(this) : nullptr;
        },
        [](const CellError&) -> Reference<css::frame::XDispatch> { return {}; });
}

css::uno::Sequence<Reference<css::frame::XDispatch>> CommandHandler::queryDispatches(
    const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) {
    css::uno::Sequence<Reference<css::frame::XDispatch>> found(requests.getLength());
    for (sal_Int32 i = 0; i < requests.getLength(); ++i)
        found[i] = queryDispatch(requests[i].FeatureURL, requests[i].FrameName, requests[i].SearchFlags);
    return found;
}

Result<Outcome> CommandHandler::run(const css::util::URL& url,
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
            Place place{frame_, model_in(frame_), true};
            if (!is_spreadsheet(place.document)) place.document.clear();
            place.interactive = asked == request->arguments.end() || asked->second != "no";
            Result<Outcome> result = Outcome{};
            on_main_thread([&] { result = run_command(*request, place); });
            return result;
        },
        [](const CellError& reason) -> Result<Outcome> { return tl::unexpected(reason); });
}

void CommandHandler::dispatch(const css::util::URL& url,
                              const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    // The window may close while the command runs.
    const Reference<css::uno::XInterface> alive(static_cast<cppu::OWeakObject*>(this));
    run(url, arguments);
}

void CommandHandler::dispatchWithNotification(
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

void CommandHandler::addStatusListener(const Reference<css::frame::XStatusListener>& listener,
                                       const css::util::URL& url) {
    guarded(service, [&] {
        const auto request = request_of(url);
        if (!request || !listener.is()) return;
        css::frame::FeatureStateEvent event;
        event.Source = static_cast<cppu::OWeakObject*>(this);
        event.FeatureURL = url;
        // It does not change as long as the frame holds this document.
        event.IsEnabled =
            request->command->works != commands::Works::on_document || is_spreadsheet(model_in(frame_));
        listener->statusChanged(event);
    });
}

void CommandHandler::removeStatusListener(const Reference<css::frame::XStatusListener>&,
                                          const css::util::URL&) {}

OUString CommandHandler::getImplementationName() {
    return to_uno(implementation);
}

sal_Bool CommandHandler::supportsService(const OUString& name) {
    return name == to_uno(service);
}

css::uno::Sequence<OUString> CommandHandler::getSupportedServiceNames() {
    return names({service});
}

}  // namespace kakehashi::addin
