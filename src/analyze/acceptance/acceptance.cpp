// SPDX-License-Identifier: Apache-2.0
#include "analyze/acceptance/acceptance.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyze/shared/comparison.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

using SaidOn = std::vector<const Position*>;  // in order of time

// A side that a party has taken on one option.
struct Stand {
  Answer answer = Answer::accepts;
  const Position* position = nullptr;
  bool implied = false;  // against it, since another option is demanded

  bool against() const { return answer == Answer::against; }
  bool committed() const { return answer == Answer::accepts || answer == Answer::conditional; }
};

Answer taken_up(const Position& position) {
  if (position.stance == Stance::conditional || !position.condition.empty())
    return Answer::conditional;
  const bool only_open =
      position.stance == Stance::open_to || position.firmness == Firmness::tentative;
  return only_open ? Answer::open_to : Answer::accepts;
}

Word word_of_stand(const Stand& stand) {
  return {stand.answer, Doubt::none, stand.position->id, std::nullopt, stand.implied};
}

// The stands of one option in order of time, undated ones first: their order is not known.
class Stands {
 public:
  explicit Stands(std::vector<Stand> stands) : all_(std::move(stands)) { drop_outdated(); }

  bool empty() const { return all_.empty(); }

  Word word() const {
    const Stand *yes = nullptr, *no = nullptr;
    for (const Stand& stand : all_)
      if (is_current(stand)) (stand.against() ? no : yes) = &stand;
    if (yes && no)
      return {Answer::unknown, Doubt::both, yes->position->id, no->position->id, no->implied};
    return no ? word_of_stand(*no) : word_of_stand(commitment());
  }

  // The last that takes the option up after `line`, in so many words.
  const Position* later_yes(const Position& line) const {
    const Position* found = nullptr;
    for (const Stand& stand : all_)
      if (!stand.against() && day_of(line) && day_of(line) < day_of(*stand.position))
        found = stand.position;
    return found;
  }

 private:
  // What a demand leaves out is not refused where the party speaks of it at the same time or later.
  void drop_outdated() {
    std::optional<Date> newest;
    std::set<DocumentId> undated;
    for (const Stand& stand : all_) {
      if (stand.implied) continue;
      newest = std::max(newest, day_of(*stand.position));
      if (!dated(stand)) undated.insert(stand.position->document);
    }
    std::erase_if(all_, [&](const Stand& one) {
      return one.implied && (dated(one) ? day_of(*one.position) <= newest
                                        : undated.contains(one.position->document));
    });
  }

  bool is_current(const Stand& stand) const {
    return !day_of(*stand.position) || day_of(*stand.position) == day_of(*all_.back().position);
  }

  static bool dated(const Stand& stand) { return day_of(*stand.position).has_value(); }

  // What stands of all that was said for it since it was last refused: the newest yes, which an
  // opening does not weaken; with its condition where one was made then or at a time not known.
  Stand commitment() const {
    std::vector<Stand> run;
    for (const Stand& stand : all_) {
      if (stand.against())
        std::erase_if(run, dated);
      else
        run.push_back(stand);
    }
    const Stand* newest = nullptr;
    for (const Stand& stand : run)
      if (stand.committed()) newest = &stand;
    if (!newest) return run.back();
    const auto day = day_of(*newest->position);
    Stand out = *newest;
    for (const Stand& stand : run)
      if (stand.answer == Answer::conditional &&
          (!day_of(*stand.position) || day_of(*stand.position) == day))
        out = stand;
    return out;
  }

  std::vector<Stand> all_;
};

bool named(const OptionSteps& steps, std::size_t option) {
  return steps.low <= option && option <= steps.high;
}

class WordReader {
 public:
  explicit WordReader(const Case& whole)
      : whole_(whole), comparison_(whole), said_(by_cell(whole, comparison_)) {}

  Acceptance all() {
    sort_issues();
    name_parties();
    for (const Issue* issue : issues_) out_.issues.push_back(answers(*issue));
    return std::move(out_);
  }

 private:
  // ---- which issues, which parties

