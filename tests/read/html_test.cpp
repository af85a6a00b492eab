// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

Document page_of(const std::string& html) { return document_of(html, "page.html"); }

// The lines of the text that are not noise.
Strings read_lines(const Document& document) {
  Strings lines;
  std::size_t begin = 0;
  while (begin < document.text.size()) {
    const std::size_t end = std::min(document.text.find(U'\n', begin), document.text.size());
    const bool noise = std::any_of(document.noise.begin(), document.noise.end(),
                                   [&](const Noise& n) { return n.span.meets({begin, end}); });
    if (!noise && end > begin) lines.push_back(slice_utf8(document.text, {begin, end}));
    begin = end + 1;
  }
  return lines;
}

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>"; }

const std::string article = "<article><h1>Envoys leave</h1>" + paragraph(first_paragraph) +
                            "<h2>After the talks</h2>" + paragraph(second_paragraph) +
                            paragraph(third_paragraph) + "</article>";
const Strings article_lines = {"Envoys leave", first_paragraph, "After the talks", second_paragraph,
                               third_paragraph};

std::string body(const std::string& inner) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>" + inner +
         "</body></html>";
}

TEST(Html, blocks_become_lines_and_headings_are_named) {
  const Document document = page_of(body(article));
  EXPECT_EQ(read_lines(document), article_lines);
  EXPECT_EQ(headings_of(document), (Strings{"Envoys leave", "After the talks"}));
  EXPECT_TRUE(document.noise.empty());
}

TEST(Html, markup_at_the_start_makes_a_page_whatever_the_name) {
  EXPECT_EQ(read_lines(document_of(body(article), "saved.txt")), article_lines);
  EXPECT_EQ(document_of("a < b, she said, and b < c.", "notes.txt").text,
            U"a < b, she said, and b < c.");
}

TEST(Html, what_is_not_the_article_is_kept_as_noise) {
  const std::string html = body(
      "<header><a href=/>The Post</a><nav><ul><li><a href=/a>News</a></li><li><a "
      "href=/b>Canal</a></li></ul></nav></header>"
      "<div class=cookie-banner role=dialog><p>We store things on your "
      "device.</p><button>Accept</button></div>"
      "<main>" +
      article +
      "</main><aside class=related><h3>Related</h3><a href=/c>Grain prices rise again in the "
      "basin</a></aside>"
      "<section id=comments><h3>3 comments</h3><p>I was there and it was quite different from what "
      "you write here.</p></section>"
      "<form><label>Mail</label><p>Write to us if you know more about this story, we read "
      "everything.</p></form><footer><p>Imprint of the paper.</p></footer>");
  const Document document = page_of(html);
  EXPECT_EQ(read_lines(document), article_lines);
  const std::string text = to_utf8(document.text);
  for (const char* noise :
       {"Canal", "We store things", "Grain prices", "I was there", "Write to us", "Imprint"})
    EXPECT_NE(text.find(noise), std::string::npos) << noise;
}

TEST(Html, scripts_styles_templates_and_hidden_parts_are_dropped) {
  const std::string html = body(
      "<script>var a = '<p>script text</p>';</script><style>p{content:'style "
      "text'}</style><template><p>template text</p></template>"
      "<noscript><p>noscript text</p></noscript><div hidden><p>hidden text</p></div><p "
      "style='display: none'>styled away</p>"
      "<span class=sr-only></span><p aria-hidden=true>aria text</p><svg><text>drawn "
      "text</text></svg><!-- comment text -->" +
      article);
  const std::string text = to_utf8(page_of(html).text);
  for (const char* gone : {"script text", "style text", "template text", "noscript text",
                           "hidden text", "styled away", "aria text", "drawn", "comment text"})
    EXPECT_EQ(text.find(gone), std::string::npos) << gone;
  EXPECT_EQ(read_lines(page_of(html)), article_lines);
}

TEST(Html, figures_give_captions_and_headers_give_credits) {
  const std::string html =
      body("<article><header><h1>Envoys leave</h1><p>" + second_paragraph +
           "</p><div class=meta>Ansa Morrow <time datetime=2031-03-04>4 "
           "March</time></div></header><figure><img src=a alt=b>"
           "<figcaption>The locks. <span>Ivo Tarn</span></figcaption></figure>" +
           paragraph(first_paragraph) + paragraph(third_paragraph) + "</article>");
  EXPECT_EQ(noise_of(page_of(html)),
            (Strings{"credit: Ansa Morrow 4 March", "caption: The locks. Ivo Tarn"}));
}

