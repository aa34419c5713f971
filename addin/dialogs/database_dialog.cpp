#include "addin/dialogs/database_dialog.hpp"

#include <utility>

#include <fmt/format.h>

#include "addin/dialogs/mapping_panel.hpp"

namespace kakehashi::addin {
namespace {

constexpr sal_Int32 width = 410;
constexpr sal_Int32 height = 286;
constexpr std::size_t first_rows = 100;

const Text press{"Press Show Rows to see what the query gives.",
                 "［行を表示］を押すと、クエリの結果を確認できます。"};
const Text first_only{"The first {} rows; OK brings all.", "先頭 {} 行です。OK ですべて取り込みます。"};

class DatabaseDialog {
  public:
    DatabaseDialog(Session& session, DatabaseOrder order, const imports::ReadChoices& choices)
        : form_(commands::title(session.command()), width, height, std::string(session.command().id)),
          panel_(
              form_, [&session](sheet::Part part) { return import_table(session, part); },
              session.language()),
          session_(session),
          order_(std::move(order)),
          choices_(choices) {}

    Result<DatabaseOrder> ask() {
        lay_out();
        fill();
        form_.open(session_.window());
        panel_.connect();
        for (const char* field : {"database", "user", "password", "query"})
            form_.when_written(field, [this] { panel_.show_nothing(press.in(ui_language())); });
        form_.when_pressed("show", [this] { show_rows(); });
        {
            const Form::Quiet quiet(form_);
            panel_.decide(order_.order.decisions);
            panel_.show_nothing(press.in(ui_language()));
        }
        if (!form_.execute()) return session_.cancel();
        order_.query = asked_;
        order_.order.into = panel_.into();
        order_.order.decisions = panel_.decisions();
        return std::move(order_);
    }

  private:
    void lay_out() {
        using namespace form;
        constexpr sal_Int32 inner = width - 2 * margin;
        constexpr sal_Int32 half = (inner - margin) / 2;
        constexpr sal_Int32 right = margin + half + margin;
        sal_Int32 y = margin;
        form_.label("databaseLabel", {"~Data source or address", "データソースまたは接続先(~D)"},
                    {margin, y, inner, line});
        form_.add("ComboBox", "database", {margin, y + line + 1, inner, field})
            ->setPropertyValue("Dropdown", css::uno::Any(true));
        y += line + 1 + field + gap;
        form_.label("userLabel", {"~User", "ユーザー名(~U)"}, {margin, y, half, line});
        form_.add("Edit", "user", {margin, y + line + 1, half, field});
        form_.label("passwordLabel", {"~Password (not kept)", "パスワード（保存しません）(~P)"},
                    {right, y, half, line});
        form_.add("Edit", "password", {right, y + line + 1, half, field})
            ->setPropertyValue("EchoChar", css::uno::Any(static_cast<sal_Int16>(u'•')));
        y += line + 1 + field + gap;
        form_.label("queryLabel", {"~Query (one SELECT)", "クエリ（SELECT 文 1つ）(~Q)"},
                    {margin, y, inner, line});
        const auto query = form_.add("Edit", "query", {margin, y + line + 1, inner, 3 * line});
        query->setPropertyValue("MultiLine", css::uno::Any(true));
        query->setPropertyValue("VScroll", css::uno::Any(true));
        y += line + 1 + 3 * line + gap;
        constexpr sal_Int32 show_width = 70;
        panel_.add_target({margin, y + 2, 60, line}, {margin + 62, y, 110, field});
        form_.button("show", {"Show ~Rows", "行を表示(~R)"},
                     {width - margin - show_width, y, show_width, button_height});
        y += button_height + gap;
        panel_.add_reading({margin, y, inner, 3 * line});
        y += 3 * line + gap;
        panel_.add_columns(y, inner, height - y - 2 * margin - button_height);
        form_.end_with_buttons();
    }

    void fill() {
        const std::vector<std::string> sources = registered_databases();
        css::uno::Sequence<OUString> names(static_cast<sal_Int32>(sources.size()));
        for (std::size_t i = 0; i < sources.size(); ++i)
            names[static_cast<sal_Int32>(i)] = to_uno(sources[i]);
        form_.set("database", "StringItemList", css::uno::Any(names));
        form_.set_text("database", order_.query.database);
        form_.set_text("user", order_.query.user);
        form_.set_text("password", order_.query.password);
        form_.set_text("query", order_.query.query);
    }

    void show_rows() {
        asked_ = {form_.text("database"), form_.text("user"), form_.text("password"), form_.text("query")};
        const auto source = ask_database(asked_, choices_, first_rows, [](std::size_t) { return true; });
        if (!source) {
            panel_.show_nothing(source.error().message.in(ui_language()));
            return;
        }
        std::string remark;
        if ((*source)->rows() == first_rows)
            remark = fmt::format(fmt::runtime(first_only.in(ui_language())), first_rows);
        const bool given = session_.argument("into").has_value();
        panel_.show(*source, given ? order_.order.into : imports::recognise_target((*source)->layout.headers),
                    remark);
    }

    Form form_;
    MappingPanel panel_;
    Session& session_;
    DatabaseOrder order_;
    DatabaseQuery asked_;  // what the rows on the screen are the answer to
    imports::ReadChoices choices_;
};

}  // namespace

Result<DatabaseOrder> ask_about_database(Session& session, DatabaseOrder order,
                                         const imports::ReadChoices& choices) {
    return DatabaseDialog(session, std::move(order), choices).ask();
}

}  // namespace kakehashi::addin
