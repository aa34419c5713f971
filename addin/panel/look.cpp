#include "addin/panel/look.hpp"

#include <cmath>

#include <com/sun/star/awt/DeviceInfo.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/graphic/XGraphicProvider.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>

#include "addin/environment.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::io::XInputStream> stream_of(const std::string& bytes) {
    css::uno::Sequence<Any> arguments(1);
    arguments[0] <<= css::uno::Sequence<sal_Int8>(reinterpret_cast<const sal_Int8*>(bytes.data()),
                                                  static_cast<sal_Int32>(bytes.size()));
    return {context()->getServiceManager()->createInstanceWithArgumentsAndContext(
                to_uno("com.sun.star.io.SequenceInputStream"), arguments, context()),
            UNO_QUERY_THROW};
}

}  // namespace

double scale_of(const Reference<css::awt::XWindow>& window) {
    const Reference<css::awt::XDevice> device(window, UNO_QUERY);
    if (!device.is()) return 1;
    constexpr double per_metre_at_96_dpi = 96 / 0.0254;
    const double scale = device->getInfo().PixelPerMeterX / per_metre_at_96_dpi;
    // Screens lie a little about their size: 1.02 is meant as 1.
    return scale > 0.5 && scale < 8 ? std::round(scale * 4) / 4 : 1;
}

panel::Theme theme_of(const Reference<css::awt::XWindow>& window, double scale) {
    panel::Theme theme;
    theme.scale = scale;
    const Reference<css::awt::XStyleSettingsSupplier> supplier(window, UNO_QUERY);
    const auto settings = supplier.is() ? supplier->getStyleSettings() : nullptr;
    if (!settings.is()) return theme;
    theme.text = static_cast<panel::Colour>(settings->getDialogTextColor()) & 0xFFFFFF;
    theme.ground = static_cast<panel::Colour>(settings->getDialogColor()) & 0xFFFFFF;
    theme.high_contrast = settings->getHighContrastMode();
    return theme;
}

Reference<css::graphic::XGraphic> graphic_of(const std::string& svg) {
    const Reference<css::graphic::XGraphicProvider> provider(
        create_service("com.sun.star.graphic.GraphicProvider"), UNO_QUERY_THROW);
    css::uno::Sequence<css::beans::PropertyValue> media(2);
    media[0].Name = to_uno("InputStream");
    media[0].Value <<= stream_of(svg);
    media[1].Name = to_uno("MimeType");
    media[1].Value <<= to_uno("image/svg+xml");
    return provider->queryGraphic(media);
}

}  // namespace kakehashi::addin
