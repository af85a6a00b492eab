// SPDX-License-Identifier: Apache-2.0
// Each shipped codebook holds together, and those of labour disputes and fisheries find their
// issues in words of any such talks.
#include <gtest/gtest.h>

#include <filesystem>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

class FieldCodebook {
 public:
  explicit FieldCodebook(const std::string& name)
      : book_(
            or_throw(read::read_codebook_file(ENTENTE_SOURCE_DIR "/codebooks/" + name + ".yaml"))),
        matcher_(book_) {}

  const Codebook& book() const { return book_; }

  bool names(const std::string& words, const std::string& issue) const {
    const std::u32string text = from_utf8(words);
    const text::Prose prose = text::read_prose(text, {});
    const auto named = matcher_.issues_in(matcher_.find(prose), 0, prose.tokens.size());
    return std::any_of(named.begin(), named.end(),
                       [&](const IssueMark& mark) { return matcher_.id(mark.issue) == issue; });
  }

 private:
  Codebook book_;
  IssueMatcher matcher_;
};

// A phrase that the cue asks for: the first word of several, no word in a gap.
std::string phrase_of(std::string cue) {
  std::string phrase;
  bool left_out = false;
  for (const char c : cue) {
    if (c == '|') left_out = true;
    if (c == ' ') left_out = false;
    if (!left_out && std::string("()*~").find(c) == std::string::npos) phrase += c;
  }
  return phrase;
}

TEST(FieldCodebooks, no_cue_is_lost_to_an_exception_of_its_own_issue) {
  for (const auto& file : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/codebooks")) {
    const FieldCodebook field(file.path().stem().string());
    for (const Issue& issue : field.book().issues) {
      Codebook alone;
      alone.issues = {issue};
      const IssueMatcher matcher(alone);
      for (const Cue& cue : issue.cues) {
        const std::u32string text = from_utf8(phrase_of(cue));
        EXPECT_FALSE(matcher.find(text::read_prose(text, {})).issues.empty())
            << file.path().stem() << " " << issue.id << ": " << cue;
      }
    }
  }
}

struct Said {
  const char* issue;
  const char* words;
};

constexpr Said of_any_dispute[] = {
    {"pay", "The nurses want 4.5% from January."},
    {"pay", "Management tabled a two-year wage freeze."},
    {"one_off", "The airline offered pilots a one-off payment of 3,000."},
    {"hours", "Metalworkers are holding out for a 35-hour week."},
    {"hours", "Drivers must get eleven hours of rest between shifts."},
    {"rosters", "The hospital will publish the rota six weeks ahead."},
    {"staffing", "Teachers say that understaffing is driving people out."},
    {"job_security", "The bank will lay off 400 clerks."},
    {"job_security", "Nobody will be made redundant before 2030 under the job guarantee."},
    {"contracting_out", "Catering would be outsourced to a private firm."},
    {"insecure_work", "The warehouse must end zero-hours contracts."},
    {"pensions", "The university wants to replace the final salary scheme."},
    {"benefits", "We are asking for ten days of sick pay."},
    {"grading", "The union rejects a two-tier pay system."},
    {"safety", "After the third accident this year, miners refused to go below ground."},
    {"recognition", "Amble Foods refuses to recognise the union."},
    {"discipline", "We will not return until the four stewards are reinstated."},
    {"site", "The group will close the plant and move production abroad."},
    {"term", "They settled on a three-year agreement."},
    {"strike", "Bus drivers will walk out on Friday."},
    {"strike", "Staff voted to return to work."},
    {"lockout", "The mill has brought in replacement workers."},
    {"minimum_service", "Trains run under a minimum service order."},
    {"mediation", "The minister appointed an arbitrator."},
    {"ballot", "Members rejected the deal in a ballot."},
    {"progress", "Talks at the steelworks broke down overnight."},
};

TEST(FieldCodebooks, labour_dispute_finds_its_issues_in_words_of_any_dispute) {
  const FieldCodebook field("labour-dispute");
  for (const Said& one : of_any_dispute)
    EXPECT_TRUE(field.names(one.words, one.issue)) << one.issue << ": " << one.words;
}

constexpr Said of_any_fishery[] = {
    {"total_catch", "Ministers agreed to cut the cod quota by a fifth."},
    {"total_catch", "The TAC for blue whiting rolls over."},
    {"sharing", "The new key gives the southern fleet a larger share of the quota."},
    {"sharing", "They claim a right to a third by virtue of historic catches."},
    {"own_quota", "The islands set a unilateral quota for mackerel."},
    {"access", "Foreign trawlers must stay outside the six-mile limit."},
    {"access", "The pact lets forty vessels into the northern zone."},
    {"licences", "Each licence costs 12,000 a year."},
    {"licences", "The number of days at sea falls to 140."},
    {"gear", "Gillnets will be banned in the bay."},
    {"gear", "The commission raised the minimum mesh size."},
    {"bycatch", "Crews must release turtles alive."},
    {"landing", "The landing obligation makes skippers bring everything ashore."},
    {"monitoring", "Inspectors may board any vessel."},
    {"monitoring", "Observers sail on every purse seiner."},
    {"closures", "The spawning grounds are closed until May."},
    {"science", "The stock assessment is due in June."},
    {"illegal_fishing", "The navy detained two trawlers for poaching."},
    {"port_measures", "Harbours were closed to the neighbour's boats."},
    {"market", "Frozen fillets will enter duty-free."},
    {"compensation", "Owners get money for decommissioning old boats."},
    {"small_boats", "A tenth is set aside for the inshore fleet."},
    {"transfer", "The two capitals agreed on a quota swap."},
    {"term", "The arrangement runs for four years."},
    {"boundaries", "The court drew a median line between the islands."},
    {"settlement", "A joint commission will hear disputes."},
    {"incidents", "Two boats collided in the fog."},
};

TEST(FieldCodebooks, fisheries_finds_its_issues_in_words_of_any_fishery) {
  const FieldCodebook field("fisheries");
  for (const Said& one : of_any_fishery)
    EXPECT_TRUE(field.names(one.words, one.issue)) << one.issue << ": " << one.words;
}

}  // namespace
}  // namespace entente::extract
