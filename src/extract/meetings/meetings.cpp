// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.h"
#include "extract/meetings/table.h"
#include "extract/meetings/telling.h"

namespace entente::extract {
namespace coding {
namespace {

constexpr std::size_t memory = 60;  // events back that a telling may mean: no article tells of more
constexpr std::size_t reach_of_they = 3;  // sentences from "the two" back to those it means

// What all tellings of one meeting give together.
struct Event {
  Told best;  // whose words are the evidence
  Told all;
  bool told_by_narrator = false;
  Span last_part;
  std::size_t last_sentence = 0;
};

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](auto& item) {
    return std::find(b.begin(), b.end(), item) != b.end();
  }));
}
bool holds(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return shared(some, all) == some.size();
}

// --- may two tellings mean one meeting? ---

bool same_moment(const Told& a, const Told& b) {
  return a.when && b.when && a.when->key == b.when->key;
}
bool same_time(const Told& a, const Told& b) {
  if (!a.when || !b.when) return true;
  if (a.when->day && b.when->day) return a.when->day == b.when->day;
  if (a.when->key == b.when->key) return true;
  return a.when->day.has_value() != b.when->day.has_value() && a.status == b.status;
}
bool same_place(const Told& a, const Told& b) {
  if ((a.remote && !b.place.empty()) || (b.remote && !a.place.empty())) return false;
  return a.place.empty() || b.place.empty() || a.place == b.place;
}
bool same_status(const Told& a, const Told& b) {
  return !a.status || !b.status || a.status == b.status || same_moment(a, b);
}
bool same_parties(const Told& a, const Told& b) {
  return a.hosts || holds(b.parties, a.parties) || holds(a.parties, b.parties);
}
// Something ties the two together: time, place, the people, or the very same parties.
bool anchored(const Told& a, const Told& b) {
  if (a.definite || a.group != Group::none || shared(a.people, b.people) >= 2 ||
      (a.when && b.when) || (!a.place.empty() && a.place == b.place))
    return true;
  if (!a.people.empty() && !b.people.empty())
    return shared(a.people, b.people) > 0 && (a.placed() || a.parties.size() >= 2);
  return a.parties.size() >= 2 && a.parties.size() == b.parties.size();
}
// "The next round" is none that was held, and who would like to meet does not meet yet.
bool apart(const Told& told, const Told& known) {
  if (same_moment(told, known)) return false;
  if (told.wish != known.wish && !(told.definite && known.wish)) return true;
  return told.again && !known.again && known.status == MeetingStatus::held &&
         told.status != MeetingStatus::held;
}
bool may_be(const Told& told, const Told& known) {
  return !apart(told, known) && same_time(told, known) && same_place(told, known) &&
         same_status(told, known) && same_parties(told, known) && anchored(told, known);
}

std::size_t likeness(const Told& told, const Told& known) {
  const bool place = !told.place.empty() && told.place == known.place;
  return 4 * place + 4 * same_moment(told, known) + shared(told.people, known.people) +
         shared(told.parties, known.parties);
}

class MeetingFinder {
 public:
  explicit MeetingFinder(const Reading& reading)
      : reading_(reading),
        table_(parties_of_text(reading)),
        dateline_(dateline_of(reading.prose)) {}

  std::vector<Meeting> find(std::vector<Told> tellings) {
    for (Told& told : tellings) settle(std::move(told));
    return finished();
  }

 private:
  // The likest event that the words can mean, the latest of equals. Two meetings of one clause are
  // not the same: "will sign after their talks".
  Event* best_match(const Told& told) {
    Event* best = nullptr;
    for (std::size_t i = events_.size() - std::min(events_.size(), memory); i < events_.size();
         ++i) {
      Event& event = events_[i];
      if (!may_be(told, event.all) || event.last_part == told.part.span) continue;
      if (!best || likeness(told, event.all) >= likeness(told, best->all)) best = &event;
    }
    return best;
  }

  const Event* last_event(std::size_t sentence, std::size_t reach) const {
    for (auto event = events_.rbegin(); event != events_.rend(); ++event)
      if (event->all.parties.size() >= 2 && sentence - event->last_sentence <= reach)
        return &*event;
    return nullptr;
  }

