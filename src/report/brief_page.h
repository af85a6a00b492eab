// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "report/brief.h"
#include "report/excerpts.h"
#include "report/html.h"
#include "report/lookup.h"

namespace entente::report {

// How many positions the note of a cell shows, the newest first; the others it names by id.
inline constexpr std::size_t notes_per_cell = 40;

// What all sections of a brief share. Anchors: an item's id ("p4", "d1", "m2", "c3", "w1"); "n7"
// the note of cell 7 and "x7" the cell itself, cells counted from 1 in the order of the matrix.
class Page {
 public:
  explicit Page(const BriefInput& input);

  const BriefInput& in;
  const Lookup lookup;
  const Excerpts excerpts;
  const std::optional<Date> as_of;

  std::size_t note_of(std::string_view party, std::string_view issue) const;  // 0: no such cell
  std::string letter_of(std::string_view party) const;  // "A", "B", ... as in the matrix

  // A sentence with its quote marked, then who says it, where and when, with a link to the source.
  Html quote(const Position& position) const;
  Html quote(const Evidence& place, std::string_view speaker) const;
  Html source_link(DocumentId id) const;
  // The name, and below or behind it what the codebook says of the party's part and consent.
  Html party(std::string_view name) const;
  Html position_link(const Position& position,
                     const Html& text) const;   // without a link where no note shows the position
  Html stance(const Position& position) const;  // "● demands No boats of the other side"
  Html tags(const Position& position) const;    // red line, suggested, ...
  bool shows(PositionId id) const { return shown_.contains(id); }  // has an anchor

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> notes_;
  std::map<std::string_view, std::string> letters_;
  std::set<PositionId> shown_;
};

// The parts of the page, each a <section> with its heading; an empty state where there is nothing
// to show.
Html matrix_section(const Page& page);
Html notes_section(const Page& page);
Html ladders_section(const Page& page);
Html changes_section(const Page& page);
Html ledger_lists(const Page& page);    // within it
Html disputes_lists(const Page& page);  // within it
Html levers_section(const Page& page);
Html crossings_section(const Page& page);
Html draft_checks(const Page& page);  // within it
Html meetings_section(const Page& page);
Html accounts_section(const Page& page);
Html people_section(const Page& page);
Html sources_section(const Page& page);
Html coverage_section(const Page& page);
Html standing_section(const Page& page);  // a conflict, if one was given; else empty

std::string_view brief_style();                // CSS
std::string party_letter(std::size_t number);  // A, B, ... Z, AA, AB, ...

std::string_view stance_sign(
    Stance stance);  // ● takes it up, ◐ perhaps, ○ only reports or undecided, ✕ rejects
Html suggested_tag(const Review& review);
Html suggested_sign();
Html dated(const Position& position);  // "said 3 March 2031", "printed 3 March 2031", "no date"
std::string age_words(Date day, Date as_of);  // "6 weeks old"; "" under a month

}  // namespace entente::report
