// SPDX-License-Identifier: Apache-2.0
#include "workbench/copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analyze/agreement/agreement.h"
#include "base/failure.h"
#include "base/json_text.h"
#include "model/find.h"
#include "workbench/fields.h"

namespace entente {
namespace {

[[noreturn]] void refuse_copies(const std::string& what) {
  throw Failed({FailureKind::bad_input, what,
                "Compare copies of one case, to which the same documents were added"});
}

void hold_same_texts(const Copy& one, const Copy& other) {
  const auto &here = one.contents.documents, &there = other.contents.documents;
  for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
    if (i >= here.size() || i >= there.size())
      refuse_copies(fmt::format(
          "{} holds {} and {} does not", i < here.size() ? one.name : other.name,
          (i < here.size() ? here : there)[i].name, i < here.size() ? other.name : one.name));
    if (here[i].id != there[i].id || here[i].sha256 != there[i].sha256)
      refuse_copies(fmt::format("{} of {} and of {} are not the same text", here[i].id.text(),
                                one.name, other.name));
  }
  if (one.contents.codebook != other.contents.codebook)
    refuse_copies(fmt::format("{} and {} have different codebooks", one.name, other.name));
}

std::size_t shared_lines(const std::vector<LogEntry>& one, const std::vector<LogEntry>& other) {
  const auto [end, _] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return static_cast<std::size_t>(end - one.begin());
}

// What the program made of a case, or of two copies, is no coder's doing.
bool is_work(const LogEntry& line) {
  static const std::set<std::string> others{"add", "import", "learn", "agree", "dispute"};
  return !others.contains(line.verb);
}

bool follows_another(const LogEntry& line) { return line.why.starts_with("follows "); }

bool is_judgement(const LogEntry& line) {
  static const std::set<std::string> verbs{"confirm", "reject", "edit", "split", "merge"};
  return verbs.contains(line.verb) &&
         (!follows_another(line) || line.after.find("\"review\"") != std::string::npos);
}

// What one coder did since the copies parted.
class Work {
 public:
  Work(const std::vector<LogEntry>& log, std::size_t parted) {
    for (std::size_t i = parted; i < log.size(); ++i)
      if (is_work(log[i])) lines_[log[i].item].push_back(&log[i]);
  }

  bool touched(const std::string& item) const { return lines_.contains(item); }

  template <class Item>
  bool judged(const Item& item) const {
    const auto found = lines_.find(item.id.text());
    return item.review.status != Status::suggested && found != lines_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const LogEntry* line) {
             return is_judgement(*line) && line->who == item.review.by;
           });
  }
  bool judged(const DocumentCard& card) const { return touched(card.id.text()); }

  // Everything done to it followed from what was done to one of these.
  bool only_follows(const std::string& item, const std::set<std::string>& others) const {
    const auto& lines = lines_.at(item);
    return std::all_of(lines.begin(), lines.end(), [&](const LogEntry* line) {
      const std::string leader = line->why.substr(0, line->why.find(':'));
      return follows_another(*line) && others.contains(leader.substr(std::size("follows ") - 1));
    });
  }

  std::string who(const std::string& item) const { return lines_.at(item).back()->who; }

 private:
  std::map<std::string, std::vector<const LogEntry*>> lines_;
};

bool meets(const std::vector<Span>& one, const std::vector<Span>& other) {
  return std::any_of(one.begin(), one.end(), [&](Span a) {
    return std::any_of(other.begin(), other.end(),
                       [&](Span b) { return a.begin < b.end && b.begin < a.end; });
  });
}

// Ids are never given twice; what was split off in each copy may still have one id.
bool is_same(const Statement& one, const Statement& other) {
  return one.document == other.document && meets(one.content, other.content);
}
bool is_same(const Person& one, const Person& other) {
  return one.name == other.name || (!one.evidence.empty() && one.evidence == other.evidence);
}
bool is_same(const DocumentCard&, const DocumentCard&) { return true; }
template <class Item>
bool is_same(const Item& one, const Item& other) {
  return one.document == other.document && meets({one.evidence}, {other.evidence});
}

template <class Item>
const Item* partner(const Item& item, const std::vector<Item>& others) {
  const Item* found = find_item(others, item.id);
  return found && is_same(item, *found) ? found : nullptr;
}

