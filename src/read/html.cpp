// SPDX-License-Identifier: Apache-2.0
#include "read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"
#include "read/dates.h"
#include "read/ld_json.h"
#include "read/markup.h"

namespace entente::read {
namespace {

using Element = const GumboNode*;

struct DestroyOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

bool is_element(Element node) { return node->type == GUMBO_NODE_ELEMENT; }
GumboTag tag_of(Element node) { return node->v.element.tag; }

std::string_view attribute(Element node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

std::span<GumboNode* const> children_of(Element node) {
  const GumboVector& children = node->v.element.children;
  const auto* first = reinterpret_cast<GumboNode* const*>(children.data);
  return {first, first + children.length};
}

// ---- What an element is for ----

using Tokens = std::unordered_set<std::string>;

// The words of class and id: "site-nav mainMenu" gives site, nav, mainmenu.
std::vector<std::string> tokens_of(Element node) {
  std::vector<std::string> tokens(1);
  for (const char* name : {"class", "id", "itemprop"}) {
    for (char c : attribute(node, name)) {
      const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (word)
        tokens.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      else if (!tokens.back().empty())
        tokens.emplace_back();
    }
    if (!tokens.back().empty()) tokens.emplace_back();
  }
  tokens.pop_back();
  return tokens;
}

const Tokens menu_tokens = {
    "nav",         "navbar",      "navigation", "menu",        "submenu",         "breadcrumb",
    "breadcrumbs", "sidebar",     "toolbar",    "pagination",  "pager",           "share",
    "sharing",     "social",      "related",    "recommended", "recommendations", "trending",
    "mostread",    "mostpopular", "popular",    "tags",        "taglist",         "masthead",
    "promo",       "promos",      "readmore",   "alsoread",    "readalso",        "skiplink",
    "sitenav",     "morestories", "carousel"};
const Tokens boilerplate_tokens = {
    "cookie",       "cookies", "consent",  "gdpr",        "newsletter", "subscribe",
    "subscription", "signup",  "paywall",  "advert",      "adverts",    "advertisement",
    "ad",           "ads",     "adslot",   "sponsor",     "sponsored",  "comment",
    "comments",     "disqus",  "footer",   "copyright",   "disclaimer", "modal",
    "popup",        "donate",  "donation", "registration"};
const Tokens credit_tokens = {"byline", "bylines", "author",       "authors",
                              "credit", "credits", "photographer", "timestamp"};
const Tokens caption_tokens = {"caption", "figcaption", "imagecaption", "photocaption"};

std::optional<NoiseKind> noise_by_role(std::string_view role) {
  for (std::string_view menu :
       {"navigation", "menu", "menubar", "toolbar", "search", "complementary", "banner", "tablist"})
    if (role == menu) return NoiseKind::menu;
  for (std::string_view other : {"contentinfo", "dialog", "alertdialog", "alert", "form", "status"})
    if (role == other) return NoiseKind::boilerplate;
  return std::nullopt;
}

std::optional<NoiseKind> noise_by_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_ASIDE:
      return NoiseKind::menu;
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_OPTION:
      return NoiseKind::boilerplate;
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
      return NoiseKind::caption;
    default:
      return std::nullopt;
  }
}

// Some servers wrap the whole page in one form.
bool may_hold_the_page(GumboTag tag) {
  return tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_FIELDSET || tag == GUMBO_TAG_FIGURE;
}

bool names_the_page(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_ARTICLE ||
         tag == GUMBO_TAG_MAIN;
}

std::optional<NoiseKind> noise_by_class(Element node, const Tokens& untold) {
  std::string before;
  for (const std::string& token : tokens_of(node)) {
    if (untold.contains(token)) continue;
    if (menu_tokens.contains(token) || (token == "read" && (before == "most" || before == "also")))
      return NoiseKind::menu;
    if (boilerplate_tokens.contains(token)) return NoiseKind::boilerplate;
    if (caption_tokens.contains(token)) return NoiseKind::caption;
    if (credit_tokens.contains(token)) return NoiseKind::credit;
    before = token;
  }
  return std::nullopt;
}

bool is_hidden(Element node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") ||
      attribute(node, "aria-hidden") == "true")
    return true;
  std::string style;
  for (char c : attribute(node, "style"))
    if (c != ' ') style += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos)
    return true;
  const std::string_view classes = attribute(node, "class");
  for (std::string_view hidden :
       {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})
    if (classes.find(hidden) != classes.npos) return true;
  return false;
}

