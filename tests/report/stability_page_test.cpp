// SPDX-License-Identifier: Apache-2.0
#include "report/stability_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kit/page.h"
#include "kit/says.h"
#include "report/html.h"
#include "report/stability_graph.h"

namespace entente::report {
namespace {

using kit::says;

// Today nobody gains alone (state 1); both gain together (state 4); Borland gains by leaving that.
StabilityFindings two_parties(const std::string& option = "open the port") {
  StabilityFindings found;
  found.conflict.decision_makers = {{"Arvenia", {}, {}, {}}, {"Borland", {}, {}, {}}};
  found.conflict.options = {{"disarm", 0, Direction::both, {{3}}},
                            {option, 1, Direction::both, {}}};
  found.conflict.decision_makers[0].statements = {{{{{2, 2}}}, std::nullopt, {{3}}}};
  found.states = States({0, 1, 2, 3});
  found.payoffs = {{1, 0, 3, 2}, {1, 3, 0, 2}};
  const Verdict all = Verdict::all();
  found.stability.verdicts = {{all, {}, all, {}}, {all, all, {}, {}}};
  found.stability.equilibria = {all, {}, {}, {}};
  found.looked_at = {0};
  found.coalitions = {{{0, 1}, std::nullopt, {{{0, 1}, 0, 3, {{0, 1}, {1, 3}}}}}};
  found.status_quo = StatusQuo{0, {{0, {}}}, {{0, {}}}, {0}, 1};
  return found;
}

std::string page_of(const StabilityFindings& found, bool suggested = false) {
  const std::map<PositionId, QuotedWords> quotes{{{3}, {"<b>we might</b>", 0}}};
  return stability_html({"Talks & more", "entente test", found, quotes, nullptr, suggested});
}

TEST(StabilityPage, is_well_formed_and_loads_nothing) {
  const std::string page = page_of(two_parties("<script>alert(1)</script>"));
  const kit::ReadPage read = kit::read_page(page);
  EXPECT_EQ(read.error, "");
  EXPECT_TRUE(read.all("script").empty());
  EXPECT_TRUE(says(page, "default-src &#39;none&#39;"));
  const auto styles = read.all("style");
  ASSERT_EQ(styles.size(), 1u);
  EXPECT_TRUE(says(page, csp_hash(styles[0]->text)));
  EXPECT_TRUE(says(page, "&lt;b&gt;we might&lt;/b&gt;"));
}

TEST(StabilityPage, has_a_target_for_every_link_and_no_id_twice) {
  const kit::ReadPage read = kit::read_page(page_of(two_parties()));
  std::vector<std::string> ids = read.values("id");
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  for (const std::string& link : read.values("href"))
    EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), link.substr(1))) << link;
}

TEST(StabilityPage, says_in_words_what_it_shows_by_signs) {
  const std::string page = page_of(two_parties());
  EXPECT_TRUE(says(page, "<span class=\"vh\">yes</span>"));
  EXPECT_TRUE(says(page, "<span class=\"vh\">leaves</span>"));
  EXPECT_TRUE(says(page,
                   "From state 1 to state 4: Arvenia takes up “disarm”; Borland takes up "
                   "“open the port”, together, better for each."));
}

TEST(StabilityPage, its_drawing_stands_in_the_same_places_for_who_draws_it_elsewhere) {
  const StabilityFindings found = two_parties();
  const std::string page = page_of(found);
  const auto drawing = nlohmann::json::parse(state_graph_json(found));
  ASSERT_FALSE(drawing["arrows"].empty());
  for (const auto& arrow : drawing["arrows"])
    EXPECT_TRUE(says(page, "d=\"" + arrow["path"].get<std::string>() + "\"")) << arrow;
  EXPECT_EQ(drawing["nodes"].size(), state_graph(found).states.size());
  for (const auto& node : drawing["nodes"]) {
    EXPECT_TRUE(says(page, fmt::format("x=\"{:.1f}\" y=\"{:.1f}\"", node["at"][0].get<double>(),
                                       node["at"][1].get<double>())))
        << node;
    EXPECT_EQ(node["today"], node["state"] == 1);
  }
  EXPECT_EQ(drawing["letters"], (std::vector<std::string>{"A", "B"}));
}

TEST(StabilityPage, marks_a_model_that_the_program_made) {
  EXPECT_TRUE(says(page_of(two_parties(), true), "A suggestion."));
  EXPECT_FALSE(says(page_of(two_parties()), "A suggestion."));
}

std::string text_of(const std::string& page, const std::string& id) {
  const kit::ReadPage read = kit::read_page(page);
  EXPECT_EQ(read.error, "");
  const kit::Tag* tag = read.with_id(id);
  return tag ? read.text_in(*tag) : "";
}

