// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/failure.h"
#include "base/words.h"
#include "serve/message.h"

namespace entente::serve {

// What a query may ask. Each throws Failed (usage) where the value is none that is allowed.
std::uint64_t number_asked(const Request& request, const std::string& name, std::uint64_t otherwise,
                           std::uint64_t least, std::uint64_t most);
std::string word_asked(const Request& request, const std::string& name,
                       const std::vector<std::string>& words);  // "" where it is not asked

template <class Enum>
std::optional<Enum> word_asked(const Request& request, const std::string& name) {
  const std::string word =
      word_asked(request, name, {entente::words<Enum>.begin(), entente::words<Enum>.end()});
  return word.empty() ? std::nullopt : from_word<Enum>(word);
}

std::optional<Date> day_in(const std::string& text);  // nothing of ""

// An id as in "d5"; nothing where it is not asked.
template <class Id>
std::optional<Id> id_asked(const Request& request, const std::string& name) {
  const std::string text = request.text(name);
  if (text.empty()) return std::nullopt;
  if (const auto id = Id::parse(text)) return id;
  throw Failed({FailureKind::usage, "'" + text + "' names no item", "Items are named as in d5"});
}

// A part of a long list.
struct Window {
  std::size_t from = 0, count = 0;

  static Window asked(const Request& request) {
    return {number_asked(request, "from", 0, 0, std::uint64_t{1} << 40),
            number_asked(request, "count", 100, 1, 1000)};
  }
  template <class Item>
  std::vector<const Item*> of(const std::vector<const Item*>& all) const {
    std::vector<const Item*> out;
    for (std::size_t i = from; i < all.size() && out.size() < count; ++i) out.push_back(all[i]);
    return out;
  }
};

// Whether some of the texts have these letters, without regard to case.
class Letters {
 public:
  explicit Letters(const std::string& wanted);

  bool all() const { return wanted_.empty(); }
  template <class... Texts>
  bool in(const Texts&... texts) const {
    return all() || (has(texts) || ...);
  }

 private:
  bool has(const std::string& text) const;
  bool has(const std::vector<std::string>& texts) const;

  std::u32string wanted_;
};

}  // namespace entente::serve