  void sort_issues() {
    std::set<std::string_view> spoken;
    for (const auto& [key, positions] : said_) spoken.insert(key.second);
    for (const Clause& clause : whole_.clauses)
      if (clause.review.status != Status::rejected) spoken.insert(clause.issue);
    for (const Issue& issue : whole_.codebook.issues) {
      if (!comparison_.arguable(issue.id)) continue;
      const bool spoken_of = spoken.contains(issue.id);
      if (issue.options.size() < 2) {
        if (spoken_of) out_.without_options.push_back(issue.id);
      } else if (spoken_of) {
        issues_.push_back(&issue);
      } else {
        out_.unspoken.push_back(issue.id);
      }
    }
  }

  bool takes_sides(const std::string& party) const {
    return std::any_of(issues_.begin(), issues_.end(), [&](const Issue* issue) {
      const SaidOn& said = said_on(party, issue->id);
      return std::any_of(said.begin(), said.end(), [&](const Position* position) {
        return comparison_.own(*position) && side_of(position->stance) != Side::neutral;
      });
    });
  }

  void name_parties() {
    std::set<std::string> known;
    const auto& named = whole_.codebook.parties;
    const bool any_asked = std::any_of(named.begin(), named.end(), [](const Party& party) {
      return party.consent == Consent::required || party.kind == PartyKind::principal;
    });
    for (const Party& party : named)
      if (known.insert(party.name).second) add(party, any_asked);
    for (const auto& [key, positions] : said_)
      if (known.insert(key.first).second) {
        Party unnamed;
        unnamed.name = key.first;
        add(unnamed, any_asked);
      }
    std::stable_sort(out_.parties.begin(), out_.parties.end(),
                     [](auto& a, auto& b) { return a.needed && !b.needed; });
  }

  void add(const Party& party, bool any_asked) {
    const bool speaks = takes_sides(party.name);
    const bool stated = party.consent != Consent::unstated;
    bool needed = party.consent == Consent::required;
    if (!stated)
      needed = any_asked ? party.kind == PartyKind::principal
                         : party.kind == PartyKind::unstated && speaks;
    if (needed || speaks) out_.parties.push_back({party.name, needed, stated});
  }

  // ---- what they say

  const SaidOn& said_on(const std::string& party, const std::string& issue) const {
    static const SaidOn none;
    const auto found = said_.find({party, issue});
    return found == said_.end() ? none : found->second;
  }

  IssueAnswers answers(const Issue& issue) {
    IssueAnswers out{issue.id, {}, {}, issue.options.size()};
    for (std::size_t p = 0; p < out_.parties.size(); ++p) {
      const SaidOn& said = said_on(out_.parties[p].party, issue.id);
      const std::vector<Limit> lines = lines_of(p, said, issue.options.size());
      std::vector<Word> words;
      for (std::size_t option = 0; option < issue.options.size(); ++option)
        words.push_back(word(said, lines, option));
      out.words.push_back(std::move(words));
      out.red_lines.insert(out.red_lines.end(), lines.begin(), lines.end());
    }
    return out;
  }

  std::optional<OptionSteps> steps(const Position& position) const {
    return comparison_.steps(position.issue, position.option);
  }

  bool is_line(const Position& position) const {
    return position.firmness == Firmness::red_line && comparison_.own(position) &&
           side_of(position.stance) != Side::neutral;
  }

  // Lines of one party that close the same options are one, said several times.
  std::vector<Limit> lines_of(std::size_t party, const SaidOn& said, std::size_t options) {
    std::vector<Limit> out;
    for (const Position* position : said) {
      if (!is_line(*position)) continue;
      const auto drawn = steps(*position);
      if (!drawn) {
        out_.unplaced_lines.push_back(position->id);
        continue;
      }
      Limit line{party, true, {position->id}, {}};
      for (std::size_t o = 0; o < options; ++o)
        if (crosses_line(side_of(position->stance), *drawn, {o, o})) line.closes.push_back(o);
      add_line(std::move(line), out);
    }
    return out;
  }

