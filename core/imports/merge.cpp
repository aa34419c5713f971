#include "core/imports/merge.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    // Boost's hash_combine, for 64 bits.
    return hash ^ (value + 0x9E3779B97F4A7C15ULL + (hash << 12) + (hash >> 4));
}
std::uint64_t hash_of(double number) {
    return std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number) * 0xFF51AFD7ED558CCDULL;
}
std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text) | 1;
}
std::uint64_t hash_of(const ImportedValue& value) {
    if (const double* number = std::get_if<double>(&value)) return hash_of(*number);
    if (const auto* text = std::get_if<std::string_view>(&value)) return hash_of(*text);
    return 0;
}

/// A cell that is there.
ImportedValue present_value(const Column& column, std::size_t row) {
    if (!column.numbers().empty() && column.numbers()[row] == column.numbers()[row])
        return column.numbers()[row];
    if (!column.codes().empty() && column.codes()[row] != 0) {
        const std::string_view text = trim(column.dictionary().text(column.codes()[row]));
        if (!text.empty()) return text;
    }
    return std::monostate{};
}

/// Roles whose cells the commands Hand Off, Accept and Reject fill.
bool is_written_by_commands(const MappedColumn& mapped) {
    if (!mapped.role) return false;
    switch (*mapped.role) {
        case Role::handed_off:
        case Role::responded:
        case Role::accepted:
        case Role::rejected:
        case Role::reason:
            return true;
        default:
            return false;
    }
}

bool is_blank(const ImportedValue& value) {
    return std::holds_alternative<std::monostate>(value);
}

bool is_error(const Column& column, std::size_t row) {
    return column.errors().size() != 0 && column.errors().test(row);
}

/// Rows waiting to be met again, in order, by something that tells them apart.
template <class Key>
class Queues {
  public:
    explicit Queues(std::size_t rows) : next_(rows, none) {}
    /// Rows from the last to the first.
    void add(const Key& key, std::uint32_t row) {
        const auto [place, is_new] = first_.try_emplace(key, row);
        if (is_new) return;
        next_[row] = place->second;
        place->second = row;
    }
    /// The first row of that key that nobody has taken yet, and for which `accept(row)` holds.
    template <class Accept>
    std::uint32_t take(const Key& key, Accept&& accept) {
        const auto found = first_.find(key);
        if (found == first_.end() || found->second == none || !accept(found->second)) return none;
        const std::uint32_t row = found->second;
        found->second = next_[row];
        return row;
    }

  private:
    std::unordered_map<Key, std::uint32_t> first_;
    std::vector<std::uint32_t> next_;
};

class Merger {
  public:
    Merger(const Source& source, const Mapping& mapping, const Target& target, const TableShape& shape,
           const Present& present, const std::function<bool(std::size_t, std::size_t)>& progress)
        : source_(source), present_(present), progress_(progress) {
        std::size_t next = shape.headers.size();
        for (std::size_t from = 0; from < mapping.size(); ++from) {
            if (mapping[from].match == Match::left_out) continue;
            const bool added = !mapping[from].column;
            plan_.columns.push_back({from,
                                     added ? next++ : *mapping[from].column,
                                     added,
                                     mapping[from].header,
                                     {},
                                     is_written_by_commands(mapping[from])});
        }
        find_keys(target, shape);
    }

    MergePlan run() {
        if (present_.rows == 0 || !present_.table) {
            plan_.appended.resize(source_.rows());
            for (std::uint32_t row = 0; row < plan_.appended.size(); ++row) plan_.appended[row] = row;
            plan_.by_key = !keys_.empty();
            return std::move(plan_);
        }
        const std::vector<std::uint32_t> row_of = match();
        if (stopped_) return {};
        changed_ = Bitmap(present_.rows);
        for (ColumnPlan& column : plan_.columns)
            if (!compare(column, row_of)) return {};
        plan_.updated = changed_.count();
        plan_.unchanged = matched_ - plan_.updated;
        return std::move(plan_);
    }