bool is_heading_tag(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_inline(GumboTag tag) {
  return tag == GUMBO_TAG_A || tag == GUMBO_TAG_TIME || tag == GUMBO_TAG_LABEL ||
         tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

// ---- Where the article is ----

// Letters outside links and outside what is surely not the article, for every element that holds
// some.
class Weights {
 public:
  explicit Weights(Element root) {
    total_ = weigh(root, false);
    find_untold();
  }

  // Words of classes that say nothing on this page: what they stand at holds a good part of the
  // text in paragraphs. Some papers mark so the paragraphs that only subscribers see.
  const Tokens& untold() const { return untold_; }

  std::size_t of(Element node) const {
    const auto found = weights_.find(node);
    return found == weights_.end() ? 0 : found->second;
  }
  std::size_t total() const { return total_; }
  // Whether an element holds so much that no menu or banner can be meant.
  bool is_most(Element node) const { return total_ > 0 && of(node) * 2 >= total_; }

  // The smallest of the elements made for an article that holds most of what the largest of them
  // holds; nullptr: none.
  Element article() const {
    std::size_t largest = 0;
    for (Element node : candidates_) largest = std::max(largest, of(node));
    Element best = nullptr;
    for (Element node : candidates_)
      if (of(node) * 10 >= largest * 7 && (!best || of(node) <= of(best))) best = node;
    return largest >= 100 && largest * 4 >= total_ ? best : nullptr;
  }

 private:
  std::size_t weigh(Element node, bool counted_out) {
    if (node->type == GUMBO_NODE_TEXT)
      return counted_out ? 0 : std::string_view(node->v.text.text).size();
    if (!is_element(node)) return 0;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_HEAD) return 0;
    const bool out =
        counted_out || tag == GUMBO_TAG_A || (noise_by_tag(tag) && !may_hold_the_page(tag));
    std::size_t sum = 0;
    for (Element child : children_of(node)) sum += weigh(child, out);
    if (sum > 0) weights_[node] = sum;
    if (tag == GUMBO_TAG_P && !out)
      for (const std::string& token : tokens_of(node)) paragraphs_[token] += sum;
    const std::string_view role = attribute(node, "role");
    if (!out &&
        (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || role == "main" || role == "article"))
      candidates_.push_back(node);
    return sum;
  }

  void find_untold() {
    constexpr std::size_t part = 5;  // of the whole, at least one in so many letters
    for (const auto& [token, letters] : paragraphs_)
      if (letters * part >= total_) untold_.insert(token);
  }

  std::unordered_map<Element, std::size_t> weights_;
  std::unordered_map<std::string, std::size_t> paragraphs_;  // letters in <p> by word of class
  Tokens untold_;
  std::vector<Element> candidates_;  // inner ones first
  std::size_t total_ = 0;
};

// ---- The text ----

struct Block {
  std::u32string text;
  std::optional<NoiseKind> noise;
  bool heading = false;
  bool title = false;
  bool in_article = false;
  std::size_t letters = 0, in_links = 0, words = 0;

  double link_density() const {
    return letters ? static_cast<double>(in_links) / static_cast<double>(letters) : 0;
  }
};

struct Context {
  std::optional<NoiseKind> noise;
  bool heading = false, title = false, link = false, header = false, pre = false,
       in_article = false;
};

class Blocks {
 public:
  Blocks(const Weights& weights, Element article) : weights_(weights), article_(article) {}

  std::vector<Block> take(Element root) {
    Context context;
    context.in_article = article_ == nullptr;
    walk(root, context);
    flush(context);
    return std::move(blocks_);
  }

 private:
  void walk(Element node, Context context) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
      return write(from_utf8(node->v.text.text), context);
    if (!is_element(node) || tag_of(node) == GUMBO_TAG_HEAD) return;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR) return flush(context);
    if (is_hidden(node) && !weights_.is_most(node)) return;
    const Context inner = inside(node, tag, context);
    const std::size_t before = blocks_.size();
    if (!is_inline(tag)) flush(context);
    for (Element child : children_of(node)) walk(child, inner);
    if (!is_inline(tag)) flush(inner);
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) end_cell(inner, blocks_.size() > before);
  }

  // Cells of a table of figures share a line; a cell that lays out the page has lines of its own.
  void end_cell(const Context& context, bool has_lines) {
    if (has_lines) return flush(context);
    if (!block_.text.empty() && !is_space(block_.text.back())) block_.text += U'\t';
  }

  Context inside(Element node, GumboTag tag, Context context) const {
    if (node == article_) context.in_article = true;
    context.link = context.link || tag == GUMBO_TAG_A;
    context.pre = context.pre || tag == GUMBO_TAG_PRE;
    context.title = context.title || tag == GUMBO_TAG_H1;
    context.heading = context.heading || is_heading_tag(tag);
    if (tag == GUMBO_TAG_HEADER && context.in_article && article_) context.header = true;
    if (!context.noise) context.noise = noise_of(node, tag, context);
    return context;
  }

  std::optional<NoiseKind> noise_of(Element node, GumboTag tag, const Context& context) const {
    if (tag == GUMBO_TAG_HEADER && !context.in_article) return NoiseKind::menu;
    if (may_hold_the_page(tag) && weights_.is_most(node)) return std::nullopt;
    if (const auto noise = noise_by_tag(tag)) return noise;
    if (names_the_page(tag) || weights_.is_most(node) || is_heading_tag(tag)) return std::nullopt;
    if (const auto noise = noise_by_role(attribute(node, "role"))) return noise;
    return noise_by_class(node, weights_.untold());
  }

  void write(const std::u32string& text, const Context& context) {
    for (char32_t c : text) {
      if (context.pre && c == U'\n') {
        flush(context);
      } else if (c == 0xAD || c == 0x200B || c == 0xFEFF) {
        continue;  // marks where a line may be broken, never seen
      } else if (is_space(c)) {
        if (!block_.text.empty() && !is_space(block_.text.back())) block_.text += U' ';
      } else {
        if (block_.text.empty() || is_space(block_.text.back())) ++block_.words;
        block_.text += c;
        ++block_.letters;
        block_.in_links += context.link;
      }
    }
  }

  void flush(const Context& context) {
    while (!block_.text.empty() && is_space(block_.text.back())) block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.noise = context.noise;
      block_.title = context.title;
      block_.heading = context.heading;
      block_.in_article = context.in_article;
      if (!block_.noise && context.header && !context.heading) block_.noise = small_in_header();
      if (!block_.noise && !context.in_article && !context.title) block_.noise = NoiseKind::menu;
      if (context.title && context.noise == NoiseKind::menu && !context.in_article)
        block_.noise.reset();
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  // Beside the title stand the names of the authors and the time; a standfirst is a sentence.
  std::optional<NoiseKind> small_in_header() const {
    const bool small = block_.words < 12 && !ends_stopped(block_.text);
    return small ? std::optional{NoiseKind::credit} : std::nullopt;
  }

  const Weights& weights_;
  Element article_;
  Block block_;
  std::vector<Block> blocks_;
};

