// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "extract/learned/proposals.h"

namespace entente::extract::learned {
namespace {

std::uint64_t share_range(float share) {
  constexpr float bounds[] = {0.02F, 0.05F, 0.1F, 0.15F, 0.2F,  0.3F,  0.4F,
                              0.5F,  0.6F,  0.7F, 0.8F,  0.88F, 0.94F, 0.98F};
  return static_cast<std::uint64_t>(std::upper_bound(std::begin(bounds), std::end(bounds), share) -
                                    std::begin(bounds));
}

std::uint64_t size_range(std::size_t size) {
  constexpr std::size_t bounds[] = {9, 13, 20, 35};
  if (size < 6) return size;
  return 6 + static_cast<std::uint64_t>(
                 std::upper_bound(std::begin(bounds), std::end(bounds), size) - std::begin(bounds));
}

// A proposal laid out for its features; numbers as in the features of units, from 5000 on.
class ProposalNotes {
 public:
  ProposalNotes(const PassageView& view, const Proposal& proposal, Features& out)
      : view_(view),
        it_(proposal),
        out_(out),
        cue_(proposal.one.cue),
        content_{proposal.one.content.front().first, proposal.one.content.back().last},
        has_source_(!proposal.one.source.empty()),
        source_(has_source_ ? proposal.one.source.front() : Stretch{}),
        head_(atom(cue_.last - 1)),
        first_(atom(cue_.first)),
        order_(order()) {}

  void put_shares() {
    number_ = 5000;
    const float given = it_.loosely > 0 ? it_.strictly / it_.loosely : 0;
    const std::uint64_t strictly = share_range(it_.strictly), loosely = share_range(it_.loosely),
                        cue = share_range(it_.cue), overlap = share_range(it_.overlap),
                        source = share_range(given);
    put(0);
    for (std::uint64_t one : {strictly, loosely, cue, share_range(it_.same), overlap, source})
      put(one);
    put(strictly, loosely);
    put(cue, loosely);
    put(overlap, loosely);
    put(source, loosely);
    put(source, share_range(it_.rival));
    put(strictly, has_source_, it_.put_together);
    put(it_.most_probable, strictly);
    put(strictly, overlap);
    put(order_, strictly);
    put(source, it_.cues_between);
  }

  void put_cue() {
    number_ = 5100;
    std::uint64_t words = 7;
    for (std::size_t i = cue_.first; i < cue_.last; ++i) words = mixed(words, atom(i).word);
    put(head_.word);
    put(head_.stem);
    put(words);
    put(head_.stem, has_source_);
    put(head_.stem, order_);
    put(words, share_range(it_.loosely) / 3);
    put(head_.stem, share_range(it_.strictly) / 3);
    put(first_.word, has_source_);
    put(first_.word, head_.word);
    put(first_.suffix[2]);
    put(first_.suffix[2], has_source_);
    put(head_.known.cue);
    put(head_.known.cue, has_source_);
    put(head_.known.cluster);
    put(head_.known.cluster, has_source_);
    put(order_);
    put(order_, it_.one.content.size());
    put(size_range(cue_.last - cue_.first), has_source_);
    put(word_before(cue_.first), has_source_);
    put(word_before(cue_.first), first_.suffix[2]);
    put(word_at(cue_.last), head_.stem);
  }

  void put_content() {
    number_ = 5200;
    const Place &begin = view_.places[content_.first], &end = view_.places[content_.last - 1],
                &here = view_.places[cue_.first];
    const std::uint64_t size = size_range(units_in(it_.one.content)),
                        opening = quote(content_.first), closing = quote(content_.last - 1),
                        across = std::min(end.sentence - begin.sentence, 3U);
    const std::size_t gap = content_.first >= cue_.last   ? content_.first - cue_.last
                            : cue_.first >= content_.last ? cue_.first - content_.last
                                                          : 0;
    put(word_at(content_.first));
    put(word_at(content_.first), head_.stem);
    put(word_at(content_.first), head_.known.cue);
    put(word_at(content_.last - 1));
    put(word_at(content_.last));
    put(word_at(content_.last - 1), word_at(content_.last));
    put(word_at(content_.last), size);
    put(opening, closing);
    put(opening, closing, quote(content_.last));
    put(mixed(opening, closing), share_range(it_.strictly));
    put(quote(cue_.first), opening);
    put(size);
    put(size, order_);
    put(size, head_.known.cue);
    put(begin.from_start == 0, end.to_end <= 1, order_);
    put(std::min(end.to_end, 4U), word_at(content_.last));
    put(across, opening);
    put(begin.sentence == here.sentence, end.sentence == here.sentence, opening);
    put(size_range(gap));
    put(size_range(gap), head_.stem);
  }

