// SPDX-License-Identifier: Apache-2.0
#include "extract/meetings/telling.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "extract/meetings/table.h"

namespace entente::extract::coding {
namespace {

using MarkList = std::vector<const MeetingMark*>;

template <std::size_t N>
bool is_one_of(const text::Prose& prose, std::size_t token,
               const std::array<std::u32string_view, N>& of) {
  const auto word = prose.folded_word(token);
  return std::find(of.begin(), of.end(), word) != of.end();
}

constexpr std::array<std::u32string_view, 13> another{
    U"a",   U"an",    U"another", U"further",   U"next",     U"second", U"his",
    U"her", U"their", U"its",     U"follow-up", U"separate", U"new"};
constexpr std::array<std::u32string_view, 6> apart_in_time{U"after", U"following", U"before",
                                                           U"when",  U"since",     U"ahead"};
constexpr std::array<std::u32string_view, 9> once_more{U"again",   U"further",   U"next",
                                                       U"another", U"follow-up", U"second",
                                                       U"new",     U"reconvene", U"reconvened"};
constexpr std::array<std::u32string_view, 3> within{U"at", U"during", U"in"};
constexpr std::array<std::u32string_view, 7> mediating{
    U"-mediated", U"-brokered", U"-led", U"-hosted", U"-backed", U"-sponsored", U"-facilitated"};
constexpr std::array<std::u32string_view, 3> where{U"in", U"at", U"to"};
constexpr std::array<std::u32string_view, 3> supposed{U"if", U"unless", U"whether"};
constexpr std::array<std::u32string_view, 6> settlements{U"capital", U"city", U"town",
                                                         U"resort",  U"port", U"village"};
constexpr std::size_t reach_of_not = 5;  // words from a negation to the verb it denies

class TellingReader {
 public:
  explicit TellingReader(const Reading& reading)
      : reading_(reading),
        prose_(reading.prose),
        marked_{reading.prose, reading.mentions, reading.stances},
        marks_(reading.meeting_words),
        dateline_(dateline_of(reading.prose)) {
    for (const Statement& statement : reading.statements)
      said_.insert(said_.end(), statement.content.begin(), statement.content.end());
    std::sort(said_.begin(), said_.end());
    const auto inner = [last = Span{}](Span span) mutable {
      if (last.contains(span)) return true;
      last = span;
      return false;
    };
    std::erase_if(said_, inner);
    for (const Mention& mention : reading.mentions)
      if (mention.kind == MentionKind::party && !mention.party.empty())
        governments_.emplace(place_words(mention.span), mention.party);
  }

  std::vector<Told> read() {
    std::vector<std::size_t> triggers;
    for (std::size_t i = 0; i < marks_.size(); ++i)
      if (is_trigger(marks_[i])) triggers.push_back(i);
    if (triggers.empty()) return {};
    std::size_t done = 0;
    for (const std::size_t trigger : triggers) {
      const std::size_t sentence = prose_.sentence_at(marks_[trigger].span.begin);
      if (sentence < done || sentence >= prose_.sentences.size()) continue;
      done = sentence + 1;
      for (const Span voice : voices_of(prose_.sentences[sentence].span))
        for (const Part& part : cut_clauses(marked_, voice)) read_part(part);
    }
    return std::move(tellings_);
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
    return mark.what == MeetingWord::noun || mark.what == MeetingWord::verb ||
           mark.what == MeetingWord::visit || mark.what == MeetingWord::travel;
  }

  // Where the words of a further meeting begin: "a follow-up meeting", "his Friday discussions",
  // "after meeting X".
  std::optional<std::size_t> own_start(const MeetingMark& trigger, std::size_t lowest) const {
    if (is_one_of(prose_, trigger.first, apart_in_time)) return trigger.first;
    for (std::size_t token = trigger.first; token-- > lowest;) {
      if (is_one_of(prose_, token, apart_in_time)) return token;
      if (trigger.first - token > 3 || !is_one_of(prose_, token, another) || is_time(token))
        continue;
      // "received a call", "discussions at a meeting"
      const bool same = token == lowest || is_one_of(prose_, token - 1, within);
      return same ? std::nullopt : std::optional(after_comma(lowest, token));
    }
    return std::nullopt;
  }
  // "Following the meeting, | the parties agreed to hold a second round": what the comma parts.
  std::size_t after_comma(std::size_t lowest, std::size_t start) const {
    for (std::size_t token = lowest; token < start; ++token)
      if (is_mark(prose_, token, U",")) return token + 1;
    return start;
  }

