// What people and systems write in different ways, made equal: addresses, numbers and names as they are
// compared when duplicates are looked for. An empty result means that there is nothing to compare.
#pragma once

#include <string>
#include <string_view>

namespace kakehashi {

/// `"Sato, A" <A@B.example>` and `mailto:a@b.example` are a@b.example; empty if it is not one address.
/// Upper and lower case are equal before the @, too: no provider of note tells them apart.
std::u32string normalised_email(std::string_view text);

/// The digits, without +81 and leading zeros (a spreadsheet loses them where it takes the number for a
/// number) and without what follows the number: an extension, a second number. Empty if it has fewer than 7
/// digits.
std::u32string normalised_phone(std::string_view text);

/// Folded (`fold`), without blanks and punctuation; between two digits one `-` stays in their place. Small
/// kana count as large ones (キヤノン), a hyphen behind katakana that can be long as ー, and the letters that
/// older systems lack (髙 﨑 𠮷) as their plain forms.
std::u32string normalised_text(std::string_view text);

/// The same without the company's legal form (legal_forms.hpp); a name that is nothing else keeps it.
std::u32string normalised_company(std::string_view text);

}  // namespace kakehashi