  // Who they are whom the telling does not name.
  std::vector<std::string> understood(const Told& told) const {
    if (told.many > 2)
      if (auto all = parties_of_text(reading_, told.many); all.size() == told.many) return all;
    if (told.group != Group::told_last && table_.size() > 1) return table_;
    const bool near = told.group == Group::told_last && told.many != 0 && table_.size() > 1;
    const Event* last = last_event(told.part.sentence, near ? reach_of_they : all_sentences());
    if (!last) return table_;
    const auto& parties = last->all.parties;
    const bool too_many = told.many == 2 && parties.size() > 2;
    return too_many && table_.size() > 1 && holds(parties, table_) ? table_ : parties;
  }
  std::size_t all_sentences() const { return reading_.prose.sentences.size(); }

  static bool leaves_unsaid(const Told& told) {
    if (told.parties.size() - told.mediators >= 2) return false;
    return told.group != Group::none || told.again || told.course || told.definite ||
           (told.by_verb && told.parties.empty());
  }

  void fill_in(Told& told) const {
    if (!leaves_unsaid(told) || !(told.placed() || told.course)) return;
    const auto parties = understood(told);
    const bool others_too = told.group != Group::none || told.mediators > 0 ||
                            (told.again && !told.by_verb);  // "X chairs the next session"
    if (!others_too && !holds(parties, told.parties)) return;
    for (const std::string& party : parties) add_new(told.parties, party);
  }

  void settle(Told told) {
    if (Event* event = best_match(told)) return join(*event, std::move(told));
    fill_in(told);
    if (Event* event = best_match(told)) return join(*event, std::move(told));
    if (stands_alone(told))
      events_.push_back({told, told, !told.said, told.part.span, told.part.sentence});
  }

  // Enough is told to call it a meeting of its own, not talk of talks.
  static bool stands_alone(const Told& told) {
    if (told.parties.empty()) return false;
    if (told.parties.size() < 2) return stands_for_one(told);
    return told.placed() || told.people.size() >= 2 || (told.course && !told.wish) ||
           (told.by_verb && (!told.people.empty() || told.status == MeetingStatus::held));
  }
  // Of those who meet only one party is known.
  static bool stands_for_one(const Told& told) {
    const bool of_many = told.group != Group::none || told.definite;
    if (of_many) return !told.wish && told.placed() && told.status && (told.by_verb || told.course);
    return !told.people.empty() && (told.by_verb || told.people.size() >= 2) &&
           !told.place.empty() && told.when;
  }

  static void join(Event& event, Told told) {
    for (const std::string& party : told.parties) add_new(event.all.parties, party);
    for (const std::string& person : told.people) add_new(event.all.people, person);
    if (event.all.place.empty()) event.all.place = told.place;
    if (!event.all.when) event.all.when = told.when;
    if (!event.all.status || told.status == MeetingStatus::cancelled)
      event.all.status = told.status;
    event.all.remote = event.all.remote || told.remote;
    event.told_by_narrator = event.told_by_narrator || !told.said;
    event.last_part = told.part.span;
    event.last_sentence = told.part.sentence;
    if (told.facts() > event.best.facts()) event.best = std::move(told);
  }

  // A report's first lines need not repeat where it is written.
  std::string place_of(const Event& event) const {
    if (!event.all.place.empty() || event.all.remote || !dateline_) return event.all.place;
    const bool opens = dateline_->paragraph.contains(event.best.evidence);
    return opens && event.all.status == MeetingStatus::held ? dateline_->place : std::string();
  }

  Meeting meeting_of(const Event& event) const {
    Meeting meeting;
    meeting.document = reading_.card.id;
    meeting.parties = event.all.parties;
    meeting.people = event.all.people;
    meeting.place = place_of(event);
    if (event.all.when) {
      meeting.when_words = slice_utf8(reading_.prose.text, event.all.when->span);
      meeting.when = event.all.when->day;
    }
    meeting.status = event.all.status.value_or(MeetingStatus::reported);
    if (meeting.status == MeetingStatus::held && !event.told_by_narrator)
      meeting.status = MeetingStatus::reported;
    meeting.evidence = event.best.evidence;
    meeting.words = slice_utf8(reading_.prose.text, meeting.evidence);
    return meeting;
  }

  std::vector<Meeting> finished() const {
    std::vector<Meeting> meetings;
    for (const Event& event : events_) meetings.push_back(meeting_of(event));
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](auto& a, auto& b) { return a.evidence.begin < b.evidence.begin; });
    return meetings;
  }

  const Reading& reading_;
  const std::vector<std::string> table_;  // whom the text is about
  const std::optional<Dateline> dateline_;
  std::vector<Event> events_;
};

}  // namespace
}  // namespace coding

std::vector<Meeting> find_meetings(const Reading& reading) {
  return coding::MeetingFinder(reading).find(coding::read_tellings(reading));
}

}  // namespace entente::extract
