#include "addin/sheets/cells.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPages.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

std::string name_of(const Spreadsheet& sheet) {
    return to_utf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
}

sal_Int16 index_of(const Spreadsheet& sheet) {
    return Reference<css::sheet::XCellRangeAddressable>(sheet, UNO_QUERY_THROW)->getRangeAddress().Sheet;
}

Reference<css::uno::XInterface> make(const SpreadsheetDocument& document, std::string_view service) {
    return Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
        ->createInstance(to_uno(service));
}

Reference<css::container::XIndexAccess> shapes_on(const SpreadsheetDocument& document,
                                                  const Spreadsheet& sheet) {
    const auto pages = Reference<css::drawing::XDrawPagesSupplier>(document, UNO_QUERY_THROW)->getDrawPages();
    return {pages->getByIndex(index_of(sheet)), UNO_QUERY_THROW};
}

}  // namespace kakehashi::addin
