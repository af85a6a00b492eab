// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/people.h"

namespace entente::extract {
namespace {

struct Speaker {
  std::string name;
  std::string party;
  std::optional<PersonId> person;
};

constexpr std::size_t statements_back = 8;  // to whoever a document is by
constexpr std::size_t opening = 40;         // code points within which a sentence's subject begins

class Resolver {
 public:
  Resolver(std::vector<Statement>& statements, const text::Prose& prose,
           const std::vector<Mention>& mentions, const Roster& roster)
      : statements_(statements), prose_(prose), mentions_(mentions), roster_(roster) {}

  void resolve() {
    for (std::size_t i = 0; i < statements_.size(); ++i)
      numbers_.try_emplace(statements_[i].id.number, i);
    done_.resize(statements_.size());
    for (std::size_t i = 0; i < statements_.size(); ++i) resolve(i, 0);
  }

 private:
  void resolve(std::size_t i, std::size_t depth) {
    if (done_[i] || depth > statements_.size()) return;
    done_[i] = true;
    Statement& statement = statements_[i];
    const Speaker speaker =
        statement.source.empty() ? without_source(i, depth) : of_source(i, depth);
    statement.speaker = speaker.name;
    statement.party = speaker.party;
    statement.person = speaker.person;
  }

  Speaker of_statement(std::size_t i, std::size_t depth) {
    resolve(i, depth + 1);
    return {statements_[i].speaker, statements_[i].party, statements_[i].person};
  }

  std::optional<std::size_t> numbered(const std::optional<StatementId>& id) const {
    if (!id) return std::nullopt;
    const auto found = numbers_.find(id->number);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }

  // --- sources that are named ---

  Speaker of_source(std::size_t i, std::size_t depth) {
    const Span source = hull(statements_[i].source);
    const std::vector<const Mention*> inside = mentions_in(statements_[i].source);
    if (inside.empty()) {
      const Mention* thing = is_it(source) ? thing_before(source) : nullptr;
      if (thing == nullptr) thing = apposed_party(source);
      if (thing != nullptr) return {thing->party, thing->party, std::nullopt};
      if (const auto issuer = issuer_of_document(i)) return of_statement(*issuer, depth);
      if (const Mention* group = group_of_one(source))
        return {words_of(statements_[i].source), group->party, std::nullopt};
      return {words_of(statements_[i].source), "", std::nullopt};
    }
    if (is_first_person(source))
      if (const auto outer = numbered(statements_[i].within)) return of_statement(*outer, depth);
    if (const auto served = somebody_of(inside, statements_[i].source)) return *served;
    return joined_people(inside).value_or(of_mention(*main_of(inside, source), i));
  }

  // "the largest guerrilla group, the NLX, said": the party between the commas.
  const Mention* apposed_party(Span source) const {
    const std::size_t begin = std::min(prose_.text.size(), source.end + 2);
    if (slice(prose_.folded, {source.end, begin}) != U", ") return nullptr;
    const auto after = mentions_in({{begin, std::min(prose_.text.size(), begin + 5)}});
    if (after.empty() || after[0]->kind != MentionKind::party || after[0]->party.empty())
      return nullptr;
    const std::size_t end = after[0]->span.end;
    return end < prose_.text.size() && prose_.text[end] == U',' ? after[0] : nullptr;
  }

  // "Ruritanian diplomats admit it. One said": one of them.
  const Mention* group_of_one(Span source) const {
    static constexpr std::u32string_view members[] = {
        U"one",          U"another",  U"some",    U"others",  U"one of them",
        U"some of them", U"a second", U"several", U"a third", U"both"};
    const std::u32string_view words = slice(prose_.folded, source);
    const std::size_t sentence = prose_.sentence_at(source.begin);
    if (std::find(std::begin(members), std::end(members), words) == std::end(members) ||
        sentence == 0 || sentence >= prose_.sentences.size() ||
        prose_.sentences[sentence - 1].paragraph != prose_.sentences[sentence].paragraph)
      return nullptr;
    for (const Mention* mention : mentions_in({prose_.sentences[sentence - 1].span}))
      if (mention->kind == MentionKind::unnamed && !mention->party.empty()) return mention;
    return nullptr;
  }

  // "the letter said", "its statement says": the statement before it of whoever wrote the letter.
  std::optional<std::size_t> issuer_of_document(std::size_t i) const {
    const std::u32string_view words = slice(prose_.folded, hull(statements_[i].source));
    if (words == U"it") return body_before(i);
    if (!is_document(words)) return std::nullopt;
    const std::u32string_view noun = last_word(words);
    const bool owned = words.starts_with(U"its ") || words.starts_with(U"his ") ||
                       words.starts_with(U"her ") || words.starts_with(U"their ");
    for (std::size_t j = i; j > 0 && j + statements_back > i; --j) {
      const Statement& before = statements_[j - 1];
      if (before.source.empty() || before.within == statements_[i].id) continue;
      if (owned || holds_word(prose_.sentence_at(before.source.front().begin), noun)) return j - 1;
    }
    return std::nullopt;
  }

