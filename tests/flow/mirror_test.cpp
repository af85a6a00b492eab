// SPDX-License-Identifier: Apache-2.0
// No side is taken: two parties that change names in all that goes in have changed places in all
// that comes out, and nothing else is different.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "base/words.h"
#include "kit/folder.h"
#include "read/decode.h"
#include "workbench/workbench.h"

namespace entente::mirror {
namespace {

using Names = std::vector<std::pair<std::string, std::string>>;  // longer ones first
using Lines = std::vector<std::string>;

const std::filesystem::path root = ENTENTE_SOURCE_DIR;

// One name of a pair at this place, and the other one; nothing where there is none.
std::pair<std::string, std::string> name_at(const std::string& text, std::size_t at,
                                            const Names& names) {
  for (const auto& [one, other] : names) {
    if (text.compare(at, one.size(), one) == 0) return {one, other};
    if (text.compare(at, other.size(), other) == 0) return {other, one};
  }
  return {};
}

std::string swapped(const std::string& text, const Names& names) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [here, instead] = name_at(text, at, names);
    out += here.empty() ? std::string(1, text[at]) : instead;
    at += std::max<std::size_t>(here.size(), 1);
  }
  return out;
}

struct File {
  std::string name, bytes;
};

struct Told {
  std::string parties;  // YAML
  std::vector<File> files;
};

Told swapped(Told told, const Names& names) {
  told.parties = swapped(told.parties, names);
  for (File& file : told.files) file.bytes = swapped(file.bytes, names);
  return told;
}

template <class... Parts>
std::string line(const Parts&... parts) {
  std::ostringstream out;
  ((out << parts << " | "), ...);
  return out.str();
}

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : "no date"; }

std::string option(const std::optional<OptionRange>& range) {
  return range ? range->low + ".." + range->high : "no option";
}

std::string joined(const Lines& words) {
  std::string out;
  for (const std::string& word : words) out += word + ", ";
  return out;
}

template <class Id>
std::string ids(const std::vector<Id>& all) {
  std::string out;
  for (const Id id : all) out += id.text() + " ";
  return out;
}

template <class Item>
std::string id_or_none(const std::optional<Item>& id) {
  return id ? id->text() : "none";
}

// What the case says, with names but without offsets and checksums.
void tell_items(const Case& c, Lines& out) {
  for (const Statement& s : c.statements)
    out.push_back(line(s.id.text(), s.document.text(), s.speaker, s.party, word_of(s.speech),
                       word_of(s.polarity), id_or_none(s.person), id_or_none(s.within),
                       s.loaded.size(), s.words));
  for (const Position& p : c.positions)
    out.push_back(line(p.id.text(), p.document.text(), p.party, p.issue, word_of(p.stance),
                       word_of(p.firmness), option(p.option), p.condition, word_of(p.shift),
                       p.reported_by, day(p.said), day(p.printed), p.words));
  for (const Meeting& m : c.meetings)
    out.push_back(line(m.id.text(), m.document.text(), joined(m.parties), joined(m.people), m.place,
                       m.when_words, day(m.when), word_of(m.status), m.words));
  for (const Clause& k : c.clauses)
    out.push_back(line(k.id.text(), k.draft, k.number, k.issue, option(k.option), k.words));
  for (const Lever& l : c.levers)
    out.push_back(line("lever", l.id.text(), l.holder, l.kind, word_of(l.use), l.target,
                       l.condition, l.deadline_words, day(l.deadline), l.reported_by, l.words));
  for (const Person& w : c.people)
    out.push_back(line(w.id.text(), w.name, w.role, w.party, id_or_none(w.same_as)));
}

