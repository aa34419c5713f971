// The document that a job is called for.
#pragma once

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

/// From the arguments of XJob::execute at an event of a document; null at others.
inline css::uno::Reference<css::frame::XModel> document_in(
    const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    for (const css::beans::NamedValue& argument : arguments) {
        if (argument.Name != "Environment") continue;
        css::uno::Sequence<css::beans::NamedValue> environment;
        argument.Value >>= environment;
        for (const css::beans::NamedValue& value : environment)
            if (value.Name == "Model") return {value.Value, css::uno::UNO_QUERY};
    }
    return {};
}

}  // namespace kakehashi::addin
