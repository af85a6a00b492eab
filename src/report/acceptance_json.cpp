// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"
#include "report/acceptance.h"
#include "report/cited.h"

namespace entente::report {
namespace {

constexpr std::uint64_t most_in_number = std::uint64_t{1} << 53;

std::string big_json(const Natural& count) {
  return count.capped() <= most_in_number ? count.text() : json_string(count.text());
}

template <class Items, class Write>
std::string in_lines(const Items& items, const Write& write) {
  std::vector<std::string> written;
  for (const auto& item : items) written.push_back(write(item));
  return written.empty() ? "[]" : fmt::format("[\n {}]", fmt::join(written, ",\n "));
}

std::string asked_json(const AskedParty& one) {
  return JsonObject{}
      .put("party", one.party)
      .flag("needed", one.needed)
      .flag("stated", one.stated)
      .text();
}

// What both objects have: a word of a party.
class WordJson {
 public:
  explicit WordJson(const Case& contents) : lookup_(contents) {}

 protected:
  std::string position(const std::optional<PositionId>& id) const {
    return id ? cited_json(lookup_, *id) : "null";
  }

  JsonObject word(const std::string& party, const Word& word) const {
    JsonObject out;
    out.put("party", party).put("answer", word_of(word.answer));
    if (word.answer == Answer::unknown) out.put("why", word_of(word.doubt));
    if (word.answer == Answer::conditional) out.put("condition", condition_of(lookup_, word));
    if (word.instead) out.flag("instead", true);
    out.raw("position", position(word.position));
    if (word.but) out.raw("but", position(word.but));
    return out;
  }

  Lookup lookup_;
};

class LeewayJson : WordJson {
 public:
  LeewayJson(const Case& contents, const Acceptance& acceptance, const Leeway& leeway)
      : WordJson(contents), in_(acceptance), found_(leeway) {}

  std::string text() const {
    return JsonObject{}
               .put("deal", deal())
               .raw("packages", big_json(found_.packages))
               .raw("inside_red_lines", big_json(found_.inside))
               .raw("unopposed", big_json(found_.unopposed))
               .raw("accepted", big_json(found_.accepted))
               .raw("parties", in_lines(in_.parties, asked_json))
               .raw("bars", in_lines(found_.bars, [&](const Bar& one) { return bar(one); }))
               .raw("nearest", in_lines(found_.nearest, [&](auto& one) { return nearest(one); }))
               .raw("pivots", in_lines(found_.pivots, [&](auto& one) { return pivot(one); }))
               .raw("issues", issues())
               .raw("without_options", json_strings(in_.without_options))
               .raw("unspoken", json_strings(in_.unspoken))
               .raw("unplaced_red_lines",
                    in_lines(in_.unplaced_lines,
                             [&](PositionId id) { return cited_json(lookup_, id); }))
               .text() +
           "\n";
  }

 private:
  const char* deal() const {
    const Natural none;
    if (in_.issues.empty()) return "unknown";
    if (found_.inside == none) return "none";
    if (found_.accepted != none) return "all";
    return found_.unopposed != none ? "some" : "opposed";
  }

  std::string option(std::size_t issue, std::size_t option) const {
    const Issue* known = lookup_.issue(in_.issues[issue].issue);
    return known ? known->options[option].id : "";
  }
  std::string options(std::size_t issue, const std::vector<std::size_t>& indices) const {
    std::vector<std::string> ids;
    for (std::size_t o : indices) ids.push_back(option(issue, o));
    return json_strings(ids);
  }
  std::string parties(const std::vector<std::size_t>& indices) const {
    std::vector<std::string> names;
    for (std::size_t p : indices) names.push_back(in_.parties[p].party);
    return json_strings(names);
  }

  std::string limit(std::size_t issue, const Limit& one) const {
    std::vector<std::string> ids;
    for (PositionId id : one.positions) ids.push_back(id.text());
    return JsonObject{}
        .put("party", in_.parties[one.party].party)
        .flag("red_line", one.red_line)
        .raw("closes", options(issue, one.closes))
        .raw("positions", json_strings(ids))
        .text();
  }

  std::string bar(const Bar& one) const {
    const auto some = [&](const std::vector<std::size_t>& indices) {
      std::vector<std::string> out;
      for (std::size_t i : indices) out.push_back(limit(one.issue, one.limits[i]));
      return json_array(out);
    };
    std::vector<std::string> sets, openings;
    for (const auto& set : one.sets) sets.push_back(some(set));
    for (const Bar::Opening& opening : one.openings)
      openings.push_back(JsonObject{}
                             .put("option", option(one.issue, opening.option))
                             .raw("give_up", some(opening.limits))
                             .text());
    return JsonObject{}
        .put("issue", in_.issues[one.issue].issue)
        .flag("by_red_lines", one.by_red_lines)
        .raw("sets", json_array(sets))
        .flag("smallest", one.smallest)
        .raw("openings", json_array(openings))
        .text();
  }

