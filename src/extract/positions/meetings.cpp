// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "extract/positions.h"
#include "extract/positions/day_words.h"
#include "extract/positions/marked_text.h"

namespace entente::extract {
namespace coding {
namespace {

// One telling of a meeting.
struct Told {
  std::vector<std::string> parties, people;
  std::string place;
  std::optional<DayWords> when;
  std::optional<MeetingStatus> status;
  bool definite = false;  // "the meeting": told of before
  bool by_verb = false;
  bool again = false;  // "will meet again", "a further meeting": those of the meeting before
  bool said = false;   // somebody says so, the narrator does not
  Part part;
  Span evidence;  // the part, of a very long one the words around the meeting's own

  bool placed() const { return !place.empty() || when.has_value(); }
  std::size_t facts() const {
    return parties.size() + people.size() + 2 * (!place.empty()) + 2 * when.has_value();
  }
};

// What all tellings of one meeting give together.
struct Event {
  Told best;  // whose words are the evidence
  Told all;
  bool told_by_narrator = false;
  Span last_part;
};

void add_new(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.push_back(item);
}

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](auto& item) {
    return std::find(b.begin(), b.end(), item) != b.end();
  }));
}

template <std::size_t N>
bool is_one_of(const text::Prose& prose, std::size_t token,
               const std::array<std::u32string_view, N>& of) {
  const auto word = prose.folded_word(token);
  return std::find(of.begin(), of.end(), word) != of.end();
}

constexpr std::array<std::u32string_view, 11> another{U"a",     U"an",     U"another",  U"further",
                                                      U"next",  U"second", U"his",      U"her",
                                                      U"their", U"its",    U"follow-up"};
constexpr std::array<std::u32string_view, 5> apart_in_time{U"after", U"following", U"before",
                                                           U"when", U"since"};
constexpr std::size_t memory = 60;  // events back that a telling may mean: no article tells of more
constexpr std::array<std::u32string_view, 5> once_more{U"again", U"further", U"next", U"another",
                                                       U"follow-up"};
constexpr std::array<std::u32string_view, 3> where{U"in", U"at", U"to"};

class MeetingFinder {
 public:
  MeetingFinder(const Reading& reading, const StanceLexicon& lexicon)
      : reading_(reading), prose_(reading.prose), marked_{reading.prose, reading.mentions, {}},
        marks_(lexicon.meeting_marks(reading.prose)), lexicon_(lexicon) {
    for (const Statement& statement : reading.statements)
      said_.insert(said_.end(), statement.content.begin(), statement.content.end());
    std::sort(said_.begin(), said_.end());
    const auto inner = [last = Span{}](Span span) mutable {
      if (last.contains(span)) return true;
      last = span;
      return false;
    };
    std::erase_if(said_, inner);
  }

  std::vector<Meeting> find() {
    std::vector<std::size_t> triggers;
    for (std::size_t i = 0; i < marks_.size(); ++i)
      if (is_trigger(marks_[i])) triggers.push_back(i);
    if (triggers.empty()) return {};
    marked_.stances = lexicon_.stance_marks(prose_);
    std::size_t done = 0;
    for (const std::size_t trigger : triggers) {
      const std::size_t sentence = prose_.sentence_at(marks_[trigger].span.begin);
      if (sentence < done || sentence >= prose_.sentences.size()) continue;
      done = sentence + 1;
      for (const Span voice : voices_of(prose_.sentences[sentence].span))
        for (const Part& part : cut_clauses(marked_, voice)) read_part(part);
    }
    return finished();
  }

 private:
  // What is said apart from what the narrator tells, so that "said on Sunday" dates no meeting.
  std::vector<Span> voices_of(Span sentence) const {
    std::vector<Span> voices;
    std::size_t from = sentence.begin;
    for (auto said = std::lower_bound(said_.begin(), said_.end(), sentence.begin,
                                      [](Span s, std::size_t at) { return s.end <= at; });
         said != said_.end() && said->begin < sentence.end; ++said) {
      if (said->begin > from) voices.push_back({from, said->begin});
      const Span own{std::max(from, said->begin), std::min(said->end, sentence.end)};
      if (!own.empty()) voices.push_back(own);
      from = std::max(from, own.end);
    }
    if (from < sentence.end) voices.push_back({from, sentence.end});
    return voices;
  }