// ---- Blocks that are links ----

void drop_link_blocks(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    const bool links = block.link_density() > 0.8 && block.words <= 30 && !block.title;
    if (!block.noise && links && !ends_stopped(block.text)) block.noise = NoiseKind::menu;
  }
}

// The decision tree over words and link density of a block and its neighbours, of the paper named
// in html.h.
bool is_content(const Block& before, const Block& block, const Block& after) {
  if (block.link_density() > 0.333) return false;
  if (before.link_density() > 0.555) return block.words > 40 || after.words > 17;
  if (block.words > 16) return true;
  return after.words > 15 || before.words > 4;
}

// A sentence between two blocks that stay is part of the same text, though it is short or its
// neighbour is a link. One without any link needs only one of them: a short lead stands between the
// title and the text.
void keep_sentences_inside(const std::vector<Block*>& open, std::vector<bool>& content) {
  constexpr std::size_t least_words = 5;
  const std::vector<bool> found = content;
  const auto near = [&](std::size_t i) {
    const bool before = (i > 0 && found[i - 1]) || (i > 1 && found[i - 2]);
    const bool after =
        (i + 1 < found.size() && found[i + 1]) || (i + 2 < found.size() && found[i + 2]);
    return open[i]->in_links == 0 ? before || after : before && after;
  };
  for (std::size_t i = 0; i < open.size(); ++i)
    if (!found[i] && near(i) && ends_stopped(open[i]->text) && open[i]->words >= least_words &&
        open[i]->link_density() <= 0.8)
      content[i] = true;
}

void drop_sparse_blocks(std::vector<Block>& blocks) {
  std::vector<Block*> open;
  for (Block& block : blocks)
    if (!block.noise) open.push_back(&block);
  std::vector<bool> content;
  const Block none;
  for (std::size_t i = 0; i < open.size(); ++i)
    content.push_back(is_content(i > 0 ? *open[i - 1] : none, *open[i],
                                 i + 1 < open.size() ? *open[i + 1] : none));
  if (std::none_of(content.begin(), content.end(), [](bool c) { return c; })) return;
  keep_sentences_inside(open, content);
  for (std::size_t i = 0; i < open.size(); ++i)
    if (!content[i] && !open[i]->heading) open[i]->noise = NoiseKind::menu;
}

// ---- What the head says ----

class Head {
 public:
  explicit Head(Element article) : article_(article) {}

  Metadata take(Element root) {
    walk(root, article_ == nullptr);
    if (!says_.date && times_.size() == 1) says_.date = *times_.begin();
    return says_;
  }