// Nobody knows how Arvenia likes state 2 and state 1; the one Nash equilibrium hangs on it.
StabilityFindings one_unknown() {
  StabilityFindings found = two_parties();
  Unknowns unknown;
  unknown.pairs = {{0, 0, 1}};
  Certainties all, none, some;
  all.fill(Certainty::all);
  none.fill(Certainty::none);
  some.fill(Certainty::some);
  unknown.verdicts = {{some, none, all, none}, {all, all, none, none}};
  unknown.equilibria = {some, none, none, none};
  unknown.settled = {{{0, 0, 1}, 5, 5}};
  found.unknown = unknown;
  return found;
}

TEST(StabilityPage, tells_what_hangs_on_what_nobody_knows_and_whom_to_ask) {
  const std::string page = page_of(one_unknown()), part = text_of(page, "unknown");
  EXPECT_TRUE(says(part, "1 preference is unknown"));
  EXPECT_TRUE(says(part, "in all cases"));
  EXPECT_TRUE(says(part, "in some cases"));
  EXPECT_FALSE(says(part, "could not be told"));
  EXPECT_TRUE(says(part, "Ask whether Arvenia prefers state 1"));
  EXPECT_TRUE(says(text_of(page, "table"), "not known"));
  EXPECT_TRUE(says(text_of(page, "table"), "? depends on what nobody knows"));
  EXPECT_TRUE(says(text_of(page, "graph"), "Nash? GMR? SMR? SEQ? SIM?"));
  EXPECT_TRUE(says(page, "may hold under Nash"));
  EXPECT_EQ(text_of(page_of(two_parties()), "unknown"), "");
}

TEST(StabilityPage, tells_what_would_make_the_wanted_state_hold_and_draws_it) {
  StabilityFindings found = two_parties();
  Wanted want;
  want.state = 3;
  want.how = Concept::nash;
  want.leaves = {{1, 3, Concept::nash, false, 1, {{1, false, {}, 1, false}}}};
  want.reversals = {{1, 3, 1}};
  want.at_least = 1;
  found.wanted = want;
  const std::string page = page_of(found), part = text_of(page, "wanted");
  EXPECT_TRUE(says(part, "What would make state 4 hold under Nash"));
  EXPECT_TRUE(says(part, "Borland came to prefer state 4 to state 2"));
  EXPECT_TRUE(says(text_of(page, "graph"), "4 wanted"));
  EXPECT_TRUE(says(text_of(page, "table"), "wanted"));
}

TEST(StabilityPage, calls_a_deadlock_that_two_could_leave_together_a_trap) {
  EXPECT_TRUE(says(text_of(page_of(two_parties()), "ways"),
                   "Today is a trap: nobody can better its lot by moving alone, but Arvenia and "
                   "Borland together can, in state 4"));
  StabilityFindings alone = two_parties();
  alone.coalitions[0].upsets.clear();
  EXPECT_TRUE(says(text_of(page_of(alone), "ways"), "no coalition the lot of all its members"));
}

TEST(StabilityPage, says_on_how_many_sentences_it_rests) {
  EXPECT_TRUE(says(text_of(page_of(two_parties()), "rests"),
                   "It rests on 1 position; 1 option or preference is without a sentence."));
}

TEST(StateGraph, draws_improvements_once_and_joint_moves_of_the_smallest_coalition) {
  const StateGraph graph = state_graph(two_parties());
  EXPECT_EQ(graph.states, (std::vector<StateIndex>{0, 3}));
  ASSERT_EQ(graph.edges.size(), 1u);
  EXPECT_EQ(graph.edges[0].kind, EdgeKind::joint);
  EXPECT_TRUE(graph.complete);
}

TEST(StateGraph, has_room_for_twenty_states_and_says_what_it_left_out) {
  StabilityFindings found;
  found.conflict.decision_makers = {{"A", {}, {}, {}}};
  for (int i = 0; i < 6; ++i)
    found.conflict.options.push_back({"o" + std::to_string(i), 0, Direction::both, {}});
  std::vector<State> states;
  for (State s = 0; s < 64; ++s) states.push_back(s);
  found.states = States(states);
  found.payoffs = {std::vector<std::uint32_t>(64, 0)};
  found.stability.verdicts = {std::vector<Verdict>(64, Verdict::all())};
  found.stability.equilibria = found.stability.verdicts[0];
  for (StateIndex i = 0; i < 24; ++i) found.looked_at.push_back(i);
  const StateGraph graph = state_graph(found);
  EXPECT_LE(graph.states.size(), most_drawn_states);
  EXPECT_FALSE(graph.complete);
  EXPECT_TRUE(says(page_of(found), "There are more than the drawing has room for."));
}

}  // namespace
}  // namespace entente::report