  void put_source() {
    number_ = 5300;
    const Atom &begin = atom(source_.first), &end = atom(source_.last - 1);
    const Place &place = view_.places[source_.first], &here = view_.places[cue_.first];
    const bool same = place.sentence == here.sentence;
    const std::uint64_t gap = size_range(source_.first < cue_.first ? cue_.first - source_.last
                                                                    : source_.first - cue_.last);
    put(begin.word);
    put(end.word);
    put(begin.shape);
    put(begin.shape, end.shape);
    put(end.known.senses);
    put(end.known.cluster);
    put(end.known.senses, head_.known.cue);
    put(end.stem, head_.stem);
    put(word_before(source_.first));
    put(word_before(source_.first), order_);
    put(word_at(source_.last));
    put(word_at(source_.last), gap);
    put(word_at(source_.last), it_.cues_between);
    put(word_at(source_.last), word_before(cue_.first));
    put(gap);
    put(gap, it_.cues_between, std::min<std::size_t>(commas_between(), 2));
    put(it_.cues_between, same);
    put(it_.cues_between, word_before(cue_.first));
    put(it_.cues_between, first_.suffix[2]);
    put(size_range(source_.last - source_.first), order_);
    put(size_range(place.from_start), order_);
    put(same, source_.first < cue_.first, gap);
    put(quote(source_.first), quote(cue_.first));
    put(begin.hint & 7, first_.hint & 7);
    put(end.known.cue, begin.shape);
    put(begin.word, order_, same);
  }

  void put_no_source() {
    number_ = 5400;
    const std::uint64_t rival = share_range(it_.rival);
    put(rival);
    put(rival, first_.suffix[2]);
    put(rival, word_before(cue_.first));
    put(rival, first_.word);
    put(std::min(view_.places[cue_.first].from_start, 3U), word_before(cue_.first));
  }

  bool has_source() const { return has_source_; }

 private:
  void put(std::uint64_t value) { out_.push_back(mixed(number_++, value)); }
  void put(std::uint64_t a, std::uint64_t b) { put(mixed(a, b)); }
  void put(std::uint64_t a, std::uint64_t b, std::uint64_t c) { put(mixed(mixed(a, b), c)); }

  const Atom& atom(std::size_t i) const {
    static const Atom beyond;
    return i < view_.size() ? view_.atoms[i] : beyond;
  }
  std::uint64_t word_at(std::size_t i) const { return atom(i).word; }
  std::uint64_t word_before(std::size_t i) const { return i == 0 ? 0 : atom(i - 1).word; }
  std::uint64_t quote(std::size_t i) const { return static_cast<std::uint64_t>(atom(i).quote); }

  // Which of source, cue and content stands where.
  std::uint64_t order() const {
    const std::uint64_t content = content_.last <= cue_.first   ? 1
                                  : content_.first >= cue_.last ? 2
                                                                : 3;
    if (!has_source_) return content;
    const bool before_cue = source_.first < cue_.first,
               before_content = source_.first < content_.first;
    return 4 + content * 4 + before_cue * 2 + before_content;
  }

  std::size_t commas_between() const {
    const std::size_t from = std::min(source_.last, cue_.last),
                      to = std::max(source_.first, cue_.first);
    std::size_t commas = 0;
    for (std::size_t i = from; i < to; ++i) commas += view_.atoms[i].is_comma;
    return commas;
  }

  const PassageView& view_;
  const Proposal& it_;
  Features& out_;
  Stretch cue_, content_;
  bool has_source_;
  Stretch source_;
  const Atom &head_, &first_;
  std::uint64_t order_, number_ = 0;
};

}  // namespace

void proposal_features(const PassageView& view, const Proposal& proposal, Features& out) {
  ProposalNotes notes(view, proposal, out);
  notes.put_shares();
  notes.put_cue();
  notes.put_content();
  if (notes.has_source())
    notes.put_source();
  else
    notes.put_no_source();
}

}  // namespace entente::extract::learned
