// SPDX-License-Identifier: Apache-2.0
#include "report/brief.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <sstream>

#include "kit/grown_case.h"
#include "kit/page.h"
#include "kit/says.h"
#include "report/html.h"

namespace entente::report {
namespace {

using kit::ReadPage;
using kit::says;
using kit::Tag;

std::string brief_of(const kit::GrownCase& c, const std::string& title = "The lake talks") {
  const Matrix matrix = c.matrix();
  const Coverage coverage = c.coverage();
  return brief_html({title, "entente 0.1.0", c.contents, matrix, c.movements, c.contradictions,
                     c.crossings, c.accounts, coverage,
                     [&](DocumentId id) { return c.text_of(id); }, nullptr, c.checks});
}

std::string text_with_id(const ReadPage& page, const std::string& id) {
  const Tag* tag = page.with_id(id);
  return tag ? page.text_in(*tag) : "";
}

void expect_sound(const std::string& html) {
  const ReadPage page = kit::read_page(html);
  ASSERT_EQ(page.error, "");
  std::set<std::string> ids;
  for (const std::string& id : page.values("id"))
    EXPECT_TRUE(ids.insert(id).second) << "twice: " << id;
  for (const std::string& href : page.values("href")) {
    ASSERT_EQ(href.substr(0, 1), "#") << href;
    EXPECT_TRUE(ids.contains(href.substr(1))) << "leads nowhere: " << href;
  }
  for (const char* name :
       {"script", "img", "iframe", "object", "embed", "form", "link", "base", "input", "button"})
    EXPECT_TRUE(page.all(name).empty()) << name;
  for (const Tag& tag : page.tags)
    for (const auto& [name, value] : tag.attributes) {
      EXPECT_NE(name.substr(0, 2), "on") << name;
      EXPECT_NE(name, "style");
      EXPECT_NE(name, "src");
    }
}

TEST(Brief, the_page_is_well_formed_and_every_link_leads_somewhere) {
  expect_sound(brief_of(kit::lake_case()));
  expect_sound(brief_of(kit::GrownCase{}));
}

TEST(Brief, a_draft_is_held_against_what_each_party_has_said) {
  kit::GrownCase c = kit::lake_case();
  const std::string drafts = text_with_id(kit::read_page(brief_of(c)), "drafts");
  EXPECT_TRUE(says(drafts, "No: Article 3 crosses a red line of Velmar."));
  EXPECT_TRUE(says(drafts, "on a condition"));
  EXPECT_TRUE(says(drafts, "the nets were returned first"));
  c.checks.clear();
  EXPECT_FALSE(says(text_with_id(kit::read_page(brief_of(c)), "drafts"), "Would they pass?"));
}

TEST(Brief, the_policy_allows_this_style_and_nothing_else) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const auto styles = page.all("style");
  ASSERT_EQ(styles.size(), 1u);
  const Tag* policy = nullptr;
  for (const Tag* meta : page.all("meta"))
    if (meta->attributes.contains("http-equiv")) policy = meta;
  ASSERT_NE(policy, nullptr);
  EXPECT_EQ(policy->attributes.at("content"),
            "default-src 'none'; style-src '" + csp_hash(styles[0]->text) +
                "'; img-src data:; base-uri 'none'; form-action 'none'");
  EXPECT_FALSE(says(styles[0]->text, "url("));
  EXPECT_FALSE(says(styles[0]->text, "@import"));
}

TEST(Brief, each_position_can_be_reached_from_its_cell_in_one_step) {
  const kit::GrownCase c = kit::lake_case();
  const ReadPage page = kit::read_page(brief_of(c));
  const Matrix matrix = c.matrix();
  for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
    const Tag* cell = page.with_id("x" + std::to_string(i + 1));
    ASSERT_NE(cell, nullptr);
    const std::string note = text_with_id(page, cell->attributes.at("href").substr(1));
    for (PositionId id : matrix.cells[i].all) {
      const Position& position = c.contents.positions[id.number - 1];
      EXPECT_TRUE(says(note, position.words));
      EXPECT_TRUE(says(text_with_id(page, id.text()), position.words));
      EXPECT_TRUE(says(text_with_id(page, id.text()),
                       position.printed ? day_text(*position.printed) : "no date"));
    }
  }
}

