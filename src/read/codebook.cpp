// SPDX-License-Identifier: Apache-2.0
#include "read/codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>

#include "base/file.h"
#include "read/yaml.h"

namespace entente::read {
namespace {

constexpr std::size_t most_codebook_bytes = 4u << 20;

using KeyNames = std::initializer_list<std::string_view>;

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t next =
          std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = row[j];
      row[j] = next;
    }
  }
  return row.back();
}

template <class List>
std::string near_name(std::string_view name, const List& known) {
  std::string_view best;
  std::size_t least = 3;
  for (std::string_view candidate : known) {
    const std::size_t distance = name.size() > 40 ? least : edit_distance(name, candidate);
    if (distance < least && distance < candidate.size()) {
      least = distance;
      best = candidate;
    }
  }
  return std::string(best);
}

template <class List>
std::string joined(const List& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// Reads values out of a tree and throws the first fault, with its line; caught where the file is
// read.
class CodebookReader {
 public:
  explicit CodebookReader(const std::string& file) : file_(file) {}

  Codebook codebook(const Yaml& root) {
    expect_map(root, "the codebook", {"name", "issues", "parties"});
    Codebook book;
    book.name = required_text(root, "name", "the codebook");
    for (const Yaml& item : list(root, "issues")) book.issues.push_back(issue(item));
    refuse_twice(book.issues, list(root, "issues"), [](const Issue& i) { return i.id; }, "issue");
    book.parties = parties(root);
    return book;
  }

  std::vector<Party> parties(const Yaml& root) {
    std::vector<Party> found;
    for (const Yaml& item : list(root, "parties")) found.push_back(party(item));
    refuse_shared_names(found, list(root, "parties"));
    return found;
  }

  void expect_map(const Yaml& node, std::string_view what, KeyNames keys) const {
    if (node.kind != Yaml::Kind::map)
      refuse(node, fmt::format("expected {} with the keys {}", what, joined(keys)));
    for (const Yaml& key : node.keys)
      if (std::find(keys.begin(), keys.end(), std::string_view(key.scalar)) == keys.end())
        refuse_key(key, what, keys);
  }

 private:
  [[noreturn]] void refuse(const Yaml& at, const std::string& what,
                           const std::string& cure = "") const {
    throw Failed(yaml_fault(file_, std::max<std::size_t>(at.line, 1), what, cure).value());
  }

  [[noreturn]] void refuse_key(const Yaml& key, std::string_view what, KeyNames keys) const {
    const std::string near = near_name(key.scalar, keys);
    const std::string cure = near.empty() ? fmt::format("Its keys are {}", joined(keys))
                                          : fmt::format("Did you mean '{}'", near);
    refuse(key, fmt::format("{} has no key '{}'", what, key.scalar), cure);
  }

  static bool is_given(const Yaml* node) { return node && node->kind != Yaml::Kind::nothing; }

  const std::vector<Yaml>& list(const Yaml& map, std::string_view key) const {
    static const std::vector<Yaml> none;
    const Yaml* node = map.find(key);
    if (!is_given(node)) return none;
    if (node->kind != Yaml::Kind::list)
      refuse(*node, fmt::format("expected a list under '{}'", key));
    return node->items;
  }

  std::string text(const Yaml& map, std::string_view key) const {
    const Yaml* node = map.find(key);
    if (!is_given(node)) return "";
    if (node->kind != Yaml::Kind::scalar)
      refuse(*node, fmt::format("expected text under '{}'", key));
    return node->scalar;
  }

  std::string required_text(const Yaml& map, std::string_view key, std::string_view what) const {
    std::string found = text(map, key);
    if (found.empty()) refuse(map, fmt::format("expected '{}' in {}", key, what));
    return found;
  }

  std::vector<std::string> texts(const Yaml& map, std::string_view key) const {
    std::vector<std::string> found;
    for (const Yaml& item : list(map, key)) {
      if (item.kind != Yaml::Kind::scalar || item.scalar.empty())
        refuse(item, fmt::format("expected a phrase in the list '{}'", key));
      found.push_back(item.scalar);
    }
    return found;
  }

  template <class Enum>
  Enum word(const Yaml& map, std::string_view key, Enum otherwise) const {
    const Yaml* node = map.find(key);
    if (!is_given(node)) return otherwise;
    if (const auto found = from_word<Enum>(text(map, key))) return *found;
    const std::string near = near_name(node->scalar, words<Enum>);
    refuse(*node, fmt::format("expected {} under '{}'", joined(words<Enum>), key),
           near.empty() ? "" : fmt::format("Did you mean '{}'", near));
  }

  bool truth(const Yaml& map, std::string_view key) const {
    const Yaml* node = map.find(key);
    if (!is_given(node)) return false;
    if (node->scalar != "true" && node->scalar != "false")
      refuse(*node, fmt::format("expected true or false under '{}'", key));
    return node->scalar == "true";
  }

  // Ids stand in exports and on the command line.
  std::string id(const Yaml& map, std::string_view what) const {
    const std::string found = required_text(map, "id", what);
    const bool plain = std::all_of(found.begin(), found.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain)
      refuse(*map.find("id"),
             fmt::format("expected an id of small letters, digits and '_', not '{}'", found));
    return found;
  }

  static std::string label_of(const std::string& id) {
    std::string label = id;
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
  }

  std::vector<Cue> cues(const Yaml& map, std::string_view key) const {
    for (const Yaml& item : list(map, key)) check_cue(item);
    return texts(map, key);
  }

  void check_cue(const Yaml& cue) const {
    std::string_view rest = cue.scalar;
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
      rest = rest.substr(1, rest.size() - 2);  // a weak cue
    bool wide = true;                          // at the start, or behind a '~'
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      check_pattern(cue, rest.substr(0, end), wide);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (wide && !cue.scalar.empty())
      refuse(cue, fmt::format("expected a word after '~' in '{}'", cue.scalar));
  }

  void check_pattern(const Yaml& cue, std::string_view pattern, bool& wide) const {
    if (pattern.empty()) return;
    if (pattern == "~") {
      if (wide) refuse(cue, fmt::format("expected a word before '~' in '{}'", cue.scalar));
      wide = true;
      return;
    }
    wide = false;
    for (std::size_t begin = 0; begin <= pattern.size();) {
      const std::size_t end = std::min(pattern.find('|', begin), pattern.size());
      const std::string_view word = pattern.substr(begin, end - begin);
      if (word.empty() || word == "*")
        refuse(cue, fmt::format("expected a word on each side of '|' and before '*' in '{}'",
                                cue.scalar));
      if (word.find('*') < word.size() - 1)
        refuse(cue, fmt::format("expected '*' at the end of a word only, in '{}'", cue.scalar));
      begin = end + 1;
    }
  }

  Issue issue(const Yaml& node) const {
    expect_map(node, "an issue",
               {"id", "label", "kind", "description", "cues", "except", "ordered", "options"});
    Issue issue;
    issue.id = id(node, "an issue");
    issue.label = text(node, "label");
    if (issue.label.empty()) issue.label = label_of(issue.id);
    issue.kind = word(node, "kind", IssueKind::substance);
    issue.description = text(node, "description");
    issue.cues = cues(node, "cues");
    issue.except = cues(node, "except");
    issue.ordered = truth(node, "ordered");
    for (const Yaml& item : list(node, "options")) issue.options.push_back(option(item));
    refuse_twice(
        issue.options, list(node, "options"), [](const Option& o) { return o.id; }, "option");
    return issue;
  }

  Option option(const Yaml& node) const {
    expect_map(node, "an option", {"id", "label", "cues"});
    Option option;
    option.id = id(node, "an option");
    option.label = text(node, "label");
    if (option.label.empty()) option.label = label_of(option.id);
    option.cues = cues(node, "cues");
    return option;
  }

  Party party(const Yaml& node) const {
    expect_map(node, "a party", {"name", "kind", "consent", "aliases", "demonyms", "seats"});
    Party party;
    party.name = required_text(node, "name", "a party");
    party.kind = word(node, "kind", PartyKind::unstated);
    party.consent = word(node, "consent", Consent::unstated);
    party.aliases = texts(node, "aliases");
    party.demonyms = texts(node, "demonyms");
    party.seats = texts(node, "seats");
    return party;
  }

  template <class Item, class Key>
  void refuse_twice(const std::vector<Item>& items, const std::vector<Yaml>& nodes, Key key,
                    std::string_view what) const {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto [first, fresh] = seen.emplace(key(items[i]), nodes[i].line);
      if (!fresh)
        refuse(nodes[i], fmt::format("the {} '{}' stands here a second time, first in line {}",
                                     what, first->first, first->second));
    }
  }

  // A name that could mean two parties would put words into the wrong mouth.
  void refuse_shared_names(const std::vector<Party>& parties,
                           const std::vector<Yaml>& nodes) const {
    std::map<std::string, std::size_t> owner;
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const auto own = owner.emplace(parties[i].name, i);
      if (!own.second)
        refuse(nodes[i], fmt::format("the name '{}' already names the party '{}'", parties[i].name,
                                     parties[own.first->second].name));
      for (const std::string& alias : parties[i].aliases) {
        const auto [taken, fresh] = owner.emplace(alias, i);
        if (!fresh && taken->second != i)
          refuse(nodes[i], fmt::format("the alias '{}' already names the party '{}'", alias,
                                       parties[taken->second].name));
      }
    }
  }

  const std::string& file_;
};

}  // namespace