void tell_findings(const Workbench& bench, Lines& out) {
  const Matrix matrix = bench.matrix();
  out.push_back(joined(matrix.issues));
  for (const Cell& cell : matrix.cells)
    out.push_back(line("cell", cell.party, cell.issue, cell.newest.text(), ids(cell.all), cell.own,
                       cell.moved, cell.contradicted, id_or_none(cell.red_line)));
  for (const Movement& m : bench.movements())
    out.push_back(line("moved", m.party, m.issue, m.from.text(), m.to.text()));
  for (const Contradiction& c : bench.contradictions())
    out.push_back(line("contradicts", c.party, c.issue, c.one.text(), c.other.text()));
  for (const Crossing& c : bench.crossings())
    out.push_back(line("crosses", c.clause.text(), c.red_line.text()));
  for (const AccountPair& pair : bench.accounts())
    for (const AccountLine& l : pair.lines)
      out.push_back(line("account", pair.left.text(), pair.right.text(), word_of(l.agreement)));
}

// Of what has no order of its own, two parties' places hang on their names: each part stands alone.
void tell_ledger(const Workbench& bench, Lines& out) {
  const Ledger ledger = bench.ledger();
  for (const CellChange& c : ledger.changes)
    out.push_back(line("changed", c.party, c.issue, word_of(c.cause), c.between_texts, c.in_text,
                       id_or_none(c.from), id_or_none(c.to), day(c.day)));
  for (const IssueCourse& c : ledger.issues) {
    out.push_back(
        line("course", c.issue, word_of(c.course), day(c.since), day(c.last_word), c.silent));
    for (const CoursePair& p : c.pairs)
      out.push_back(line("pair", p.one.text(), p.other.text(), p.nearer, p.before, p.after));
    for (const std::string& party : c.apart) out.push_back(line("apart", c.issue, party));
  }
  for (const MeetingTrack& track : bench.tracks())
    for (const MeetingEvent& e : track.events) {
      out.push_back(line("track", ids(e.told), day(e.when), e.place, word_of(e.outcome)));
      for (const std::string& party : track.parties)
        out.push_back(line("of track", ids(e.told), party));
    }
}

void tell_disputes(const Workbench& bench, Lines& out) {
  const Disputes found = bench.disputes();
  for (const QuoteVariant& v : found.variants)
    out.push_back(line("wording", v.left.text(), v.right.text()));
  for (const Departure& d : found.departures)
    out.push_back(line("departs", d.paraphrase.text(), d.quote.text(), word_of(d.in)));
  for (const Retelling& r : found.retellings)
    for (const AccountLine& l : r.lines)
      out.push_back(line("retold", r.left.text(), r.right.text(), word_of(l.agreement)));
  for (const ColourCount& c : found.colours)
    out.push_back(line("coloured", c.outlet, word_of(c.colour), c.party, c.count));
}

std::string told(const Word& word) {
  return line(word_of(word.answer), word_of(word.doubt), id_or_none(word.position),
              id_or_none(word.but), word.instead);
}

void tell_deals(const Workbench& bench, Lines& out) {
  const CaseDeals found = bench.deals();
  const Acceptance& in = found.acceptance;
  out.push_back(line("leeway", found.leeway.packages.text(), found.leeway.inside.text(),
                     found.leeway.unopposed.text(), found.leeway.accepted.text()));
  for (const AskedParty& one : in.parties)
    out.push_back(line("asked", one.party, one.needed, one.stated));
  for (const IssueAnswers& issue : in.issues)
    for (std::size_t p = 0; p < in.parties.size(); ++p)
      for (const Word& word : issue.words[p])
        out.push_back(line("word", issue.issue, in.parties[p].party, told(word)));
  for (const Bar& bar : found.leeway.bars)
    for (const Limit& limit : bar.limits)
      out.push_back(line("bar", in.issues[bar.issue].issue, in.parties[limit.party].party,
                         ids(limit.positions), limit.closes.size()));
}

void tell_checks(const Workbench& bench, Lines& out) {
  for (const DraftCheck& check : bench.checks()) {
    out.push_back(line("check", check.draft, word_of(check.outcome)));
    for (std::size_t c = 0; c < check.clauses.size(); ++c)
      for (std::size_t p = 0; p < check.parties.size(); ++p)
        out.push_back(line("clause", check.clauses[c].id.text(), check.parties[p].party,
                           told(check.words[c][p]), word_of(check.balances[p].bearings[c])));
    for (std::size_t p : check.gets_all) out.push_back(line("all", check.parties[p].party));
    for (std::size_t p : check.gives_way) out.push_back(line("gives", check.parties[p].party));
  }
}