TEST(Brief, every_link_of_a_drawing_ends_at_a_quoted_sentence) {
  const kit::GrownCase c = kit::lake_case();
  const ReadPage page = kit::read_page(brief_of(c));
  std::size_t links = 0;
  for (const Tag* link : page.all("a")) {
    const auto index = static_cast<std::size_t>(link - page.tags.data());
    std::size_t outer = page.tags[index].parent;
    while (outer > 0 && page.tags[outer].name != "svg") outer = page.tags[outer].parent;
    if (page.tags[outer].name != "svg") continue;
    ++links;
    const Tag* target = page.with_id(link->attributes.at("href").substr(1));
    const auto at = static_cast<std::size_t>(target - page.tags.data());
    EXPECT_TRUE(std::any_of(page.tags.begin(), page.tags.end(), [&](const Tag& tag) {
      return tag.name == "blockquote" &&
             page.is_within(static_cast<std::size_t>(&tag - page.tags.data()), at);
    })) << link->attributes.at("href");
  }
  EXPECT_GE(links, 12u);
}

TEST(Brief, a_quote_stands_marked_within_its_sentence_with_speaker_and_source) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const std::string note = text_with_id(page, "p4");
  EXPECT_TRUE(says(note, "Foreign soldiers on the shore were “"));
  EXPECT_TRUE(says(note, "”, Mr Arke said."));
  EXPECT_TRUE(says(note, "Tomas Arke (Velmar)"));
  EXPECT_TRUE(says(note, "Northern Wire"));
  const Tag* item = page.with_id("p4");
  const auto at = static_cast<std::size_t>(item - page.tags.data());
  bool marked = false;
  for (const Tag& tag : page.tags)
    marked = marked || (tag.name == "mark" &&
                        page.is_within(static_cast<std::size_t>(&tag - page.tags.data()), at) &&
                        tag.text == "a red line that no government of ours will cross");
  EXPECT_TRUE(marked);
}

TEST(Brief, the_header_says_as_of_when_from_how_many_sources_and_how_much_is_suggested) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const std::string header = page.text_in(*page.all("header")[0]);
  EXPECT_TRUE(says(header, "21 Mar 2031"));
  EXPECT_TRUE(says(header, "5 documents, 1 of them a copy of another, 1 undated"));
  EXPECT_TRUE(says(header, "1 clause of a draft meets a red line"));
  EXPECT_TRUE(says(header, "2 positions may have moved"));
  EXPECT_TRUE(says(header, "Rests on suggestions"));
  EXPECT_TRUE(says(header, "Not coded"));
}

TEST(Brief, the_matrix_says_stance_option_marks_and_no_data) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const std::string matrix = text_with_id(page, "matrix");
  for (const char* words : {"rejects", "As each side likes", "red line", "moved",
                            "contradicts itself", "no data", "no date", "substance", "assessment"})
    EXPECT_TRUE(says(matrix, words));
}

TEST(Brief, movements_contradictions_and_crossings_show_both_sentences) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const std::string changes = text_with_id(page, "changes");
  EXPECT_TRUE(says(changes, "Velmar would exchange the detained crews one for one"));
  EXPECT_TRUE(says(changes, "Velmar will release all eleven crews without conditions"));
  EXPECT_TRUE(says(changes, "ours, theirs or anybody’s"));
  EXPECT_TRUE(says(changes, "Nobody will count my boats,"));
  const std::string drafts = text_with_id(page, "drafts");
  EXPECT_TRUE(says(drafts, "A foreign contingent of any size"));
  EXPECT_TRUE(says(drafts, "a red line that no government of ours will cross"));
}

TEST(Brief, accounts_underline_the_words_that_only_one_of_them_has) {
  const std::string html = brief_of(kit::lake_case());
  EXPECT_TRUE(says(html, "<u>twelve </u>nets"));
  EXPECT_TRUE(says(html, "<u>all </u>nets"));
  EXPECT_TRUE(says(html, "not in this account"));
  EXPECT_TRUE(says(html, "they differ"));
}

TEST(Brief, a_meeting_without_a_known_day_is_listed_apart) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const std::string meetings = text_with_id(page, "meetings");
  const std::size_t apart = meetings.find("Without a known day");
  ASSERT_NE(apart, std::string::npos);
  EXPECT_GT(meetings.find("last autumn"), apart);
  EXPECT_LT(meetings.find("2 April 2031"), apart);
}

