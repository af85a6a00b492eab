// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "report/lookup.h"
#include "report/table.h"
#include "report/terminal.h"
#include "report/visible.h"

namespace entente::report {
namespace {

// Texts are big, and pairs come back to the same few.
class AccountTexts {
 public:
  explicit AccountTexts(const std::function<Document(DocumentId)>& text_of) : text_of_(text_of) {}

  std::string words(const std::optional<Evidence>& evidence) {
    if (!evidence) return "";
    auto found = texts_.find(evidence->document);
    if (found == texts_.end())
      found = texts_.emplace(evidence->document, text_of_(evidence->document).text).first;
    return slice_utf8(found->second, evidence->span);
  }

 private:
  const std::function<Document(DocumentId)>& text_of_;
  std::map<DocumentId, std::u32string> texts_;
};

std::string account_name(const Lookup& lookup, MeetingId id) {
  const Meeting* meeting = lookup.meeting(id);
  if (!meeting) return id.text();
  const DocumentCard* card = lookup.document(meeting->document);
  const std::string outlet = !card ? "" : !card->outlet.empty() ? card->outlet : card->name;
  return visible(fmt::format("{} {}", meeting->document.text(), outlet));
}

std::string meeting_words(const Lookup& lookup, MeetingId id) {
  const Meeting* m = lookup.meeting(id);
  if (!m) return id.text();
  return visible(fmt::format(
      "{}, {}, {}",
      m->parties.empty() ? "parties not stated" : fmt::format("{}", fmt::join(m->parties, " and ")),
      m->place.empty() ? "place not stated" : m->place, m->when ? to_string(*m->when) : "no date"));
}

std::string sign_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::agreed:
      return "=";
    case Agreement::only_left:
      return "<";
    case Agreement::only_right:
      return ">";
    case Agreement::differs:
      break;
  }
  return "#";
}

std::string pair_text(const Lookup& lookup, const AccountPair& pair, AccountTexts& texts,
                      const Screen& screen) {
  Table table{
      {{account_name(lookup, pair.left), 22}, {"", 1}, {account_name(lookup, pair.right), 22}}};
  for (const AccountLine& line : pair.lines)
    table.add({texts.words(line.left), sign_of(line.agreement), texts.words(line.right)});
  const std::string head = fmt::format("{} and {}: {}", pair.left.text(), pair.right.text(),
                                       meeting_words(lookup, pair.left));
  return heading(head, screen) + "\n" + table.text(screen) + "\n";
}

}  // namespace

std::string accounts_text(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of,
                          const Screen& screen) {
  if (contents.documents.empty()) return "No documents yet. Add some: entente add CASE FILE\n";
  if (accounts.empty())
    return paragraph("No meeting is told of by two independent documents.", screen);
  const Lookup lookup{contents};
  AccountTexts texts{text_of};
  std::string out;
  for (const AccountPair& pair : accounts) out += pair_text(lookup, pair, texts, screen);
  return out + paragraph(
                   "Signs: = both say so, # they differ, < only the left one says it, > only the "
                   "right one "
                   "says it.",
                   screen);
}

}  // namespace entente::report
