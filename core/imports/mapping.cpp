#include "core/imports/mapping.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

class Mapper {
  public:
    Mapper(const Source& source, const Target& target, const TableShape& table)
        : source_(source),
          target_(target),
          table_(table),
          mapping_(source.layout.headers.size()),
          decided_(mapping_.size()),
          taken_(table.headers.size()) {
        for (std::size_t column = 0; column < table.headers.size(); ++column) {
            const std::string folded = fold_header(table.headers[column]);
            by_header_.try_emplace(folded, column);
            used_names_.insert(folded);
        }
    }

    std::optional<CellError> decide(const Decisions& decisions, Match match) {
        for (const auto& [from, to] : decisions) {
            const auto column = file_column(from);
            if (!column && match == Match::chosen) return no_such_header(from);
            if (!column || decided_[*column]) continue;
            if (auto error = assign(*column, to, match)) return error;
        }
        return std::nullopt;
    }

    void same_headers() {
        for (std::size_t column = 0; column < mapping_.size(); ++column) {
            if (decided_[column]) continue;
            const auto found = by_header_.find(fold_header(header(column)));
            if (found == by_header_.end() || taken_[found->second] || !fits(column, found->second)) continue;
            put(column, found->second, Match::same_header);
        }
    }

    void fields() {
        const auto roles = role_columns(table_);
        for (const Field& field : target_.fields) {
            const auto to = table_column(field, roles);
            if (!to || taken_[*to]) continue;
            const auto from = find_undecided(field);
            if (from && fits(*from, *to)) put(*from, *to, Match::role);
        }
    }

    void add_others() {
        for (std::size_t column = 0; column < mapping_.size(); ++column) {
            if (decided_[column]) continue;
            // A column of that name may be there, but hold dates while this one holds words.
            std::string name = header(column);
            for (int number = 2; used_names_.contains(fold_header(name)); ++number) {
                const std::string next = fmt::format("{} ({})", header(column), number);
                const auto there = by_header_.find(fold_header(next));
                if (there != by_header_.end() && !taken_[there->second] && fits(column, there->second)) {
                    put(column, there->second, Match::same_header);
                    break;
                }
                name = next;
            }
            if (!decided_[column]) add(column, std::move(name), Match::added);
        }
    }

    Mapping finish() {
        std::vector<std::string> headers = table_.headers;
        for (const MappedColumn& mapped : mapping_)
            if (mapped.match != Match::left_out && !mapped.column) headers.push_back(mapped.header);
        TableShape whole = table_;
        whole.headers = headers;
        const auto roles = role_columns(whole);
        for (MappedColumn& mapped : mapping_)
            for (std::size_t role = 0; target_.part == sheet::Part::leads && role < role_count; ++role)
                if (!mapped.role && roles[role] && headers[*roles[role]] == mapped.header)
                    mapped.role = static_cast<Role>(role);
        return std::move(mapping_);
    }

  private:
    const std::string& header(std::size_t column) const { return source_.layout.headers[column]; }

    std::optional<std::size_t> file_column(std::string_view name) const {
        const std::string folded = fold_header(name);
        for (std::size_t column = 0; column < mapping_.size(); ++column)
            if (fold_header(header(column)) == folded) return column;
        return std::nullopt;
    }

    CellError no_such_header(std::string_view name) const {
        return {ErrorCode::illegal_argument,
                {fmt::format("The file has no column \"{}\"; its columns are {}.", name,
                             fmt::join(source_.layout.headers, ", ")),
                 fmt::format("ファイルに「{}」の列がありません。列は {} です。", name,
                             fmt::join(source_.layout.headers, "、"))}};
    }

    /// Words do not belong into a column of dates: `Opportunity` is a name in one list, a day in the other.
    bool fits(std::size_t column, std::size_t to) const {
        if (source_.rows() == 0 || source_.columns[column].kind != ColumnKind::text) return true;
        const bool dates = std::ranges::any_of(table_.dates, [&](const std::string& date) {
            return fold_header(date) == fold_header(table_.headers[to]);
        });
        if (!dates) return true;
        for (std::size_t row = 0; row < std::min<std::size_t>(source_.rows(), 1000); ++row)
            if (!trim(source_.text(row, column)).empty()) return false;
        return true;
    }

    void put(std::size_t column, std::size_t to, Match match) {
        mapping_[column] = {match, table_.headers[to], to, {}};
        decided_[column] = true;
        taken_[to] = true;
    }
    void add(std::size_t column, std::string name, Match match) {
        used_names_.insert(fold_header(name));
        mapping_[column] = {match, std::move(name), {}, {}};
        decided_[column] = true;
    }