  // "It added": the body, or the document, that spoke right before in this paragraph.
  std::optional<std::size_t> body_before(std::size_t i) const {
    if (i == 0 || statements_[i - 1].source.empty() || statements_[i].source.empty())
      return std::nullopt;
    const Statement& before = statements_[i - 1];
    const Span source = hull(before.source);
    if (is_document(slice(prose_.folded, source))) return i - 1;
    const bool near =
        paragraph_of(source.begin) == paragraph_of(statements_[i].source.front().begin);
    const auto inside = mentions_in(before.source);
    const bool body = std::all_of(inside.begin(), inside.end(), [](const Mention* mention) {
      return mention->person.empty() && mention->kind == MentionKind::party;
    });
    const bool named = !inside.empty() || slice(prose_.folded, source).starts_with(U"the ");
    return near && body && named ? std::optional(i - 1) : std::nullopt;
  }

  static std::u32string_view last_word(std::u32string_view words) {
    const std::size_t space = words.rfind(U' ');
    return space == words.npos ? words : words.substr(space + 1);
  }

  static bool is_document(std::u32string_view words) {
    static constexpr std::u32string_view determiners[] = {U"the ",   U"its ",  U"his ", U"her ",
                                                          U"their ", U"this ", U"that "};
    static constexpr std::u32string_view nouns[] = {
        U"statement", U"letter",     U"communique", U"communiqué",  U"readout",
        U"note",      U"memorandum", U"message",    U"declaration", U"release",
        U"post",      U"tweet",      U"bulletin",   U"telegram",    U"dispatch"};
    const std::u32string_view noun = last_word(words);
    return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns) &&
           std::any_of(std::begin(determiners), std::end(determiners),
                       [&](std::u32string_view word) { return words.starts_with(word); });
  }

  bool holds_word(std::size_t sentence, std::u32string_view word) const {
    if (sentence >= prose_.sentences.size()) return false;
    const auto& tokens = prose_.sentences[sentence];
    for (std::size_t t = tokens.first; t < tokens.last; ++t)
      if (slice(prose_.folded, prose_.tokens[t].span) == word) return true;
    return false;
  }

  bool is_it(Span source) const { return slice(prose_.folded, source) == U"it"; }

  // What "it" means: the party that opens this sentence or the one before it in its paragraph.
  const Mention* thing_before(Span it) const {
    const std::size_t sentence = prose_.sentence_at(it.begin);
    if (sentence >= prose_.sentences.size()) return nullptr;
    const std::size_t first = prose_.paragraphs[prose_.sentences[sentence].paragraph].first;
    for (std::size_t s = sentence + 1; s > first && s + 2 > sentence; --s) {
      const std::vector<const Mention*> all =
          mentions_in({{prose_.sentences[s - 1].span.begin,
                        std::min(prose_.sentences[s - 1].span.end, it.begin)}});
      if (all.empty()) continue;
      const Mention& opens = *all.front();
      const bool near = opens.span.begin < prose_.sentences[s - 1].span.begin + opening;
      if (opens.kind == MentionKind::party && near) return &opens;
      if (opens.kind != MentionKind::place) return nullptr;
    }
    return nullptr;
  }

  std::vector<const Mention*> mentions_in(const std::vector<Span>& spans) const {
    std::vector<const Mention*> out;
    for (Span span : spans) {
      auto at = std::lower_bound(
          mentions_.begin(), mentions_.end(), span.begin,
          [](const Mention& mention, std::size_t begin) { return mention.span.end <= begin; });
      for (; at != mentions_.end() && at->span.begin < span.end; ++at)
        if (at->kind != MentionKind::place || out.empty()) out.push_back(&*at);
    }
    return out;
  }

  // "an aide to President Roe": not Roe, but for the same party.
  std::optional<Speaker> somebody_of(const std::vector<const Mention*>& inside,
                                     const std::vector<Span>& source) const {
    if (inside.size() < 2 || !inside[0]->person.empty()) return std::nullopt;
    if (inside[0]->kind != MentionKind::unnamed && inside[0]->kind != MentionKind::role)
      return std::nullopt;
    if (!links(slice(prose_.folded, {inside[0]->span.end, inside[1]->span.begin})))
      return std::nullopt;
    const std::string& party = inside[0]->party.empty() ? inside[1]->party : inside[0]->party;
    return Speaker{words_of(source), party, std::nullopt};
  }