std::string value_in(const Words& words, std::string_view field) {
  for (const auto& [name, value] : words)
    if (name == field) return value;
  return "";
}

// The fields in which two codings of one item differ; what was rejected by both is one.
std::vector<Difference> differences(const std::string& item, const Words& one, const Words& other) {
  std::vector<Difference> out;
  const auto put = [&](const std::string& field, const std::string& a, const std::string& b) {
    if (a != b) out.push_back({item, field, a, b, value_in(one, "by"), value_in(other, "by"), ""});
  };
  const std::string status = value_in(one, "review"), there = value_in(other, "review");
  if (status == "rejected" || there == "rejected") {
    put("review", status, there);
    return out;
  }
  for (std::size_t i = 0; i < one.size(); ++i)
    if (one[i].first != "by") put(one[i].first, one[i].second, other[i].second);
  return out;
}

// The values of one field, as units for alpha.
struct CodedField {
  std::string kind, field;
  Scale scale = Scale::nominal;
  std::vector<std::pair<std::string, std::string>> values;

  // From a trial balloon to a red line; words that tell no firmness are firmer than tentative ones.
  static std::vector<std::string> firmness() {
    return {"tentative", "unstated", "firm", "red_line"};
  }

  FieldAgreement agreement() const {
    std::vector<std::string> categories;
    for (const auto& [a, b] : values) categories.insert(categories.end(), {a, b});
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    if (scale == Scale::ordinal) categories = firmness();
    const auto number = [&](const std::string& value) {
      return static_cast<std::size_t>(std::find(categories.begin(), categories.end(), value) -
                                      categories.begin());
    };
    Codings codings;
    for (const auto& [a, b] : values) codings.push_back({number(a), number(b)});
    return {kind, field, analyze::alpha(codings, scale)};
  }
};

std::vector<CodedField> coded_fields() {
  return {{"position", "review", Scale::nominal, {}},   {"position", "party", Scale::nominal, {}},
          {"position", "issue", Scale::nominal, {}},    {"position", "stance", Scale::nominal, {}},
          {"position", "firmness", Scale::ordinal, {}}, {"statement", "review", Scale::nominal, {}},
          {"statement", "speaker", Scale::nominal, {}}, {"statement", "party", Scale::nominal, {}},
          {"meeting", "review", Scale::nominal, {}},    {"meeting", "status", Scale::nominal, {}}};
}

class Comparison {
 public:
  Comparison(const Copy& one, const Copy& other)
      : one_(one),
        other_(other),
        parted_(shared_lines(one.log, other.log)),
        here_(one.log, parted_),
        there_(other.log, parted_),
        fields_(coded_fields()) {
    hold_same_texts(one, other);
    compare("document", one.contents.documents, other.contents.documents);
    compare("person", one.contents.people, other.contents.people);
    compare("statement", one.contents.statements, other.contents.statements);
    compare("position", one.contents.positions, other.contents.positions);
    compare("meeting", one.contents.meetings, other.contents.meetings);
    compare("clause", one.contents.clauses, other.contents.clauses);
    leave_what_would_contradict();
    for (const CodedField& field : fields_) found_.fields.push_back(field.agreement());
  }

  const CoderAgreement& agreement() const { return found_; }

  Copy joined(const Signature& by, const std::string& at) const {
    Copy out{one_.contents, one_.log, one_.name};
    const auto added = new_ids();
    take(out.contents.documents, other_.contents.documents, added);
    take(out.contents.people, other_.contents.people, added);
    take(out.contents.statements, other_.contents.statements, added);
    take(out.contents.positions, other_.contents.positions, added);
    take(out.contents.meetings, other_.contents.meetings, added);
    take(out.contents.clauses, other_.contents.clauses, added);
    write_log(out.log, added, by, at);
    return out;
  }

 private:
  using NewIds = std::map<std::string, std::string>;  // of the second copy -> of the joined one

  template <class Item>
  void compare(const std::string& kind, const std::vector<Item>& here,
               const std::vector<Item>& there) {
    for (const Item& item : here) {
      const Item* match = partner(item, there);
      if (match)
        compare_two(kind, item, *match);
      else if (here_.touched(item.id.text()))
        found_.one_only.push_back(item.id.text());
    }
    for (const Item& item : there)
      if (!partner(item, here) && there_.touched(item.id.text())) {
        unmatched_.insert(item.id.text());
        found_.other_only.push_back(item.id.text());
      }
  }

