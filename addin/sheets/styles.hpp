// The named cell styles of our sheets. Each is made when it is first needed and never changed afterwards, so
// that a company's own look stays. Their fonts come from the document's default style.
//
// "Kakehashi Text" is the parent of all; formats are children: "Kakehashi Result Percent". The names are the
// same in every language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>

#include "addin/sheets/cells.hpp"

namespace kakehashi::addin {

class CellStyles {
  public:
    /// `currency`: ISO code; empty for amounts without a sign.
    CellStyles(const SpreadsheetDocument& document, std::string currency);

    /// Made if the document does not have it. `over_numbers`: a heading aligned with the figures below it.
    const OUString& name(sheet::Style style, sheet::Format format, bool over_numbers = false);

  private:
    OUString base(sheet::Style style);
    OUString child(const OUString& parent, std::string_view suffix, auto&& change);
    sal_Int32 number_format(sheet::Format format);
    sal_Int32 iso(std::string_view code);
    sal_Int32 keyed(const OUString& code);
    sal_Int32 generated(sal_Int16 base, bool thousands, sal_Int16 decimals);

    SpreadsheetDocument document_;
    css::uno::Reference<css::container::XNameContainer> styles_;
    css::uno::Reference<css::util::XNumberFormats> formats_;
    css::lang::Locale locale_;
    std::string currency_;
    std::map<std::tuple<sheet::Style, sheet::Format, bool>, OUString> names_;
};

}  // namespace kakehashi::addin
