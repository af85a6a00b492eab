// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/subject.h"

#include <array>

#include "extract/positions/function_words.h"

namespace entente::extract::coding {
namespace {

constexpr std::array<std::u32string_view, 22> openers{
    U"and", U"or",      U"but",    U"that",     U"if",     U"when", U"because", U"while",
    U"as",  U"whether", U"unless", U"although", U"though", U"so",   U"what",    U"where",
    U"how", U"why",     U"until",  U"since",    U"then",   U"yet"};
constexpr std::array<std::u32string_view, 40> linking{
    U"is",     U"are",   U"was",  U"were",   U"has",     U"have",    U"had",        U"be",
    U"been",   U"being", U"will", U"would",  U"could",   U"can",     U"may",        U"might",
    U"should", U"must",  U"not",  U"never",  U"also",    U"still",   U"now",        U"again",
    U"said",   U"does",  U"did",  U"do",     U"who",     U"which",   U"have",       U"long",
    U"both",   U"that",  U"even", U"itself", U"himself", U"herself", U"themselves", U"only"};

bool is_linking(const text::Prose& prose, std::size_t token) {
  if (prose.tokens[token].kind == text::TokenKind::mark) return true;
  const auto word = prose.folded_word(token);
  return is_any(prose, token, linking) || word.ends_with(U"ly") || word.find(U'\'') != word.npos;
}

bool is_possessive(const text::Prose& prose, const Mention& mention) {
  const std::size_t after = mention.span.end;
  if (after < prose.folded.size() && prose.folded[after] == U'\'') return true;
  const auto words = prose.folded.substr(mention.span.begin, mention.span.size());
  return words.ends_with(U"'s") || words.ends_with(U"s'");
}

bool can_do(const Mention& mention) {
  return mention.kind != MentionKind::place && !mention.party.empty();
}

class DoerFinder {
 public:
  DoerFinder(const MarkedText& marked, const StanceMark& predicate, std::size_t from,
             std::size_t last)
      : marked_(marked), prose_(marked.prose), predicate_(predicate), from_(from), last_(last) {}

  Doer find() const {
    if (const auto agent = passive_agents(); agent.named()) return agent;
    return subject_before();
  }

  Doer passive_agents() const {
    for (std::size_t token = predicate_.first; token < std::min(predicate_.last + 2, last_);
         ++token) {
      if (!is_word(prose_, token, U"by") || token + 1 >= last_) continue;
      const std::size_t at = prose_.tokens[token + 1].span.begin;
      const auto mention = mention_from(marked_.mentions, at);
      if (mention != marked_.mentions.end() && mention->span.begin <= at && can_do(*mention))
        return joined_after(mention);
    }
    return {};
  }

 private:
  Doer joined_after(std::vector<Mention>::const_iterator mention) const {
    Doer doer;
    for (std::size_t end = 0; mention != marked_.mentions.end() && can_do(*mention); ++mention) {
      if (doer.named() && !is_join(end, mention->span.begin)) break;
      if (std::find(doer.parties.begin(), doer.parties.end(), mention->party) == doer.parties.end())
        doer.parties.push_back(mention->party);
      end = mention->span.end;
    }
    return doer;
  }
  bool is_join(std::size_t begin, std::size_t end) const {
    if (begin > end) return false;
    const auto gap = std::u32string_view(prose_.folded).substr(begin, end - begin);
    return gap == U" and " || gap == U" nor " || gap == U", " || gap == U", and ";
  }

  // How many words stand between that a subject and its verb do not have between them; a long way
  // off counts as many.
  std::size_t strangers(std::size_t first, std::size_t last) const {
    std::size_t count = 0, commas = 0;
    for (std::size_t token = first; token < last; ++token) {
      if (is_mark(prose_, token, U",—–"))
        ++commas;
      else if (!is_linking(prose_, token) && !is_infinitive(token))
        ++count;
    }
    return commas >= 2 ? count / 4 : count + commas * 2;
  }

  // "X used the visit to push for"
  bool is_infinitive(std::size_t token) const {
    return token + 1 == predicate_.first && is_word(prose_, token, U"to");
  }

  bool stands_free(const Mention& mention, std::size_t token) const {
    if (is_possessive(prose_, mention)) return token + 4 >= predicate_.first;
    if (token == from_) return true;
    const std::size_t before = token - 1;
    const bool article = is_word(prose_, before, U"a") || is_word(prose_, before, U"an");
    if (!article && !is_any(prose_, before, prepositions)) return opens_clause(before);
    if (is_adjective_of_noun(mention)) return true;
    // "discussed X for A to leave": the doer of an infinitive comes after its preposition.
    return is_word(prose_, before, U"for");
  }

