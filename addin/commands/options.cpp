// Options: LibreOffice's own dialog, at our page.
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>

#include "addin/commands/bodies.hpp"
#include "addin/commands/main_thread.hpp"
#include "addin/environment.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// As manifests/OptionsDialog.xcu has it.
constexpr std::string_view page = "vnd.sun.star.extension://org.kakehashi/options.xdl";

void open_options(const Reference<css::frame::XDispatchProvider>& window) {
    const Reference<css::frame::XDispatchHelper> helper(create_service("com.sun.star.frame.DispatchHelper"),
                                                        UNO_QUERY_THROW);
    css::uno::Sequence<css::beans::PropertyValue> arguments(1);
    arguments[0].Name = "OptionsPageURL";
    arguments[0].Value <<= to_uno(page);
    helper->executeDispatch(window, ".uno:OptionsTreeDialog", OUString(), 0, arguments);
}

}  // namespace

Result<Outcome> run_options(Session& session) {
    const Text where{"Tools ▸ Options ▸ Kakehashi ▸ General",
                     "［ツール］▸［オプション］▸［架け橋］▸［全般］"};
    if (!session.interactive() || !session.frame().is())
        return not_available({"Nobody can see options here. In a window they are under " + where.en + ".",
                              "ここではオプションを表示できません。ウィンドウでは " + where.ja + " です。"});
    // Not from within the command: the dialog stays open as long as somebody likes.
    const Reference<css::frame::XDispatchProvider> window(session.frame(), UNO_QUERY_THROW);
    later_on_main_thread("options", [window] { open_options(window); });
    return Outcome{where};
}

}  // namespace kakehashi::addin
