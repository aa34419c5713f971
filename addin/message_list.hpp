// The service org.kakehashi.Messages: why the last errors came up, newest first, in the language of the
// office.
#pragma once

#include <com/sun/star/container/XIndexAccess.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class MessageList final : public Service<MessageList, css::container::XIndexAccess> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.Messages";
    static constexpr std::string_view service = "org.kakehashi.Messages";

    css::uno::Type SAL_CALL getElementType() override;
    sal_Bool SAL_CALL hasElements() override;
    sal_Int32 SAL_CALL getCount() override;
    css::uno::Any SAL_CALL getByIndex(sal_Int32 index) override;
};

}  // namespace kakehashi::addin