  static bool links(std::u32string_view between) {
    for (std::u32string_view word :
         {U" to ", U" of ", U" for ", U" from ", U" with ", U" in ", U" at ", U" close to "})
      if (between == word || (between.starts_with(word) && between.ends_with(U"the "))) return true;
    return false;
  }

  // "Roe and Doe", "Ruritania and Freedonia": all that is there are persons or parties.
  std::optional<Speaker> joined_people(const std::vector<const Mention*>& inside) const {
    std::vector<Speaker> people;
    for (const Mention* mention : inside) {
      const bool party = mention->kind == MentionKind::party && mention->person.empty();
      if (mention->kind != MentionKind::person && !party) return std::nullopt;
      Speaker one =
          party ? Speaker{mention->party, mention->party, std::nullopt} : of_person(*mention);
      const bool known = std::any_of(people.begin(), people.end(),
                                     [&](const Speaker& s) { return s.name == one.name; });
      if (!known) people.push_back(std::move(one));
    }
    if (people.size() < 2 || !only_joined(inside)) return std::nullopt;
    Speaker all = people.front();
    all.person.reset();
    for (std::size_t i = 1; i < people.size(); ++i) {
      all.name += (i + 1 == people.size() ? " and " : ", ") + people[i].name;
      if (people[i].party != all.party) all.party.clear();
    }
    return all;
  }

  // Nothing but "and" and commas between them.
  bool only_joined(const std::vector<const Mention*>& inside) const {
    for (std::size_t i = 1; i < inside.size(); ++i) {
      const std::u32string_view between =
          slice(prose_.folded, {inside[i - 1]->span.end, inside[i]->span.begin});
      if (between != U" and " && between != U", " && between != U", and ") return false;
    }
    return true;
  }

  // A person before a group before a party; among equals the first.
  static const Mention* main_of(const std::vector<const Mention*>& inside, Span source) {
    const auto rank = [&](const Mention& mention) {
      switch (mention.kind) {
        case MentionKind::person:
          return 6;
        case MentionKind::role:
          return mention.person.empty() ? 4 : 5;
        case MentionKind::unnamed:
          return 4;
        case MentionKind::pronoun:
          return mention.span == source ? 7 : 2;
        case MentionKind::party:
          return mention.person.empty() ? 3 : 5;
        case MentionKind::place:
          return 1;
      }
      return 0;
    };
    return *std::max_element(inside.begin(), inside.end(), [&](const Mention* a, const Mention* b) {
      return rank(*a) < rank(*b);
    });
  }

  Speaker of_mention(const Mention& mention, std::size_t i) const {
    const std::string words = words_of(statements_[i].source);
    switch (mention.kind) {
      case MentionKind::person:
        return of_possessor(mention, i).value_or(of_person(mention));
      case MentionKind::role:
        if (const auto other = of_possessor(mention, i)) return *other;
        return mention.person.empty() ? Speaker{words, mention.party, std::nullopt}
                                      : of_person(mention);
      case MentionKind::pronoun:
        return of_pronoun(mention, i);
      case MentionKind::party:
        return of_party(mention, statements_[i].source);
      case MentionKind::unnamed:
        return {words, mention.party, std::nullopt};
      case MentionKind::place:
        return {words, "", std::nullopt};
    }
    return {};
  }

  // "the president's office", "Roe's remarks": something of the person, not the person.
  std::optional<Speaker> of_possessor(const Mention& mention, std::size_t i) const {
    const std::size_t end = hull(statements_[i].source).end;
    if (end <= mention.span.end + 3) return std::nullopt;
    const std::u32string_view rest = slice(prose_.folded, {mention.span.end, end});
    if (!rest.starts_with(U"'s ")) return std::nullopt;
    const Speaker owner = of_person(mention);
    if (rest == U"'s office" && !owner.name.empty())
      return Speaker{"Office of " + owner.name, owner.party, std::nullopt};
    return Speaker{words_of(statements_[i].source), owner.party, std::nullopt};
  }

  Speaker of_person(const Mention& mention) const {
    const Person* person = roster_.find(mention.person);
    if (person == nullptr) return {mention.person, mention.party, std::nullopt};
    const std::string& party = roster_.party_of(*person);
    return {roster_.canonical(*person).name, party.empty() ? mention.party : party, person->id};
  }

  Speaker of_pronoun(const Mention& mention, std::size_t i) const {
    if (!mention.person.empty()) return of_person(mention);
    if (const Statement* before = last_with_party(i, mention.party))
      return {before->speaker, before->party, before->person};
    return {mention.party.empty() ? words_of(statements_[i].source) : mention.party, mention.party,
            std::nullopt};
  }

  // "they said" goes on with the group that spoke before, in its words.
  const Statement* last_with_party(std::size_t i, const std::string& party) const {
    if (i == 0 || statements_[i - 1].person || statements_[i - 1].speaker.empty()) return nullptr;
    return statements_[i - 1].party == party ? &statements_[i - 1] : nullptr;
  }