  template <class Item>
  void compare_two(const std::string& kind, const Item& here, const Item& there) {
    const std::string item = here.id.text();
    const bool by_one = here_.judged(here), by_other = there_.judged(there);
    if (by_one && by_other) return compare_judged(kind, here, there);
    if (by_one || (here_.touched(item) && !by_other)) {
      if (by_one) found_.one_only.push_back(item);
    } else if (there_.touched(item)) {
      taken_.insert(item);
      if (by_other) found_.other_only.push_back(item);
    }
  }

  template <class Item>
  void compare_judged(const std::string& kind, const Item& here, const Item& there) {
    const std::string item = here.id.text();
    const Words one = words_in(here), other = words_in(there);
    for (CodedField& field : fields_)
      if (field.kind == kind) put(field, one, other);
    std::vector<Difference> differing = differences(item, one, other);
    if (differing.empty()) return found_.alike.push_back(item);
    for (Difference& one_of : differing) {
      if (one_of.one_by.empty()) one_of.one_by = here_.who(item);
      if (one_of.other_by.empty()) one_of.other_by = there_.who(item);
      found_.differences.push_back(std::move(one_of));
    }
    disputed_.insert(item);
  }

  // What an item says counts where both hold that it is one.
  static void put(CodedField& field, const Words& one, const Words& other) {
    const std::string here = value_in(one, "review"), there = value_in(other, "review");
    if (field.field != "review" && (here == "rejected" || there == "rejected")) return;
    field.values.emplace_back(value_in(one, field.field), value_in(other, field.field));
  }

  // What followed in the second copy from what is not taken over is not taken over either, nor what
  // the first coder's work speaks against.
  void leave_what_would_contradict() {
    for (const Statement& statement : other_.contents.statements) leave_if_rested_on(statement);
    for (const Person& person : other_.contents.people) leave_if_circular(person);
    for (const Position& position : other_.contents.positions) leave_if_unsaid(position);
    for (bool again = true; again;) {
      const auto follower = std::find_if(taken_.begin(), taken_.end(), [&](const auto& item) {
        return there_.only_follows(item, disputed_);
      });
      again = follower != taken_.end();
      if (!again) break;
      disputed_.insert(*follower);
      taken_.erase(follower);
    }
  }

  void leave(const std::string& item, const std::string& field, const std::string& one,
             const std::string& one_by, const std::string& other, const std::string& other_by,
             const std::string& why) {
    taken_.erase(item);
    unmatched_.erase(item);
    disputed_.insert(item);
    std::erase(found_.other_only, item);
    found_.differences.push_back({item, field, one, other, one_by, other_by, why});
  }

  void leave_if_rested_on(const Statement& statement) {
    const std::string item = statement.id.text();
    if (!taken_.contains(item) || statement.review.status != Status::rejected) return;
    for (const Position& position : one_.contents.positions)
      if (position.statement == statement.id && position.review.status == Status::confirmed &&
          here_.judged(position))
        return leave(item, "review", "kept", position.review.by, "rejected", statement.review.by,
                     fmt::format("{}, which rests on it, is confirmed by {}", position.id.text(),
                                 position.review.by));
  }

  void leave_if_circular(const Person& person) {
    const std::string item = person.id.text();
    if (!taken_.contains(item) || !person.same_as) return;
    auto next = person.same_as;
    std::string linked_by;
    for (std::size_t steps = 0; next && steps <= one_.contents.people.size(); ++steps) {
      if (*next == person.id)
        return leave(item, "same_as", "", linked_by, person.same_as->text(), person.review.by,
                     "the two would each be the other");
      const Person* at = find_item(
          taken_.contains(next->text()) ? other_.contents.people : one_.contents.people, *next);
      next = at ? at->same_as : std::nullopt;
      if (at) linked_by = at->review.by;
    }
  }

