// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>

#include "kit/sample_case.h"
#include "model/acceptance.h"
#include "model/finding.h"

namespace entente::kit {

// A case that grows sentence by sentence, with its texts and the findings on it, for tests of
// pages. Each line is added to the document opened last, as a paragraph of its own.
class GrownCase {
 public:
  Case contents;
  std::vector<Document> documents;
  std::vector<Movement> movements;
  std::vector<Contradiction> contradictions;
  std::vector<Crossing> crossings;
  std::vector<AccountPair> accounts;
  std::vector<DraftCheck> checks;

  // An ordered issue with its options; the options' ids are "<issue>0", "<issue>1", ...
  GrownCase& issue(const std::string& id, const std::string& label,
                   const std::vector<std::string>& anchors, IssueKind kind = IssueKind::substance) {
    Issue made{id, label, kind, "", {}, {}, anchors.size() > 1, {}};
    for (const std::string& anchor : anchors)
      made.options.push_back({id + std::to_string(made.options.size()), anchor, {}});
    contents.codebook.issues.push_back(made);
    return *this;
  }

  GrownCase& party(const std::string& name, PartyKind kind, Consent consent) {
    Party made;
    made.name = name;
    made.kind = kind;
    made.consent = consent;
    contents.codebook.parties.push_back(made);
    return *this;
  }

  GrownCase& open(const std::string& title, const std::string& outlet, std::optional<Date> date) {
    Document made = document(static_cast<std::uint32_t>(documents.size() + 1), "", "", date);
    made.card.name = made.card.id.text() + ".txt";
    made.card.title = title;
    made.card.outlet = outlet;
    documents.push_back(made);
    return *this;
  }

  GrownCase& copy_of(DocumentId original) {
    documents.back().card.same_account_as = original;
    return *this;
  }

  // `words` is the quoted part of `sentence`; an anchor of -1: not placed.
  Position& says(const std::string& party, const std::string& speaker, const std::string& issue_id,
                 Stance stance, int low, int high, const std::string& sentence,
                 const std::string& words) {
    const std::size_t at = append(sentence);
    Position made;
    made.id = next<PositionId>(contents.positions.size());
    made.document = documents.back().card.id;
    made.printed = documents.back().card.date;
    made.party = party;
    made.issue = issue_id;
    made.stance = stance;
    if (low >= 0)
      made.option = OptionRange{issue_id + std::to_string(low), issue_id + std::to_string(high)};
    made.evidence = shifted(span_of(from_utf8(sentence), words), at);
    made.words = words;
    made.reported_by = speaker.empty() ? "narrator" : speaker;
    made.review = suggested();
    if (!speaker.empty()) made.statement = add_statement(made, speaker);
    contents.positions.push_back(made);
    return contents.positions.back();
  }

  Meeting& meets(const std::vector<std::string>& parties, const std::string& place,
                 MeetingStatus status, std::optional<Date> when, const std::string& when_words,
                 const std::string& sentence) {
    Meeting made;
    made.id = next<MeetingId>(contents.meetings.size());
    made.document = documents.back().card.id;
    made.parties = parties;
    made.place = place;
    made.status = status;
    made.when = when;
    made.when_words = when_words;
    made.evidence = {append(sentence), 0};
    made.evidence.end = made.evidence.begin + from_utf8(sentence).size();
    made.words = sentence;
    made.review = suggested();
    contents.meetings.push_back(made);
    return contents.meetings.back();
  }

  Clause& drafts(const std::string& number, const std::string& issue_id, int anchor,
                 const std::string& sentence) {
    Clause made;
    made.id = next<ClauseId>(contents.clauses.size());
    made.document = documents.back().card.id;
    made.draft = "the draft";
    made.number = number;
    made.issue = issue_id;
    if (anchor >= 0)
      made.option =
          OptionRange{issue_id + std::to_string(anchor), issue_id + std::to_string(anchor)};
    made.evidence = {append(sentence), 0};
    made.evidence.end = made.evidence.begin + from_utf8(sentence).size();
    made.words = sentence;
    made.review = suggested();
    contents.clauses.push_back(made);
    return contents.clauses.back();
  }

  Evidence line(const std::string& sentence) {
    const std::size_t begin = append(sentence);
    return {documents.back().card.id, {begin, begin + from_utf8(sentence).size()}};
  }

