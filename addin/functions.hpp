// The service org.kakehashi.Functions: what Calc calls. Its methods are made from the catalogue; each hands
// its arguments on to `call`.
#pragma once

#include <cstddef>

#include <org/kakehashi/XFunctions.hpp>

#include "addin/workbook.hpp"

namespace kakehashi::addin {

class Functions final : public Service<Functions, org::kakehashi::XFunctions> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.Functions";
    static constexpr std::string_view service = "org.kakehashi.Functions";

#include "methods.inc"

  private:
    /// `function` is its place in the catalogue.
    css::uno::Any call(std::size_t function, const Model& document, const RawArguments& arguments) noexcept;
};

}  // namespace kakehashi::addin
