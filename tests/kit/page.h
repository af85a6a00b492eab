// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::kit {

// A page of HTML read strictly: what a browser would forgive is an error here, since our own pages
// need no forgiveness.
struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::size_t parent = 0;  // index in tags; the first one is its own
  std::string text;        // what stands directly in it, entities resolved
};

struct ReadPage {
  std::vector<Tag> tags;
  std::string error;  // "" where the page is well formed

  std::vector<const Tag*> all(std::string_view name) const {
    std::vector<const Tag*> found;
    for (const Tag& tag : tags)
      if (tag.name == name) found.push_back(&tag);
    return found;
  }

  std::vector<std::string> values(const std::string& attribute) const {
    std::vector<std::string> found;
    for (const Tag& tag : tags)
      if (const auto at = tag.attributes.find(attribute); at != tag.attributes.end())
        found.push_back(at->second);
    return found;
  }

  const Tag* with_id(const std::string& id) const {
    for (const Tag& tag : tags)
      if (const auto at = tag.attributes.find("id"); at != tag.attributes.end() && at->second == id)
        return &tag;
    return nullptr;
  }

  // All text within a tag, in document order.
  std::string text_in(const Tag& outer) const {
    const auto index = static_cast<std::size_t>(&outer - tags.data());
    std::string out = outer.text;
    for (std::size_t i = index + 1; i < tags.size(); ++i)
      if (is_within(i, index)) out += " " + tags[i].text;
    return out;
  }

  bool is_within(std::size_t inner, std::size_t outer) const {
    while (inner > outer) inner = tags[inner].parent;
    return inner == outer;
  }
};

class PageReader {
 public:
  static ReadPage read(std::string_view html) {
    PageReader reader{html};
    while (reader.page_.error.empty() && reader.at_ < html.size()) reader.step();
    if (reader.page_.error.empty() && !reader.open_.empty())
      reader.wrong("not closed: " + reader.page_.tags[reader.open_.back()].name);
    return std::move(reader.page_);
  }

 private:
  explicit PageReader(std::string_view html) : html_(html) {}

  static bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 5> names{"meta", "br", "hr", "img", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void wrong(const std::string& what) {
    page_.error =
        what + " at byte " + std::to_string(at_) + ": " + std::string{html_.substr(at_, 60)};
  }

  void step() {
    if (html_[at_] != '<') return read_text();
    if (html_.substr(at_, 9) == "<!doctype") {
      at_ = html_.find('>', at_) + 1;
      return;
    }
    if (html_[at_ + 1] == '/') return read_end();
    read_start();
  }

  void read_text() {
    const bool raw = !open_.empty() && page_.tags[open_.back()].name == "style";
    const std::size_t end =
        raw ? html_.find("</style>", at_) : std::min(html_.find('<', at_), html_.size());
    const std::string_view text = html_.substr(at_, end - at_);
    if (!raw && text.find('>') != text.npos) return wrong("a bare >");
    if (!open_.empty()) page_.tags[open_.back()].text += raw ? std::string{text} : resolved(text);
    at_ = end;
  }

  void read_end() {
    const std::size_t end = html_.find('>', at_);
    const std::string name{html_.substr(at_ + 2, end - at_ - 2)};
    if (open_.empty() || page_.tags[open_.back()].name != name)
      return wrong("an end tag out of place");
    open_.pop_back();
    at_ = end + 1;
  }

  void read_start() {
    const std::size_t begin = ++at_;
    while (at_ < html_.size() && (std::isalnum(static_cast<unsigned char>(html_[at_])) != 0)) ++at_;
    Tag tag{std::string{html_.substr(begin, at_ - begin)},
            {},
            open_.empty() ? page_.tags.size() : open_.back(),
            ""};
    if (tag.name.empty()) return wrong("a tag without a name");
    while (at_ < html_.size() && html_[at_] == ' ') read_attribute(tag);
    const bool closed = html_.substr(at_, 2) == "/>";
    if (closed) ++at_;
    if (!page_.error.empty() || at_ >= html_.size() || html_[at_] != '>')
      return wrong("a tag does not end");
    ++at_;
    page_.tags.push_back(tag);
    if (!closed && !is_void(tag.name)) open_.push_back(page_.tags.size() - 1);
  }

  void read_attribute(Tag& tag) {
    const std::size_t begin = ++at_;
    while (at_ < html_.size() &&
           (std::isalnum(static_cast<unsigned char>(html_[at_])) != 0 || html_[at_] == '-'))
      ++at_;
    const std::string name{html_.substr(begin, at_ - begin)};
    if (name.empty() || html_.substr(at_, 2) != "=\"")
      return wrong("an attribute without a quoted value");
    const std::size_t value = at_ + 2, end = html_.find('"', value);
    if (end == html_.npos || html_.substr(value, end - value).find('<') != std::string_view::npos)
      return wrong("a value does not end");
    if (!tag.attributes.emplace(name, resolved(html_.substr(value, end - value))).second)
      return wrong("an attribute stands twice");
    at_ = end + 1;
  }

  static std::string resolved(std::string_view text) {
    static const std::map<std::string, std::string> names{
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = text[i] == '&' ? text.find(';', i) : text.npos;
      const auto found =
          end == text.npos ? names.end() : names.find(std::string{text.substr(i, end - i + 1)});
      if (found == names.end()) {
        out += text[i++];
      } else {
        out += found->second;
        i = end + 1;
      }
    }
    return out;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;
  ReadPage page_;
};

inline ReadPage read_page(std::string_view html) { return PageReader::read(html); }

}  // namespace entente::kit
