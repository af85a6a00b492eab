// SPDX-License-Identifier: Apache-2.0
#include "read/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace entente::read {
namespace {

using Names = std::unordered_set<std::string_view>;

// Elements that are kept; all other tags vanish and leave their text in its line.
const Names kept = {"a",      "address", "article", "aside",    "blockquote", "body",   "br",
                    "button", "caption", "center",  "dd",       "details",    "dialog", "dir",
                    "div",    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer",
                    "form",   "h1",      "h2",      "h3",       "h4",         "h5",     "h6",
                    "head",   "header",  "hgroup",  "hr",       "html",       "label",  "legend",
                    "li",     "main",    "menu",    "meta",     "nav",        "ol",     "option",
                    "p",      "pre",     "search",  "section",  "summary",    "table",  "tbody",
                    "td",     "tfoot",   "th",      "thead",    "time",       "title",  "tr",
                    "ul"};

const Names empty_elements = {"br", "hr", "meta"};
const Names inline_elements = {"a",      "label", "time", "button",
                               "option", "td",    "th"};  // do not end a paragraph
const Names table_parts = {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"};
const Names scopes = {"table", "td", "th", "caption",
                      "button"};  // a closing tag does not reach out of them

// Dropped with all that is inside, up to the closing tag.
const Names dropped = {"applet", "audio", "canvas",  "datalist", "embed",    "frameset", "iframe",
                       "map",    "math",  "noembed", "noframes", "noscript", "object",   "script",
                       "select", "style", "svg",     "template", "textarea", "video"};

const Names kept_attributes = {"aria-hidden", "class", "content",  "datetime", "hidden",
                               "href",        "id",    "itemprop", "lang",     "name",
                               "property",    "role",  "style"};

constexpr std::size_t longest_attribute = 2000;
constexpr std::size_t most_attributes = 64;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lowered);
  return out;
}

struct Tag {
  std::string name;
  bool closes = false;
  std::string attributes;  // those kept, written out
  std::string type;        // of a script
  std::size_t end = 0;     // after '>'
};

// The elements open at a point, roughly as a parser of HTML would have them: never fewer than a
// third of what it has.
class OpenTags {
 public:
  std::size_t depth() const { return open_.size(); }

  void open(const std::string& name) {
    if (!inline_elements.contains(name)) close_top({"p", "a"});
    for (const Family& family : families) {
      if (!family.members.contains(name)) continue;
      close_top({"p", "a"});
      close_top(family.closed);
    }
    open_.push_back(name);
  }

  void close(const std::string& name) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == name) return open_.resize(i - 1);
      if (open_[i - 1] == "table" || (!table_parts.contains(name) && scopes.contains(open_[i - 1])))
        return;
    }
  }

 private:
  // Elements whose closing tag may be left out: one of `members` closes what is open of `closed`.
  struct Family {
    Names members, closed;
  };
  static const std::vector<Family> families;

  void close_top(const Names& names) {
    while (!open_.empty() && names.contains(open_.back())) open_.pop_back();
  }

  std::vector<std::string> open_;
};

const std::vector<OpenTags::Family> OpenTags::families = {
    {{"li"}, {"li"}},
    {{"dt", "dd"}, {"dt", "dd"}},
    {{"td", "th"}, {"td", "th"}},
    {{"tr"}, {"td", "th", "tr"}},
    {{"tbody", "thead", "tfoot"}, {"td", "th", "tr", "tbody", "thead", "tfoot"}},
    {{"option"}, {"option"}}};

class Plainer {
 public:
  Plainer(std::string_view html, const std::string& name) : html_(html), name_(name) {
    out_.html.reserve(html.size());
  }