// A whole run: from the files to the findings. The order in which parties are listed follows their
// names, so that of the lines is left out.
Lines run(const Told& told) {
  const kit::Folder folder;
  const auto parties = folder.write("parties.yaml", told.parties);
  Workbench bench = Workbench::create(folder / "case.entente", {"peace-talks", parties},
                                      Share{root / "data", root / "codebooks"});
  std::vector<Input> inputs;
  for (const File& file : told.files) inputs.push_back({file.name, file.bytes});
  EXPECT_TRUE(bench.add(inputs, {}, {}).refused.empty());
  Lines out;
  tell_items(bench.contents(), out);
  tell_findings(bench, out);
  tell_ledger(bench, out);
  tell_disputes(bench, out);
  tell_deals(bench, out);
  tell_checks(bench, out);
  return out;
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::size_t lines_with(const Lines& lines, const std::string& begin) {
  return static_cast<std::size_t>(std::count_if(
      lines.begin(), lines.end(), [&](const auto& one) { return one.starts_with(begin); }));
}

// What stands on one side only.
std::string difference(const Lines& one, const Lines& other) {
  std::string out;
  Lines only;
  std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(only));
  for (const std::string& text : only) out += "  as told:  " + text + "\n";
  only.clear();
  std::set_difference(other.begin(), other.end(), one.begin(), one.end(), std::back_inserter(only));
  for (const std::string& text : only) out += "  mirrored: " + text + "\n";
  return out;
}

void expect_mirrored(const Told& told, const Names& names) {
  const Lines as_told = sorted(run(told));
  Lines mirrored = run(swapped(told, names));
  for (std::string& text : mirrored) text = swapped(text, names);
  mirrored = sorted(mirrored);
  EXPECT_EQ(difference(as_told, mirrored), "");
  EXPECT_EQ(as_told.size(), mirrored.size());
}

// One of the articles is UTF-16.
std::string as_utf8(const std::filesystem::path& file) {
  return to_utf8(or_throw(read::decode(kit::bytes_of(file), file.string())));
}

