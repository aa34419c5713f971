#include "addin/commands/service.hpp"

#include <iostream>

#include <com/sun/star/lang/IllegalArgumentException.hpp>

#include "addin/commands/command_line.hpp"
#include "addin/commands/main_thread.hpp"
#include "addin/commands/run.hpp"
#include "addin/commands/values.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;

struct Job {
    std::string request;
    commands::Arguments arguments;
    Place place;
};

/// The names of Basic's and Python's world as well as ours: `File` is `file`.
std::string argument_id(const OUString& name) {
    std::string id = to_utf8(name);
    if (!id.empty() && id.front() >= 'A' && id.front() <= 'Z')
        id.front() = static_cast<char>(id.front() - 'A' + 'a');
    return id;
}

Job job_of(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    Job job;
    for (const css::beans::NamedValue& argument : arguments) {
        const std::string id = argument_id(argument.Name);
        if (id == "command")
            job.request = argument_text(argument.Value);
        else if (id == "document")
            job.place.document.set(argument.Value, css::uno::UNO_QUERY);
        else if (argument.Value.hasValue())
            job.arguments.insert_or_assign(id, argument_text(argument.Value));
    }
    return job;
}

Result<Outcome> run(const Job& job) {
    auto request = commands::parse_request(job.request);
    if (!request) return error_of(request);
    for (const auto& [id, value] : job.arguments) request->arguments.insert_or_assign(id, value);
    Place place = job.place;
    const auto interactive = request->arguments.find("interactive");
    place.interactive = interactive != request->arguments.end() && interactive->second == "yes";
    Result<Outcome> result = Outcome{};
    on_main_thread([&] { result = run_command(*request, place); });
    return result;
}

Result<Outcome> run_guarded(const std::function<Job()>& job) {
    return guarded(
        CommandService::service, [&] { return run(job()); },
        [](const CellError& reason) -> Result<Outcome> { return tl::unexpected(reason); });
}

}  // namespace

Any CommandService::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    const Result<Outcome> result = run_guarded([&] { return job_of(arguments); });
    if (result) return Any(to_uno(result->message.in(ui_language())));
    throw css::lang::IllegalArgumentException(to_uno(result.error().message.in(ui_language())),
                                              static_cast<cppu::OWeakObject*>(this), 0);
}

void CommandService::trigger(const OUString& event) {
    const Result<Outcome> result = run_guarded([&] {
        Job job;
        job.request = to_utf8(event);
        return job;
    });
    if (result)
        std::cout << result->message.in(ui_language()) << std::endl;
    else
        std::cerr << "kakehashi: " << result.error().message.in(ui_language()) << std::endl;
    guarded(service, [&] { end_if_started_for_this(result.has_value()); });
}

OUString CommandService::getImplementationName() {
    return to_uno(implementation);
}

sal_Bool CommandService::supportsService(const OUString& name) {
    return name == to_uno(service);
}

css::uno::Sequence<OUString> CommandService::getSupportedServiceNames() {
    return names({service});
}

}  // namespace kakehashi::addin