  Result<PlainMarkup> run() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<' || !step()) copy_text();
      if (open_.depth() > most_open_tags)
        return refuse("is nested too deep for an article ({} elements inside each other)",
                      most_open_tags);
      if (tags_ > most_tags)
        return refuse("has more than {} elements, too many for an article", most_tags);
    }
    return std::move(out_);
  }

 private:
  tl::unexpected<Failure> refuse(const char* what, std::size_t limit) const {
    return fail(FailureKind::bad_input,
                fmt::format("'{}' {}", name_, fmt::format(fmt::runtime(what), limit)),
                "Copy the article's text into a plain text file and add that");
  }

  // At a '<': true if markup was consumed.
  bool step() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_past("-->", 4);
    if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_past(">", 2);
    if (rest.size() > 1 && rest[1] == '/' && (rest.size() == 2 || !is_alpha(rest[2])))
      return rest.size() > 2 && skip_past(">", 2);
    const bool tag = rest.size() > 1 && (is_alpha(rest[1]) || rest[1] == '/');
    if (!tag) return false;
    take(read_tag());
    return true;
  }

  bool skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = html_.find(end, at_ + from);
    at_ = found == html_.npos ? html_.size() : found + end.size();
    return true;
  }

  void copy_text() {
    if (html_[at_] == '<') {
      out_.html += "&lt;";
      ++at_;
    }
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    out_.html += html_.substr(at_, end - at_);
    at_ = end;
  }

  Tag read_tag() {
    Tag tag;
    std::size_t at = at_ + 1;
    tag.closes = html_[at] == '/';
    if (tag.closes) ++at;
    const std::size_t begin = at;
    while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>' && html_[at] != '/') ++at;
    tag.name = lower_case(html_.substr(begin, std::min<std::size_t>(at - begin, 32)));
    std::size_t attributes = 0;
    while (at < html_.size() && html_[at] != '>') at = read_attribute(at, tag, attributes);
    tag.end = std::min(at + 1, html_.size());
    return tag;
  }

  std::size_t read_attribute(std::size_t at, Tag& tag, std::size_t& count) {
    if (is_white(html_[at]) || html_[at] == '/') return at + 1;
    const std::size_t begin = at;
    while (at < html_.size() && !is_white(html_[at]) && html_[at] != '=' && html_[at] != '>' &&
           html_[at] != '/')
      ++at;
    if (at == begin) ++at;  // a stray '='
    const std::string name = lower_case(html_.substr(begin, std::min<std::size_t>(at - begin, 32)));
    std::size_t next = at;
    while (next < html_.size() && is_white(html_[next])) ++next;
    std::string_view value;
    if (next < html_.size() && html_[next] == '=') at = read_value(next + 1, value);
    if (name == "type" && tag.name == "script") tag.type = lower_case(value.substr(0, 64));
    if (kept_attributes.contains(name) && ++count <= most_attributes)
      write_attribute(tag, name, value);
    return at;
  }

  std::size_t read_value(std::size_t at, std::string_view& value) const {
    while (at < html_.size() && is_white(html_[at])) ++at;
    if (at == html_.size()) return at;
    if (html_[at] == '"' || html_[at] == '\'') {
      const std::size_t end = std::min(html_.find(html_[at], at + 1), html_.size());
      value = html_.substr(at + 1, end - at - 1);
      return std::min(end + 1, html_.size());
    }
    const std::size_t begin = at;
    while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>') ++at;
    value = html_.substr(begin, at - begin);
    return at;
  }

  static void write_attribute(Tag& tag, const std::string& name, std::string_view value) {
    tag.attributes += ' ' + name + "=\"";
    for (char c : value.substr(0, longest_attribute))
      c == '"' ? tag.attributes += "&quot;" : tag.attributes += c;
    tag.attributes += '"';
  }

  void take(const Tag& tag) {
    at_ = tag.end;
    if (dropped.contains(tag.name)) return tag.closes ? void() : drop(tag);
    if (tag.name == "q") out_.html += tag.closes ? "\u201D" : "\u201C";
    if (!kept.contains(tag.name)) return;
    ++tags_;
    out_.html += tag.closes ? "</" : "<";
    out_.html += tag.name;
    if (!tag.closes) out_.html += tag.attributes;
    out_.html += '>';
    if (empty_elements.contains(tag.name)) return;
    tag.closes ? open_.close(tag.name) : open_.open(tag.name);
  }

  // Without a closing tag a script takes the rest of the page, as it does in a browser; a drawing
  // or a list loses only its tag.
  void drop(const Tag& tag) {
    const std::size_t close = closing_tag(tag.name);
    const bool takes_rest = tag.name == "script" || tag.name == "style" || tag.name == "textarea";
    if (close == html_.npos && !takes_rest) return;
    const std::size_t end = std::min(close, html_.size());
    if (tag.name == "script" && tag.type == "application/ld+json")
      out_.ld_json.emplace_back(html_.substr(at_, end - at_));
    at_ = end;
    if (close != html_.npos) skip_past(">", 2);
  }

  std::size_t closing_tag(const std::string& name) {
    auto& none_from = none_from_.try_emplace(name, html_.npos).first->second;
    if (at_ >= none_from) return html_.npos;
    for (std::size_t at = html_.find("</", at_); at != html_.npos; at = html_.find("</", at + 2)) {
      const std::size_t end = at + 2 + name.size();
      if (end > html_.size() || lower_case(html_.substr(at + 2, name.size())) != name) continue;
      if (end == html_.size() || is_white(html_[end]) || html_[end] == '>' || html_[end] == '/')
        return at;
    }
    none_from = at_;
    return html_.npos;
  }

  std::string_view html_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  OpenTags open_;
  PlainMarkup out_;
  std::unordered_map<std::string, std::size_t>
      none_from_;  // from there on no closing tag of that name stands
};

}  // namespace

Result<PlainMarkup> plain_markup(std::string_view html, const std::string& name) {
  return Plainer(html, name).run();
}

}  // namespace entente::read
