// SPDX-License-Identifier: Apache-2.0
#include "analyze/accounts/accounts.h"

#include <algorithm>
#include <map>

#include "analyze/accounts/alignment.h"
#include "analyze/shared/events.h"
#include "base/parallel.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

// Beyond this many accounts of one event each is set beside the first only, so that the work stays
// linear.
constexpr std::size_t most_for_all_pairs = 8;
// Texts that are held in memory at a time.
constexpr std::size_t texts_at_once = 256;

bool took_place(const Meeting& meeting) {
  return meeting.review.status != Status::rejected &&
         (meeting.status == MeetingStatus::held || meeting.status == MeetingStatus::reported);
}

bool has_document(const Event& event, DocumentId document) {
  return std::any_of(event.begin(), event.end(),
                     [&](const Meeting* m) { return m->document == document; });
}

// Meetings that took place; one telling a document, none of a copy.
std::vector<Event> events_of(const Case& whole) {
  std::vector<Event> events;
  EventIndex index;
  for (const Meeting& meeting : whole.meetings) {
    const DocumentCard* card = find_item(whole.documents, meeting.document);
    if (!took_place(meeting) || (card && card->same_account_as)) continue;
    const std::size_t known = index.find(meeting, events);
    if (known == events.size()) {
      index.add(meeting, known);
      events.push_back({&meeting});
    } else if (!has_document(events[known], meeting.document)) {
      events[known].push_back(&meeting);
    }
  }
  return events;
}

std::vector<std::pair<const Meeting*, const Meeting*>> pairs_of(const Event& event) {
  std::vector<std::pair<const Meeting*, const Meeting*>> pairs;
  const std::size_t lefts = event.size() > most_for_all_pairs ? 1 : event.size();
  for (std::size_t i = 0; i < lefts; ++i)
    for (std::size_t j = i + 1; j < event.size(); ++j) pairs.emplace_back(event[i], event[j]);
  return pairs;
}

// Two texts without one sentence in common are not two accounts of one thing.
bool has_common_line(const AccountPair& pair) {
  return std::any_of(pair.lines.begin(), pair.lines.end(),
                     [](const AccountLine& l) { return l.left && l.right; });
}

using Accounts = std::map<MeetingId, Account>;

// The account of each of the meetings, each text read once.
Accounts read_accounts(const std::vector<const Meeting*>& meetings,
                       const DocumentsOf& documents_of) {
  std::map<DocumentId, std::vector<const Meeting*>> of_document;
  for (const Meeting* meeting : meetings) of_document[meeting->document].push_back(meeting);
  std::vector<DocumentId> ids;
  for (const auto& [id, told] : of_document) ids.push_back(id);
  Accounts found;
  for (const Meeting* meeting : meetings) found[meeting->id];
  std::vector<Document> texts;
  const auto read_texts = [&] {
    for_each_index(texts.size(), 0, [&](std::size_t i) {
      for (const Meeting* meeting : of_document.at(texts[i].card.id))
        found.at(meeting->id) = read_account(texts[i], meeting->evidence);
    });
    texts.clear();
  };
  documents_of(ids, [&](const Document& document) {
    texts.push_back(document);
    if (texts.size() == texts_at_once) read_texts();
  });
  read_texts();
  return found;
}

}  // namespace

std::vector<AccountPair> accounts(const Case& whole, const DocumentsOf& documents_of) {
  std::vector<AccountPair> pairs;
  std::vector<const Meeting*> told;
  for (const Event& event : events_of(whole)) {
    if (event.size() < 2) continue;
    told.insert(told.end(), event.begin(), event.end());
    for (const auto& [left, right] : pairs_of(event)) pairs.push_back({left->id, right->id, {}});
  }
  const Accounts read = read_accounts(told, documents_of);
  for_each_index(pairs.size(), 0, [&](std::size_t i) {
    pairs[i].lines = align(read.at(pairs[i].left), read.at(pairs[i].right));
  });
  std::erase_if(pairs, [](const AccountPair& pair) { return !has_common_line(pair); });
  return pairs;
}

}  // namespace entente::analyze