  // "a deal between X and Y will require": no name of the list is the subject.
  bool is_behind(std::vector<Mention>::const_iterator mention) const {
    const auto last = mention;
    while (mention != marked_.mentions.begin() &&
           is_join((mention - 1)->span.end, mention->span.begin) &&
           (mention - 1)->span.begin >= prose_.tokens[from_].span.begin)
      --mention;
    const std::size_t token = prose_.token_at(mention->span.begin);
    return mention != last && token > from_ && is_word(prose_, token - 1, U"between");
  }

  // "over X intransigence", "an X offer"
  bool is_adjective_of_noun(const Mention& mention) const {
    const auto word = prose_.folded_word(predicate_.first);
    return is_doing(predicate_.what) && prose_.token_at(mention.span.end) == predicate_.first &&
           !word.ends_with(U's') && !word.ends_with(U"ed") && !word.ends_with(U"ing");
  }

  // After a plain noun a name begins a relative clause: "things X wants".
  bool opens_clause(std::size_t before) const {
    const text::Token& token = prose_.tokens[before];
    const char32_t initial = prose_.text[token.span.begin];
    const bool plain =
        token.kind == text::TokenKind::word && prose_.folded[token.span.begin] == initial;
    return !plain || is_linking(prose_, before) || is_any(prose_, before, openers) ||
           !predicate_follows_closely();
  }
  bool predicate_follows_closely() const {
    const auto mention =
        mention_from(marked_.mentions, prose_.tokens[predicate_.first - 1].span.begin);
    return mention != marked_.mentions.end() &&
           mention->span.begin < prose_.tokens[predicate_.first].span.begin;
  }

  void add_joined(std::vector<Mention>::const_iterator mention, Doer& doer) const {
    while (mention != marked_.mentions.begin()) {
      const auto before = mention - 1;
      if (before->span.end > mention->span.begin ||
          before->span.begin < prose_.tokens[from_].span.begin)
        return;
      if (!is_join(before->span.end, mention->span.begin)) return;
      if (can_do(*before) &&
          std::find(doer.parties.begin(), doer.parties.end(), before->party) == doer.parties.end())
        doer.parties.insert(doer.parties.begin(), before->party);
      mention = before;
    }
  }

  bool is_first_person(std::size_t token) const {
    const auto word = prose_.folded_word(token);
    const auto stem = word.substr(0, word.find(U'\''));
    return std::find(first_persons.begin(), first_persons.end(), stem) != first_persons.end();
  }

  Doer subject_before() const {
    auto mention = mention_from(marked_.mentions, prose_.tokens[predicate_.first].span.begin);
    for (std::size_t token = predicate_.first; token-- > from_;) {
      if (is_first_person(token)) return {{}, true};
      while (mention != marked_.mentions.begin() &&
             (mention - 1)->span.begin >= prose_.tokens[token].span.begin) {
        --mention;
        const std::size_t after = prose_.token_at(mention->span.end);
        const bool possessor = is_possessive(prose_, *mention);
        if (!can_do(*mention) || !stands_free(*mention, token) || is_behind(mention)) continue;
        if (strangers(std::min(after, predicate_.first), predicate_.first) > (possessor ? 2 : 3))
          return {};
        Doer doer{{mention->party}, false};
        add_joined(mention, doer);
        return doer;
      }
    }
    return {};
  }