  Person& knows(const std::string& name, const std::string& role, const std::string& party) {
    Person made;
    made.id = next<PersonId>(contents.people.size());
    made.name = name;
    made.role = role;
    made.party = party;
    made.review = suggested();
    contents.people.push_back(made);
    return contents.people.back();
  }

  void moved(PositionId from, PositionId to) {
    const Position& p = contents.positions[to.number - 1];
    movements.push_back({p.party, p.issue, from, to});
  }
  void contradicts(PositionId one, PositionId other) {
    const Position& p = contents.positions[one.number - 1];
    contradictions.push_back({p.party, p.issue, one, other});
  }

  // Checksums and cards, once the texts are complete.
  void close() {
    contents.documents.clear();
    for (Document& d : documents) {
      d.card.size = d.text.size();
      d.card.sha256 = d.card.file_sha256 = sha256_hex(to_utf8(d.text));
      contents.documents.push_back(d.card);
    }
  }

  Matrix matrix() const {
    std::map<std::pair<std::string, std::string>, std::vector<const Position*>> by_cell;
    Matrix made;
    for (const Position& p : contents.positions) {
      if (by_cell[{p.party, p.issue}].empty()) add_new(made.parties, p.party);
      by_cell[{p.party, p.issue}].push_back(&p);
    }
    for (const Issue& i : contents.codebook.issues)
      if (std::any_of(contents.positions.begin(), contents.positions.end(),
                      [&](const Position& p) { return p.issue == i.id; }))
        made.issues.push_back(i.id);
    for (const std::string& party : made.parties)
      for (const std::string& issue_id : made.issues)
        if (const auto found = by_cell.find({party, issue_id}); found != by_cell.end())
          made.cells.push_back(cell_of(found->second));
    return made;
  }

  Coverage coverage() const {
    const std::size_t items =
        contents.positions.size() + contents.statements.size() + contents.meetings.size();
    return {sentences_, contents.positions.size() + contents.meetings.size(), items, items};
  }

  Document text_of(DocumentId id) const { return documents.at(id.number - 1); }

 private:
  template <class Any>
  static Any next(std::size_t count) {
    return {static_cast<std::uint32_t>(count + 1)};
  }

  static Span shifted(Span span, std::size_t by) { return {span.begin + by, span.end + by}; }

