#include "core/functions/team_arguments.hpp"

namespace kakehashi {

Result<Survey> survey_of(const Call& call) {
    const auto source = call.source(0);
    if (!source) return error_of(source);
    return Survey(std::make_shared<const Table>(*source));
}

Result<std::size_t> statement_of(const Call& call, std::size_t i, const Survey& survey) {
    const auto text = call.required_text(i);
    if (!text) return error_of(text);
    const auto number = read_number(*text, call.caller().locale);
    for (std::size_t k = 0; number && k < statement_count; ++k)
        if (*number == static_cast<double>(k + 1)) return k;
    return survey.find(*text);
}

TextMatrix in_language(const std::vector<Text>& texts, Language language) {
    std::vector<std::string> shown;
    for (const Text& text : texts) shown.push_back(text.in(language));
    return text_column(std::move(shown));
}

Parameter parameters::survey() {
    return {
        "survey",
        ArgumentKind::table,
        false,
        {"survey", "調査"},
        {"The answers (first row = headers): department, then 20 answers 1 (never) to 5 (always), one row "
         "per respondent",
         "回答の表（1行目は見出し）。1行に1人、部門と、1（全くない）～5（常にある）の回答20個"}};
}

Parameter parameters::statement() {
    return {"statement",
            ArgumentKind::text,
            false,
            {"statement", "項目"},
            {"Its number, 1 to 20, or its text", "項目の番号（1～20）、または項目の文"}};
}

}  // namespace kakehashi