  std::string nearest(const Nearest& one) const {
    std::vector<std::string> out;
    for (const Nearest::Lack& lack : one.options)
      out.push_back(JsonObject{}
                        .put("option", option(one.issue, lack.option))
                        .raw("missing", parties(lack.missing))
                        .raw("against", parties(lack.against))
                        .text());
    return JsonObject{}
        .put("issue", in_.issues[one.issue].issue)
        .raw("options", json_array(out))
        .text();
  }

  std::string pivot(const Pivot& one) const {
    return JsonObject{}
        .put("party", in_.parties[one.party].party)
        .put("issue", in_.issues[one.issue].issue)
        .put("option", option(one.issue, one.option))
        .put("now", word_of(in_.issues[one.issue].words[one.party][one.option].answer))
        .raw("yes_opens", big_json(one.opens))
        .raw("no_closes", big_json(one.closes))
        .flag("settles", one.settles)
        .flag("blocks", one.blocks)
        .number("lacking", one.lacking)
        .text();
  }

  std::string issues() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < in_.issues.size(); ++i) out.push_back(issue(i));
    return fmt::format("[\n {}]", fmt::join(out, ",\n "));
  }

  std::string issue(std::size_t i) const {
    const IssueAnswers& one = in_.issues[i];
    std::vector<std::string> options, lines;
    for (std::size_t o = 0; o < one.options; ++o) {
      std::vector<std::string> words;
      for (std::size_t p = 0; p < one.words.size(); ++p)
        words.push_back(word(in_.parties[p].party, one.words[p][o]).text());
      options.push_back(JsonObject{}
                            .put("option", option(i, o))
                            .flag("closed", one.crossed(o))
                            .raw("words", json_array(words))
                            .text());
    }
    for (const Limit& line : one.red_lines) lines.push_back(limit(i, line));
    return JsonObject{}
        .put("issue", one.issue)
        .raw("red_lines", json_array(lines))
        .raw("options", fmt::format("[\n  {}]", fmt::join(options, ",\n  ")))
        .text();
  }

  const Acceptance& in_;
  const Leeway& found_;
};

class CheckJson : WordJson {
 public:
  CheckJson(const Case& contents, const DraftCheck& check) : WordJson(contents), check_(check) {}

  std::string text() const {
    std::vector<std::string> clauses, balances;
    for (std::size_t c = 0; c < check_.clauses.size(); ++c) clauses.push_back(clause(c));
    for (std::size_t p = 0; p < check_.parties.size(); ++p) balances.push_back(balance(p));
    return JsonObject{}
               .put("draft", check_.draft)
               .put("outcome", word_of(check_.outcome))
               .put("words", outcome_words(check_))
               .raw("parties", in_lines(check_.parties, asked_json))
               .raw("clauses", fmt::format("[\n {}]", fmt::join(clauses, ",\n ")))
               .raw("balance", fmt::format("[\n {}]", fmt::join(balances, ",\n ")))
               .raw("gets_all", names(check_.gets_all))
               .raw("gives_way", names(check_.gives_way))
               .put("one_sided", balance_words(check_))
               .text() +
           "\n";
  }

 private:
  std::string names(const std::vector<std::size_t>& parties) const {
    std::vector<std::string> out;
    for (std::size_t p : parties) out.push_back(check_.parties[p].party);
    return json_strings(out);
  }

  std::string clause(std::size_t c) const {
    const Clause& one = check_.clauses[c];
    const DocumentCard* card = lookup_.document(one.document);
    std::vector<std::string> words;
    for (std::size_t p = 0; p < check_.parties.size(); ++p)
      words.push_back(word(check_.parties[p].party, check_.words[c][p])
                          .put("bearing", word_of(check_.balances[p].bearings[c]))
                          .text());
    JsonObject out;
    out.put_or_null("id", card ? one.id.text() : "")
        .put("name", clause_name(check_, c))
        .put_or_null("issue", one.issue)
        .raw("option", one.option ? json_strings({one.option->low, one.option->high}) : "null")
        .put("words", one.words);
    if (card)
      out.put("doc", card->name)
          .raw("evidence", fmt::format("[{}, {}]", one.evidence.begin, one.evidence.end));
    return out.raw("answers", json_array(words)).text();
  }

  std::string balance(std::size_t p) const {
    JsonObject out;
    out.put("party", check_.parties[p].party);
    for (std::size_t i = 0; i < words<Bearing>.size(); ++i)
      out.number(words<Bearing>[i], check_.balances[p].count(static_cast<Bearing>(i)));
    return out.text();
  }

  const DraftCheck& check_;
};

}  // namespace

std::string leeway_json(const Case& contents, const Acceptance& acceptance, const Leeway& leeway) {
  return LeewayJson(contents, acceptance, leeway).text();
}

std::string check_json(const Case& contents, const DraftCheck& check) {
  return CheckJson(contents, check).text();
}

}  // namespace entente::report