TEST(Brief, a_red_line_stands_when_the_party_speaks_of_something_else_later) {
  kit::GrownCase c = kit::lake_case();
  c.open("Later", "Northern Wire", kit::day("2031-03-25"));
  c.says("Velmar", "Tomas Arke", "troops", Stance::wants, -1, -1,
         "Velmar wanted quiet on the shore, he said.", "Velmar wanted quiet on the shore");
  c.close();
  const ReadPage page = kit::read_page(brief_of(c));
  EXPECT_TRUE(says(page.text_in(*page.with_id("matrix")), "red line 3 Mar 2031"));
  const std::string ladders = text_with_id(page, "ladders");
  EXPECT_TRUE(says(
      ladders, "Velmar: As each side likes, rejects, red line, printed 3 Mar 2031, suggested *"));
  EXPECT_TRUE(says(ladders, "Newer word, not placed on the scale"));
}

TEST(Brief, without_dates_no_word_is_called_newer_than_another) {
  kit::GrownCase c = kit::lake_case();
  c.open("Undated", "Northern Wire", std::nullopt);
  c.says("Shore Towns", "Mina Okoro", "fishing", Stance::wants, -1, -1,
         "She wanted quiet, she said.", "She wanted quiet");
  c.close();
  const ReadPage page = kit::read_page(brief_of(c));
  EXPECT_TRUE(says(text_with_id(page, "ladders"), "in no known order of time"));
  EXPECT_FALSE(says(text_with_id(page, "ladders"), "Newer word"));
}

TEST(Brief, tellings_with_the_same_day_place_status_and_parties_stand_together) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const Tag &first = *page.with_id("m1"), &second = *page.with_id("m2"),
            &other = *page.with_id("m5");
  EXPECT_EQ(first.parent, second.parent);
  EXPECT_NE(first.parent, other.parent);
  EXPECT_TRUE(says(text_with_id(page, "meetings"), "m1 ×2"));
}

TEST(Brief, a_telling_in_a_copy_is_not_counted) {
  kit::GrownCase c = kit::lake_case();
  c.open("Lake talks open in Sandport", "The Shore Post", kit::day("2031-03-03"))
      .copy_of(DocumentId{1});
  c.meets({"Ostravia", "Velmar"}, "Sandport", MeetingStatus::held, kit::day("2031-03-03"), "Monday",
          "They met in Sandport on Monday.");
  c.close();
  const ReadPage page = kit::read_page(brief_of(c));
  EXPECT_EQ(page.with_id("m1")->parent, page.with_id(c.contents.meetings.back().id.text())->parent);
  EXPECT_TRUE(says(text_with_id(page, "meetings"), "m1 ×2"));
  EXPECT_FALSE(says(text_with_id(page, "meetings"), "m1 ×3"));
}

TEST(Brief, no_label_of_the_timeline_is_crossed_by_the_line_of_as_of_or_leaves_the_drawing) {
  kit::GrownCase c = kit::lake_case();
  for (const char* when : {"2031-03-18", "2031-03-19", "2031-03-20", "2031-03-22", "2031-04-30"})
    c.meets({"Ostravia"}, "Sandport", MeetingStatus::planned, kit::day(when), when, "They will.");
  const ReadPage page = kit::read_page(brief_of(c));
  const auto number = [](const Tag& tag, const char* name) {
    return std::stod(tag.attributes.at(name));
  };
  double line = 0;
  for (const Tag& tag : page.tags)
    if (tag.name == "line" && tag.attributes.at("class") == "asof") line = number(tag, "x1");
  ASSERT_GT(line, 0);
  std::size_t labels = 0;
  for (const Tag& tag : page.tags) {
    if (tag.name != "text" || tag.text.substr(0, 1) != "m") continue;
    ++labels;
    constexpr double least_letter = 5;
    const double width = least_letter * static_cast<double>(tag.text.size()), x = number(tag, "x"),
                 begin = tag.attributes.at("text-anchor") == "end" ? x - width : x;
    EXPECT_TRUE(line < begin || line > begin + width) << tag.text;
    EXPECT_LE(begin + width, 760) << tag.text;
  }
  EXPECT_GE(labels, 6u);
}