  static bool is_trigger(const MeetingMark& mark) {
    return mark.what == MeetingWord::noun || mark.what == MeetingWord::verb;
  }

  // Where the words of a further meeting begin: "a follow-up meeting", "his Friday discussions",
  // "after meeting X".
  std::optional<std::size_t> own_start(const MeetingMark& trigger, std::size_t lowest) const {
    if (is_one_of(prose_, trigger.first, apart_in_time)) return trigger.first;
    for (std::size_t token = trigger.first; token-- > lowest;) {
      if (is_one_of(prose_, token, apart_in_time)) return token;
      if (trigger.first - token <= 3 && is_one_of(prose_, token, another)) return token;
    }
    return std::nullopt;
  }

  void read_part(const Part& part) {
    std::vector<const MeetingMark*> group;
    std::size_t first = part.first;
    for (const MeetingMark& mark : between(marks_, part.first, part.last)) {
      if (!is_trigger(mark)) continue;
      const auto start = group.empty() ? std::nullopt : own_start(mark, group.back()->last);
      if (start) {
        take(part, first, *start, group);
        group.clear();
        first = *start;
      }
      group.push_back(&mark);
    }
    if (!group.empty()) take(part, first, part.last, group);
  }

  void take(const Part& part, std::size_t first, std::size_t last,
            const std::vector<const MeetingMark*>& group) {
    Told told;
    told.part = part;
    told.evidence = shortened(prose_, part, group.front()->first, group.back()->last).span;
    for (const MeetingMark* mark : group)
      told.by_verb = told.by_verb || mark->what == MeetingWord::verb;
    told.said = meets_any(group.front()->span, said_);
    read_signs(first, last, told);
    if (told.said) add_speaker(first, last, told);
    read_mentions(first, last, group, told);
    if (told.place.empty()) told.place = capitalised_place(first, last);
    const Tense tense = told.status == MeetingStatus::planned ? Tense::future : Tense::past;
    told.when = day_words_in(prose_, marks_, first, last, tense, reading_.card.date);
    settle(std::move(told));
  }

  const Statement* statement_at(std::size_t at) const {
    const auto& all = reading_.statements;
    auto next = std::partition_point(all.begin(), all.end(),
                                     [&](auto& s) { return hull(s.content).begin <= at; });
    for (int steps = 0; next != all.begin() && steps < 8; ++steps)
      if (meets_any({at, at + 1}, (--next)->content)) return &*next;
    return nullptr;
  }

  // Of "plans | to meet X" and of "we" the subject is the one who speaks.
  void add_speaker(std::size_t first, std::size_t last, Told& told) const {
    const Statement* statement = statement_at(prose_.tokens[first].span.begin);
    if (!statement) return;
    bool own = is_word(prose_, first, U"to");
    for (const StanceMark& mark : between(marked_.stances, first, last))
      own = own || mark.what == StanceWord::we;
    if (!own) return;
    add_new(told.parties, statement->party);
    if (statement->person) add_new(told.people, statement->speaker);
  }

  void read_signs(std::size_t first, std::size_t last, Told& told) const {
    bool past = false, future = false, cancelled = false;
    for (const MeetingMark& mark : between(marks_, first, last)) {
      past = past || mark.what == MeetingWord::past;
      future = future || mark.what == MeetingWord::future;
      cancelled = cancelled || mark.what == MeetingWord::cancelled;
      told.definite = told.definite || mark.what == MeetingWord::definite;
    }
    for (std::size_t token = first; token < last; ++token)
      told.again = told.again || is_one_of(prose_, token, once_more);
    if (cancelled) told.status = MeetingStatus::cancelled;
    else if (future) told.status = MeetingStatus::planned;
    else if (past) told.status = MeetingStatus::held;
  }

  bool follows_where(const Mention& mention) const {
    const std::size_t token = prose_.token_at(mention.span.begin);
    return token > 0 && is_one_of(prose_, token - 1, where);
  }
  // "visited X", "hosted by X": the place's government is there too.
  bool follows_trigger(const Mention& mention, const std::vector<const MeetingMark*>& group) const {
    return std::any_of(group.begin(), group.end(), [&](const MeetingMark* mark) {
      return mark->what == MeetingWord::verb && mark->span.end < mention.span.begin &&
             mention.span.begin - mark->span.end <= 5;
    });
  }

