// SPDX-License-Identifier: Apache-2.0
#include "analyze/tracks/tracks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analyze/shared/events.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

using Parties = std::set<std::string>;

Parties all_parties(const Event& told) {
  Parties out;
  for (const Meeting* meeting : told) out.insert(meeting->parties.begin(), meeting->parties.end());
  return out;
}

std::optional<Date> day_of_all(const Event& told) {
  for (const Meeting* meeting : told)
    if (meeting->when) return meeting->when;
  return std::nullopt;
}

std::string place_of_all(const Event& told) {
  for (const Meeting* meeting : told)
    if (!meeting->place.empty()) return meeting->place;
  return {};
}

// Joins the tellings of one meeting over all documents.
class Joining {
 public:
  explicit Joining(const Case& whole) : whole_(whole) {}

  void add(const Meeting& meeting) {
    const std::size_t known = index_.find(meeting, events_, [&](const Meeting& front) {
      // A document tells of one meeting once: what it tells of twice are two.
      return front.document != meeting.document && in_order(front, meeting);
    });
    if (known == events_.size()) {
      index_.add(meeting, known);
      events_.push_back({&meeting});
    } else {
      events_[known].push_back(&meeting);
    }
  }

  std::vector<Event> take() { return std::move(events_); }

 private:
  // What is planned without a day is none that was held before the plan was printed.
  bool in_order(const Meeting& a, const Meeting& b) const {
    if (is_ahead(a.status) == is_ahead(b.status) || (a.when && b.when)) return true;
    const Meeting &plan = is_ahead(a.status) ? a : b, &held = is_ahead(a.status) ? b : a;
    const DocumentCard* card = find_item(whole_.documents, plan.document);
    return card && card->date && held.when && *held.when >= *card->date;
  }

  const Case& whole_;
  std::vector<Event> events_;
  EventIndex index_;
};

// Whose track a meeting belongs to: a mediator may come and go.
Parties core_of(const Parties& parties, const Codebook& codebook) {
  Parties core = parties;
  for (const Party& party : codebook.parties)
    if (party.kind == PartyKind::mediator) core.erase(party.name);
  return core.size() >= 2 ? core : parties;
}

bool any_with(const Event& told, std::initializer_list<MeetingStatus> statuses) {
  return std::any_of(told.begin(), told.end(), [&](const Meeting* meeting) {
    return std::find(statuses.begin(), statuses.end(), meeting->status) != statuses.end();
  });
}

MeetingOutcome outcome_of(const Event& told, std::optional<Date> as_of) {
  const bool held = any_with(told, {MeetingStatus::held, MeetingStatus::reported});
  const bool ahead = any_with(told, {MeetingStatus::planned, MeetingStatus::proposed});
  if (held) return ahead ? MeetingOutcome::kept : MeetingOutcome::held;
  if (any_with(told, {MeetingStatus::cancelled})) return MeetingOutcome::cancelled;
  const auto day = day_of_all(told);
  if (day && as_of && *day < *as_of) return MeetingOutcome::unheard;
  return any_with(told, {MeetingStatus::planned}) ? MeetingOutcome::planned
                                                  : MeetingOutcome::proposed;
}

MeetingEvent event_of(const Event& told, std::optional<Date> as_of) {
  MeetingEvent event;
  for (const Meeting* meeting : told) event.told.push_back(meeting->id);
  event.when = day_of_all(told);
  event.place = place_of_all(told);
  const Parties parties = all_parties(told);
  event.parties.assign(parties.begin(), parties.end());
  for (const Meeting* meeting : told)
    for (const std::string& person : meeting->people)
      if (std::find(event.people.begin(), event.people.end(), person) == event.people.end())
        event.people.push_back(person);
  event.outcome = outcome_of(told, as_of);
  return event;
}

}  // namespace

std::vector<MeetingTrack> tracks(const Case& whole) {
  std::optional<Date> as_of;
  for (const DocumentCard& card : whole.documents) as_of = std::max(as_of, card.date);
  Joining joining(whole);
  for (const Meeting& meeting : whole.meetings) {
    const DocumentCard* card = find_item(whole.documents, meeting.document);
    if (meeting.review.status == Status::rejected || (card && card->same_account_as)) continue;
    if (Parties(meeting.parties.begin(), meeting.parties.end()).size() >= 2) joining.add(meeting);
  }
  std::map<Parties, std::vector<MeetingEvent>> by_parties;
  for (const Event& told : joining.take())
    by_parties[core_of(all_parties(told), whole.codebook)].push_back(event_of(told, as_of));
  std::vector<MeetingTrack> out;
  for (auto& [parties, events] : by_parties) {
    std::stable_sort(events.begin(), events.end(),
                     [](const MeetingEvent& a, const MeetingEvent& b) {
                       return std::tuple(!a.when, a.when) < std::tuple(!b.when, b.when);
                     });
    out.push_back({{parties.begin(), parties.end()}, std::move(events)});
  }
  std::stable_sort(out.begin(), out.end(), [](const MeetingTrack& a, const MeetingTrack& b) {
    return a.events.size() > b.events.size();
  });
  return out;
}

}  // namespace entente::analyze