TEST(Html, entities_white_space_and_line_breaks_are_as_shown) {
  const Document document = page_of(
      body("<p>Port&nbsp;Alwen \n\t is&shy;land &amp; &lt;b&gt; &ldquo;x&rdquo;<br>second "
           "<b>bo</b>ld line<br/><br/>third &#x2014; &bogus; end</p>"
           "<blockquote>Quoted block.</blockquote><ul><li>One<li>Two</ul><p>a <q>said</q> b"));
  EXPECT_EQ(to_utf8(document.text),
            "Port Alwen island & <b> “x”\nsecond bold line\nthird — &bogus; end\nQuoted "
            "block.\nOne\nTwo\na “said” b\n");
}

TEST(Html, a_page_of_divs_is_told_by_the_density_of_text_and_links) {
  std::string html =
      "<div class=x1><a href=/>Home</a> <a href=/n>News</a> <a href=/c>Canal</a></div><div "
      "class=x2>";
  for (const std::string& text : {first_paragraph, second_paragraph, third_paragraph})
    html += "<div>" + text + "</div>";
  html += "</div><div class=x3>";
  for (int i = 0; i < 8; ++i)
    html += "<div><a href=/n>Storm closes the outer harbour for a day</a></div>";
  html += "<div>Imprint</div></div>";
  EXPECT_EQ(read_lines(page_of(body(html))),
            (Strings{first_paragraph, second_paragraph, third_paragraph}));
}

TEST(Html, short_paragraphs_of_a_plain_page_are_all_read) {
  const Strings talks = {"Talks go on",
                         "Meldrian Foreign Minister Jorun Estay said on Monday that Meldria wanted "
                         "a ceasefire.",
                         "“We will never cede the locks,” Estay said."};
  const Strings deal = {"A deal", "Meldria and Dorvane agreed on Monday to exchange all prisoners.",
                        "Estay welcomed the deal.", "“A good day,” he said."};
  for (const Strings& lines : {talks, deal}) {
    std::string inner = "<h1>" + lines[0] + "</h1>";
    for (std::size_t i = 1; i < lines.size(); ++i) inner += paragraph(lines[i]);
    EXPECT_EQ(read_lines(page_of(body("<div>" + inner + "</div>"))), lines);
  }
}

TEST(Html, tables_that_lay_out_a_page_give_lines_and_tables_of_figures_give_rows) {
  const Document layout = page_of(
      body("<table><tr><td><a href=a>Home</a><br><a href=b>Archive</a></td><td>" + first_paragraph +
           "<br><br>" + second_paragraph + "<br>" + third_paragraph + "</td></tr></table>"));
  EXPECT_EQ(read_lines(layout), (Strings{first_paragraph, second_paragraph, third_paragraph}));
  EXPECT_EQ(
      to_utf8(
          page_of(body("<table><tr><th>State<th>Troops<tr><td>Meldria<td>12,000</table>")).text),
      "State\tTroops\nMeldria\t12,000\n");
}

TEST(Html, the_name_of_the_paper_over_an_article_is_no_title) {
  const Document document = page_of(body("<h1 class=logo>The Post</h1>" + article));
  EXPECT_EQ(document.card.title, "Envoys leave");
  EXPECT_EQ(read_lines(document), article_lines);
}

TEST(Html, a_class_that_holds_most_of_the_page_is_no_menu) {
  EXPECT_EQ(
      read_lines(page_of(body("<form id=aspnetForm><div class='layout with sidebar comments'>" +
                              article + "</div></form>"))),
      article_lines);
}

TEST(Html, links_inside_a_sentence_are_read) {
  const std::string linked =
      "<p>The envoys met in <a href=/w>Whitharbour</a> on Monday, <a href=/o>officials said</a>, "
      "and spoke for three hours.</p>";
  const Document document =
      page_of(body("<article>" + linked + paragraph(second_paragraph) + "</article>"));
  EXPECT_EQ(read_lines(document).front(),
            "The envoys met in Whitharbour on Monday, officials said, and spoke for three hours.");
}

TEST(Html, the_head_tells_title_outlet_date_and_language) {
  const std::string head =
      "<html lang=en-GB><head><title>Envoys leave | The Post</title><meta property=og:site_name "
      "content='The Post'>"
      "<meta property='article:published_time' content='2031-03-14T23:42:00+02:00'></head><body>";
  const DocumentCard card = page_of(head + "<article>" + paragraph(first_paragraph) +
                                    paragraph(second_paragraph) + "</article>")
                                .card;
  EXPECT_EQ(card.title, "Envoys leave");
  EXPECT_EQ(card.outlet, "The Post");
  EXPECT_EQ(card.language, "en-GB");
  EXPECT_EQ(to_string(card.date.value()), "2031-03-14");
}