TEST(Brief, a_head_says_whose_consent_a_deal_needs_on_every_screen) {
  kit::GrownCase c = kit::lake_case();
  EXPECT_FALSE(says(brief_of(c), "Below a name"));
  c.party("Lake Commission", PartyKind::mediator, Consent::not_required)
      .party("Velmar", PartyKind::principal, Consent::required)
      .party("Ostravia", PartyKind::principal, Consent::unstated)
      .party("Shore Towns", PartyKind::guarantor, Consent::required);
  const std::string html = brief_of(c);
  const ReadPage page = kit::read_page(html);
  for (const char* words :
       {"Lake Commission mediator, not asked to agree", "Velmar principal, must agree",
        "Ostravia principal", "Shore Towns guarantor, must agree",
        "A mediator’s yes is never a party’s"})
    EXPECT_TRUE(says(text_with_id(page, "matrix"), words)) << words;
  EXPECT_TRUE(says(html, "data-head=\"Lake Commission (mediator, not asked to agree)\""));
  EXPECT_TRUE(says(text_with_id(page, "evidence"), "Lake Commission mediator, not asked to agree"));
}

TEST(Brief, a_cell_says_whether_its_day_is_of_speaking_or_of_printing) {
  kit::GrownCase c = kit::lake_case();
  c.contents.positions[3].said = kit::day("2031-03-02");
  const std::string html = brief_of(c);
  const ReadPage page = kit::read_page(html);
  EXPECT_TRUE(says(html, "said <time datetime=\"2031-03-02\">2 Mar 2031"));
  EXPECT_TRUE(says(html, "printed <time datetime=\"2031-03-21\">21 Mar 2031"));
  EXPECT_TRUE(says(html, "After · printed <time datetime=\"2031-03-21\">21 March 2031"));
  EXPECT_TRUE(says(text_with_id(page, "ladders"), "said 2 Mar 2031"));
}

TEST(Brief, a_suggestion_is_a_word_for_those_who_hear_the_page) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  std::size_t marks = 0;
  for (const Tag& tag : page.tags) {
    if (tag.name != "span" || !tag.attributes.contains("class") ||
        tag.attributes.at("class") != "sug")
      continue;
    ++marks;
    EXPECT_TRUE(says(page.text_in(tag), "suggested"));
  }
  EXPECT_GE(marks, 12u);
  EXPECT_TRUE(page.all("abbr").empty());
}

TEST(Brief, drawings_and_blocks_share_no_class) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  std::set<std::string> drawn, other;
  for (const Tag& tag : page.tags) {
    if (!tag.attributes.contains("class")) continue;
    const bool shape =
        std::set<std::string>{"text", "tspan", "line", "rect", "circle", "polygon"}.contains(
            tag.name);
    std::istringstream names{tag.attributes.at("class")};
    for (std::string name; names >> name;) (shape ? drawn : other).insert(name);
  }
  EXPECT_GE(drawn.size(), 5u);
  for (const char* status : {"planned", "reported", "held", "cancelled"}) drawn.erase(status);
  for (const std::string& name : drawn) EXPECT_FALSE(other.contains(name)) << name;
}

TEST(Brief, a_position_that_no_note_shows_is_named_without_a_link) {
  kit::GrownCase c = kit::lake_case();
  Matrix matrix = c.matrix();
  std::erase_if(matrix.cells, [](const Cell& cell) { return cell.issue == "monitors"; });
  const Coverage coverage = c.coverage();
  expect_sound(brief_html({"t", "entente 0.1.0", c.contents, matrix, c.movements, c.contradictions,
                           c.crossings, c.accounts, coverage,
                           [&](DocumentId id) { return c.text_of(id); }}));
}

// Two of the lake's parties and one that the case does not know. The first option rests on p1.
struct LakeConflict {
  StabilityFindings found;
  std::map<PositionId, QuotedWords> quotes;
};

