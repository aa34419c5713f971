#include "addin/functions.hpp"

#include "addin/guarded.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::addin {

css::uno::Any Functions::call(std::size_t index, const Model& document,
                              const RawArguments& arguments) noexcept {
    const Function& function = catalogue()[index];
    return guarded(
        function.name, [&] { return result_of(Workbook::of(document)->call(function, arguments)); },
        [](const CellError& error) { return error_result(error.code); });
}

}  // namespace kakehashi::addin
