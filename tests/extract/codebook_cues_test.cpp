// SPDX-License-Identifier: Apache-2.0
// The shipped codebook finds its issues in words of conflicts of any kind.
#include <gtest/gtest.h>

#include <array>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

std::vector<std::string> issues_named(const std::string& utf8) {
  static const IssueMatcher matcher(kit::codebook());
  const std::u32string text = from_utf8(utf8);
  const text::Prose prose = text::read_prose(text, {});
  std::vector<std::string> issues;
  for (const IssueMark& mark : matcher.issues_in(matcher.find(prose), 0, prose.tokens.size()))
    if (issues.empty() || issues.back() != matcher.id(mark.issue))
      issues.push_back(matcher.id(mark.issue));
  return issues;
}

struct Said {
  const char* issue;
  const char* words;
};

constexpr Said of_any_conflict[] = {
    {"territory", "The army must pull its soldiers out of the valley."},
    {"territory", "We will not leave the hilltops before winter."},
    {"territory", "A phased withdrawal of troops starts in June."},
    {"territory", "The maritime boundary was never drawn."},
    {"territory", "Settlers have to leave the eastern bank."},
    {"territory", "Our forces redeploy behind the river."},
    {"territory", "They must hand over the two captured towns."},
    {"territory", "The southern districts belong to us and will be returned to us."},
    {"territory", "No one has sovereignty over the reef but our nation."},
    {"ceasefire", "The rebels offered a truce for the harvest."},
    {"ceasefire", "Stop the bombing of our cities now."},
    {"ceasefire", "All sides should hold their fire."},
    {"ceasefire", "The guns must fall silent."},
    {"ceasefire", "An end to the shelling comes before anything else."},
    {"ceasefire", "Both armies must cease all hostilities."},
    {"security_guarantees", "A non-aggression pact would reassure us."},
    {"security_guarantees", "Neither will resort to the use of force."},
    {"security_guarantees", "An international force would patrol the plain."},
    {"nuclear_weapons", "It would ship its stockpile of uranium abroad."},
    {"nuclear_weapons", "The centrifuges will keep spinning."},
    {"nuclear_weapons", "The peninsula must be denuclearised."},
    {"sanctions", "The frozen assets must be released first."},
    {"sanctions", "Lift the oil embargo."},
    {"sanctions", "The travel bans on our ministers must end."},
    {"force_limits", "The militias must hand over their weapons."},
    {"force_limits", "Fighters will be integrated into the national army."},
    {"force_limits", "The group refuses to disarm."},
    {"force_limits", "Naval exercises near the strait have to stop."},
    {"force_limits", "Rebel brigades will be demobilised within a year."},
    {"arms_supply", "Our neighbour keeps arming the insurgents."},
    {"arms_supply", "They must stop the flow of weapons to the rebels."},
    {"elections", "A transitional council would prepare the ballot."},
    {"elections", "The generals must make way for civilian rule."},
    {"elections", "The president has to step down."},
    {"reconstruction", "Donors will pay for the repair of the roads."},
    {"reconstruction", "We ask for compensation for every burnt house."},
    {"natural_resources", "The dam will be filled over seven years."},
    {"natural_resources", "Oil revenues are to be shared equally."},
    {"natural_resources", "Our fishermen must be able to work in the bay."},
    {"natural_resources", "The river's waters must be shared fairly under a water sharing treaty."},
    {"sovereignty", "They want us to give up our independence."},
    {"sovereignty", "The republic seeks international recognition."},
    {"sovereignty", "This is interference in our internal affairs."},
    {"terms_of_peace", "There is no military solution."},
    {"terms_of_peace", "We seek a negotiated settlement of the dispute."},
    {"terms_of_peace", "We will not sign a bad deal."},
    {"consent", "The people of the province alone must decide their future."},
    {"consent", "Parliament has to approve the accord."},
    {"consent", "Nothing may be imposed on us."},
    {"concessions", "Both have to make painful compromises."},
    {"concessions", "As a gesture of goodwill the road was opened."},
    {"mediation", "The kingdom is ready to host the talks."},
    {"mediation", "The emirate passed messages between the two."},
    {"leaders_meeting", "The two presidents should sit down together."},
    {"leaders_meeting", "He will not meet their leader face to face."},
    {"third_party_role", "Outside powers should stop meddling."},
    {"third_party_role", "The junta rejects any foreign intervention."},
    {"process", "They will return to the negotiating table."},
    {"process", "We will attend the next round."},
    {"process", "There can be no preconditions for dialogue."},
    {"progress", "The gaps remain wide but bridgeable."},
    {"progress", "The atmosphere was cordial and the talks were substantive."},
    {"progress", "The negotiations have reached a dead end."},
    {"prisoners", "The hostages must come home."},
    {"prisoners", "Free the detained journalists and soldiers."},
    {"prisoners", "The kidnapped girls have not been released."},
    {"prisoners", "We ask for the return of the bodies of our fallen soldiers."},
    {"displaced_persons", "The villagers who fled will be allowed to return to their homes."},
    {"displaced_persons", "Refugees must be resettled."},
    {"accountability", "Those behind the massacre must stand trial."},
    {"accountability", "No amnesty for war criminals."},
    {"accountability", "A truth and reconciliation commission will hear the families."},
    {"humanitarian_access", "The blockade of the port has to end."},
    {"humanitarian_access", "Let the convoys through."},
    {"humanitarian_access", "Crossings must reopen for food and medicine."},
    {"humanitarian_access", "The siege starves our children."},
    {"monitoring", "Observers would watch the line."},
    {"monitoring", "Inspectors put back the cameras."},
    {"monitoring", "A joint committee would oversee compliance."},
    {"minority_rights", "The hill people want autonomy and schools in their own language."},
    {"minority_rights", "A federal system would protect the southerners."},
    {"minority_rights", "Self-rule for the northern communities."},
    {"alliance_membership", "The country would stay neutral and host no foreign military bases."},
    {"battlefield", "The rebels have seized the town and are gaining ground."},
    {"territory", "All mercenaries and foreign fighters must go home."},
    {"territory", "We need access to the sea through their coast."},
    {"ceasefire", "The king called for restraint."},
    {"sanctions", "The customs duties on our goods must go."},
    {"force_limits", "The brigades have to surrender their tanks and heavy guns."},
    {"force_limits", "Fighters wait in cantonment sites."},
    {"elections", "They agreed to share power for two years."},
    {"reconstruction", "We will help repair the bridges and homes."},
    {"natural_resources", "The downstream countries fear for their fields."},
    {"sovereignty", "A parallel government must not be formed."},
    {"prisoners", "The two armies will exchange nine soldiers."},
    {"prisoners", "The release of all detained civilians is due."},
    {"accountability", "The families want an independent inquiry."},
    {"third_party_role", "This is a bilateral matter."},
    {"progress", "The text is almost complete."},
};