  // "in X talks": the party, not the place.
  bool leads_trigger(const Mention& mention, const std::vector<const MeetingMark*>& group) const {
    const std::size_t after = prose_.token_at(mention.span.end);
    return std::any_of(group.begin(), group.end(), [&](const MeetingMark* mark) {
      return mark->what == MeetingWord::noun && mark->first == after;
    });
  }

  void read_mentions(std::size_t first, std::size_t last,
                     const std::vector<const MeetingMark*>& group, Told& told) const {
    const std::size_t end = prose_.tokens[last - 1].span.end;
    for (auto mention = mention_from(reading_.mentions, prose_.tokens[first].span.begin);
         mention != reading_.mentions.end() && mention->span.begin < end; ++mention) {
      const bool visited = follows_trigger(*mention, group);
      if (mention->kind == MentionKind::place) {
        const bool names_meeting = leads_trigger(*mention, group);
        if (told.place.empty() && !names_meeting && (visited || follows_where(*mention)))
          told.place = place_words(mention->span);
        if (!visited && !names_meeting) continue;
      }
      add_new(told.parties, mention->party);
      if (mention->kind != MentionKind::place) add_new(told.people, mention->person);
    }
  }

  std::string place_words(Span span) const {
    const std::string words = slice_utf8(prose_.text, span);
    return words.starts_with("the ") || words.starts_with("The ") ? words.substr(4) : words;
  }

  bool is_capitalised(std::size_t token) const {
    const char32_t initial = prose_.word(token).front();
    return prose_.tokens[token].kind == text::TokenKind::word && initial < 0x250 &&
           initial >= U'A' && prose_.folded_word(token).front() != initial;
  }

  // "in Harbour Town" where no list knows the place.
  std::string capitalised_place(std::size_t first, std::size_t last) const {
    for (std::size_t token = first; token + 1 < last; ++token) {
      if (!is_word(prose_, token, U"in") && !is_word(prose_, token, U"at")) continue;
      std::size_t end = token + 1;
      while (end < last && is_capitalised(end)) ++end;
      if (end == token + 1 || is_time(token + 1) || is_trigger_at(end)) continue;
      const Span span{prose_.tokens[token + 1].span.begin, prose_.tokens[end - 1].span.end};
      const auto mention = mention_from(reading_.mentions, span.begin);
      if (mention != reading_.mentions.end() && mention->span.meets(span) &&
          mention->kind != MentionKind::place)
        continue;
      return slice_utf8(prose_.text, span);
    }
    return {};
  }
  bool is_trigger_at(std::size_t token) const {
    const auto here = between(marks_, token, token + 1);
    return std::any_of(here.begin(), here.end(), is_trigger);
  }
  bool is_time(std::size_t token) const {
    for (const MeetingMark& mark : between(marks_, token, token + 1))
      if (mark.what == MeetingWord::month || mark.what == MeetingWord::weekday ||
          mark.what == MeetingWord::relative)
        return true;
    return false;
  }

  static bool same_time(const Told& a, const Told& b) {
    if (!a.when || !b.when) return true;
    if (a.when->day && b.when->day) return a.when->day == b.when->day;
    if (a.when->key == b.when->key) return true;
    return a.when->day.has_value() != b.when->day.has_value() && a.status == b.status;
  }
  static bool same_place(const Told& a, const Told& b) {
    return a.place.empty() || b.place.empty() || a.place == b.place;
  }
  static bool same_status(const Told& a, const Told& b) {
    return !a.status || !b.status || a.status == b.status ||
           (a.when && b.when && a.when->key == b.when->key);
  }
  static bool same_parties(const Told& a, const Told& b) {
    const std::size_t both = shared(a.parties, b.parties);
    return both == a.parties.size() || both == b.parties.size();
  }
  // Something ties the two together: time, place, the people, or the very same parties.
  static bool anchored(const Told& a, const Told& b) {
    if (a.definite || shared(a.people, b.people) >= 2 || (a.when && b.when) ||
        (!a.place.empty() && a.place == b.place))
      return true;
    if (!a.people.empty() && !b.people.empty())
      return shared(a.people, b.people) > 0 && (a.placed() || a.parties.size() >= 2);
    return a.parties.size() >= 2 && a.parties.size() == b.parties.size();
  }
  static bool may_be(const Told& told, const Told& known) {
    return same_time(told, known) && same_place(told, known) && same_status(told, known) &&
           same_parties(told, known) && anchored(told, known);
  }

