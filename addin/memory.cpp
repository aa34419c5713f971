#include "addin/memory.hpp"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Reference<css::beans::XPropertySet> memory_of(const SpreadsheetDocument& document) {
    const Reference<css::document::XDocumentPropertiesSupplier> supplier(document, UNO_QUERY_THROW);
    return {supplier->getDocumentProperties()->getUserDefinedProperties(), UNO_QUERY_THROW};
}

OUString property_name(std::string_view name) {
    return to_uno("Kakehashi " + std::string(name));
}

}  // namespace

std::string remembered(const SpreadsheetDocument& document, std::string_view name) {
    const Reference<css::beans::XPropertySet> memory = memory_of(document);
    const OUString property = property_name(name);
    OUString text;
    if (memory->getPropertySetInfo()->hasPropertyByName(property))
        memory->getPropertyValue(property) >>= text;
    return to_utf8(text);
}

void remember(const SpreadsheetDocument& document, std::string_view name, std::string_view text) {
    const Reference<css::beans::XPropertySet> memory = memory_of(document);
    const OUString property = property_name(name);
    const Any value(to_uno(text));
    if (memory->getPropertySetInfo()->hasPropertyByName(property))
        memory->setPropertyValue(property, value);
    else
        Reference<css::beans::XPropertyContainer>(memory, UNO_QUERY_THROW)
            ->addProperty(property, css::beans::PropertyAttribute::REMOVABLE, value);
}

}  // namespace kakehashi::addin