Result<Codebook> read_codebook(std::string_view yaml, const std::string& given_name) {
  const std::string name = printable(given_name);
  if (yaml.size() > most_codebook_bytes)
    return fail(FailureKind::bad_input,
                fmt::format("'{}' is larger than {} MB", name, most_codebook_bytes >> 20),
                "No codebook is that long");
  const auto root = parse_yaml(yaml, name);
  if (!root) return tl::unexpected(root.error());
  try {
    return CodebookReader(name).codebook(*root);
  } catch (const Failed& failed) {
    return tl::unexpected(failed.failure());
  }
}

Result<Codebook> read_codebook_file(const std::filesystem::path& path) {
  const auto bytes = read_regular(path, most_codebook_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_codebook(*bytes, path.string());
}

Result<std::vector<Party>> read_parties_file(const std::filesystem::path& path) {
  const auto bytes = read_regular(path, most_codebook_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::string name = printable(path.string());
  const auto root = parse_yaml(*bytes, name);
  if (!root) return tl::unexpected(root.error());
  try {
    CodebookReader reader(name);
    reader.expect_map(*root, "the file", {"parties", "name"});
    return reader.parties(*root);
  } catch (const Failed& failed) {
    return tl::unexpected(failed.failure());
  }
}

}  // namespace entente::read
