#include "core/handoff/card_answer.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/handoff/lead_cells.hpp"

namespace kakehashi::handoff {
namespace {

using Cells = std::vector<std::vector<std::string>>;

/// The time that a text of ours has between two others; nothing if it is not such a text.
std::optional<std::string> time_between(std::string_view text, std::string_view before,
                                        std::string_view after) {
    if (text.size() < before.size() + after.size() || !text.starts_with(before) || !text.ends_with(after))
        return std::nullopt;
    const std::string_view time = text.substr(before.size(), text.size() - before.size() - after.size());
    if (time.empty() || time.find_first_not_of("0123456789-: ") != std::string_view::npos)
        return std::nullopt;
    return std::string(time);
}

/// What stands before and behind the time in a text of ours.
struct Around {
    std::string before;
    std::string after;
};
Around around(Text (*text)(const std::string&), Language language) {
    const std::string whole = text("\n").in(language);
    const std::size_t at = whole.find('\n');
    return {whole.substr(0, at), whole.substr(at + 1)};
}

class AskingCard {
  public:
    AskingCard(const Cells& cells, Language language, std::span<const std::string> reasons)
        : cells_(cells), language_(language) {
        for (const std::string& reason : reasons) boxes_.push_back(reason_box(reason));
        find_sentence();
        find_answer();
    }

    bool asks() const { return sentence_ || ask_ || note_; }

    std::vector<CardChange> answered(const Text& answer) const {
        const std::string line = answer.in(language_);
        std::vector<CardChange> changes;
        if (sentence_) {
            std::string text(trimmed_end(cells_[*sentence_][0].substr(0, limit_)));
            if (!ask_ && !note_) text += (text.empty() || language_ == Language::japanese ? "" : " ") + line;
            changes.push_back({*sentence_, 0, std::move(text)});
        }
        if (ask_) {
            changes.push_back({*ask_, 0, line});
            for (std::size_t row = *ask_ + 1; row < end_; ++row)
                for (std::size_t column = 0; column < cells_[row].size(); ++column)
                    if (std::ranges::find(boxes_, cells_[row][column]) != boxes_.end())
                        changes.push_back({row, column, {}});
        }
        if (note_) {
            std::string text = handed_off_note(handed_off_).in(language_);
            if (!ask_) text += (language_ == Language::japanese ? "" : " ") + line;
            changes.push_back({*note_, 0, std::move(text)});
        }
        return changes;
    }

  private:
    static std::string_view trimmed_end(std::string_view text) {
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }

    /// One or two rows below the id, behind what is said of the lead.
    void find_sentence() {
        const Around limit = around(respond_by_text, language_);
        for (std::size_t row = 1; row < std::min<std::size_t>(cells_.size(), 3); ++row) {
            const std::string& text = cells_[row][0];
            const std::size_t at = text.rfind(limit.before);
            if (at == std::string::npos && !limit.before.empty()) continue;
            const std::size_t begin = limit.before.empty() ? time_begin(text, limit.after) : at;
            if (begin == std::string::npos) continue;
            if (!time_between(std::string_view(text).substr(begin), limit.before, limit.after)) continue;
            sentence_ = row;
            limit_ = begin;
            return;
        }
    }

    /// Where the time begins that stands before `after` at the end of the text.
    static std::size_t time_begin(std::string_view text, std::string_view after) {
        if (!text.ends_with(after)) return std::string::npos;
        const std::string_view before = text.substr(0, text.size() - after.size());
        const std::size_t last = before.find_last_not_of("0123456789-: ");
        return last == std::string_view::npos ? 0 : last + 1;
    }

    void find_answer() {
        std::size_t row = 1;
        while (row < cells_.size() && cells_[row][0] != answer_heading().in(language_)) ++row;
        if (row++ == cells_.size()) return;
        const Around note = around(answer_note, language_);
        if (row < cells_.size() && cells_[row][0] == answer_boxes().in(language_)) ask_ = row;
        // People may have added rows; what stands further below is no longer this card's.
        const std::size_t last = std::min(cells_.size(), row + boxes_.size() / 2 + 6);
        for (end_ = row; end_ < last && !note_; ++end_)
            if (auto time = time_between(cells_[end_][0], note.before, note.after)) {
                note_ = end_;
                handed_off_ = std::move(*time);
            }
    }

    const Cells& cells_;
    Language language_;
    std::vector<std::string> boxes_;
    std::optional<std::size_t> sentence_;
    std::size_t limit_ = 0;  // where the limit begins in it
    std::optional<std::size_t> ask_;
    std::optional<std::size_t> note_;
    std::size_t end_ = 0;  // of the rows of the answer
    std::string handed_off_;
};

}  // namespace

const Text& answer_heading() {
    static const Text text{"Answer of sales", "営業の回答"};
    return text;
}

const Text& answer_boxes() {
    static const Text text{"☐ accepted     ☐ rejected, because:", "☐ 受け入れ　　☐ 却下（理由）："};
    return text;
}

std::string reason_box(const std::string& reason) {
    return "☐ " + reason;
}

Text respond_by_text(const std::string& minute) {
    return {fmt::format("Please respond by {}.", minute),
            fmt::format("{} までに対応をお願いします。", minute)};
}

Text handed_off_note(const std::string& minute) {
    return {fmt::format("Handed off {}.", minute), fmt::format("引き渡し：{}。", minute)};
}

Text answer_note(const std::string& minute) {
    Text text = handed_off_note(minute);
    text.en += " Enter the answer with Accept or Reject in the menu Kakehashi, so that nobody has to ask.";
    text.ja += "回答はメニュー［架け橋］の［受け入れ］［却下］で入力してください。";
    return text;
}

Text answer_text(const State& state, const std::string& reason) {
    if (state.answer == State::Answer::implied) {
        const Text by = implied_by(state);
        return {"☑ accepted (implied: " + by.en + "); no answer is needed",
                "☑ 受け入れ（みなし：" + by.ja + "）。回答は不要です"};
    }
    const bool accepted = state.accepted();
    Text text = accepted ? Text{"☑ accepted", "☑ 受け入れ"} : Text{"☑ rejected", "☑ 却下"};
    if (const std::string minute = minute_text(state.answered_at); !minute.empty()) {
        text.en += " on " + minute;
        text.ja += "（" + minute + "）";
    }
    if (accepted || reason.empty()) return text;
    return {text.en + ": " + reason, text.ja + "：" + reason};
}

std::vector<CardChange> answered_card(const Cells& cells, const Text& answer,
                                      std::span<const std::string> reasons) {
    for (const Language language : {Language::english, Language::japanese})
        if (const AskingCard card(cells, language, reasons); card.asks()) return card.answered(answer);
    return {};
}

}  // namespace kakehashi::handoff