  private:
    /// The columns of the key, if the file and the table have all of them.
    void find_keys(const Target& target, const TableShape& shape) {
        const auto roles = role_columns(shape);
        for (const std::string_view key : target.key) {
            const auto field = std::ranges::find(target.fields, key, &Field::key);
            if (field == target.fields.end()) continue;
            const bool lead = field->role && target.part == sheet::Part::leads;
            const auto to =
                lead ? roles[static_cast<std::size_t>(*field->role)] : find_field(*field, shape.headers);
            const auto column = std::ranges::find_if(
                plan_.columns, [&](const ColumnPlan& plan) { return to && plan.to == *to; });
            if (column == plan_.columns.end()) {
                if (key == target.key.front()) keys_.clear();
                if (key == target.key.front()) return;
                continue;
            }
            keys_.push_back(&*column);
        }
    }

    /// Blank if the first column of the key is.
    std::string key_of_source(std::size_t row) const {
        std::string key;
        for (const ColumnPlan* column : keys_) {
            std::string part = folded(cell_value(source_, row, column->from, present_.null_date));
            if (key.empty() && part.empty()) return {};
            key += part + '\n';
        }
        return key;
    }
    std::string key_of_table(std::size_t row) const {
        std::string key;
        for (const ColumnPlan* column : keys_) {
            std::string part = folded(present_value(present_.table->column(column->to), row));
            if (key.empty() && part.empty()) return {};
            key += part + '\n';
        }
        return key;
    }
    static std::string folded(const ImportedValue& value) {
        if (const double* number = std::get_if<double>(&value)) return format_number(*number);
        if (const auto* text = std::get_if<std::string_view>(&value)) return fold(*text);
        return {};
    }

    bool go_on(std::size_t done, std::size_t of) {
        if (!progress_ || done % 8192 != 0 || progress_(done, of)) return true;
        stopped_ = true;
        return false;
    }

    ImportedValue source_cell(const ColumnPlan& column, std::size_t row) const {
        return cell_value(source_, row, column.from, present_.null_date);
    }
    ImportedValue table_cell(const ColumnPlan& column, std::size_t row) const {
        return column.to < present_.table->columns() ? present_value(present_.table->column(column.to), row)
                                                     : ImportedValue{};
    }

    enum class Content { whole, without_kept };
    template <class Cell>
    std::uint64_t content(Content content, Cell&& cell) const {
        std::uint64_t hash = 0;
        for (const ColumnPlan& column : plan_.columns)
            if (content == Content::whole || !column.keeps) hash = mixed(hash, hash_of(cell(column)));
        return hash;
    }
    std::uint64_t content_of_source(Content which, std::size_t row) const {
        return content(which, [&](const ColumnPlan& column) { return source_cell(column, row); });
    }
    std::uint64_t content_of_table(Content which, std::size_t row) const {
        return content(which, [&](const ColumnPlan& column) { return table_cell(column, row); });
    }
    bool same_content(Content which, std::size_t from, std::size_t row) const {
        return std::ranges::all_of(plan_.columns, [&](const ColumnPlan& column) {
            const ImportedValue wanted = source_cell(column, from);
            if (which == Content::without_kept && column.keeps && is_blank(wanted)) return true;
            return table_cell(column, row) == wanted;
        });
    }