    std::optional<CellError> assign(std::size_t column, const std::string& to, Match match) {
        if (trim(to).empty() || trim(to) == "-") {
            mapping_[column] = {Match::left_out, {}, {}, {}};
            decided_[column] = true;
            return std::nullopt;
        }
        auto found = by_header_.find(fold_header(to));
        std::optional<std::size_t> place;
        if (found != by_header_.end()) place = found->second;
        const auto role = parse_role(to);
        if (!place && role && target_.part == sheet::Part::leads)
            place = role_columns(table_)[static_cast<std::size_t>(*role)];
        const bool lead_role = role && target_.part == sheet::Part::leads;
        if (!place) {
            // A role nobody plays yet: the file's own column will, under its own name.
            std::string name = lead_role ? header(column) : std::string(trim(to));
            if (!used_names_.contains(fold_header(name))) add(column, std::move(name), match);
            if (lead_role) mapping_[column].role = role;
            return std::nullopt;
        }
        if (!taken_[*place]) {
            put(column, *place, match);
            return std::nullopt;
        }
        if (match != Match::chosen) return std::nullopt;
        return CellError{
            ErrorCode::illegal_argument,
            {fmt::format("Two columns of the file go into \"{}\".", table_.headers[*place]),
             fmt::format("ファイルの2つの列が「{}」に割り当てられています。", table_.headers[*place])}};
    }

    std::optional<std::size_t> table_column(
        const Field& field, const std::array<std::optional<std::size_t>, role_count>& roles) const {
        if (field.role && target_.part == sheet::Part::leads)
            return roles[static_cast<std::size_t>(*field.role)];
        return find_field(field, table_.headers);
    }

    /// As `find_field`, among the columns that have no place yet.
    std::optional<std::size_t> find_undecided(const Field& field) const {
        std::vector<std::string> open = source_.layout.headers;
        for (std::size_t column = 0; column < open.size(); ++column)
            if (decided_[column]) open[column].clear();
        return find_field(field, open);
    }

    const Source& source_;
    const Target& target_;
    const TableShape& table_;
    Mapping mapping_;
    std::vector<bool> decided_;
    std::vector<bool> taken_;
    std::unordered_map<std::string, std::size_t> by_header_;
    std::unordered_set<std::string> used_names_;
};

Text broken_json() {
    return {"mapping begins with { but is no JSON object of texts.",
            "mapping が { で始まっていますが、文字列だけの JSON オブジェクトではありません。"};
}

}  // namespace

std::array<std::optional<std::size_t>, role_count> role_columns(const TableShape& table) {
    std::array<std::optional<std::size_t>, role_count> columns;
    for (std::size_t role = 0; role < role_count; ++role) {
        const auto of = static_cast<Role>(role);
        const auto bound = table.bound.find(of);
        if (bound == table.bound.end()) {
            columns[role] = recognise_role(of, table.headers);
            continue;
        }
        for (std::size_t column = 0; column < table.headers.size() && !columns[role]; ++column)
            if (fold_header(table.headers[column]) == fold_header(bound->second)) columns[role] = column;
    }
    return columns;
}

Result<Decisions> parse_decisions(std::string_view text) {
    Decisions decisions;
    if (text.starts_with('{')) {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        if (!json.is_object()) return illegal_argument(broken_json());
        for (const auto& [from, to] : json.items())
            if (to.is_string()) decisions.insert_or_assign(from, to.get<std::string>());
        return decisions;
    }
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (trim(part).empty()) continue;
        const auto equals = part.find('=');
        if (equals == part.npos)
            return illegal_argument(
                {fmt::format("mapping: \"{}\" lacks the sign =; write header=column, parted by semicolons.",
                             part),
                 fmt::format(
                     "mapping の「{}」に = がありません。「見出し=列」をセミコロンで区切ってください。",
                     part)});
        decisions.insert_or_assign(std::string(trim(part.substr(0, equals))),
                                   std::string(trim(part.substr(equals + 1))));
    }
    return decisions;
}

std::string format_decisions(const Decisions& decisions) {
    return nlohmann::json(decisions).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Mapping> map_columns(const Source& source, const Target& target, const TableShape& table,
                            const Decisions& now, const Decisions& remembered) {
    Mapper mapper(source, target, table);
    if (auto error = mapper.decide(now, Match::chosen)) return tl::unexpected(std::move(*error));
    mapper.decide(remembered, Match::remembered);
    mapper.same_headers();
    mapper.fields();
    mapper.add_others();
    return mapper.finish();
}

}  // namespace kakehashi::imports