  static void add_new(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  std::size_t append(const std::string& sentence) {
    std::u32string& text = documents.back().text;
    const std::size_t at = text.size();
    text += from_utf8(sentence + "\n\n");
    ++sentences_;
    return at;
  }

  StatementId add_statement(const Position& position, const std::string& speaker) {
    Statement made;
    made.id = next<StatementId>(contents.statements.size());
    made.document = position.document;
    made.content = {position.evidence};
    made.words = position.words;
    made.speaker = speaker;
    made.party = position.party;
    made.review = suggested();
    contents.statements.push_back(made);
    return made.id;
  }

  Cell cell_of(std::vector<const Position*> positions) const {
    std::stable_sort(positions.begin(), positions.end(),
                     [](const Position* a, const Position* b) { return a->printed < b->printed; });
    Cell cell;
    cell.party = positions[0]->party;
    cell.issue = positions[0]->issue;
    cell.newest = positions.back()->id;
    for (const Position* p : positions) {
      cell.all.push_back(p->id);
      if (p->firmness == Firmness::red_line) cell.red_line = p->id;
    }
    for (const Movement& m : movements)
      cell.moved = cell.moved || (m.party == cell.party && m.issue == cell.issue);
    for (const Contradiction& c : contradictions)
      cell.contradicted = cell.contradicted || (c.party == cell.party && c.issue == cell.issue);
    return cell;
  }

  std::size_t sentences_ = 0;
};

// Two lake states, a mediator and a guarantor over three weeks: a bit of everything that a page can
// show.
inline GrownCase lake_case() {
  GrownCase c;
  c.issue("fishing", "Fishing rights",
          {"No boats of the other side", "Licences by quota", "Free for both"})
      .issue("border", "Course of the border",
             {"East shore", "Middle of the lake", "Joint water", "West shore"})
      .issue("monitors", "Monitors on the lake", {"None", "From both sides", "International"})
      .issue("troops", "Troops at the shore", {"None", "Limited", "As each side likes"})
      .issue("prisoners", "Detained crews", {"Held", "Exchanged one for one", "All released"})
      .issue("progress", "State of the talks", {}, IssueKind::assessment)
      .issue("date", "Next meeting", {}, IssueKind::process);

  c.open("Lake talks open in Sandport", "Northern Wire", day("2031-03-03"));
  const auto p1 = c.says("Ostravia", "Irena Voss", "fishing", Stance::demands, 0, 0,
                         "“No Velmari boat will fish east of the lighthouse,” Foreign Minister "
                         "Irena Voss told reporters.",
                         "No Velmari boat will fish east of the lighthouse,")
                      .id;
  c.says("Velmar", "Tomas Arke", "border", Stance::demands, 1, 1,
         "Tomas Arke, who leads the Velmari delegation, said the border had to follow the middle "
         "of the lake.",
         "the border had to follow the middle of the lake");
  c.says(
      "Ostravia", "Irena Voss", "border", Stance::wants, 2, 3,
      "Ms Voss said her government wanted joint water or, failing that, the line of 1911 along the "
      "western shore.",
      "wanted joint water or, failing that, the line of 1911 along the western shore");
  Position& troops = c.says("Velmar", "Tomas Arke", "troops", Stance::rejects, 2, 2,
                            "Foreign soldiers on the shore were “a red line that no government of "
                            "ours will cross”, Mr Arke said.",
                            "a red line that no government of ours will cross");
  troops.firmness = Firmness::red_line;
  const PositionId red_line = troops.id;
  const auto p4 = c.says("Velmar", "Tomas Arke", "prisoners", Stance::conditional, 1, 1,
                         "Velmar would exchange the detained crews one for one, he said, if the "
                         "nets were returned first.",
                         "Velmar would exchange the detained crews one for one")
                      .id;
  c.contents.positions.back().condition = "the nets were returned first";
  c.says("Lake Commission", "Adaeze Brun", "progress", Stance::reports, -1, -1,
         "Adaeze Brun of the Lake Commission called the first day “long, cold and useful”.",
         "long, cold and useful");
  const MeetingId m1 = c.meets({"Ostravia", "Velmar"}, "Sandport", MeetingStatus::held,
                               day("2031-03-03"), "on Monday",
                               "The delegations of Ostravia and Velmar met in Sandport on Monday "
                               "for the first time since the "
                               "ice broke.")
                           .id;
  const Evidence a1 =
      c.line("The two sides agreed to keep a telephone line open between the harbour masters.");
  const Evidence a2 = c.line("Ostravia promised to return twelve nets by the end of the month.");

  c.open("Lake talks open in Sandport", "The Harbour Gazette", day("2031-03-03"))
      .copy_of(DocumentId{1});
  c.line(
      "The delegations of Ostravia and Velmar met in Sandport on Monday for the first time since "
      "the ice "
      "broke.");

  c.open("Readout of the meeting in Sandport", "Government of Velmar", day("2031-03-04"));
  const MeetingId m2 =
      c.meets({"Velmar", "Ostravia"}, "Sandport", MeetingStatus::held, day("2031-03-03"),
              "on 3 March",
              "On 3 March the Velmari delegation met the Ostravian delegation in Sandport.")
          .id;
  const Evidence b1 = c.line(
      "The parties agreed that a telephone line between the harbour masters would stay open.");
  const Evidence b2 = c.line("Ostravia undertook to return all nets by Friday.");
  const Evidence b3 = c.line("The Velmari side recalled the drowned of the autumn.");
  c.accounts.push_back({m1,
                        m2,
                        {{Agreement::agreed, a1, b1},
                         {Agreement::differs, a2, b2},
                         {Agreement::only_right, std::nullopt, b3}}});
  c.says("Velmar", "", "monitors", Stance::wants, 2, 2,
         "Velmar reaffirmed its wish for international monitors.",
         "Velmar reaffirmed its wish for international monitors.");

  c.open("Voices from the eastern shore", "", std::nullopt);
  const auto p6 =
      c.says("Ostravia", "Lev Halloran", "monitors", Stance::open_to, 1, 2,
             "Government spokesman Lev Halloran said Ostravia could live with monitors, “ours, "
             "theirs or anybody’s”.",
             "ours, theirs or anybody’s")
          .id;
  const auto p7 =
      c.says("Ostravia", "General Odo Prahl", "monitors", Stance::rejects, 1, 2,
             "“Nobody will count my boats,” said General Odo Prahl.", "Nobody will count my boats,")
          .id;
  c.contradicts(p6, p7);
  c.says("Shore Towns", "Mina Okoro", "fishing", Stance::wants, 2, 2,
         "“We fished together before either flag was sewn,” said Mina Okoro, who speaks for the "
         "shore towns.",
         "We fished together before either flag was sewn,");

  c.open("Crews to go home", "Northern Wire", day("2031-03-21"));
  const auto p9 =
      c.says("Velmar", "Tomas Arke", "prisoners", Stance::offers, 2, 2,
             "Velmar will release all eleven crews without conditions, Tomas Arke said on Friday.",
             "Velmar will release all eleven crews without conditions")
          .id;
  c.moved(p4, p9);
  const auto p10 = c.says("Ostravia", "Irena Voss", "fishing", Stance::open_to, 1, 1,
                          "Ms Voss indicated that licences by quota could be discussed.",
                          "licences by quota could be discussed")
                       .id;
  c.moved(p1, p10);
  c.says("Lake Commission", "Adaeze Brun", "troops", Stance::wants, 0, 1,
         "Ms Brun has urged both to thin out their posts.", "urged both to thin out their posts");
  c.contents.positions.back().review = confirmed("A. Reader");
  c.drafts("Article 2", "troops", 1,
           "Article 2. Each side may keep two hundred soldiers at the shore.");
  const ClauseId crossing =
      c.drafts("Article 3", "troops", 2,
               "Article 3. A foreign contingent of any size may be stationed at the western shore.")
          .id;
  c.crossings.push_back({crossing, red_line});
  DraftCheck check;
  check.draft = "the draft";
  check.clauses = c.contents.clauses;
  check.parties = {{"Ostravia", true, false}, {"Velmar", true, false}};
  const Word silent, drawn{Answer::red_line, Doubt::none, red_line, std::nullopt, false},
      open{Answer::conditional, Doubt::none, p4, std::nullopt, false};
  check.words = {{open, silent}, {silent, drawn}};
  check.balances = {{{Bearing::open, Bearing::unknown}}, {{Bearing::unknown, Bearing::crossed}}};
  check.outcome = Outcome::crosses;
  c.checks.push_back(check);
  c.meets({"Ostravia", "Velmar", "Lake Commission"}, "Haven Island", MeetingStatus::planned,
          day("2031-04-02"), "2 April",
          "The ministers will meet the Commission on Haven Island on 2 April.");
  c.meets({"Ostravia", "Shore Towns"}, "", MeetingStatus::reported, std::nullopt, "last autumn",
          "According to Ms Okoro, Ostravian officials had met the shore towns last autumn.");
  c.meets({"Velmar", "Lake Commission"}, "Sandport", MeetingStatus::cancelled, day("2031-03-14"),
          "on Friday",
          "A session of Velmar with the Commission in Sandport on Friday was called off because of "
          "fog.");

  c.knows("Irena Voss", "Foreign Minister", "Ostravia").aliases = {"Foreign Minister Irena Voss",
                                                                   "Ms Voss"};
  c.knows("Tomas Arke", "", "Velmar");
  c.knows("Thomas Arke", "", "Velmar").same_as = PersonId{2};
  c.knows("Adaeze Brun", "", "Lake Commission");
  c.close();
  return c;
}

// `parties` by `issues`, every cell with `positions` positions: for pages that must stay usable
// when a case is large.
inline GrownCase large_case(int parties, int issues, int positions) {
  GrownCase c;
  for (int i = 0; i < issues; ++i)
    c.issue("issue_" + std::to_string(i), "Issue of number " + std::to_string(i),
            {"first anchor", "second anchor", "third anchor"});
  for (int n = 0; n < positions; ++n) {
    c.open("Report number " + std::to_string(n), "Wire " + std::to_string(n % 7),
           day("2031-03-03"));
    for (int p = 0; p < parties; ++p)
      for (int i = 0; i < issues; ++i)
        c.says("Party number " + std::to_string(p), "Speaker of " + std::to_string(p),
               "issue_" + std::to_string(i), n % 2 == 0 ? Stance::demands : Stance::open_to, n % 3,
               n % 3,
               "The speaker of party " + std::to_string(p) + " said that issue " +
                   std::to_string(i) + " was close to its heart.",
               "issue " + std::to_string(i) + " was close to its heart");
  }
  c.close();
  return c;
}

}  // namespace entente::kit
