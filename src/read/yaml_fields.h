// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/failure.h"
#include "model/position.h"
#include "model/quoted_words.h"
#include "read/yaml.h"

namespace entente::read {

// What readers of files that people write have in common. Each takes values out of a tree and
// throws the first fault, with its line; read_file catches it.
class YamlFields {
 protected:
  using Keys = std::initializer_list<std::string_view>;

  explicit YamlFields(const std::string& file) : file_(file) {}

  [[noreturn]] void fault(const Yaml& at, const std::string& what,
                          const std::string& cure = "") const;

  void keys(const Yaml& node, std::string_view what, Keys known) const;

  static const Yaml* given(const Yaml& map, std::string_view key);
  const std::vector<Yaml>& items(const Yaml& node, std::string_view what) const;
  const std::vector<Yaml>& list(const Yaml& map, std::string_view key) const;
  const std::vector<Yaml>& needed_list(const Yaml& map, std::string_view key) const;
  std::string text(const Yaml& map, std::string_view key, std::string_view what) const;

  // The place in `all` of what `at` names; `what` says what it should be the name of.
  template <class Named>
  std::size_t known(const std::vector<Named>& all, const Yaml& at, std::string_view what) const {
    if (const auto found = place(all, at.scalar); found && at.kind == Yaml::Kind::scalar)
      return *found;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < all.size() && i <= most_named; ++i)
      names.push_back(name_of(all[i]));
    unknown(at, what, names);
  }

  template <class Named>
  void refuse_known(const std::vector<Named>& all, const Yaml& at, const std::string& name) const {
    if (place(all, name)) second_time(at, name);
  }

  // `p4`, or `p4: "its words"`, under 'evidence'; the words go into `quotes`.
  std::vector<PositionId> evidence(const Yaml& map,
                                   std::map<PositionId, QuotedWords>& quotes) const;

 private:
  static constexpr std::size_t most_named = 12;

  template <class Named>
  static const std::string& name_of(const Named& one) {
    if constexpr (std::is_same_v<Named, std::string>)
      return one;
    else if constexpr (requires { one.party; })
      return one.party;
    else
      return one.name;
  }

  template <class Named>
  static std::optional<std::size_t> place(const std::vector<Named>& all, const std::string& name) {
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const Named& one) { return name_of(one) == name; });
    return at == all.end() ? std::nullopt
                           : std::optional(static_cast<std::size_t>(at - all.begin()));
  }

  [[noreturn]] void unknown(const Yaml& at, std::string_view what,
                            std::vector<std::string> names) const;
  [[noreturn]] void second_time(const Yaml& at, const std::string& name) const;
  PositionId quote(const Yaml& key, const Yaml& said,
                   std::map<PositionId, QuotedWords>& quotes) const;

  const std::string& file_;
};

inline constexpr std::size_t most_yaml_bytes = 16u << 20;

// The tree that `yaml` holds; bad_input where it is larger than most_yaml_bytes.
Result<Yaml> yaml_tree(std::string_view yaml, const std::string& name);

// What a Reader(name).read(root) makes of it.
template <class Reader>
auto read_file(std::string_view yaml, const std::string& name)
    -> Result<decltype(Reader(name).read(Yaml{}))> {
  const auto root = yaml_tree(yaml, name);
  if (!root) return tl::unexpected(root.error());
  try {
    return Reader(name).read(*root);
  } catch (const Failed& failed) {
    return tl::unexpected(failed.failure());
  }
}

}  // namespace entente::read
