// UNO as this project uses it. Differences between SDK versions end here: the 7.4 SDK has neither
// `WeakImplHelper` nor sequences from initializer lists.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Exception.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <rtl/ustring.hxx>

namespace css = com::sun::star;

namespace kakehashi::addin {

using rtl::OUString;

inline std::string to_utf8(const OUString& text) {
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

inline OUString to_uno(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

inline css::uno::Sequence<OUString> names(std::initializer_list<std::string_view> list) {
    css::uno::Sequence<OUString> result(static_cast<sal_Int32>(list.size()));
    sal_Int32 i = 0;
    for (const std::string_view name : list) result[i++] = to_uno(name);
    return result;
}

/// A service with one interface of its own besides XServiceInfo. `Service::implementation` and
/// `Service::service` name it.
template <class Self, class Interface>
class Service : public cppu::WeakImplHelper2<Interface, css::lang::XServiceInfo> {
  public:
    OUString SAL_CALL getImplementationName() override { return to_uno(Self::implementation); }
    sal_Bool SAL_CALL supportsService(const OUString& name) override { return name == to_uno(Self::service); }
    css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override {
        return names({Self::service});
    }
};

}  // namespace kakehashi::addin
