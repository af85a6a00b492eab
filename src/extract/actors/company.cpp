// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/company.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace entente::extract::actors {
namespace {

struct Sayer {
  std::string party;
  const Statement* saying;
};

std::string party_named(const std::vector<Mention>& mentions, Span words) {
  for (auto at =
           std::partition_point(mentions.begin(), mentions.end(),
                                [&](const Mention& one) { return one.span.end <= words.begin; });
       at != mentions.end() && at->span.begin < words.end; ++at)
    if (!at->party.empty()) return at->party;
  return "";
}

// The contrary of what somebody takes up; nothing where nothing is taken up.
std::optional<Stance> contrary(Stance stance) {
  if (stance == Stance::reports || stance == Stance::undecided) return std::nullopt;
  return stance == Stance::rejects ? Stance::wants : Stance::rejects;
}

class Company {
 public:
  Company(const text::Prose& prose, const std::vector<Statement>& sayings,
          const std::vector<Mention>& mentions, const std::string& narrator)
      : prose_(prose), narrator_(narrator) {
    for (const Statement& saying : sayings)
      if (std::string party = party_named(mentions, saying.source.front()); !party.empty())
        sayers_.push_back({std::move(party), &saying});
  }

  std::vector<Position> beside(const std::vector<Position>& positions) const {
    std::vector<Position> added;
    for (const Position& position : positions)
      for (const Sayer& sayer : sayers_of(position)) add_others(position, sayer, positions, added);
    return added;
  }

 private:
  // Those who say, in the position's party's name, what the position rests on.
  std::vector<Sayer> sayers_of(const Position& position) const {
    std::vector<Sayer> out;
    for (auto at = first_near(position.evidence); at != sayers_.end(); ++at) {
      if (sentence_of(at->saying->source.front()) > sentence_of(position.evidence)) break;
      if (at->party == position.party && hull(at->saying->content).meets(position.evidence))
        out.push_back(*at);
    }
    return out;
  }

  // Sayings stand in the order of their sentences.
  std::vector<Sayer>::const_iterator first_near(Span evidence) const {
    return std::partition_point(sayers_.begin(), sayers_.end(), [&](const Sayer& one) {
      return sentence_of(one.saying->source.front()) < sentence_of(evidence);
    });
  }

  std::size_t sentence_of(Span words) const { return prose_.sentence_at(words.begin); }

  void add_others(const Position& position, const Sayer& sayer,
                  const std::vector<Position>& positions, std::vector<Position>& added) const {
    for (auto at = first_near(position.evidence); at != sayers_.end(); ++at) {
      if (sentence_of(at->saying->source.front()) > sentence_of(position.evidence)) break;
      if (at->saying->content != sayer.saying->content || at->party == position.party) continue;
      auto other = of_other(position, sayer, *at);
      if (!other || stands(*other, positions) || stands(*other, added)) continue;
      added.push_back(std::move(*other));
    }
  }

  bool stands(const Position& other, const std::vector<Position>& positions) const {
    return std::any_of(positions.begin(), positions.end(), [&](const Position& one) {
      return one.party == other.party && one.issue == other.issue &&
             sentence_of(one.evidence) == sentence_of(other.evidence);
    });
  }

  std::optional<Position> of_other(const Position& position, const Sayer& sayer,
                                   const Sayer& other) const {
    Position out = position;
    out.party = other.party;
    const bool same = other.saying->polarity == sayer.saying->polarity;
    if (!same) {
      const auto stance = contrary(position.stance);
      if (!stance) return std::nullopt;
      out.stance = *stance;
      out.firmness = Firmness::unstated;
      out.condition.clear();
      out.statement.reset();
    }
    if (out.reported_by == position.party) out.reported_by = same ? other.party : narrator_;
    out.evidence =
        hull(hull(position.evidence, other.saying->source.front()), hull(other.saying->cue));
    out.words = slice_utf8(prose_.text, out.evidence);
    return out;
  }

  const text::Prose& prose_;
  const std::string& narrator_;
  std::vector<Sayer> sayers_;
};

bool names_several(const std::vector<Mention>& mentions, Span sentence) {
  const Mention* first = nullptr;
  for (auto at =
           std::partition_point(mentions.begin(), mentions.end(),
                                [&](const Mention& one) { return one.span.end <= sentence.begin; });
       at != mentions.end() && at->span.begin < sentence.end; ++at) {
    if (at->party.empty()) continue;
    if (first && first->party != at->party) return true;
    first = &*at;
  }
  return false;
}

// Where a position stands beside another party's name: nobody keeps it company elsewhere.
std::vector<Span> places_of_company(const std::vector<Position>& positions,
                                    const text::Prose& prose,
                                    const std::vector<Mention>& mentions) {
  std::vector<Span> out;
  for (const Position& position : positions) {
    const std::size_t number = prose.sentence_at(position.evidence.begin);
    if (number >= prose.sentences.size()) continue;
    const Span sentence = prose.sentences[number].span;
    if (names_several(mentions, sentence)) out.push_back(sentence);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void add_company(std::vector<Position>& positions, const text::Prose& prose,
                 const EachActor& each_actor, const std::vector<Mention>& mentions,
                 const std::string& narrator) {
  const std::vector<Statement> sayings =
      each_actor.read(prose, mentions, places_of_company(positions, prose, mentions));
  const std::vector<Position> added = Company(prose, sayings, mentions, narrator).beside(positions);
  positions.insert(positions.end(), added.begin(), added.end());
  std::stable_sort(positions.begin(), positions.end(), [](const Position& a, const Position& b) {
    return a.evidence.begin < b.evidence.begin;
  });
}

}  // namespace entente::extract::actors