  static void add_line(Limit line, std::vector<Limit>& lines) {
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const Limit& other) { return other.closes == line.closes; });
    if (same != lines.end())
      same->positions.push_back(line.positions.front());
    else if (!line.closes.empty())
      lines.push_back(std::move(line));
  }

  const Position& position(PositionId id) const { return *find_item(whole_.positions, id); }

  Word word(const SaidOn& said, const std::vector<Limit>& lines, std::size_t option) const {
    const Stands stands = stands_on(said, option);
    const Position* line = nullptr;
    for (const Limit& one : lines)
      if (std::binary_search(one.closes.begin(), one.closes.end(), option))
        line = later(line, &position(one.positions.back()));
    if (line) {
      const Position* since = stands.later_yes(*line);
      return {Answer::red_line, Doubt::none, line->id,
              since ? std::optional(since->id) : std::nullopt,
              side_of(line->stance) == Side::for_it};
    }
    if (stands.empty()) return doubtful(said, option);
    Word out = stands.word();
    if (out.answer == Answer::accepts)
      if (const Position* loose = loose_line(said))
        return {Answer::unknown, Doubt::limit, loose->id, out.position, false};
    return out;
  }

  static const Position* later(const Position* a, const Position* b) {
    return a && day_of(*b) < day_of(*a) ? a : b;
  }

  const Position* loose_line(const SaidOn& said) const {
    const auto found = std::find_if(said.rbegin(), said.rend(), [&](const Position* one) {
      return is_line(*one) && !steps(*one);
    });
    return found == said.rend() ? nullptr : *found;
  }

  Stands stands_on(const SaidOn& said, std::size_t option) const {
    std::vector<Stand> out;
    for (const Position* position : said)
      if (comparison_.own(*position))
        if (const auto stand = stand_of(*position, option)) out.push_back(*stand);
    return Stands(std::move(out));
  }

  std::optional<Stand> stand_of(const Position& position, std::size_t option) const {
    const auto placed = steps(position);
    const Side side = side_of(position.stance);
    if (!placed || side == Side::neutral) return std::nullopt;
    if (side == Side::against)
      return named(*placed, option) ? std::optional(Stand{Answer::against, &position, false})
                                    : std::nullopt;
    if (!named(*placed, option)) {
      const bool excludes = position.stance == Stance::demands && position.condition.empty();
      return excludes ? std::optional(Stand{Answer::against, &position, true}) : std::nullopt;
    }
    if (placed->low != placed->high || comparison_.guessed(position)) return std::nullopt;
    return Stand{taken_up(position), &position, false};
  }

  Word doubtful(const SaidOn& said, std::size_t option) const {
    Word out;
    for (const Position* position : said) {
      const Doubt doubt = doubt_of(*position, option);
      if (doubt == Doubt::silent || (out.position && rank(doubt) > rank(out.doubt))) continue;
      out.doubt = doubt;
      out.position = position->id;
    }
    return out;
  }

  Doubt doubt_of(const Position& position, std::size_t option) const {
    const auto placed = steps(position);
    const bool neutral = side_of(position.stance) == Side::neutral;
    const bool own = comparison_.own(position);
    if (!placed) return own && !neutral ? Doubt::no_option : Doubt::silent;
    if (!named(*placed, option) || position.stance == Stance::reports) return Doubt::silent;
    if (!own) return neutral ? Doubt::silent : Doubt::told;
    if (neutral) return Doubt::undecided;
    return comparison_.guessed(position) ? Doubt::guessed : Doubt::several;
  }

  // The nearest to a yes first.
  static int rank(Doubt doubt) {
    switch (doubt) {
      case Doubt::several:
        return 0;
      case Doubt::guessed:
        return 1;
      case Doubt::undecided:
        return 2;
      case Doubt::told:
        return 3;
      default:
        return 4;
    }
  }

  const Case& whole_;
  Comparison comparison_;
  std::map<CellKey, SaidOn> said_;
  std::vector<const Issue*> issues_;
  Acceptance out_;
};

}  // namespace

Acceptance acceptance(const Case& whole) { return WordReader(whole).all(); }

}  // namespace entente::analyze