  const MarkedText& marked_;
  const text::Prose& prose_;
  const StanceMark& predicate_;
  std::size_t from_, last_;
};

}  // namespace

Doer doer_of(const MarkedText& marked, const StanceMark& predicate, std::size_t from,
             std::size_t last) {
  return DoerFinder(marked, predicate, from, last).find();
}

Doer agents_of(const MarkedText& marked, const StanceMark& predicate, std::size_t last) {
  return DoerFinder(marked, predicate, predicate.first, last).passive_agents();
}

bool is_one_group(const MarkedText& marked, std::size_t first, std::size_t last) {
  for (std::size_t token = first; token < last; ++token)
    if (marked.prose.tokens[token].kind == text::TokenKind::mark ||
        !is_linking(marked.prose, token))
      return false;
  return true;
}

namespace {

// "many countries", "some of our allies"
bool is_many(const text::Prose& prose, std::size_t token, std::size_t from) {
  constexpr std::array<std::u32string_view, 6> bodies{U"countries", U"nations",  U"states",
                                                      U"allies",    U"partners", U"governments"};
  constexpr std::array<std::u32string_view, 6> many{U"many", U"several", U"some",
                                                    U"most", U"other",   U"all"};
  if (!is_any(prose, token, bodies)) return false;
  for (std::size_t at = token; at-- > from && token - at <= 3;)
    if (is_any(prose, at, many)) return true;
  return false;
}

}  // namespace

PlainSubject plain_subject(const MarkedText& marked, const std::vector<MeetingMark>& groups,
                           std::size_t verb, std::size_t from) {
  constexpr std::array<std::u32string_view, 3> nobodies{U"nobody", U"none", U"neither"};
  constexpr std::array<std::u32string_view, 4> others{U"others", U"everyone", U"everybody",
                                                      U"many"};
  constexpr std::size_t longest_group = 5;
  const text::Prose& prose = marked.prose;
  for (std::size_t token = verb; token-- > from;) {
    const auto word = prose.folded_word(token);
    if (word.substr(0, word.find(U'\'')) == U"they") return PlainSubject::they;
    const bool no_one =
        is_word(prose, token, U"one") && token > from && is_word(prose, token - 1, U"no");
    if (is_any(prose, token, nobodies) || no_one) return PlainSubject::nobody;
    if (is_any(prose, token, others) || is_many(prose, token, from))
      return PlainSubject::collective;
    for (const MeetingMark& mark :
         between(groups, token - std::min(token - from, longest_group), token + 1))
      if (mark.last == token + 1 &&
          (mark.what == MeetingWord::sides || mark.what == MeetingWord::they))
        return PlainSubject::collective;
    if (prose.tokens[token].kind == text::TokenKind::mark || !is_linking(prose, token)) break;
  }
  return PlainSubject::other;
}

bool another_to(const MarkedText& marked, std::size_t token, std::size_t last) {
  if (token >= last) return false;
  const auto mention = mention_from(marked.mentions, marked.prose.tokens[token].span.begin);
  if (mention == marked.mentions.end() || !can_do(*mention)) return false;
  const std::size_t first = marked.prose.token_at(mention->span.begin),
                    after = marked.prose.token_at(mention->span.end);
  return first <= token + 1 && after < last && is_word(marked.prose, after, U"to");
}

namespace {

constexpr std::array<std::u32string_view, 5> own_people{U"its", U"his", U"her", U"our", U"my"};
constexpr std::array<std::u32string_view, 8> being{U"is", U"are",  U"was",   U"were",
                                                   U"be", U"been", U"being", U"got"};
constexpr std::size_t longest_object = 6;

bool asks(StanceWord what) {
  return what == StanceWord::demands || what == StanceWord::wants || what == StanceWord::directs;
}
bool ends_in_to(const MarkedText& marked, const StanceMark& predicate) {
  return is_word(marked.prose, predicate.last - 1, U"to");
}

}  // namespace

bool directs_another(const MarkedText& marked, const StanceMark& predicate, std::size_t last) {
  const text::Prose& prose = marked.prose;
  if (!asks(predicate.what)) return false;
  if (ends_in_to(marked, predicate)) return predicate.last - predicate.first > 2;
  for (std::size_t token = predicate.last; token < std::min(last, predicate.last + longest_object);
       ++token) {
    if (is_word(prose, token, U"to")) return token > predicate.last && token + 1 < last;
    if (token == predicate.last && is_any(prose, token, own_people)) return false;
    if (prose.tokens[token].kind == text::TokenKind::mark || is_any(prose, token, openers) ||
        (is_any(prose, token, prepositions) && !is_word(prose, token, U"by")))
      return false;
  }
  return false;
}

bool is_asked(const MarkedText& marked, const StanceMark& predicate, std::size_t from,
              std::size_t last) {
  const text::Prose& prose = marked.prose;
  if (!asks(predicate.what)) return false;
  const auto word = prose.folded_word(predicate.first);
  if (!word.ends_with(U"ed") && word != U"told") return false;
  const bool to = ends_in_to(marked, predicate) ||
                  (predicate.last < last && is_word(prose, predicate.last, U"to"));
  for (std::size_t token = predicate.first; to && token-- > from && predicate.first - token <= 3;)
    if (is_any(prose, token, being)) return true;
  return false;
}

bool is_bare_noun(const MarkedText& marked, const StanceMark& predicate, std::size_t from) {
  if (predicate.first <= from || !is_any(marked.prose, predicate.first - 1, pointing_words))
    return false;
  const auto word = marked.prose.folded_word(predicate.first);
  // "the proposed truce"; in "those opposed" it is a verb.
  if (word.ends_with(U"ed")) {
    constexpr std::array<std::u32string_view, 3> before_nouns{U"the", U"any", U"every"};
    return predicate.last == predicate.first + 1 &&
           is_any(marked.prose, predicate.first - 1, before_nouns);
  }
  // "that demands" is a relative clause, "that demand" a noun.
  return !is_word(marked.prose, predicate.first - 1, U"that") || !word.ends_with(U's');
}

}  // namespace entente::extract::coding