    /// For each row of the source the row of the table, or `none`; new rows are noted.
    std::vector<std::uint32_t> match() {
        Queues<std::string> by_key(present_.rows);
        std::vector<std::uint32_t> without_key;  // rows of the table, from the last to the first
        const Bitmap& filled = present_.table->present();
        std::size_t with_key = 0;
        for (std::size_t row = present_.rows; row-- > 0;) {
            if (!filled.test(row)) continue;
            const std::string key = keys_.empty() ? std::string() : key_of_table(row);
            if (key.empty()) {
                without_key.push_back(static_cast<std::uint32_t>(row));
            } else {
                by_key.add(key, static_cast<std::uint32_t>(row));
                ++with_key;
            }
        }
        plan_.by_key = !keys_.empty();
        std::vector<std::uint32_t> row_of(source_.rows(), none);
        std::vector<std::uint32_t> open;  // rows of the source without a key
        std::size_t met = 0;
        for (std::size_t from = 0; from < source_.rows(); ++from) {
            if (!go_on(from, source_.rows())) return {};
            const std::string key = keys_.empty() ? std::string() : key_of_source(from);
            if (key.empty()) {
                open.push_back(static_cast<std::uint32_t>(from));
                continue;
            }
            row_of[from] = by_key.take(key, [](std::uint32_t) { return true; });
            if (row_of[from] != none) ++met;
        }
        plan_.gone = with_key - met;
        match_content(Content::whole, open, without_key, row_of);
        // What is left may have been handed off since it was imported.
        if (std::ranges::any_of(plan_.columns, &ColumnPlan::keeps))
            match_content(Content::without_kept, open, without_key, row_of);
        for (std::uint32_t from = 0; from < row_of.size(); ++from)
            row_of[from] == none ? plan_.appended.push_back(from) : static_cast<void>(++matched_);
        return row_of;
    }

    /// Rows that meet leave `open` and `there`.
    void match_content(Content which, std::vector<std::uint32_t>& open, std::vector<std::uint32_t>& there,
                       std::vector<std::uint32_t>& row_of) const {
        if (open.empty() || there.empty()) return;
        Queues<std::uint64_t> by_content(present_.rows);
        for (const std::uint32_t row : there) by_content.add(content_of_table(which, row), row);
        Bitmap taken(present_.rows);
        std::erase_if(open, [&](std::uint32_t from) {
            row_of[from] = by_content.take(content_of_source(which, from),
                                           [&](std::uint32_t row) { return same_content(which, from, row); });
            if (row_of[from] == none) return false;
            taken.set(row_of[from]);
            return true;
        });
        std::erase_if(there, [&](std::uint32_t row) { return taken.test(row); });
    }

    bool compare(ColumnPlan& plan, const std::vector<std::uint32_t>& row_of) {
        const bool there = plan.to < present_.table->columns();
        const Column* column = there ? &present_.table->column(plan.to) : nullptr;
        const Bitmap formulas =
            there && present_.formulas ? present_.formulas(plan.to) : Bitmap(present_.rows);
        for (std::size_t from = 0; from < row_of.size(); ++from) {
            if (!go_on(from, row_of.size())) return false;
            const std::uint32_t row = row_of[from];
            if (row == none) continue;
            const ImportedValue wanted = source_cell(plan, from);
            if (plan.keeps && is_blank(wanted)) continue;
            const ImportedValue now = column != nullptr ? present_value(*column, row) : ImportedValue{};
            const bool error = column != nullptr && is_error(*column, row);
            if (wanted == now && !error) continue;
            if (row < formulas.size() && formulas.test(row)) {
                ++plan_.kept_formulas;
                continue;
            }
            plan.changes.push_back({row, static_cast<std::uint32_t>(from)});
            changed_.set(row);
            ++plan_.cells;
        }
        std::ranges::sort(plan.changes, {}, &Change::row);
        return true;
    }

    const Source& source_;
    const Present& present_;
    const std::function<bool(std::size_t, std::size_t)>& progress_;
    std::vector<const ColumnPlan*> keys_;
    MergePlan plan_;
    Bitmap changed_;
    std::size_t matched_ = 0;
    bool stopped_ = false;
};

}  // namespace

ImportedValue cell_value(const Source& source, std::size_t row, std::size_t column, double null_date) {
    ImportedValue value = source.value(row, column);
    const ColumnKind kind = source.columns[column].kind;
    if (null_date != 0 && (kind == ColumnKind::date || kind == ColumnKind::date_time))
        if (double* serial = std::get_if<double>(&value)) *serial -= null_date;
    return value;
}

MergePlan merge(const Source& source, const Mapping& mapping, const Target& target, const TableShape& shape,
                const Present& present, const std::function<bool(std::size_t, std::size_t)>& progress) {
    return Merger(source, mapping, target, shape, present, progress).run();
}

}  // namespace kakehashi::imports
