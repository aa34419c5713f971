// The questions of the market sheet: 3C, five forces, segments. Scores and evidence are the team's.
#include "core/workbook/cells.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::workbook {
namespace {

struct Question {
    const Text* framework;
    Text aspect;
    Text question;
};

const Text three_c{"3C", "3C"};
const Text forces{"Five forces", "5つの力"};
const Text segments{"Segments", "セグメント"};

const std::vector<Question>& questions() {
    static const std::vector<Question> all = {
        {&three_c,
         {"Customer", "顧客"},
         {"Does their need grow, and do they say so?", "課題は大きくなっているか。お客様はそう話しているか"}},
        {&three_c,
         {"Customer", "顧客"},
         {"Do we know who decides, and by what?", "誰が何を基準に決めるかを知っているか"}},
        {&three_c, {"Competitor", "競合"}, {"Why do we win against them?", "競合に勝つ理由は何か"}},
        {&three_c, {"Competitor", "競合"}, {"Why do we lose against them?", "競合に負ける理由は何か"}},
        {&three_c,
         {"Company", "自社"},
         {"What can only we do for this customer?", "このお客様に自社だけができることは何か"}},
        {&three_c, {"Company", "自社"}, {"Can we deliver what we promise?", "約束したことを提供できるか"}},
        {&forces,
         {"Rivals", "業界内の競争"},
         {"How hard is the competition for each order?", "1件の受注をめぐる競争はどれほど厳しいか"}},
        {&forces,
         {"New entrants", "新規参入"},
         {"How easily can others enter our market?", "他社はどれほど容易に参入できるか"}},
        {&forces,
         {"Substitutes", "代替品"},
         {"What else can customers do instead?", "お客様は代わりに何ができるか"}},
        {&forces,
         {"Customers", "買い手"},
         {"How strongly can customers press prices?", "お客様の価格交渉力はどれほど強いか"}},
        {&forces,
         {"Suppliers", "売り手"},
         {"How strongly do we depend on suppliers?", "仕入先への依存はどれほど強いか"}},
        {&segments,
         {"Small", "小規模"},
         {"How attractive is it, and how well do we fit?", "魅力と自社との相性はどうか"}},
        {&segments,
         {"Mid-size", "中規模"},
         {"How attractive is it, and how well do we fit?", "魅力と自社との相性はどうか"}},
        {&segments,
         {"Large", "大規模"},
         {"How attractive is it, and how well do we fit?", "魅力と自社との相性はどうか"}},
    };
    return all;
}

}  // namespace

std::vector<std::vector<sheet::Cell>> market_rows(Language language) {
    std::vector<std::vector<sheet::Cell>> rows;
    for (const Question& question : questions()) {
        rows.push_back({text_cell(question.framework->in(language)), text_cell(question.aspect.in(language)),
                        text_cell(question.question.in(language)), blank_input(), blank_input(),
                        blank_input(), blank_input(), blank_input(sheet::Format::date)});
        for (sheet::Cell& cell : rows.back()) cell.theirs = true;
    }
    return rows;
}

}  // namespace kakehashi::workbook
