// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "base/words.h"
#include "extract/mentions.h"
#include "extract/positions/word_patterns.h"
#include "model/clause.h"
#include "model/codebook.h"
#include "model/document.h"
#include "model/meeting.h"
#include "model/position.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

// What a word of data/english/stance.words is for a stance. The first twelve are a party's doing:
// whoever is their subject holds the position.
enum class StanceWord : std::uint8_t {
  demands,
  wants,
  directs,  // counts only with somebody told to do a thing: "told X to leave"
  offers,
  accepts,
  concedes,
  rejects,
  weighs,
  threatens,
  discusses,
  declares,  // "announced a truce" offers it; "announced that ..." only says so
  deed,      // what only the speaker's own party offers by doing it: "are building"
  bad,
  good,    // said of the matter itself
  judges,  // whose subject says so of it: "X called it ..."
  must,
  needs,
  will,
  can,
  may,
  be,  // helping verbs
  negation,
  condition,
  later,
  red_line,
  firm,
  tentative,
  these,
  it,
  we,        // words that stand for what or who was named before
  believes,  // "confident", "expects that": what follows is foretold, not taken up
  unreal,    // "in an ideal world": what stands beside it is nobody's
  lacks,     // "silent on": what follows is missing in what stands before
  coerces,   // means of pressure: who announces them offers nothing
  idle,      // phrases whose words count for none of these: "declined to say"
};

// What a word of data/english/meeting.words tells of a meeting.
enum class MeetingWord : std::uint8_t {
  noun,
  verb,
  visit,   // where people or a place follow: "received X"
  travel,  // a meeting only beside one of the words above
  past,
  future,
  wish,    // asked for or offered, not agreed
  course,  // it began, went on, ended
  remote,  // by telephone or on screen
  cancelled,
  definite,
  sides,  // those of the whole text: "the delegations"
  they,   // those told of last: "the two"
  idle,
  weekday,
  month,
  relative,
};

// A place of a lexicon's phrase, with its class.
template <class Class>
struct Marked {
  Span span;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  Class what{};
  Firmness firmness = Firmness::unstated;
};
using StanceMark = Marked<StanceWord>;
using MeetingMark = Marked<MeetingWord>;

// Predicates, modals and negations that make a stance, words of firmness, of meetings: from
// data/english.
class StanceLexicon {
 public:
  // Reads stance.words and meeting.words of the folder.
  static Result<StanceLexicon> load(const std::filesystem::path& english_folder);

  // In the order of the text; marks of one class do not overlap, and idle phrases leave no mark.
  std::vector<StanceMark> stance_marks(const text::Prose& prose) const;
  std::vector<MeetingMark> meeting_marks(const text::Prose& prose) const;

 private:
  struct Entry {
    std::uint8_t what = 0;
    Firmness firmness = Firmness::unstated;
  };
  struct Classes {
    WordPatterns patterns;
    std::vector<Entry> entries;
  };
  template <class Class>
  static std::optional<Entry> entry_of(std::string_view name);
  template <class Class>
  static Result<Classes> read_classes(const std::filesystem::path& file);
  template <class Class>
  static std::vector<Marked<Class>> marks(const Classes& classes, const text::Prose& prose);

  Classes stance_;
  Classes meeting_;
};

// A place where a text speaks of an issue, or of one of its options.
struct IssueMark {
  Span span;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t issue = 0;   // index in the codebook
  std::size_t option = 0;  // index in the issue; of an option mark only
  bool weak = false;
};

// A codebook's cues made ready for matching.
class IssueMatcher {
 public:
  explicit IssueMatcher(const Codebook& codebook);

  struct Marks {
    std::vector<IssueMark> issues;   // in the order of the text
    std::vector<IssueMark> options;  // the same
  };
  // Marks of one issue do not overlap; those that an `except` touches are left out.
  Marks find(const text::Prose& prose) const;

  // What the tokens [first, last) speak of, by issue; weak cues count only where nothing else does.
  std::vector<IssueMark> issues_in(const Marks& marks, std::size_t first, std::size_t last) const;
  // The options named there; nothing where none is, or where several are and the issue has no
  // order.
  std::optional<OptionRange> options_in(const Marks& marks, std::size_t issue, std::size_t first,
                                        std::size_t last) const;

