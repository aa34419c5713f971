// kakehashi_bench_duplicates [SIMILARITY [CSV COLUMN]]: how long LEAD.DUPLICATES takes, how many pairs it
// looks at, and how much memory the program needs. Over generated leads, half of them with Japanese names; or
// over one column of a CSV file (UTF-8, with a header row), whose pairs it prints.
#include "core/duplicates/duplicates.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "core/leads/leads.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;

namespace {

class LeadMaker {
  public:
    std::vector<CellValue> next(std::size_t number) {
        const bool japanese = chance(2);
        std::string company = companies_.size() > 10 && chance(3) ? misspelt(pick(companies_))
                              : japanese                          ? japanese_company()
                                                                  : english_company();
        companies_.push_back(company);
        const std::string name =
            japanese ? pick(families_) + pick(givens_) : pick(firsts_) + " " + pick(lasts_);
        const std::string email = chance(4) ? "" : "p" + std::to_string(below(number + 10)) + "@c.example";
        const std::string phone = chance(4) ? "" : "03-" + std::to_string(10'000'000 + below(80'000'000));
        return {"L" + std::to_string(number), name, std::move(company), email, phone};
    }

  private:
    using Words = std::vector<std::string>;

    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
    }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    const std::string& pick(const Words& words) { return words[below(words.size())]; }

    std::string japanese_company() {
        std::string name = pick(places_) + pick(families_);
        if (chance(2)) name += pick(kana_) + pick(kana_) + pick(kana_);
        name += pick(trades_);
        return chance(2) ? "株式会社" + name : chance(2) ? name + "㈱" : name + "（有）";
    }
    std::string english_company() {
        std::string name;
        for (std::size_t syllables = 2 + below(3); syllables > 0; --syllables) name += pick(syllables_);
        return name + " " + pick(businesses_) + pick(forms_);
    }
    /// One ASCII letter more, or a character of a Japanese name repeated.
    std::string misspelt(std::string text) {
        if (chance(3)) return text;
        const bool ascii = static_cast<unsigned char>(text.front()) < 0x80;
        if (ascii) return text.insert(below(text.size()), 1, static_cast<char>('a' + below(26)));
        return text.substr(0, 3) + text;
    }

    std::mt19937 random_{20260630};
    Words companies_;
    const Words places_ = {"東京", "大阪", "札幌", "京都", "神戸", "福岡",
                           "仙台", "中央", "北海", "関西", "第一", "新日本"};
    const Words families_ = {"佐藤", "鈴木", "高橋", "田中", "伊藤",   "渡辺", "山本", "中村",
                             "小林", "加藤", "吉田", "山田", "佐々木", "山口", "松本", "井上",
                             "木村", "林",   "清水", "斎藤", "長谷川", "石川", "前田", "藤田"};
    const Words givens_ = {"太郎", "花子", "健",   "翔", "陽子", "誠",    "美咲",
                           "大輔", "愛",   "直樹", "恵", "一郎", "さくら"};
    const Words kana_ = {"ア", "イ", "エ", "カ", "サ", "タ", "ネ", "ハ", "マ",
                         "リ", "ル", "ロ", "ン", "ー", "テ", "ク", "ス"};
    const Words trades_ = {"商事", "工業", "製作所", "サービス", "電機",
                           "運輸", "建設", "印刷",   "システム", "ホールディングス"};
    const Words firsts_ = {"Anna",  "Ben",   "Carla", "David", "Eva", "Frank",
                           "Grace", "Henry", "Ines",  "Jack",  "Kate"};
    const Words lasts_ = {"Adams",   "Baker",  "Clark",  "Davis",  "Evans",
                          "Fischer", "Garcia", "Hughes", "Ivanov", "Jones"};
    const Words syllables_ = {"al",  "ber", "cor", "den", "el",  "fin", "gra", "hol", "in",
                              "jor", "kal", "lum", "mar", "nor", "os",  "pra", "qui", "ros",
                              "san", "tel", "ur",  "vel", "wes", "xen", "yor", "zan"};
    const Words businesses_ = {"Systems",  "Technologies", "Holdings", "Trading",
                               "Software", "Logistics",    "Foods",    "Media"};
    const Words forms_ = {", Inc.", " Ltd.", " GmbH", " LLC", " Co., Ltd.", " S.A.", ""};
};

std::shared_ptr<const Leads> leads_of(Grid cells) {
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(std::move(cells))),
                                         nullptr, nullptr, Instant{0});
}

void measure(const Leads& leads, const std::string& columns, double similarity) {
    const auto begin = std::chrono::steady_clock::now();
    const auto found = leads.derived<Duplicates>().find(columns, similarity);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << leads.rows() << " leads, " << (columns.empty() ? "usual columns" : columns)
              << ", similarity " << similarity << ": " << time.count() << " s, peak "
              << usage.ru_maxrss / 1024 << " MB, ";
    if (!found) {
        std::cout << found.error().message.en << '\n';
        return;
    }
    const Effort& effort = (*found)->effort;
    std::cout << (*found)->pairs.size() << " pairs, " << effort.candidates << " candidates, "
              << effort.alignments << " alignments, effort " << effort.spent << '\n';
}

void measure_generated(double similarity) {
    for (const std::size_t rows : {std::size_t{10'000}, std::size_t{100'000}}) {
        LeadMaker maker;
        std::vector<std::vector<CellValue>> cells = {{std::string("ID"), std::string("Name"),
                                                      std::string("Company"), std::string("Email"),
                                                      std::string("Phone")}};
        for (std::size_t i = 0; i < rows; ++i) cells.push_back(maker.next(i));
        const auto leads = leads_of(test::grid_of(cells));
        cells.clear();
        measure(*leads, "", similarity);
        measure(*leads, "Company", similarity);
    }
}

void measure_file(double similarity, const char* file, const std::string& column) {
    const auto leads = leads_of(test::read_csv(file));
    measure(*leads, column, similarity);
    const auto values = leads->column(column);
    const auto found = leads->derived<Duplicates>().find(column, similarity);
    if (!values || !found) return;
    for (const Duplicates::Pair& pair : (*found)->pairs)
        std::cout << (*values)->text(pair.first) << '\t' << (*values)->text(pair.second) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    const double similarity = count > 1 ? std::atof(arguments[1]) : 0.9;
    if (count > 3) {
        measure_file(similarity, arguments[2], arguments[3]);
    } else {
        measure_generated(similarity);
    }
}