  // Of the title element: "Headline | The Paper" without the paper.
  std::string title() const {
    const std::string& outlet = says_.outlet;
    if (outlet.empty() || title_.size() <= outlet.size() || !title_.ends_with(outlet))
      return title_;
    std::u32string head =
        from_utf8(std::string_view(title_).substr(0, title_.size() - outlet.size()));
    while (!head.empty() && (is_space(head.back()) || has(U"|-\u2013\u2014:\u00B7", head.back())))
      head.pop_back();
    return to_utf8(head);
  }

 private:
  void walk(Element node, bool in_article) {
    if (!is_element(node)) return;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_HTML && says_.language.empty()) says_.language = attribute(node, "lang");
    if (tag == GUMBO_TAG_META) meta(node);
    if (tag == GUMBO_TAG_TITLE && title_.empty()) title_ = text_of(node);
    if (tag == GUMBO_TAG_TIME && in_article)
      if (const auto date = date_in(attribute(node, "datetime"))) times_.insert(*date);
    for (Element child : children_of(node)) walk(child, in_article || node == article_);
  }

  void meta(Element node) {
    const std::string_view content = attribute(node, "content");
    if (content.empty()) return;
    std::string_view key;
    for (const char* name : {"property", "name", "itemprop"})
      if (key.empty()) key = attribute(node, name);
    if (key == "og:title" && says_.title.empty()) says_.title = content;
    if (key == "og:site_name" && says_.outlet.empty()) says_.outlet = content;
    for (std::string_view published :
         {"article:published_time", "datePublished", "date", "pubdate", "publish-date",
          "DC.date.issued", "dc.date", "dcterms.created", "publication_date"})
      if (key == published && !says_.date) says_.date = date_in(content);
  }

  static std::string text_of(Element node) {
    std::string text;
    for (Element child : children_of(node))
      if (child->type == GUMBO_NODE_TEXT) text += child->v.text.text;
    return text;
  }

  Element article_;
  Metadata says_;
  std::set<Date> times_;
  std::string title_;
};

std::string one_line(const std::string& text) {
  const std::u32string wide = from_utf8(text);
  std::u32string out;
  for (char32_t c : wide) {
    if (!is_space(c) && c >= 0x20) out += c;
    if (is_space(c) && !out.empty() && out.back() != U' ') out += U' ';
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

Page page_of(const std::vector<Block>& blocks) {
  Page page;
  for (const Block& block : blocks) {
    const std::size_t begin = page.text.size();
    page.text += block.text;
    const Span span{begin, page.text.size()};
    if (block.noise) page.marks.noise.push_back({span, *block.noise});
    if (!block.noise && block.heading) page.marks.headings.push_back(span);
    page.text += U'\n';
  }
  return page;
}

// Beside an article with a title, a heading of the first order is the name of the paper.
void drop_other_titles(std::vector<Block>& blocks) {
  const auto titles = [](const Block& block) {
    return block.title && block.in_article && !block.noise;
  };
  if (std::none_of(blocks.begin(), blocks.end(), titles)) return;
  for (Block& block : blocks)
    if (block.title && !block.in_article && !block.noise) block.noise = NoiseKind::menu;
}

// The first heading of the first order, of the article or of the page: above an article it may be
// the paper's name.
std::string first_title(const std::vector<Block>& blocks, bool in_article) {
  for (const Block& block : blocks)
    if (!block.noise && block.title && block.in_article == in_article) return to_utf8(block.text);
  return "";
}

Metadata metadata_of(const PlainMarkup& markup, Head head, Element root,
                     const std::vector<Block>& blocks) {
  Metadata says;
  for (const std::string& json : markup.ld_json) says.fill_from(read_ld_json(json));
  says.fill_from(head.take(root));
  for (const std::string& title :
       {first_title(blocks, true), head.title(), first_title(blocks, false)})
    if (says.title.empty()) says.title = title;
  says.title = one_line(says.title);
  says.outlet = one_line(says.outlet);
  return says;
}

}  // namespace

Result<Page> read_html(std::u32string_view html, const std::string& name) {
  const auto markup = plain_markup(to_utf8(html), name);
  if (!markup) return tl::unexpected(markup.error());
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, markup->html.data(), markup->html.size()));
  const Weights weights(output->root);
  const Element article = weights.article();
  std::vector<Block> blocks = Blocks(weights, article).take(output->root);
  if (!article) drop_sparse_blocks(blocks);
  drop_link_blocks(blocks);
  drop_other_titles(blocks);
  Page page = page_of(blocks);
  page.says = metadata_of(*markup, Head(article), output->root, blocks);
  return page;
}

}  // namespace entente::read
