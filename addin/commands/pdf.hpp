// Some cells as a PDF.
#pragma once

#include <string>

#include <com/sun/star/frame/XModel.hpp>

#include "addin/handle_cells.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// On the paper of their sheet's page style; beside the old file first, then in its place.
Result<void> export_pdf(const css::uno::Reference<css::frame::XModel>& model, const Range& cells,
                        const std::string& path);

}  // namespace kakehashi::addin
