// SPDX-License-Identifier: Apache-2.0
#include "train/scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "text/characters.h"

namespace entente::train {
namespace {

using TokenSet = std::vector<std::size_t>;  // ascending

bool is_word(char32_t c) { return text::is_alnum(c) || c == U'_'; }

std::vector<Span> tokens_of(std::u32string_view text) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (is_word(text[i]))
      while (end < text.size() && is_word(text[end])) ++end;
    if (!text::is_space(text[i])) out.push_back({i, end});
    i = end;
  }
  return out;
}

// Inside a pair of double quotation marks of its line; an open quotation runs to the line's end.
std::vector<bool> quoted_characters(std::u32string_view text) {
  std::vector<bool> out(text.size());
  const auto fill = [&](std::size_t from, std::size_t to) {
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(from),
              out.begin() + static_cast<std::ptrdiff_t>(to), true);
  };
  constexpr std::size_t closed = std::u32string_view::npos;
  std::size_t open = closed;
  const auto space_at = [&](std::size_t i) { return i >= text.size() || text::is_space(text[i]); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'\n') {
      if (open != closed) fill(open, i);
      open = closed;
    } else if (c == 0x201C || c == 0x00AB) {
      if (open == closed) open = i;
    } else if (c == 0x201D || c == 0x00BB) {
      if (open != closed) fill(open, i + 1);
      open = closed;
    } else if (c == U'"') {
      const bool line_start = i == 0 || text[i - 1] == U'\n';
      const bool before = line_start || space_at(i - 1), after = space_at(i + 1);
      if (open == closed) {
        if (!after || before || line_start) open = i;
      } else if (!(before && !after)) {
        fill(open, i + 1);
        open = closed;
      }
    }
  }
  if (open != closed) fill(open, text.size());
  return out;
}

struct Page {
  std::vector<Span> tokens;
  std::vector<bool> word, quoted;

  explicit Page(std::u32string_view text) : tokens(tokens_of(text)) {
    const std::vector<bool> inside = quoted_characters(text);
    for (Span token : tokens) {
      word.push_back(is_word(text[token.begin]));
      quoted.push_back(inside[token.begin]);
    }
  }

  TokenSet set_of(const std::vector<Span>& spans) const {
    std::set<std::size_t> out;
    for (Span span : spans) {
      auto at = std::partition_point(tokens.begin(), tokens.end(),
                                     [&](Span token) { return token.end <= span.begin; });
      for (; at != tokens.end() && at->begin < span.end; ++at)
        out.insert(static_cast<std::size_t>(at - tokens.begin()));
    }
    return {out.begin(), out.end()};
  }

  Kind kind_of(const TokenSet& content) const {
    std::size_t words = 0, inside = 0;
    for (std::size_t token : content) {
      words += word[token];
      inside += word[token] && quoted[token];
    }
    if (words == 0) return Kind::other;
    return inside == words ? Kind::direct : inside > 0 ? Kind::mixed : Kind::indirect;
  }
};

struct Read {
  TokenSet source, cue, content;
  Kind kind;
};

std::vector<Read> read_all_of(const Page& page, const std::vector<Attribution>& attributions) {
  std::vector<Read> out;
  for (const Attribution& one : attributions) {
    Read read{page.set_of(one.source), page.set_of(one.cue), page.set_of(one.content), {}};
    read.kind = page.kind_of(read.content);
    out.push_back(std::move(read));
  }
  return out;
}

std::size_t shared(const TokenSet& a, const TokenSet& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    count += a[i] == b[j];
    a[i] < b[j] ? ++i : b[j] < a[i] ? ++j : (++i, ++j);
  }
  return count;
}

bool same_source(const Read& a, const Read& b) {
  return shared(a.source, b.source) > 0 || (a.source.empty() && b.source.empty());
}

struct Pairing {
  std::vector<bool> marked, found;
};

Pairing paired(const std::vector<Read>& marked, const std::vector<Read>& found, bool strict) {
  struct Candidate {
    double alike;
    std::size_t marked, found;
  };
  std::vector<Candidate> candidates;
  for (std::size_t m = 0; m < marked.size(); ++m)
    for (std::size_t f = 0; f < found.size(); ++f) {
      const std::size_t both = shared(marked[m].content, found[f].content);
      if (both == 0 || (strict && !same_source(marked[m], found[f]))) continue;
      const std::size_t either = marked[m].content.size() + found[f].content.size() - both;
      if (2 * both >= either) candidates.push_back({double(both) / double(either), m, f});
    }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.alike > b.alike; });
  Pairing out{std::vector<bool>(marked.size()), std::vector<bool>(found.size())};
  for (const Candidate& one : candidates)
    if (!out.marked[one.marked] && !out.found[one.found])
      out.marked[one.marked] = out.found[one.found] = true;
  return out;
}

void count(const Pairing& pairs, Ratio& ratio) {
  ratio.marked += pairs.marked.size();
  ratio.found += pairs.found.size();
  ratio.hit += static_cast<std::size_t>(std::count(pairs.found.begin(), pairs.found.end(), true));
  ratio.hit_marked +=
      static_cast<std::size_t>(std::count(pairs.marked.begin(), pairs.marked.end(), true));
}

TokenSet all_of(const std::vector<Read>& reads, TokenSet Read::* role) {
  std::set<std::size_t> out;
  for (const Read& read : reads) out.insert((read.*role).begin(), (read.*role).end());
  return {out.begin(), out.end()};
}

std::string line(std::string_view what, const Ratio& ratio) {
  return fmt::format("{:28} P {:6.2f}  R {:6.2f}  F1 {:6.2f}   marked {:6} found {:6}\n", what,
                     100 * ratio.precision(), 100 * ratio.recall(), 100 * ratio.f1(), ratio.marked,
                     ratio.found);
}

}  // namespace

std::vector<bool> Scores::add(std::u32string_view text, const std::vector<Attribution>& marked,
                              const std::vector<Attribution>& found) {
  const Page page(text);
  const std::vector<Read> a = read_all_of(page, marked), b = read_all_of(page, found);
  count(paired(a, b, false), loose);
  const Pairing pairs = paired(a, b, true);
  count(pairs, strict);
  for (std::size_t i = 0; i < a.size(); ++i) {
    Ratio& ratio = strict_by_kind[static_cast<std::size_t>(a[i].kind)];
    ++ratio.marked;
    ratio.hit_marked += pairs.marked[i];
  }
  for (std::size_t i = 0; i < b.size(); ++i) {
    Ratio& ratio = strict_by_kind[static_cast<std::size_t>(b[i].kind)];
    ++ratio.found;
    ratio.hit += pairs.found[i];
  }
  constexpr std::array roles{&Read::source, &Read::cue, &Read::content};
  for (std::size_t r = 0; r < roles.size(); ++r) {
    const TokenSet m = all_of(a, roles[r]), f = all_of(b, roles[r]);
    const std::size_t both = shared(m, f);
    tokens[r].marked += m.size();
    tokens[r].found += f.size();
    tokens[r].hit += both;
    tokens[r].hit_marked += both;
  }
  return pairs.found;
}

std::string Scores::table() const {
  return line("strict", strict) + line("strict, direct", strict_by_kind[0]) +
         line("strict, mixed", strict_by_kind[1]) + line("strict, indirect", strict_by_kind[2]) +
         line("loose", loose) + line("tokens of sources", tokens[0]) +
         line("tokens of cues", tokens[1]) + line("tokens of contents", tokens[2]);
}

}  // namespace entente::train