LakeConflict conflict_of(const kit::GrownCase& c) {
  LakeConflict out;
  StabilityFindings& found = out.found;
  const auto& parties = c.matrix().parties;
  for (const std::string& name : {parties[1], parties[0], std::string("Stranger")})
    found.conflict.decision_makers.push_back({name, {}, {}, {}});
  found.conflict.options = {{"disarm", 0, Direction::both, {c.contents.positions[0].id}},
                            {"<open>", 1, Direction::forward, {}}};
  found.states = States({0, 1, 2, 3});
  found.payoffs = {{1, 0, 3, 2}, {1, 3, 0, 2}, {0, 0, 0, 0}};
  const Verdict all = Verdict::all();
  found.stability.verdicts = {{all, {}, all, {}}, {all, all, {}, {}}, {all, all, all, all}};
  found.stability.equilibria = {all, {}, {}, {}};
  found.looked_at = {0};
  found.coalitions = {{{0, 1}, std::nullopt, {{{0, 1}, 0, 3, {{0, 1}, {1, 3}}}}}};
  found.status_quo = StatusQuo{0, {{0, {}}}, {{0, {}}}, {0}, 1};
  out.quotes[c.contents.positions[0].id] = {c.contents.positions[0].words, 3};
  return out;
}

std::string brief_with_conflict(const kit::GrownCase& c, bool suggested) {
  const Matrix matrix = c.matrix();
  const Coverage coverage = c.coverage();
  const LakeConflict conflict = conflict_of(c);
  const BriefConflict shown{conflict.found, conflict.quotes, "lake.yaml", suggested};
  return brief_html({"The lake talks", "entente 0.1.0", c.contents, matrix, c.movements,
                     c.contradictions, c.crossings, c.accounts, coverage,
                     [&](DocumentId id) { return c.text_of(id); }, &shown});
}

TEST(Brief, a_conflict_stands_in_it_with_table_and_moves_and_keeps_the_page_sound) {
  const kit::GrownCase c = kit::lake_case();
  const std::string html = brief_with_conflict(c, false);
  expect_sound(html);
  const ReadPage page = kit::read_page(html);
  const std::string part = text_with_id(page, "hold");
  EXPECT_TRUE(says(part, "The analyst’s model"));
  EXPECT_TRUE(says(part, "lake.yaml"));
  EXPECT_TRUE(says(part, "Holds, or who would leave, under"));
  EXPECT_TRUE(says(part, "Moves between 2 states"));
  EXPECT_TRUE(says(part, "Today is a trap"));
  EXPECT_TRUE(says(html, "<a href=\"#hold\">Would it hold?</a>"));
  const auto styles = page.all("style");
  ASSERT_EQ(styles.size(), 1u);
  EXPECT_TRUE(says(html, csp_hash(styles[0]->text)));
}

TEST(Brief, a_conflict_has_the_letters_of_the_matrix_and_its_evidence_leads_to_the_notes) {
  const kit::GrownCase c = kit::lake_case();
  const ReadPage page = kit::read_page(brief_with_conflict(c, false));
  const std::string part = text_with_id(page, "hold");
  const Matrix matrix = c.matrix();
  EXPECT_TRUE(says(
      part, "Letters name the parties: B " + matrix.parties[1] + ", A " + matrix.parties[0] + ", " +
                std::string(1, static_cast<char>('A' + matrix.parties.size())) + " Stranger."));
  const Tag* hold = page.with_id("hold");
  const auto at = static_cast<std::size_t>(hold - page.tags.data());
  EXPECT_TRUE(std::any_of(page.tags.begin(), page.tags.end(), [&](const Tag& tag) {
    const auto link = tag.attributes.find("href");
    return link != tag.attributes.end() &&
           link->second == "#" + c.contents.positions[0].id.text() &&
           page.is_within(static_cast<std::size_t>(&tag - page.tags.data()), at);
  }));
}

TEST(Brief, a_conflict_that_the_program_made_is_marked_and_none_comes_unasked) {
  const kit::GrownCase c = kit::lake_case();
  EXPECT_TRUE(says(brief_with_conflict(c, true), "A suggestion."));
  EXPECT_FALSE(says(brief_with_conflict(c, false), "A suggestion."));
  EXPECT_FALSE(says(brief_of(c), "id=\"hold\""));
}

// Signs and letters say all that tints do, and each sign has its word.
TEST(Brief, a_conflicts_table_can_be_read_without_colour_and_heard) {
  const ReadPage page = kit::read_page(brief_with_conflict(kit::lake_case(), false));
  const Tag* hold = page.with_id("hold");
  const auto at = static_cast<std::size_t>(hold - page.tags.data());
  std::size_t signs = 0;
  for (std::size_t i = at; i < page.tags.size(); ++i) {
    if (page.tags[i].name != "td" || !page.is_within(i, at)) continue;
    const std::string text = page.text_in(page.tags[i]);
    if (text.empty()) continue;
    for (const char* sign : {"●", "–"})
      if (says(text, sign)) {
        ++signs;
        EXPECT_TRUE(says(text, "yes") || says(text, "no")) << text;
      }
  }
  EXPECT_EQ(signs, 8u);
}

