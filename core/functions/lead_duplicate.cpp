// LEAD.*: leads that stand in the list twice.
#include <fmt/format.h>

#include "core/duplicates/duplicates.hpp"
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"

namespace kakehashi {
namespace {

constexpr double usual_similarity = 0.9;

/// The lead's id; without one its row in the table, whose header is row 1.
std::string label(const Column* ids, std::size_t row, Language language) {
    if (std::string id = ids ? ids->text(row) : std::string(); !id.empty()) return id;
    return language == Language::japanese ? fmt::format("({}行目)", row + 2)
                                          : fmt::format("(row {})", row + 2);
}

Value lead_duplicates(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto columns = call.text(1);
    if (!columns) return columns.error();
    const auto similarity = call.number(2);
    if (!similarity) return similarity.error();
    const double least = similarity->value_or(usual_similarity);
    if (!(least > 0.0 && least <= 1.0))
        return CellError{ErrorCode::illegal_argument,
                         {"The similarity must be more than 0 and at most 1.",
                          "類似度は 0 より大きく 1 以下でなければなりません。"}};
    const auto found = (*leads)->derived<Duplicates>().find(*columns, least);
    if (!found) return found.error();
    if ((*found)->pairs.empty())
        return CellError{ErrorCode::not_available, {"No two leads agree.", "重複するリードはありません。"}};

    const Column* ids = (*leads)->role(Role::id);
    const Language language = call.caller().language;
    TextMatrix result{(*found)->pairs.size(), 2, {}};
    result.cells.reserve(2 * result.rows);
    for (const Duplicates::Pair& pair : (*found)->pairs) {
        result.cells.push_back(label(ids, pair.first, language));
        result.cells.push_back(label(ids, pair.second, language));
    }
    return result;
}

Parameter columns() {
    return {"columns",
            ArgumentKind::text,
            true,
            {"columns", "列"},
            {"Headers or roles to compare, separated by commas; default email, phone and company",
             "比べる列の見出しまたは役割（カンマ区切り）。省略時はメール、電話、会社"}};
}

Parameter similarity() {
    return {"similarity",
            ArgumentKind::number,
            true,
            {"similarity", "類似度"},
            {"From how much on two texts agree, above 0 to 1 (only equal ones); default 0.9",
             "一致とみなす類似度。0 より大きく 1（完全一致）まで。省略時は 0.9"}};
}

}  // namespace

std::vector<Function> lead_duplicate_functions() {
    using parameters::leads;
    return {
        {"LEAD.DUPLICATES",
         "0.2.0",
         Returns::text_matrix,
         {"Pairs of leads that may be the same one: two ids per row.",
          "重複の可能性があるリードの組を、1行に ID 2つで返します。"},
         {"Two leads are a pair if they agree in any of the columns. E-mails and phone numbers agree if they "
          "are equal "
          "(case, width, mailto:, display names, hyphens, +81 and extensions aside). All other texts agree "
          "if "
          "1 − Levenshtein distance ÷ length of the longer one reaches the similarity, after folding case "
          "and "
          "width (NFKC) and without blanks and punctuation; companies also without their legal form "
          "(株式会社, "
          "(株), Inc., GmbH …). By default, leads of one company must also have similar names if both "
          "have one. Blanks agree with nothing. A lead without an id is shown by its row.",
          "いずれかの列で一致する2件を組とします。メールと電話番号は、大文字・小文字、全角・半角、mailto:"
          "、表示名、ハイフン、"
          "+81、内線を除いて等しければ一致とします。その他の文字列は、NFKC "
          "で大文字・小文字と全角・半角をそろえ、空白と記号を"
          "除いたうえで、1 − レーベンシュタイン距離 ÷ "
          "長い方の文字数が類似度以上なら一致とします。会社名は法人格（株式会社、"
          "(株)、Inc.、GmbH "
          "など）も除きます。列を省略した場合、同じ会社のリードは、両方に氏名があれば氏名も似ていることが"
          "条件です。空白はどの値とも一致しません。ID のないリードは行番号で示します。"},
         {leads(), columns(), similarity()},
         {{"=LEAD.DUPLICATES(Leads)", "L-02; L-10"},
          {"=LEAD.DUPLICATES(Leads;\"Email\";1)", "L-02; L-10"},
          {"=LEAD.DUPLICATES(Leads;\"Company\")", "#N/A"},
          {"=LEAD.DUPLICATES(Leads;\"Fax\")", "#N/A"},
          {"=LEAD.DUPLICATES(Leads;;1.5)", "Err:502"}},
         lead_duplicates},
    };
}

}  // namespace kakehashi
