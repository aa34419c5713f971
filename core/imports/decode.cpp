#include "core/imports/decode.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <Poco/Encodings.h>
#include <Poco/TextEncoding.h>
#include <Poco/Windows932Encoding.h>
#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

using Byte = unsigned char;
constexpr char32_t replacement = U'\uFFFD';

void append(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// --- UTF-8

/// Length of the UTF-8 sequence at `at` (shortest form, no surrogates); 0 if there is none.
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<Byte>(text[at + i]) : Byte{0};
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const Byte lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead < 0xF0) {
        if (!follows(1) || !follows(2)) return 0;
        if (lead == 0xE0 && byte(1) < 0xA0) return 0;
        return lead == 0xED && byte(1) >= 0xA0 ? 0 : 3;
    }
    if (lead < 0xF0 || lead > 0xF4 || !follows(1) || !follows(2) || !follows(3)) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    return lead == 0xF4 && byte(1) >= 0x90 ? 0 : 4;
}

/// Where the first byte is that is not UTF-8; the size if there is none.
std::size_t first_invalid(std::string_view text, std::size_t at = 0) {
    while (at < text.size()) {
        const std::size_t length = utf8_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return text.size();
}

Decoded from_utf8(std::string bytes) {
    Decoded result{{}, "UTF-8", {}, 0};
    std::size_t at = first_invalid(bytes);
    if (at == bytes.size()) {
        result.text = std::move(bytes);
        return result;
    }
    std::size_t begin = 0;
    for (; at < bytes.size(); at = first_invalid(bytes, begin)) {
        result.text.append(bytes, begin, at - begin);
        append(result.text, replacement);
        ++result.replaced;
        begin = at + 1;
    }
    result.text.append(bytes, begin);
    return result;
}

// --- UTF-16

Decoded from_utf16(std::string_view bytes, bool little) {
    Decoded result{{}, little ? "UTF-16LE" : "UTF-16BE", {}, bytes.size() % 2};
    result.text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto low = static_cast<Byte>(bytes[at + (little ? 0 : 1)]);
        const auto high = static_cast<Byte>(bytes[at + (little ? 1 : 0)]);
        return static_cast<char32_t>(low | high << 8);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c < 0xE000) {
            const char32_t second = at + 3 < bytes.size() ? unit(at + 2) : U'\0';
            if (c < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (second - 0xDC00);
                at += 2;
            } else {
                c = replacement;
                ++result.replaced;
            }
        }
        append(result.text, c);
    }
    return result;
}

/// UTF-16 without a mark: texts of tables are full of ASCII, so that every other byte is often zero, and
/// hardly ever on both sides.
std::optional<bool> little_endian_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 64 * 1024);
    if (bytes.size() % 2 != 0) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++zeros[i % 2];
    const std::size_t enough = std::max<std::size_t>(1, sample.size() / 64);
    if (zeros[1] >= enough && zeros[0] * 16 < zeros[1]) return true;
    if (zeros[0] >= enough && zeros[1] * 16 < zeros[0]) return false;
    return std::nullopt;
}

// --- one or two bytes per character

/// What Poco says each byte or pair of bytes stands for, asked once: a table per pair is many times faster
/// than a call per character.
class ByteTable {
  public:
    static constexpr char32_t none = 0xFFFFFFFF;

    /// For characters that Poco leaves out.
    void add_pair(unsigned first, unsigned second, char32_t c) {
        leads_[first] = true;
        pairs_[first << 8 | second] = c;
    }

    explicit ByteTable(const Poco::TextEncoding& encoding) : pairs_(65536, none) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            const auto first = static_cast<Byte>(byte);
            const int found = encoding.queryConvert(&first, 1);
            singles_[byte] = found >= 0 ? static_cast<char32_t>(found) : none;
            leads_[byte] = found < -1;
            for (unsigned next = 0; leads_[byte] && next < 256; ++next) {
                const std::array<Byte, 2> pair{first, static_cast<Byte>(next)};
                const int second = encoding.queryConvert(pair.data(), 2);
                if (second >= 0) pairs_[byte << 8 | next] = static_cast<char32_t>(second);
            }
        }
    }

    bool leads(Byte byte) const { return leads_[byte]; }
    char32_t single(Byte byte) const { return singles_[byte]; }
    char32_t pair(Byte first, Byte second) const {
        return pairs_[static_cast<std::size_t>(first) << 8 | second];
    }

  private:
    std::array<char32_t, 256> singles_{};
    std::array<bool, 256> leads_{};
    std::vector<char32_t> pairs_;
};

