#include "addin/generate/words.hpp"

namespace kakehashi::generate {

Text kind_name(ArgumentKind kind) {
    switch (kind) {
        case ArgumentKind::leads:
            return {"leads", "リード"};
        case ArgumentKind::playbook:
            return {"playbook", "プレイブック"};
        case ArgumentKind::history:
            return {"history", "履歴"};
        case ArgumentKind::goals:
            return {"goals", "目標"};
        case ArgumentKind::touches:
            return {"touches", "接点"};
        case ArgumentKind::table:
            return {"table", "表"};
        case ArgumentKind::number:
            return {"number", "数値"};
        case ArgumentKind::date:
            return {"date", "日付"};
        case ArgumentKind::text:
            return {"text", "文字列"};
    }
    return {};
}

Text returns_name(Returns returns) {
    switch (returns) {
        case Returns::number:
            return {"a number", "数値"};
        case Returns::text:
            return {"a text", "文字列"};
        case Returns::cell:
            return {"a number or a text", "数値または文字列"};
        case Returns::number_matrix:
            return {"a matrix of numbers", "数値の行列"};
        case Returns::text_matrix:
            return {"a matrix of texts", "文字列の行列"};
    }
    return {};
}

}  // namespace kakehashi::generate