  // "will sign after their clash": two meetings of one clause are not the same.
  static bool told_apart(const Told& told, const Event& event) {
    return event.last_part == told.part.span;
  }

  static std::size_t likeness(const Told& told, const Told& known) {
    const bool place = !told.place.empty() && told.place == known.place;
    const bool time = told.when && known.when && told.when->key == known.when->key;
    return 4 * place + 4 * time + shared(told.people, known.people) +
           shared(told.parties, known.parties);
  }

  // The likest event that the words can mean, the latest of equals.
  Event* best_match(const Told& told) {
    Event* best = nullptr;
    for (std::size_t i = events_.size() - std::min(events_.size(), memory); i < events_.size();
         ++i) {
      Event& event = events_[i];
      if (!may_be(told, event.all) || told_apart(told, event)) continue;
      if (!best || likeness(told, event.all) >= likeness(told, best->all)) best = &event;
    }
    return best;
  }

  void settle(Told told) {
    if (Event* event = best_match(told)) return join(*event, std::move(told));
    if (told.definite && told.parties.size() < 2 && !told.placed()) return;
    const bool unnamed =
        told.parties.empty() ? told.again || told.by_verb : told.parties.size() < 2 && told.again;
    if (unnamed && told.placed() && !events_.empty()) {
      for (const std::string& party : events_.back().all.parties) add_new(told.parties, party);
    }
    if (stands_alone(told)) events_.push_back({told, told, !told.said, told.part.span});
  }

  // Enough is told to call it a meeting of its own, not talk of talks.
  static bool stands_alone(const Told& told) {
    if (told.parties.empty()) return false;
    if (told.parties.size() < 2)
      return told.by_verb && !told.people.empty() && !told.place.empty() && told.when;
    return told.placed() || told.people.size() >= 2 || (told.by_verb && !told.people.empty());
  }

  static void join(Event& event, Told told) {
    for (const std::string& party : told.parties) add_new(event.all.parties, party);
    for (const std::string& person : told.people) add_new(event.all.people, person);
    if (event.all.place.empty()) event.all.place = told.place;
    if (!event.all.when) event.all.when = told.when;
    if (!event.all.status || told.status == MeetingStatus::cancelled)
      event.all.status = told.status;
    event.told_by_narrator = event.told_by_narrator || !told.said;
    event.last_part = told.part.span;
    if (told.facts() > event.best.facts()) event.best = std::move(told);
  }

  std::vector<Meeting> finished() const {
    std::vector<Meeting> meetings;
    for (const Event& event : events_) {
      Meeting meeting;
      meeting.document = reading_.card.id;
      meeting.parties = event.all.parties;
      meeting.people = event.all.people;
      meeting.place = event.all.place;
      if (event.all.when) {
        meeting.when_words = slice_utf8(prose_.text, event.all.when->span);
        meeting.when = event.all.when->day;
      }
      meeting.status = event.all.status.value_or(MeetingStatus::reported);
      if (meeting.status == MeetingStatus::held && !event.told_by_narrator)
        meeting.status = MeetingStatus::reported;
      meeting.evidence = event.best.evidence;
      meeting.words = slice_utf8(prose_.text, meeting.evidence);
      meetings.push_back(std::move(meeting));
    }
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](auto& a, auto& b) { return a.evidence.begin < b.evidence.begin; });
    return meetings;
  }

  const Reading& reading_;
  const text::Prose& prose_;
  MarkedText marked_;
  std::vector<MeetingMark> marks_;
  const StanceLexicon& lexicon_;
  std::vector<Span> said_;
  std::vector<Event> events_;
};

}  // namespace
}  // namespace coding

std::vector<Meeting> find_meetings(const Reading& reading, const StanceLexicon& stances) {
  return coding::MeetingFinder(reading, stances).find();
}

}  // namespace entente::extract