TEST(ShippedCodebook, names_the_issue_in_the_words_of_any_conflict) {
  for (const Said& said : of_any_conflict) {
    const auto issues = issues_named(said.words);
    EXPECT_NE(std::find(issues.begin(), issues.end(), said.issue), issues.end())
        << said.issue << ": " << said.words;
  }
}

constexpr std::array no_issue{
    "The minister walked to his car and said nothing.",
    "The weather in the capital was mild on Monday.",
    "She has chaired the delegation since last spring.",
    "The hotel stands in the old part of the town.",
    "He was born in a village by the sea.",
    "The interview was edited for length.",
    "The budget of the ministry grew.",
    "He spends his vacation in Armory Street with his friend Frank.",
    "The Federation of Bakers met in the capital.",
    "The boat lay in the river.",
    "Her restraints on spending are known.",
};

TEST(ShippedCodebook, names_none_where_nothing_of_the_conflict_is_spoken_of) {
  for (const char* words : no_issue) EXPECT_TRUE(issues_named(words).empty()) << words;
}

TEST(ShippedCodebook, a_place_word_names_no_land_where_another_issue_is_spoken_of) {
  EXPECT_EQ(issues_named("Send observers to the border."), std::vector<std::string>{"monitoring"});
  EXPECT_EQ(issues_named("Open humanitarian corridors to the two towns."),
            std::vector<std::string>{"humanitarian_access"});
}

}  // namespace
}  // namespace entente::extract
