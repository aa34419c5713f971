#include "addin/start/command_handler.hpp"

#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include "addin/commands/url.hpp"
#include "addin/environment.hpp"
#include "addin/start/quietly.hpp"

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

void CommandHandler::initialize(const css::uno::Sequence<css::uno::Any>& arguments) {
    quietly([&] {
        if (arguments.hasElements()) frame_.set(arguments[0], UNO_QUERY);
    });
}

Reference<css::frame::XDispatch> CommandHandler::queryDispatch(const css::util::URL& url, const OUString&,
                                                               sal_Int32) {
    Reference<css::frame::XDispatch> found;
    quietly([&] {
        if (request_of(url)) found = this;
    });
    return found;
}

css::uno::Sequence<Reference<css::frame::XDispatch>> CommandHandler::queryDispatches(
    const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) {
    css::uno::Sequence<Reference<css::frame::XDispatch>> found(requests.getLength());
    for (sal_Int32 i = 0; i < requests.getLength(); ++i)
        found[i] = queryDispatch(requests[i].FeatureURL, requests[i].FrameName, requests[i].SearchFlags);
    return found;
}

/// Of this frame. The first call loads the library with the commands.
Reference<css::frame::XNotifyingDispatch> CommandHandler::commands() const {
    const auto made = create_service("org.kakehashi.CommandDispatch");
    css::uno::Sequence<css::uno::Any> arguments(1);
    arguments[0] <<= frame_;
    Reference<css::lang::XInitialization>(made, UNO_QUERY_THROW)->initialize(arguments);
    return {made, UNO_QUERY_THROW};
}

void CommandHandler::dispatch(const css::util::URL& url,
                              const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    quietly([&] { commands()->dispatch(url, arguments); });
}

void CommandHandler::dispatchWithNotification(
    const css::util::URL& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments,
    const Reference<css::frame::XDispatchResultListener>& listener) {
    Reference<css::frame::XNotifyingDispatch> commands;
    quietly([&] { commands = this->commands(); });
    quietly([&] {
        if (commands.is()) return commands->dispatchWithNotification(url, arguments, listener);
        if (!listener.is()) return;
        css::frame::DispatchResultEvent event;
        event.Source = static_cast<cppu::OWeakObject*>(this);
        event.State = css::frame::DispatchResultState::FAILURE;
        listener->dispatchFinished(event);
    });
}

void CommandHandler::addStatusListener(const Reference<css::frame::XStatusListener>& listener,
                                       const css::util::URL& url) {
    quietly([&] {
        const auto request = request_of(url);
        if (!request || !listener.is()) return;
        css::frame::FeatureStateEvent event;
        event.Source = static_cast<cppu::OWeakObject*>(this);
        event.FeatureURL = url;
        // It does not change as long as the frame holds this document.
        event.IsEnabled =
            request->command->works != commands::Works::on_document || spreadsheet_in(frame_).is();
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
