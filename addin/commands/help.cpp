// Help: the page about what the cursor stands on, or about a topic.
#include "addin/commands/bodies.hpp"
#include "addin/environment.hpp"
#include "addin/help/page.hpp"

namespace kakehashi::addin {

Result<Outcome> run_help(Session& session) {
    const std::string topic = session.argument("topic").value_or(function_at_cursor(session.model()));
    // That of the workbook is for what is written into it.
    const Language language = session.argument("language") ? session.language() : ui_language();
    const auto page = help_page(topic, language);
    if (!page) return error_of(page);
    if (session.interactive())
        if (auto opened = open_page(*page); !opened) return error_of(opened);
    const std::string address = to_utf8(*page);
    return Outcome{{address, address}, false};
}

}  // namespace kakehashi::addin