TEST(Html, linked_data_goes_before_the_other_marks) {
  const std::string json =
      R"({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
    "headline":"Envoys leave \ud83d\ude00","datePublished":"2031-03-14T08:00:00Z","publisher":{"@type":"Organization","name":"The Post"}}]})";
  const DocumentCard card =
      page_of(body("<script type='application/ld+json'>" + json +
                   "</script><meta property=og:site_name content=Other>" + article))
          .card;
  EXPECT_EQ(card.title, "Envoys leave \U0001F600");
  EXPECT_EQ(card.outlet, "The Post");
  EXPECT_EQ(to_string(card.date.value()), "2031-03-14");
}

TEST(Html, broken_linked_data_is_passed_over) {
  for (const std::string& json :
       {std::string("{\"@type\":\"NewsArticle\",\"headline\":"), std::string("[[[["),
        std::string(100000, '['), std::string("7"),
        std::string("{\"@type\":7,\"@graph\":{\"@graph\":[]}}"),
        std::string("{\"@type\":\"NewsArticle\",\"headline\":7,\"publisher\":[]}")})
    EXPECT_EQ(page_of(body("<script type=\"application/ld+json\">" + json + "</script>" + article))
                  .card.title,
              "Envoys leave");
}

TEST(Html, the_first_time_of_an_article_is_its_date_if_there_is_no_other) {
  const std::string one = "<article><time datetime='2031-03-14'>today</time>" +
                          paragraph(first_paragraph) + "</article>";
  EXPECT_EQ(to_string(page_of(body(one)).card.date.value()), "2031-03-14");
  const std::string two =
      "<article><time datetime='2031-03-14'>today</time><time datetime='2031-02-01'>then</time>" +
      paragraph(first_paragraph) + "</article>";
  EXPECT_FALSE(page_of(body(two)).card.date);
}

TEST(Html, a_page_without_text_is_refused) {
  const Failure failure =
      failure_of("<html><body><script>render()</script><img src=x></body></html>", "app.html");
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  EXPECT_NE(failure.what.find("app.html"), std::string::npos);
}

std::string times(const std::string& piece, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

TEST(HtmlBombs, deep_nesting_is_refused_in_one_sentence) {
  for (const std::string tag : {"<div>", "<ul><li>", "<table><tr><td>", "<dl><dd>",
                                "<blockquote><p>", "<li><dd>", "<section x='>'>"}) {
    const Failure failure = failure_of("<html>" + times(tag, 200'000) + "deep", "deep.html");
    EXPECT_EQ(failure.kind, FailureKind::bad_input);
    EXPECT_NE(failure.what.find("too"), std::string::npos) << tag << failure.what;
  }
}

TEST(HtmlBombs, closing_tags_that_a_parser_passes_over_do_not_hide_the_depth) {
  const Failure failure =
      failure_of("<html>" + times("<div><table><td></div>", 50'000), "deep.html");
  EXPECT_NE(failure.what.find("nested too deep"), std::string::npos);
}

TEST(HtmlBombs, elements_whose_end_may_be_left_out_are_not_deep) {
  for (const std::string piece :
       {"<p>Envoys met on Monday. ", "<ul><li>One<li>Two</ul>",
        "<table><tr><td>a<td>b<tr><td>c</table>", "<dl><dt>a<dd>b</dl>", "<b><i><font>Envoys met. ",
        "a<br>", "a<img src=x>", "<p>x<div>y</div>"})
    EXPECT_TRUE(read::read_bytes("<html><body>" + times(piece, 3000), "flat.html")) << piece;
}

TEST(HtmlBombs, other_bombs_end_with_a_document_or_a_failure) {
  const std::vector<std::string> bombs = {
      times("<b a=1><i b=2><font c=3>", 100'000) + times("<p>x", 100'000),
      "<p " + times("a=1 ", 1'000'000) + ">x</p>",
      "<p " + times("class=a id=b ", 300'000) + ">x</p>",
      "<p title=\"" + std::string(8u << 20, 'a') + "\">x</p>",
      "<p title=\"" + std::string(8u << 20, 'a'),
      times("<a href=x>", 300'000) + "x",
      times("</div>", 300'000) + "x",
      times("&lt;&amp;&bogus;&#99999999;&#x0;", 200'000),
      times("<svg>", 200'000) + "x",
      times("<select>", 200'000) + "x",
      times("<table>", 500) + times("<p>foster", 50'000),
      times("<!--", 500'000) + "x",
      times("<", 1'000'000) + "x",
      times("<script", 300'000),
      times("<!DOCTYPE", 300'000),
      times("<form><button>", 400) + "x"};
  for (std::size_t i = 0; i < bombs.size(); ++i) {
    const auto document = read::read_bytes("<html>" + bombs[i], "bomb.html");
    EXPECT_TRUE(document || document.error().kind == FailureKind::bad_input) << i;
  }
}

}  // namespace
}  // namespace entente::read_test
