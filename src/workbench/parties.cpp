// SPDX-License-Identifier: Apache-2.0
#include "workbench/parties.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/failure.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace entente {
namespace {

constexpr std::string_view mark = "party:", between = "; ";

// "; " stands between names, so a ";" in one is escaped.
std::string names_text(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += between;
    for (char c : name) out += c == ';' || c == '\\' ? std::string{'\\', c} : std::string{c};
  }
  return out;
}

std::vector<std::string> names_in(const std::string& text) {
  std::vector<std::string> names;
  if (text.empty()) return names;
  names.emplace_back();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size())
      names.back() += text[++i];
    else if (std::string_view(text).substr(i).starts_with(between))
      names.emplace_back(), i += between.size() - 1;
    else
      names.back() += text[i];
  }
  return names;
}

[[noreturn]] void refuse_value(const std::string& name, const std::string& value) {
  throw Failed(
      {FailureKind::damaged,
       fmt::format("The log says that {} of a party was '{}', which it cannot be", name, value),
       "Merge or split the parties instead"});
}

template <class Enum>
Enum word_in(const std::string& name, const std::string& value) {
  if (const auto word = from_word<Enum>(value)) return *word;
  refuse_value(name, value);
}

std::size_t number_in(const std::string& name, const std::string& value) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size()) refuse_value(name, value);
  return number;
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more,
               const std::string& but) {
  for (const std::string& name : more)
    if (name != but && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
}

// Whether it was there.
bool move_name(const std::string& name, std::vector<std::string>& from,
               std::vector<std::string>& to) {
  if (std::erase(from, name) == 0) return false;
  to.push_back(name);
  return true;
}

std::u32string folded(std::u32string_view text) {
  std::u32string out(text);
  std::transform(out.begin(), out.end(), out.begin(), text::lower);
  return out;
}

bool stands_at(const std::u32string& text, std::size_t at, const std::u32string& name) {
  const std::size_t end = at + name.size();
  return text.compare(at, name.size(), name) == 0 &&
         (end >= text.size() || !text::is_alnum(text[end]));
}

}  // namespace

std::string party_item(const std::string& name) { return std::string(mark) + name; }

std::optional<std::string> party_named(const std::string& item) {
  if (!item.starts_with(mark)) return std::nullopt;
  return item.substr(mark.size());
}

Words words_in(const Party& party, std::size_t place) {
  return {
      {"kind", std::string(word_of(party.kind))}, {"consent", std::string(word_of(party.consent))},
      {"aliases", names_text(party.aliases)},     {"demonyms", names_text(party.demonyms)},
      {"seats", names_text(party.seats)},         {"place", std::to_string(place)}};
}

void restore_fields(Party& party, std::size_t& place,
                    const std::map<std::string, std::string>& fields) {
  for (const auto& [name, value] : fields) {
    if (name == "kind")
      party.kind = word_in<PartyKind>(name, value);
    else if (name == "consent")
      party.consent = word_in<Consent>(name, value);
    else if (name == "aliases")
      party.aliases = names_in(value);
    else if (name == "demonyms")
      party.demonyms = names_in(value);
    else if (name == "seats")
      party.seats = names_in(value);
    else if (name == "place")
      place = number_in(name, value);
    else
      refuse_value(name, value);
  }
}

void take_names(Party& party, const Party& other) {
  if (party.kind == PartyKind::unstated) party.kind = other.kind;
  if (party.consent == Consent::unstated) party.consent = other.consent;
  add_names(party.aliases, {other.name}, party.name);
  add_names(party.aliases, other.aliases, party.name);
  add_names(party.demonyms, other.demonyms, party.name);
  add_names(party.seats, other.seats, party.name);
}

Party take_off(Party& party, const std::vector<std::string>& names) {
  Party made;
  for (const std::string& name : names)
    if (!move_name(name, party.aliases, made.aliases) &&
        !move_name(name, party.demonyms, made.demonyms) &&
        !move_name(name, party.seats, made.seats))
      throw Failed({FailureKind::usage,
                    fmt::format("'{}' is no other name of {}", name, party.name),
                    party.aliases.empty() ? "It has none"
                                          : "Its other names are: " + names_text(party.aliases)});
  if (made.aliases.empty() || made.aliases.front() != names.front())
    throw Failed({FailureKind::usage, fmt::format("'{}' cannot name a party", names.front()),
                  "Name first another name of the party, then its people and seats"});
  made.name = names.front();
  made.aliases.erase(made.aliases.begin());
  return made;
}

Naming::Naming(const Party& staying, const Party& leaving) {
  const auto take = [&](const Party& party, bool leaves) {
    names_.push_back({folded(from_utf8(party.name)), leaves});
    for (const auto* list : {&party.aliases, &party.demonyms, &party.seats})
      for (const std::string& name : *list) names_.push_back({folded(from_utf8(name)), leaves});
  };
  take(staying, false);
  take(leaving, true);
  std::erase_if(names_, [](const Name& name) { return name.letters.empty(); });
  std::stable_sort(names_.begin(), names_.end(), [](const Name& one, const Name& other) {
    return one.letters.size() > other.letters.size();
  });
}

Naming::Found Naming::in(const std::string& utf8) const { return in(from_utf8(utf8)); }

Naming::Found Naming::in(std::u32string_view words) const {
  const std::u32string text = folded(words);
  Found found;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || !text::is_alnum(text[at - 1]);
    const auto name = std::find_if(names_.begin(), names_.end(), [&](const Name& one) {
      return begins && stands_at(text, at, one.letters);
    });
    if (name == names_.end()) {
      ++at;
      continue;
    }
    (name->leaving ? found.leaving : found.staying) = true;
    at += name->letters.size();
  }
  return found;
}

}  // namespace entente