TEST(Brief, headings_go_down_one_level_at_a_time) {
  const ReadPage page = kit::read_page(brief_with_conflict(kit::lake_case(), false));
  int last = 0;
  for (const Tag& tag : page.tags) {
    if (tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6')
      continue;
    EXPECT_LE(tag.name[1] - '0', last + 1) << tag.text;
    last = tag.name[1] - '0';
  }
  EXPECT_EQ(page.all("h1").size(), 1u);
}

TEST(Brief, tables_have_captions_and_scopes_and_drawings_have_titles_and_descriptions) {
  const ReadPage page = kit::read_page(brief_of(kit::lake_case()));
  const auto first_child_is = [&](const Tag& tag, const char* name) {
    const auto at = static_cast<std::size_t>(&tag - page.tags.data());
    return page.tags[at + 1].name == name && page.tags[at + 1].parent == at;
  };
  for (const Tag* table : page.all("table")) EXPECT_TRUE(first_child_is(*table, "caption"));
  for (const Tag* head : page.all("th")) EXPECT_TRUE(head->attributes.contains("scope"));
  EXPECT_GE(page.all("svg").size(), 6u);
  for (const Tag* svg : page.all("svg")) {
    EXPECT_TRUE(first_child_is(*svg, "title"));
    const std::string label = svg->attributes.at("aria-labelledby");
    EXPECT_NE(page.with_id(label.substr(0, label.find(' '))), nullptr);
    EXPECT_FALSE(text_with_id(page, label.substr(label.find(' ') + 1)).empty());
  }
}

// A case in which every text is an attack.
kit::GrownCase hostile_case(const std::string& attack) {
  kit::GrownCase c;
  c.issue("x", attack, {attack, attack + "2"});
  c.open(attack, attack, kit::day("2031-03-03"));
  c.documents.back().card.name = attack;
  c.documents.back().card.language = attack;
  Position& position = c.says(attack, attack, "x", Stance::conditional, 0, 1,
                              "He said " + attack + " twice.", attack);
  position.condition = attack;
  const PositionId id = position.id;
  c.meets({attack}, attack, MeetingStatus::planned, kit::day("2031-04-02"), attack, attack);
  c.meets({}, attack, MeetingStatus::reported, std::nullopt, attack, attack);
  c.drafts(attack, "x", 0, attack).draft = attack;
  c.crossings = {{ClauseId{1}, id}};
  c.movements = {{attack, "x", id, id}};
  c.contradictions = {{attack, "x", id, id}};
  const Evidence line = c.line(attack);
  c.accounts = {{MeetingId{1}, MeetingId{2}, {{Agreement::differs, line, line}}}};
  c.knows(attack, attack, attack).aliases = {attack, "x" + attack};
  c.close();
  return c;
}

TEST(Brief, no_text_of_an_article_becomes_markup) {
  for (const char* attack :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>",
        "]]></style><script>x</script>", "javascript:alert(1)",
        "</style></title></textarea><script>alert(1)//", "&lt;script&gt;", "<!--", "-->", "{}{0}{",
        "<a href=\"javascript:x\">y</a>"}) {
    const std::string html = brief_of(hostile_case(attack), attack);
    expect_sound(html);
    const ReadPage page = kit::read_page(html);
    EXPECT_EQ(page.all("title")[0]->text, attack);
    EXPECT_TRUE(says(text_with_id(page, "p1"), attack));
    EXPECT_TRUE(says(text_with_id(page, "d1"), attack));
  }
}

