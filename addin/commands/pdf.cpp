#include "addin/commands/pdf.hpp"

#include "addin/commands/documents.hpp"

namespace kakehashi::addin {

Result<void> export_pdf(const css::uno::Reference<css::frame::XModel>& model, const Range& cells,
                        const std::string& path) {
    // Tagged, so that a screen reader can follow tables and charts.
    const FileOptions filter{property("Selection", css::uno::Any(cells)),
                             property("UseTaggedPDF", css::uno::Any(true)),
                             property("ExportNotes", css::uno::Any(false))};  // they would cover the page
    const css::uno::Sequence<css::beans::PropertyValue> data(filter.data(),
                                                             static_cast<sal_Int32>(filter.size()));
    return store_safely(model, path, "calc_pdf_Export", {property("FilterData", css::uno::Any(data))});
}

}  // namespace kakehashi::addin
