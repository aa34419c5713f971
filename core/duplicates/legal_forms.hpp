// The legal forms of companies, which one list spells out, the next abbreviates and a third leaves out.
#pragma once

#include <string>
#include <string_view>

namespace kakehashi {

/// The name without its legal forms. `letters` as made by `plain_letters`. A name that is nothing but legal
/// forms keeps one.
///
/// - 株式会社, 有限会社, 合同会社, 合資会社, 合名会社 and their abbreviations in brackets ((株), (有) …)
///   wherever they stand: behind them comes the branch. The same in kana, and カ) or (カ as banks write them.
/// - 一般社団法人, 医療法人 and other corporations before or after the name.
/// - Inc., Co., Ltd., GmbH & Co. KG … at the end; K.K. and Kabushiki Kaisha also at the beginning. The word
///   "and" goes, too, since & does.
std::u32string without_legal_forms(std::u32string_view letters);

}  // namespace kakehashi