  const std::string& id(std::size_t issue) const { return issues_[issue].id; }
  IssueKind kind(std::size_t issue) const { return issues_[issue].kind; }
  // The other end of an ordered scale, where `range` is one of its ends.
  std::optional<OptionRange> other_end(std::size_t issue, const OptionRange& range) const;

 private:
  enum class Use : std::uint8_t { cue, weak_cue, except, option };
  struct Entry {
    std::uint32_t issue = 0;
    std::uint32_t option = 0;
    Use use = Use::cue;
  };
  struct Scale {
    std::string id;
    IssueKind kind = IssueKind::substance;
    bool ordered = false;
    std::vector<std::string> options;
  };
  void add(std::string_view cue, Entry entry);
  void add_passive(std::string_view cue, Entry entry);
  void keep_apart(std::vector<IssueMark>& marks) const;
  void keep_longest(std::vector<IssueMark>& options) const;

  WordPatterns patterns_;
  std::vector<Entry> entries_;
  std::vector<Scale> issues_;
};

// What a text speaks of.
struct IssueMatches {
  IssueMatches(const IssueMatcher& matcher, const text::Prose& prose)
      : matcher(matcher), marks(matcher.find(prose)) {}

  const IssueMatcher& matcher;
  IssueMatcher::Marks marks;
};

// What one text says, as these functions need it.
struct Reading {
  const DocumentCard& card;
  const text::Prose& prose;
  const std::vector<Statement>& statements;  // speakers resolved
  const std::vector<Mention>& mentions;
  std::string issuer = {};  // the party whose readout or statement the document is; "": none
  std::vector<StanceMark> stances;
  std::vector<MeetingMark> meeting_words;
  std::vector<std::string> mediators = {};  // parties that the codebook calls so
};

// Positions of parties in what is said (Reading::statements) and in what the narrator tells of
// them. Each has one clause as its evidence, or the words of it that carry the issue. Method:
// PETRARCH2's composition of predicates (verb over verb, with negation) over the clause, and an
// issue dictionary. What `drafted` clauses themselves provide is nobody's position; what is said of
// them is. In the order of the text.
std::vector<Position> find_positions(const Reading& reading, const IssueMatches& issues,
                                     const std::vector<Clause>& drafted = {});

// One for each event that the document tells of, however often; in the order of the text.
std::vector<Meeting> find_meetings(const Reading& reading);

// What a draft, plan or proposal provides: numbered articles, and sentences such as "the draft
// would bar ...".
std::vector<Clause> find_clauses(const Reading& reading, const IssueMatches& issues);

}  // namespace entente::extract

namespace entente {

template <>
inline constexpr std::array words<extract::StanceWord>{
    std::string_view{"demands"},   std::string_view{"wants"},     std::string_view{"directs"},
    std::string_view{"offers"},    std::string_view{"accepts"},   std::string_view{"concedes"},
    std::string_view{"rejects"},   std::string_view{"weighs"},    std::string_view{"threatens"},
    std::string_view{"discusses"}, std::string_view{"declares"},  std::string_view{"deed"},
    std::string_view{"bad"},       std::string_view{"good"},      std::string_view{"judges"},
    std::string_view{"must"},      std::string_view{"needs"},     std::string_view{"will"},
    std::string_view{"can"},       std::string_view{"may"},       std::string_view{"be"},
    std::string_view{"not"},       std::string_view{"condition"}, std::string_view{"later"},
    std::string_view{"red_line"},  std::string_view{"firm"},      std::string_view{"tentative"},
    std::string_view{"these"},     std::string_view{"it"},        std::string_view{"we"},
    std::string_view{"believes"},  std::string_view{"unreal"},    std::string_view{"lacks"},
    std::string_view{"coerces"},   std::string_view{"idle"}};

template <>
inline constexpr std::array words<extract::MeetingWord>{
    std::string_view{"noun"},      std::string_view{"verb"},     std::string_view{"visit"},
    std::string_view{"travel"},    std::string_view{"past"},     std::string_view{"future"},
    std::string_view{"wish"},      std::string_view{"course"},   std::string_view{"remote"},
    std::string_view{"cancelled"}, std::string_view{"definite"}, std::string_view{"sides"},
    std::string_view{"they"},      std::string_view{"idle"},     std::string_view{"weekday"},
    std::string_view{"month"},     std::string_view{"relative"}};

}  // namespace entente