TEST(Brief, controls_and_turned_directions_are_shown_by_their_number) {
  const std::string html =
      brief_of(hostile_case("left\xE2\x80\xAEright\x1b[0m\xE2\x81\xA9"), "t\xE2\x80\xAEt");
  expect_sound(html);
  EXPECT_EQ(html.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_EQ(html.find("\xE2\x81\xA9"), std::string::npos);
  EXPECT_EQ(html.find('\x1b'), std::string::npos);
  EXPECT_TRUE(says(html, "left&lt;U+202E&gt;right&lt;U+001B&gt;[0m&lt;U+2069&gt;"));
}

TEST(Brief, bytes_that_are_no_utf8_do_no_harm) {
  expect_sound(brief_of(kit::lake_case(), "\xFF\xC0<title"));
}

TEST(Brief, names_and_quotes_are_isolated_from_the_direction_of_the_page) {
  const std::string html = brief_of(hostile_case("שלום"));
  const ReadPage page = kit::read_page(html);
  EXPECT_TRUE(says(html, "<bdi>שלום</bdi>"));
  for (const Tag* quote : page.all("blockquote")) EXPECT_EQ(quote->attributes.at("dir"), "auto");
}

TEST(Brief, an_empty_case_is_honest_about_it) {
  const ReadPage page = kit::read_page(brief_of(kit::GrownCase{}));
  EXPECT_TRUE(says(page.text_in(page.tags[0]), "This case has no documents"));
  EXPECT_TRUE(says(page.text_in(page.tags[0]), "no date"));
}

TEST(Brief, a_case_without_findings_says_so_in_each_section) {
  kit::GrownCase c;
  c.open("Calm", "Wire", std::nullopt).line("The lake was calm.");
  c.close();
  const std::string html = brief_of(c);
  expect_sound(html);
  for (const char* words :
       {"No position was found", "No party was found to have moved", "No meeting was found",
        "No clause of a draft was found", "No person was found",
        "No meeting is told of by two independent documents"})
    EXPECT_TRUE(says(html, words));
}

TEST(Brief, what_is_rejected_does_not_show) {
  kit::GrownCase c = kit::lake_case();
  c.contents.meetings[3].review = kit::rejected("A. Reader");
  c.contents.people[0].review = kit::rejected("A. Reader");
  const ReadPage page = kit::read_page(brief_of(c));
  EXPECT_EQ(page.with_id("m4"), nullptr);
  EXPECT_EQ(page.with_id("w1"), nullptr);
}

TEST(Brief, the_same_case_gives_the_same_bytes) {
  EXPECT_EQ(brief_of(kit::lake_case()), brief_of(kit::lake_case()));
}

TEST(Brief, two_parties_that_change_places_change_places_on_the_page) {
  kit::GrownCase c = kit::lake_case(), d = kit::lake_case();
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  for (Position& position : d.contents.positions)
    position.party = position.party == "Velmar"     ? "Ostravia"
                     : position.party == "Ostravia" ? "Velmar"
                                                    : position.party;
  const auto tags_of = [&](const std::string& html) {
    return std::vector<std::size_t>{count(html, "class=\"tag line\""), count(html, "class=\"mark"),
                                    count(html, "class=\"stop\""),
                                    count(html, "<b class=\"stance\">")};
  };
  EXPECT_EQ(tags_of(brief_of(c)), tags_of(brief_of(d)));
}

TEST(Brief, a_large_case_stays_usable) {
  const kit::GrownCase c = kit::large_case(40, 28, 3);
  const std::string html = brief_of(c);
  EXPECT_LT(html.size(), 5'000'000u);
  const ReadPage page = kit::read_page(html);
  EXPECT_EQ(page.error, "");
  EXPECT_TRUE(says(html, "Issues 1 to 5 of 28"));
  EXPECT_TRUE(says(html, "1,120 cells"));
  EXPECT_TRUE(says(html, "Showing 24 of 40 placed parties"));
}

TEST(Brief, a_cell_with_very_many_positions_says_how_many_it_shows) {
  const std::string html = brief_of(kit::large_case(1, 1, 60));
  expect_sound(html);
  EXPECT_TRUE(says(html, "Showing the newest 40 of 60"));
}

TEST(Brief, a_party_that_no_text_prints_is_shown_as_a_guess) {
  kit::GrownCase c = kit::lake_case();
  EXPECT_FALSE(says(brief_of(c), "(a guess)"));
  c.contents.people[0].party_guessed = true;
  EXPECT_TRUE(says(text_with_id(kit::read_page(brief_of(c)), "w1"),
                   c.contents.people[0].party + " (a guess)"));
}

}  // namespace
}  // namespace entente::report