Told example() {
  const auto folder = root / "examples/ellowan-canal";
  Told told{kit::bytes_of(folder / "parties.yaml"), {}};
  for (const auto& entry : std::filesystem::directory_iterator(folder / "articles"))
    told.files.push_back({entry.path().filename(), as_utf8(entry.path())});
  std::sort(told.files.begin(), told.files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  return told;
}

const Names of_the_example{
    {"Meldrian", "Dorvanian"}, {"Meldria", "Dorvane"}, {"MELDRIA", "DORVANE"}};

TEST(Mirror, a_swap_is_its_own_inverse) {
  for (const File& file : example().files)
    EXPECT_EQ(swapped(swapped(file.bytes, of_the_example), of_the_example), file.bytes)
        << file.name;
  EXPECT_EQ(swapped("Meldria's Dorvanians", of_the_example), "Dorvane's Meldrians");
}

TEST(Mirror, the_example_with_its_two_principals_swapped_gives_the_mirrored_findings) {
  expect_mirrored(example(), of_the_example);
}

TEST(Mirror, the_example_holds_every_kind_of_finding_that_is_mirrored) {
  const Lines told = run(example());
  for (const char* kind : {"cell", "moved", "contradicts", "crosses", "account", "word", "bar",
                           "clause", "changed", "course", "track", "lever"})
    EXPECT_GT(lines_with(told, kind), 0u) << kind;
}

// A side of the generated talks; the names differ in length and in their first letter.
struct Side {
  std::string name, demonym, seat, minister, surname;
};

const Side avar{"Avarland", "Avaric", "Portsel", "Ilan Corvo", "Corvo"};
const Side quill{"Quillmark", "Quillmarker", "Old Torvik", "Bettina Lindholm", "Lindholm"};
const Names of_the_generated{{avar.minister, quill.minister},
                             {avar.surname, quill.surname},
                             {quill.demonym, avar.demonym},
                             {avar.name, quill.name},
                             {avar.seat, quill.seat}};

std::string with_names(std::string text, const Side& us, const Side& them) {
  const std::pair<const char*, const std::string*> places[] = {
      {"{N}", &us.name},    {"{D}", &us.demonym}, {"{S}", &us.seat},      {"{M}", &us.minister},
      {"{L}", &us.surname}, {"{n}", &them.name},  {"{d}", &them.demonym}, {"{m}", &them.minister}};
  for (const auto& [mark, word] : places)
    for (std::size_t at; (at = text.find(mark)) != text.npos;) text.replace(at, 3, *word);
  return text;
}

constexpr const char* told_of_a_side[] = {
    "{D} Foreign Minister {M} said {N} would never accept foreign troops at the bridges.",
    "\"We demand that the sanctions be lifted at once,\" {M}, {N}'s foreign minister, said.",
    "{N} agreed to a ceasefire on Friday if {n} withdraws its troops from the valley.",
    "{N} rejected a ceasefire, a government spokesman said in {S}.",
    "A full exchange of prisoners of war is a red line for {N}, {M} said.",
    "{D} Foreign Minister {M} met {d} Foreign Minister {m} in Greywater on Monday.",
    "Foreign Minister {M} of {N} ruled out talks about elections. {L} said {n} had gone too far.",
    "{S} is open to international monitors, {D} officials said.",
    "{N} accused {n} of breaking the truce. {N} offered to free all prisoners.",
    "Article 2. {N} shall withdraw its troops from the valley.",
    "Under the draft agreement, {N} would not join a military alliance.",
    "{M} told reporters: \"{N} will not cede its land.\"",
    "{M} and {m} will meet in Greywater on 20 June 2031 to discuss sanctions.",
    "{N} dismissed the idea that {n} had offered to lift the sanctions.",
    "The {D} delegation called the draft \"a basis for talks\"."};

// No sentence stands twice in a text: what is a repeat hangs on its length, and so on the names'.
std::string generated_text(std::mt19937& random, int number) {
  std::string text = "Talks, part " + std::to_string(number) + "\nThe Reed Post, " +
                     std::to_string(number + 3) + " June 2031\n\n";
  std::set<std::size_t> told;
  while (told.size() < 8) {
    const std::size_t pick = random() % (2 * std::size(told_of_a_side));
    if (!told.insert(pick).second) continue;
    const char* sentence = told_of_a_side[pick / 2];
    text += pick % 2 == 0 ? with_names(sentence, avar, quill) : with_names(sentence, quill, avar);
    text += random() % 3 == 0 ? " " : "\n\n";
  }
  return text + "\n";
}

std::string party_yaml(const Side& side) {
  return "  - name: " + side.name +
         "\n    kind: principal\n    consent: required\n    demonyms: [" + side.demonym +
         "]\n    seats: [" + side.seat + "]\n";
}

Told generated(unsigned seed) {
  std::mt19937 random(seed);
  Told told{"parties:\n" + party_yaml(avar) + party_yaml(quill), {}};
  for (int i = 1; i <= 3; ++i)
    told.files.push_back({"talks-" + std::to_string(i) + ".txt", generated_text(random, i)});
  return told;
}

TEST(Mirror, generated_talks_with_the_sides_swapped_give_the_mirrored_findings) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_mirrored(generated(seed), of_the_generated);
  }
}

TEST(Mirror, generated_talks_hold_positions_of_both_sides_and_findings) {
  std::size_t cells[2] = {}, findings = 0;
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const Lines told = run(generated(seed));
    cells[0] += lines_with(told, "cell | " + avar.name);
    cells[1] += lines_with(told, "cell | " + quill.name);
    for (const char* kind : {"moved", "contradicts", "crosses"}) findings += lines_with(told, kind);
  }
  EXPECT_GT(cells[0], 10u);
  EXPECT_GT(cells[1], 10u);
  EXPECT_GT(findings, 0u);
}

}  // namespace
}  // namespace entente::mirror