  void leave_if_unsaid(const Position& position) {
    const std::string item = position.id.text();
    const bool coming = taken_.contains(item) || unmatched_.contains(item);
    if (!coming || !position.statement || position.review.status != Status::confirmed) return;
    const Statement* said = find_item(one_.contents.statements, *position.statement);
    if (said && said->review.status == Status::rejected && here_.judged(*said))
      leave(item, "review", "rejected", said->review.by, "confirmed", position.review.by,
            fmt::format("{}, on which it rests, is rejected by {}", said->id.text(),
                        said->review.by));
  }

  NewIds new_ids() const {
    NewIds ids;
    const auto give = [&](const auto& here, const auto& there) {
      auto last = here.empty() ? decltype(here.front().id){} : here.back().id;
      for (const auto& item : there)
        if (unmatched_.contains(item.id.text())) {
          ++last.number;
          ids[item.id.text()] = last.text();
        }
    };
    give(one_.contents.people, other_.contents.people);
    give(one_.contents.statements, other_.contents.statements);
    give(one_.contents.positions, other_.contents.positions);
    give(one_.contents.meetings, other_.contents.meetings);
    give(one_.contents.clauses, other_.contents.clauses);
    return ids;
  }

  template <class Id>
  static void renumber(Id& id, const NewIds& added) {
    if (const auto found = added.find(id.text()); found != added.end())
      id = Id::parse(found->second).value();
  }
  template <class Id>
  static void renumber(std::optional<Id>& id, const NewIds& added) {
    if (id) renumber(*id, added);
  }
  static void renumber_within(Person& person, const NewIds& added) {
    renumber(person.same_as, added);
  }
  static void renumber_within(Statement& statement, const NewIds& added) {
    renumber(statement.person, added);
    renumber(statement.continues, added);
    renumber(statement.within, added);
  }
  static void renumber_within(Position& position, const NewIds& added) {
    renumber(position.statement, added);
  }
  template <class Item>
  static void renumber_within(Item&, const NewIds&) {}

  template <class Item>
  void take(std::vector<Item>& into, const std::vector<Item>& from, const NewIds& added) const {
    for (Item item : from) {
      const std::string name = item.id.text();
      const bool is_new = unmatched_.contains(name);
      if (!is_new && !taken_.contains(name)) continue;
      renumber_within(item, added);
      if (is_new) {
        renumber(item.id, added);
        into.push_back(std::move(item));
      } else {
        *find_item(into, item.id) = std::move(item);
      }
    }
  }

  void write_log(std::vector<LogEntry>& log, const NewIds& added, const Signature& by,
                 const std::string& at) const {
    std::uint64_t number = log.empty() ? 0 : log.back().number;
    const auto write = [&](LogEntry line) {
      line.number = ++number;
      log.push_back(std::move(line));
    };
    for (std::size_t i = parted_; i < other_.log.size(); ++i) {
      LogEntry line = other_.log[i];
      if (line.verb == "add" || line.verb == "import" || !there_.touched(line.item)) continue;
      if (const auto found = added.find(line.item); found != added.end()) line.item = found->second;
      write(std::move(line));
    }
    for (const auto& [was, is] : added)
      if (was != is)
        write({0, at, by.who, "agree", is, "", "", fmt::format("{} in {}", was, other_.name)});
    for (const Difference& one : found_.differences)
      write({0, at, by.who, "dispute", one.item, JsonObject{}.put(one.field, one.one).text(),
             JsonObject{}.put(one.field, one.other).text(),
             one.why.empty() ? fmt::format("{} against {}", one.one_by, one.other_by) : one.why});
    write({0, at, by.who, "agree", other_.name, "", "", by.why});
  }

  const Copy &one_, &other_;
  std::size_t parted_;  // lines of the log that both have
  Work here_, there_;
  std::vector<CodedField> fields_;
  CoderAgreement found_;
  std::set<std::string> taken_;      // items of both copies that the second's work changes
  std::set<std::string> unmatched_;  // items that only the second copy has
  std::set<std::string> disputed_;   // items that stay as the first copy has them
};

}  // namespace

CoderAgreement compare(const Copy& one, const Copy& other) {
  return Comparison(one, other).agreement();
}

Copy join(const Copy& one, const Copy& other, const Signature& by, const std::string& at) {
  return Comparison(one, other).joined(by, at);
}

}  // namespace entente
