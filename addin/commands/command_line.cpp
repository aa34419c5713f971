#include "addin/commands/command_line.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <cppuhelper/implbase1.hxx>
#include <unistd.h>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// The arguments of this process, each ended by a NUL.
bool started_for_a_command() {
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    const std::string line(std::istreambuf_iterator<char>(file), {});
    const auto has = [&](const char* text) { return line.find(text) != std::string::npos; };
    // With --accept somebody else is still going to talk to it.
    return has("service:org.kakehashi.Commands") && has("--headless") && !has("--accept");
}

class End final : public cppu::WeakImplHelper1<css::awt::XCallback> {
  public:
    void SAL_CALL notify(const css::uno::Any&) override {
        guarded("end", [] {
            const Reference<css::frame::XDesktop> desktop(create_service("com.sun.star.frame.Desktop"),
                                                          UNO_QUERY_THROW);
            if (!desktop->getComponents()->hasElements()) desktop->terminate();
        });
    }
};

/// LibreOffice itself always ends with 0. By then it has put everything away.
void end_with_failure() {
    std::fflush(nullptr);
    _exit(EXIT_FAILURE);
}

}  // namespace

void end_if_started_for_this(bool well) {
    if (!started_for_a_command()) return;
    if (!well) std::atexit(end_with_failure);  // NOLINT(cert-err33-c): then it ends with 0
    const Reference<css::awt::XRequestCallback> queue(create_service("com.sun.star.awt.AsyncCallback"),
                                                      UNO_QUERY_THROW);
    // Not from within the call: LibreOffice is still at work on its command line.
    queue->addCallback(new End, {});
}

}  // namespace kakehashi::addin
