#include "addin/message_list.hpp"

#include <com/sun/star/lang/IndexOutOfBoundsException.hpp>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {

css::uno::Type MessageList::getElementType() {
    return cppu::UnoType<OUString>::get();
}

sal_Bool MessageList::hasElements() {
    return getCount() > 0;
}

sal_Int32 MessageList::getCount() {
    return static_cast<sal_Int32>(Messages::instance().size());
}

css::uno::Any MessageList::getByIndex(sal_Int32 index) {
    // The one exception that leaves us: the interface asks for it.
    if (index < 0 || index >= getCount()) throw css::lang::IndexOutOfBoundsException();
    return guarded(
        "messages",
        [&] {
            const Message message = Messages::instance().at(static_cast<std::size_t>(index));
            return css::uno::Any(to_uno(message.text(ui_language())));
        },
        [](const CellError&) { return css::uno::Any(OUString()); });
}

}  // namespace kakehashi::addin