Decoded from_bytes(std::string_view bytes, const ByteTable& table, std::string name) {
    Decoded result{{}, std::move(name), {}, 0};
    result.text.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<Byte>(bytes[at]);
        char32_t c = table.single(byte);
        if (table.leads(byte)) {
            c = at + 1 < bytes.size() ? table.pair(byte, static_cast<Byte>(bytes[at + 1])) : ByteTable::none;
            // A broken pair costs its first byte alone: the second may be a delimiter.
            if (c != ByteTable::none) ++at;
        }
        if (c == ByteTable::none) {
            c = replacement;
            ++result.replaced;
        }
        append(result.text, c);
    }
    return result;
}

const ByteTable& cp932() {
    static const ByteTable table = [] {
        ByteTable with_own_letters{Poco::Windows932Encoding()};
        // Letters that companies made for themselves: Windows gives them the private use area in order.
        char32_t next = 0xE000;
        for (unsigned first = 0xF0; first <= 0xF9; ++first)
            for (unsigned second = 0x40; second <= 0xFC; ++second)
                if (second != 0x7F) with_own_letters.add_pair(first, second, next++);
        return with_own_letters;
    }();
    return table;
}

/// Whether the bytes are CP932 throughout, and read like Japanese: mostly kana and everyday kanji. Western
/// accents make pairs, too, but these are rare kanji, or single half-width letters among Latin ones.
bool is_cp932(std::string_view bytes) {
    std::size_t everyday = 0;
    std::size_t rare = 0;
    std::size_t run = 0;  // of half-width katakana
    const auto end_run = [&] {
        (run > 1 ? everyday : rare) += run;
        run = 0;
    };
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<Byte>(bytes[at]);
        if (byte >= 0xA1 && byte <= 0xDF) {
            ++run;
            continue;
        }
        end_run();
        if (byte < 0x80) continue;
        if (!cp932().leads(byte) || at + 1 == bytes.size()) return false;
        if (cp932().pair(byte, static_cast<Byte>(bytes[++at])) == ByteTable::none) return false;
        ++(byte <= 0x97 ? everyday : rare);  // 0x81 … 0x97: signs, kana, kanji of the first level
    }
    end_run();
    return everyday >= rare;
}

// --- by name

Poco::TextEncoding::Ptr poco_encoding(const std::string& name) {
    static const bool registered = [] {
        Poco::registerExtraEncodings();
        return true;
    }();
    return registered ? Poco::TextEncoding::find(name) : nullptr;
}

Result<Decoded> by_name(std::string bytes, std::string_view encoding) {
    const std::string key = fold_header(encoding);
    const auto is = [&](std::initializer_list<const char*> names) {
        return std::ranges::any_of(names, [&](const char* name) { return fold_header(name) == key; });
    };
    if (is({"UTF-8", "utf8", "unicode"})) return from_utf8(std::move(bytes));
    if (is({"UTF-16LE", "UTF-16"})) return from_utf16(bytes, true);
    if (is({"UTF-16BE"})) return from_utf16(bytes, false);
    if (is({"CP932", "Shift_JIS", "Shift-JIS", "SJIS", "Windows-31J", "MS932", "windows-932"}))
        return from_bytes(bytes, cp932(), "CP932");
    const Poco::TextEncoding::Ptr found = poco_encoding(std::string(trim(encoding)));
    if (!found)
        return illegal_argument({fmt::format("The encoding \"{}\" is not known. Known are: {}.", encoding,
                                             fmt::join(encodings(), ", ")),
                                 fmt::format("文字コード「{}」は使えません。使えるもの: {}。", encoding,
                                             fmt::join(encodings(), "、"))});
    return from_bytes(bytes, ByteTable(*found), found->canonicalName());
}