  Speaker of_party(const Mention& mention, const std::vector<Span>& source) const {
    if (!mention.person.empty()) {
      const Speaker owner = of_person(mention);
      return {"Office of " + owner.name, owner.party, std::nullopt};
    }
    // "the Ruritanian daily" only holds the party's adjective: the words that follow are the
    // speaker.
    if (hull(source).end > mention.span.end + 2)
      return {words_of(source), mention.party, std::nullopt};
    return {mention.party, mention.party, std::nullopt};
  }

  // --- sources that are not ---

  Speaker without_source(std::size_t i, std::size_t depth) {
    const Statement& statement = statements_[i];
    if (const auto before = numbered(statement.continues)) return of_statement(*before, depth);
    if (statement.speech != Speech::direct || statement.content.empty()) return {};
    if (const Mention* label = label_before(statement)) return of_person(*label);
    if (const Mention* writer = writer_before_colon(statement))
      return writer->person.empty() ? Speaker{writer->party, writer->party, std::nullopt}
                                    : of_person(*writer);
    if (i > 0 && goes_on(statements_[i - 1], statement)) return of_statement(i - 1, depth);
    if (const Mention* first = first_person_in(statement)) return of_person(*first);
    return {};
  }

  // "The ministry posted a picture with the words: ...": who opens the sentence.
  const Mention* writer_before_colon(const Statement& statement) const {
    std::size_t at = statement.content.front().begin;
    const std::size_t sentence = prose_.sentence_at(at);
    if (sentence >= prose_.sentences.size()) return nullptr;
    const Span whole = prose_.sentences[sentence].span;
    while (at > whole.begin && prose_.text[at - 1] != U':' && at + 3 > statement.content[0].begin)
      --at;
    if (at <= whole.begin || prose_.text[at - 1] != U':') return nullptr;
    const auto all = mentions_in({{whole.begin, at}});
    const auto writer = std::find_if(all.begin(), all.end(), [](const Mention* mention) {
      return mention->kind == MentionKind::person || mention->kind == MentionKind::party;
    });
    return writer == all.end() ? nullptr : *writer;
  }

  // The name at the paragraph's start with a colon behind it.
  const Mention* label_before(const Statement& statement) const {
    const std::size_t sentence = prose_.sentence_at(statement.content.front().begin);
    if (sentence >= prose_.sentences.size()) return nullptr;
    const auto& paragraph = prose_.paragraphs[prose_.sentences[sentence].paragraph];
    const auto at = std::lower_bound(
        mentions_.begin(), mentions_.end(), paragraph.span.begin,
        [](const Mention& mention, std::size_t begin) { return mention.span.begin < begin; });
    if (at == mentions_.end() || at->span.begin != paragraph.span.begin || at->person.empty())
      return nullptr;
    const std::size_t colon = prose_.text.find(U':', at->span.end);
    return colon < statement.content.front().begin && colon < at->span.end + 40 ? &*at : nullptr;
  }

  // A "we" or "I" that is spoken here and known to be somebody's.
  const Mention* first_person_in(const Statement& statement) const {
    for (const Mention* mention : mentions_in(statement.content))
      if (mention->kind == MentionKind::pronoun && is_first_person(mention->span) &&
          !mention->person.empty())
        return mention;
    return nullptr;
  }

  // A quotation with nobody named, in the same paragraph as another or right after it.
  bool goes_on(const Statement& before, const Statement& statement) const {
    if (before.content.empty()) return false;
    const std::size_t last = paragraph_of(hull(before.content).end - 1),
                      here = paragraph_of(statement.content.front().begin);
    return here == last || here == last + 1;
  }

  std::size_t paragraph_of(std::size_t at) const {
    const std::size_t sentence = prose_.sentence_at(at);
    return sentence < prose_.sentences.size() ? prose_.sentences[sentence].paragraph
                                              : prose_.paragraphs.size();
  }

  bool is_first_person(Span source) const {
    const std::u32string_view words = slice(prose_.folded, source);
    return words == U"i" || words == U"we";
  }

  std::string words_of(const std::vector<Span>& spans) const {
    std::string out;
    for (Span span : spans) out += (out.empty() ? "" : " ") + slice_utf8(prose_.text, span);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  std::vector<Statement>& statements_;
  const text::Prose& prose_;
  const std::vector<Mention>& mentions_;
  const Roster& roster_;
  std::map<std::uint32_t, std::size_t> numbers_;
  std::vector<bool> done_;
};

}  // namespace

void resolve_speakers(std::vector<Statement>& statements, const text::Prose& prose,
                      const std::vector<Mention>& mentions, const Roster& roster) {
  Resolver(statements, prose, mentions, roster).resolve();
}

}  // namespace entente::extract