  void read_part(const Part& part) {
    MarkList group;
    std::size_t first = part.first;
    for (const MeetingMark& mark : between(marks_, part.first, part.last)) {
      if (!is_trigger(mark) || denied(part, mark)) continue;
      if (mark.what == MeetingWord::visit && !has_object(mark)) continue;
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

  // "received X", "hosting the talks"; not "received assurances", "hosted by".
  bool has_object(const MeetingMark& mark) const {
    const std::size_t end = std::min(mark.last + 3, prose_.tokens.size());
    for (const MeetingMark& next : between(marks_, mark.last, end))
      if (next.what == MeetingWord::noun || next.what == MeetingWord::they) return true;
    if (mark.last < end && is_word(prose_, mark.last, U"them")) return true;
    const auto mention = mention_from(reading_.mentions, mark.span.end);
    return mention != reading_.mentions.end() && mention->kind != MentionKind::pronoun &&
           prose_.token_at(mention->span.begin) < end;
  }

  // "did not meet", "refuses to meet", "if they met".
  bool denied(const Part& part, const MeetingMark& mark) const {
    for (std::size_t token = part.first; token < mark.first; ++token)
      if (is_one_of(prose_, token, supposed)) return true;
    if (mark.what == MeetingWord::noun) return false;
    const std::size_t from = std::max(part.first, mark.first - std::min(mark.first, reach_of_not));
    for (const StanceMark& sign : between(marked_.stances, from, mark.first))
      if (sign.what == StanceWord::negation || sign.what == StanceWord::rejects) return true;
    return cue_has(mark.span.begin, [](StanceWord what) { return what == StanceWord::rejects; });
  }

  // Of the statement there, if there is one.
  template <class Test>
  bool cue_has(std::size_t at, const Test& test) const {
    const Statement* statement = statement_at(at);
    if (!statement || statement->cue.empty()) return false;
    const std::size_t first = prose_.token_at(statement->cue.front().begin);
    const auto signs = between(marked_.stances, first, first + 1);
    return std::any_of(signs.begin(), signs.end(), [&](auto& sign) { return test(sign.what); });
  }

  void take(const Part& part, std::size_t first, std::size_t last, const MarkList& group) {
    const auto is = [&](MeetingWord what) {
      return std::any_of(group.begin(), group.end(),
                         [&](auto* mark) { return mark->what == what; });
    };
    // "before travelling to X": a journey, not yet a meeting.
    if (!is(MeetingWord::noun) && !is(MeetingWord::verb) && !is(MeetingWord::visit)) return;
    Told told;
    told.part = part;
    told.evidence = words_of(part, first, last, group);
    told.by_verb = is(MeetingWord::verb);
    told.said = meets_any(group.front()->span, said_);
    read_signs(first, last, told);
    told.hosts = told.definite && is(MeetingWord::visit);
    if (told.said) add_speaker(first, last, told);
    read_mentions(first, last, group, told);
    if (told.parties.size() == 1 && told.group == Group::none) add_subject(group, told);
    if (told.place.empty()) told.place = capitalised_place(first, last);
    const Tense tense = told.status && is_ahead(*told.status) ? Tense::future : Tense::past;
    told.when = day_words_in(prose_, marks_, told.wish ? wished_from(first, last) : first, last,
                             tense, reading_.card.date);
    tellings_.push_back(std::move(told));
  }

  // "On Monday X | offered to meet": the day before the offer is not the meeting's.
  std::size_t wished_from(std::size_t first, std::size_t last) const {
    for (const MeetingMark& mark : between(marks_, first, last))
      if (mark.what == MeetingWord::wish) return mark.first;
    return first;
  }

  // The whole clause where it tells of one meeting, else the words of this one.
  Span words_of(const Part& part, std::size_t first, std::size_t last,
                const MarkList& group) const {
    Part own = part;
    if (first != part.first || last != part.last) {
      own = trimmed(prose_, {part.span, first, last, part.sentence});
      own.span = {prose_.tokens[own.first].span.begin, prose_.tokens[own.last - 1].span.end};
    }
    return shortened(prose_, own, group.front()->first, group.back()->last).span;
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
    if (statement->party.empty() && !statement->source.empty()) read_source(*statement, told);
  }
  // "The two leaders agreed | to meet"
  void read_source(const Statement& statement, Told& told) const {
    const std::size_t first = prose_.token_at(statement.source.front().begin);
    const std::size_t last = prose_.token_at(statement.source.back().end);
    for (const MeetingMark& mark : between(marks_, first, last)) {
      if (mark.what == MeetingWord::sides) read_group(mark, Group::of_text, told);
      if (mark.what == MeetingWord::they) read_group(mark, Group::told_last, told);
    }
  }

  void read_signs(std::size_t first, std::size_t last, Told& told) const {
    std::array<bool, words<MeetingWord>.size()> is{};
    // "agreed | to meet": what reaches into the clause counts.
    for (const MeetingMark& mark : between(marks_, first - std::min<std::size_t>(first, 4), last)) {
      if (mark.last <= first) continue;
      is[static_cast<std::size_t>(mark.what)] = true;
      if (mark.what == MeetingWord::sides) read_group(mark, Group::of_text, told);
      if (mark.what == MeetingWord::they) read_group(mark, Group::told_last, told);
    }
    const auto has = [&](MeetingWord what) { return is[static_cast<std::size_t>(what)]; };
    told.definite = has(MeetingWord::definite);
    told.course = has(MeetingWord::course);
    told.remote = has(MeetingWord::remote);
    for (std::size_t token = first; token < last; ++token)
      told.again = told.again || (is_one_of(prose_, token, once_more) && !is_time(token));
    told.wish = has(MeetingWord::wish) || is_asked(prose_.tokens[first].span.begin);
    if (has(MeetingWord::cancelled))
      told.status = MeetingStatus::cancelled;
    else if (told.wish)
      told.status = MeetingStatus::proposed;
    else if (has(MeetingWord::future))
      told.status = MeetingStatus::planned;
    else if (has(MeetingWord::past))
      told.status = MeetingStatus::held;
  }
  // "proposed | that the two meet"
  bool is_asked(std::size_t at) const {
    return cue_has(at, [](StanceWord what) {
      return what == StanceWord::demands || what == StanceWord::wants || what == StanceWord::offers;
    });
  }
  void read_group(const MeetingMark& mark, Group group, Told& told) const {
    if (told.group == Group::none) told.group = group;
    for (std::size_t token = mark.first; token < mark.last; ++token) {
      if (is_word(prose_, token, U"two") || is_word(prose_, token, U"both")) told.many = 2;
      if (is_word(prose_, token, U"three")) told.many = 3;
      if (is_word(prose_, token, U"four")) told.many = 4;
    }
  }

  bool follows_where(const Mention& mention) const {
    const std::size_t token = prose_.token_at(mention.span.begin);
    return token > 0 && is_one_of(prose_, token - 1, where);
  }
  // "visited X", "hosted by X": the place's government is there too.
  bool follows_trigger(const Mention& mention, const MarkList& group) const {
    return std::any_of(group.begin(), group.end(), [&](const MeetingMark* mark) {
      return mark->what != MeetingWord::noun && mark->span.end < mention.span.begin &&
             mention.span.begin - mark->span.end <= 5;
    });
  }

  // "in X talks": the party, not the place.
  bool leads_trigger(const Mention& mention, const MarkList& group) const {
    const std::size_t after = prose_.token_at(mention.span.end);
    return std::any_of(group.begin(), group.end(), [&](const MeetingMark* mark) {
      return mark->what == MeetingWord::noun && mark->first == after;
    });
  }

  void read_mentions(std::size_t first, std::size_t last, const MarkList& group, Told& told) const {
    const std::size_t end = prose_.tokens[last - 1].span.end;
    for (auto mention = mention_from(reading_.mentions, prose_.tokens[first].span.begin);
         mention != reading_.mentions.end() && mention->span.begin < end; ++mention) {
      if (is_dateline(*mention)) continue;
      if (mention->kind == MentionKind::place) {
        read_place(*mention, group, told);
      } else if (describes_place(*mention)) {
        if (told.place.empty()) told.place = place_described(*mention);
      } else if (!is_occasion(first, *mention)) {
        told.mediators += mediates(*mention) && !mention->party.empty();
        add_new(told.parties, mention->party);
        add_new(told.people, mention->person);
      }
    }
  }
  bool is_dateline(const Mention& mention) const {
    return dateline_ && dateline_->head.contains(mention.span);
  }
  // "on the sidelines of the X summit": whose summit it is need not be there.
  bool is_occasion(std::size_t first, const Mention& mention) const {
    const std::size_t at = prose_.token_at(mention.span.begin);
    for (std::size_t token = at; token-- > first && at - token <= 4;)
      if (is_word(prose_, token, U"sidelines") || is_word(prose_, token, U"margins")) return true;
    return false;
  }
  // "X-mediated talks": between others.
  bool mediates(const Mention& mention) const {
    const auto rest = std::u32string_view(prose_.folded).substr(mention.span.end, 13);
    return std::any_of(mediating.begin(), mediating.end(),
                       [&](std::u32string_view word) { return rest.starts_with(word); });
  }
  // "in the Corlandic capital"
  bool describes_place(const Mention& mention) const {
    const std::size_t after = prose_.token_at(mention.span.end);
    return after < prose_.tokens.size() && is_one_of(prose_, after, settlements);
  }
  // A report from there need not name it again.
  std::string place_described(const Mention& mention) const {
    if (dateline_) return dateline_->place;
    const std::size_t last = prose_.token_at(mention.span.end);
    return place_words({mention.span.begin, prose_.tokens[last].span.end});
  }
  void read_place(const Mention& mention, const MarkList& group, Told& told) const {
    const bool visited = follows_trigger(mention, group);
    const bool names_meeting = leads_trigger(mention, group);
    if (told.place.empty() && !names_meeting && (visited || follows_where(mention)))
      told.place = place_words(mention.span);
    if (visited || names_meeting) add_new(told.parties, government_of(mention));
  }
  // Whose seat or land it is, where the text elsewhere lets the same words act: "X said".
  std::string government_of(const Mention& place) const {
    if (!place.party.empty()) return place.party;
    const auto found = governments_.find(place_words(place.span));
    return found == governments_.end() ? std::string() : found->second;
  }

  // "X said after talks with Y": X was there.
  void add_subject(const MarkList& group, Told& told) const {
    const std::size_t sentence = prose_.sentence_at(group.front()->span.begin);
    const std::size_t end = group.front()->span.begin;
    for (auto mention = mention_from(reading_.mentions, prose_.sentences[sentence].span.begin);
         mention != reading_.mentions.end() && mention->span.end <= end; ++mention) {
      if (mention->kind == MentionKind::place || mention->party.empty() || is_dateline(*mention))
        continue;
      if (mention->party == told.parties.front()) continue;
      add_new(told.parties, mention->party);
      add_new(told.people, mention->person);
      const auto next = std::next(mention);
      if (next == reading_.mentions.end() || !joined(*mention, *next)) return;
    }
  }
  // "X and Y"
  bool joined(const Mention& a, const Mention& b) const {
    const std::size_t after = prose_.token_at(a.span.end);
    return after + 1 == prose_.token_at(b.span.begin) && is_word(prose_, after, U"and");
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
      std::size_t begin = token + 1;
      if (is_word(prose_, begin, U"the")) ++begin;
      std::size_t end = begin;
      while (end < last && is_capitalised(end)) ++end;
      if (end == begin || is_time(begin) || is_trigger_at(end)) continue;
      const Span span{prose_.tokens[begin].span.begin, prose_.tokens[end - 1].span.end};
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

  const Reading& reading_;
  const text::Prose& prose_;
  MarkedText marked_;
  const std::vector<MeetingMark>& marks_;
  std::optional<Dateline> dateline_;
  std::vector<Span> said_;
  std::map<std::string, std::string> governments_;
  std::vector<Told> tellings_;
};

}  // namespace

void add_new(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.push_back(item);
}

std::vector<Told> read_tellings(const Reading& reading) { return TellingReader(reading).read(); }

}  // namespace entente::extract::coding