// --- finding out

struct Signature {
    std::string_view bytes;
    Text what;
};

/// Files people try to import that are no text.
std::optional<CellError> no_text(std::string_view bytes) {
    static const std::array<Signature, 5> known = {{
        {"PK\x03\x04", {"a workbook or ZIP archive", "表計算ファイルまたは ZIP"}},
        {"\xD0\xCF\x11\xE0", {"an old Excel workbook", "旧形式の Excel ファイル"}},
        {"%PDF", {"a PDF", "PDF"}},
        {"\x1F\x8B", {"a compressed file", "圧縮ファイル"}},
        {"\x7F"
         "ELF",
         {"a program", "プログラム"}},
    }};
    for (const Signature& signature : known)
        if (bytes.starts_with(signature.bytes))
            return CellError{ErrorCode::illegal_argument,
                             {fmt::format("This is {}, not text. Save the table as CSV and import that.",
                                          signature.what.en),
                              fmt::format("このファイルは{}で、テキストではありません。CSV "
                                          "で保存したものを取り込んでください。",
                                          signature.what.ja)}};
    return std::nullopt;
}

Decoded find_out(std::string bytes) {
    const auto with = [](Decoded decoded, Text reason) {
        decoded.reason = std::move(reason);
        return decoded;
    };
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return with(from_utf8(bytes.substr(3)),
                    {"the file begins with the mark of UTF-8", "先頭に UTF-8 の目印があります"});
    if (bytes.starts_with("\xFF\xFE"))
        return with(from_utf16(std::string_view(bytes).substr(2), true),
                    {"the file begins with the mark of UTF-16", "先頭に UTF-16 の目印があります"});
    if (bytes.starts_with("\xFE\xFF"))
        return with(from_utf16(std::string_view(bytes).substr(2), false),
                    {"the file begins with the mark of UTF-16", "先頭に UTF-16 の目印があります"});
    if (const auto little = little_endian_utf16(bytes))
        return with(from_utf16(bytes, *little),
                    {"every other byte is mostly zero", "1 バイトおきにゼロが並んでいます"});
    if (first_invalid(bytes) == bytes.size())
        return with(from_utf8(std::move(bytes)),
                    {"all of it is valid UTF-8", "全体が UTF-8 として正しい文字です"});
    if (is_cp932(bytes))
        return with(from_bytes(bytes, cp932(), "CP932"),
                    {"it is not UTF-8, but all of it is valid CP932 (Shift_JIS)",
                     "UTF-8 ではなく、全体が CP932（Shift_JIS）として正しい文字です"});
    return with(from_bytes(bytes, ByteTable(*poco_encoding("windows-1252")), "windows-1252"),
                {"it is neither UTF-8 nor CP932, so it was read as Western European; choose another encoding "
                 "if letters look wrong",
                 "UTF-8 でも CP932 "
                 "でもないため、西欧の文字として読みました。文字化けする場合は文字コードを選んでください"});
}

constexpr std::array<std::string_view, 10> offered = {
    "UTF-8",      "CP932",       "UTF-16LE",    "UTF-16BE",    "windows-1252",
    "ISO-8859-1", "ISO-8859-15", "windows-936", "windows-949", "windows-950"};

}  // namespace

std::span<const std::string_view> encodings() {
    return offered;
}

Result<Decoded> decode(std::string bytes, std::string_view encoding) {
    if (auto error = no_text(bytes)) return tl::unexpected(std::move(*error));
    if (trim(encoding).empty()) return find_out(std::move(bytes));
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (bytes.starts_with(mark) && fold_header(encoding).starts_with("utf")) bytes.erase(0, mark.size());
    auto result = by_name(std::move(bytes), encoding);
    if (result) result->reason = {"it was chosen", "指定されました"};
    return result;
}

}  // namespace kakehashi::imports
