#include "core/sheet/parts.hpp"

namespace kakehashi::sheet {

const std::array<PartNames, 16>& parts() {
    static const std::array<PartNames, 16> all{{
        {Part::start, {"Start", "はじめに"}, "", ""},
        {Part::summary, {"Weekly summary", "週次サマリー"}, "", ""},
        {Part::leads, {"Leads", "リード"}, "KakehashiLeads", "KakehashiLeadsData"},
        {Part::playbook, {"Playbook", "プレイブック"}, "KakehashiPlaybook", "KakehashiPlaybookData"},
        {Part::goals, {"Goals", "目標"}, "KakehashiGoals", "KakehashiGoalsData"},
        {Part::activities, {"Activities", "活動"}, "", "KakehashiActivitiesData"},
        {Part::spend, {"Spend", "費用"}, "", "KakehashiSpendData"},
        {Part::touches, {"Touches", "接点"}, "", "KakehashiTouchesData"},
        {Part::stage_log, {"Stage log", "段階の履歴"}, "KakehashiStageLog", "KakehashiStageLogData"},
        {Part::handoffs, {"Hand-offs", "引き渡し"}, "", "KakehashiHandoffsData"},
        {Part::voice, {"Customer voice", "お客様の声"}, "", "KakehashiVoiceData"},
        {Part::market, {"Market", "市場"}, "", "KakehashiMarketData"},
        {Part::accounts, {"Accounts", "重点顧客"}, "", "KakehashiAccountsData"},
        {Part::survey, {"Survey", "アンケート"}, "", "KakehashiSurveyData"},
        {Part::history, {"History", "週次の記録"}, "", "KakehashiHistoryData"},
        {Part::findings, {"Data check", "データの点検"}, "", "KakehashiFindingsData"},
    }};
    return all;
}

const PartNames& names_of(Part part) {
    return parts()[static_cast<std::size_t>(part)];
}

}  // namespace kakehashi::sheet
