#include "addin/panel/clipboard.hpp"

#include <com/sun/star/datatransfer/UnsupportedFlavorException.hpp>
#include <com/sun/star/datatransfer/XTransferable.hpp>
#include <com/sun/star/datatransfer/clipboard/XClipboard.hpp>
#include <cppuhelper/implbase1.hxx>

#include "addin/environment.hpp"

namespace kakehashi::addin {
namespace {

using css::datatransfer::DataFlavor;
using css::uno::Any;
using css::uno::Reference;

/// The one format from which the office makes all others.
DataFlavor plain_text() {
    return {to_uno("text/plain;charset=utf-16"), to_uno("Text"), cppu::UnoType<OUString>::get()};
}

class Copied final : public cppu::WeakImplHelper1<css::datatransfer::XTransferable> {
  public:
    explicit Copied(OUString text) : text_(std::move(text)) {}

    Any SAL_CALL getTransferData(const DataFlavor& flavor) override {
        if (!isDataFlavorSupported(flavor))
            throw css::datatransfer::UnsupportedFlavorException(flavor.MimeType, *this);
        return Any(text_);
    }
    css::uno::Sequence<DataFlavor> SAL_CALL getTransferDataFlavors() override {
        css::uno::Sequence<DataFlavor> flavors(1);
        flavors[0] = plain_text();
        return flavors;
    }
    sal_Bool SAL_CALL isDataFlavorSupported(const DataFlavor& flavor) override {
        return flavor.MimeType == plain_text().MimeType;
    }

  private:
    OUString text_;
};

}  // namespace

void copy_to_clipboard(std::string_view text) {
    const Reference<css::datatransfer::clipboard::XClipboard> clipboard(
        create_service("com.sun.star.datatransfer.clipboard.SystemClipboard"), css::uno::UNO_QUERY_THROW);
    clipboard->setContents(new Copied(to_uno(text)), nullptr);
}

}  // namespace kakehashi::addin
