// SPDX-License-Identifier: Apache-2.0
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <fstream>

#include "base/utf8.h"
#include "extract/people.h"
#include "extract/people/name_index.h"
#include "extract/people/pieces.h"

namespace entente::extract {
namespace {

constexpr std::pair<std::string_view, Use> use_words[] = {
    {"name", Use::name},         {"adjective", Use::adjective},
    {"people", Use::people},     {"capital", Use::capital},
    {"seat", Use::seat},         {"organisation", Use::organisation},
    {"place", Use::place},       {"office", Use::office},
    {"rank", Use::rank},         {"address", Use::address},
    {"modifier", Use::modifier}, {"group", Use::group},
    {"single", Use::single},     {"government", Use::government},
    {"body", Use::body}};

constexpr std::string_view list_words[] = {"place_preposition",
                                           "motion",
                                           "reach",
                                           "land",
                                           "place_after",
                                           "of_place",
                                           "government_before",
                                           "speech",
                                           "auxiliary",
                                           "not_person",
                                           "particle",
                                           "suffix",
                                           "function",
                                           "definite",
                                           "indefinite",
                                           "quality",
                                           "he",
                                           "she",
                                           "they",
                                           "we",
                                           "i",
                                           "object",
                                           "possessive",
                                           "day",
                                           "interrogator",
                                           "prefix",
                                           "state_office",
                                           "leads",
                                           "plural_office",
                                           "ruler",
                                           "any_ruler",
                                           "any_office",
                                           "state_form",
                                           "state_adjective",
                                           "portfolio",
                                           "collective",
                                           "group_noun",
                                           "group_ending",
                                           "thing",
                                           "origin",
                                           "release",
                                           "not_group",
                                           "non_state",
                                           "demand",
                                           "office_tail",
                                           "union_ending",
                                           "official_thing",
                                           "firm_office",
                                           "home_office",
                                           "acts_for"};
static_assert(std::size(list_words) == static_cast<std::size_t>(List::count_));

std::optional<Use> use_of(std::string_view word) {
  for (const auto& [name, use] : use_words)
    if (name == word) return use;
  return std::nullopt;
}

std::optional<List> list_of(std::string_view word) {
  const auto* found = std::find(std::begin(list_words), std::end(list_words), word);
  if (found == std::end(list_words)) return std::nullopt;
  return static_cast<List>(found - std::begin(list_words));
}

bool is_ascii_letter_or_digit(char32_t c) { return c < 128 && u_isalnum(static_cast<UChar32>(c)); }

// NFD keeps these whole, though writers swap them for the plain letter as they do with accents.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case U'ł':
      return U'l';
    case U'ø':
      return U'o';
    case U'đ':
    case U'ð':
      return U'd';
    case U'ı':
      return U'i';
    case U'’':
    case U'ʼ':
      return U'\'';
    default:
      return c;
  }
}

void append_decomposed(std::u32string& out, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
    out.push_back(plain_letter(c));
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_getCombiningClass(part) == 0) out.push_back(plain_letter(static_cast<char32_t>(part)));
  }
}

std::u32string lower(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& c : out) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return out;
}

// "IC", "ISC", "I.C.": all that is a letter is a capital, and there are two or more.
bool is_acronym(std::u32string_view form) {
  int capitals = 0;
  for (char32_t c : form) {
    if (u_isalpha(static_cast<UChar32>(c)) && !u_isupper(static_cast<UChar32>(c))) return false;
    capitals += u_isupper(static_cast<UChar32>(c)) != 0;
  }
  return capitals >= 2;
}

bool is_plain(std::u32string_view form) {
  return std::none_of(form.begin(), form.end(),
                      [](char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; });
}

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    out.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  return out;
}

std::string plural_of(std::string_view people) {
  return people.ends_with("s") || people.ends_with("ese") ? std::string(people)
                                                          : std::string(people) + "s";
}

}  // namespace

std::u32string key_of(std::u32string_view folded) {
  std::u32string out;
  out.reserve(folded.size());
  for (char32_t c : folded) {
    if (c == U'.') continue;
    if (c < 128)
      out.push_back(c);
    else
      append_decomposed(out, c);
  }
  return out;
}

std::vector<std::u32string> words_of_form(std::u32string_view form) {
  std::vector<std::u32string> out;
  std::u32string word;
  const std::u32string low = lower(form);
  for (std::size_t i = 0; i <= low.size(); ++i) {
    const char32_t written = i < low.size() ? low[i] : U' ';
    const char32_t c = written == U'’' ? U'\'' : written;
    const bool inner =
        is_ascii_letter_or_digit(c) || c >= 128 || c == U'\'' || c == U'.' || c == U'+';
    if (inner) {
      word.push_back(c);
      continue;
    }
    if (word.ends_with(U"'s")) word.resize(word.size() - 2);
    const bool plural_owner = word.ends_with(U"s'");  // a text has the mark as a word of its own
    if (plural_owner) word.pop_back();
    if (!word.empty()) out.push_back(key_of(word));
    if (plural_owner) out.emplace_back(U"'");
    word.clear();
    if (c == U',' || c == U'&' || c == U'/' || c == U'(' || c == U')') out.emplace_back(1, c);
  }
  return out;
}

WordId NameIndex::word(std::u32string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? 0 : found->second;
}

WordId NameIndex::intern(std::u32string key) {
  const auto [at, fresh] = words_.try_emplace(std::move(key), static_cast<WordId>(lists_.size()));
  if (fresh) lists_.push_back(0);
  return at->second;
}

std::uint32_t NameIndex::step(std::uint32_t node, WordId word) const {
  if (word == 0) return 0;
  const auto found = edges_.find(std::uint64_t{node} << 32 | word);
  return found == edges_.end() ? 0 : found->second;
}

std::uint32_t NameIndex::node_of(std::string_view form) {
  std::uint32_t node = 0;
  for (std::u32string& word : words_of_form(from_utf8(form))) {
    const std::uint64_t edge = std::uint64_t{node} << 32 | intern(std::move(word));
    const auto [at, fresh] = edges_.try_emplace(edge, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) nodes_.emplace_back();
    node = at->second;
  }
  return node;
}

std::uint32_t NameIndex::party_number(std::string_view name) {
  if (name.empty()) return 0;
  const auto [at, fresh] =
      party_numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(parties_.size()));
  if (fresh) parties_.emplace_back(name);
  return at->second;
}

void NameIndex::add(std::string_view form, Sense sense) {
  if (form.starts_with("the ") || form.starts_with("The ")) form.remove_prefix(4);
  const std::uint32_t node = node_of(form);
  if (node == 0) return;
  if (sense.use == Use::capital) states_.insert(sense.party);
  if (sense.use == Use::organisation && form.find(' ') != std::string_view::npos)
    body_endings_[intern(words_of_form(from_utf8(form)).back())].insert(sense.party);
  auto& senses = nodes_[node];
  const bool known = std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
    return s.use == sense.use ||
           ((bit(s.use) & party_uses) && (bit(sense.use) & party_uses) && s.party != sense.party);
  });
  if (!known) senses.push_back(sense);
}

void NameIndex::add_title(std::string_view form, Use use, char gender) {
  add(form, {use, 0, gender, false, true});
}

// "has", "United States", "vice president"
bool NameIndex::take_office_state(std::string_view how, std::string_view party,
                                  std::string_view office) {
  if (office.empty()) return false;
  if (how == "honours") {
    honours_[key_of(lower(from_utf8(office)))].insert(party_number(party));
    return true;
  }
  OfficeStates& states = office_states_[words_of_form(from_utf8(office))];
  (how == "has" ? states.have : states.lack).insert(party_number(party));
  return true;
}

bool NameIndex::may_have(std::uint32_t party, const std::vector<std::u32string>& office) const {
  if (!countries_.contains(party)) return true;
  for (const std::u32string& word : office)
    if (const auto honour = honours_.find(word);
        honour != honours_.end() && !honour->second.contains(party))
      return false;
  const OfficeStates* states = nullptr;
  std::size_t longest = 0;
  for (const auto& [words, known] : office_states_)
    if (words.size() > longest &&
        std::search(office.begin(), office.end(), words.begin(), words.end()) != office.end()) {
      states = &known;
      longest = words.size();
    }
  if (states == nullptr) return true;
  return !states->lack.contains(party) && (states->have.empty() || states->have.contains(party));
}

bool NameIndex::take_row(std::string_view first, std::string_view second, std::string_view third) {
  if (first == "has" || first == "lacks" || first == "honours")
    return take_office_state(first, second, third);
  if (const auto list = list_of(first); list && third.empty()) {
    if (second.starts_with("@")) {
      const auto held = list_of(second.substr(1));
      if (held) held_.emplace_back(bit(*list), bit(*held));
      return held.has_value();
    }
    std::u32string key = key_of(lower(from_utf8(second)));
    lists_[intern(std::move(key))] |= bit(*list);
    return true;
  }
  if (const auto use = use_of(first); use && !(bit(*use) & party_uses)) {
    add_title(third, *use, second.empty() ? '-' : second[0]);
    return !third.empty();
  }
  const auto use = use_of(second);
  if (!use || third.empty()) return false;
  const std::u32string form = from_utf8(third);
  const bool office = !(bit(*use) & party_uses);  // one that only this party has
  add(third, {*use, party_number(first), '-', !office && is_acronym(form), office});
  return true;
}

Result<void> NameIndex::read_file(const std::filesystem::path& file,
                                  std::set<std::uint32_t>* kind) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(FailureKind::missing, "The names file " + file.string() + " cannot be read",
                "Give the folder that holds data/names");
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.back() == '\r') line.pop_back();
    auto cells = split_tabs(line);
    cells.resize(std::max<std::size_t>(cells.size(), 3));
    if (cells.size() > 3 || !take_row(cells[0], cells[1], cells[2]))
      return fail(FailureKind::bad_input,
                  file.string() + " line " + std::to_string(number) + " is no row of names",
                  "Write party, use and form with a tab between them");
    if (kind != nullptr) kind->insert(party_number(cells[0]));
  }
  return {};
}

// The files whose parties are all of one kind.
std::set<std::uint32_t>* NameIndex::kind_of(std::string_view file) {
  if (file == "countries.tsv") return &countries_;
  if (file == "own/organisations.tsv") return &bodies_;
  return file == "own/groups.tsv" ? &groups_ : nullptr;
}

Result<void> NameIndex::read(const std::filesystem::path& names_folder) {
  // Where one form names two parties, the first file wins.
  for (const char* name :
       {"countries.tsv", "own/regions.tsv", "own/organisations.tsv", "own/groups.tsv",
        "own/seats.tsv", "own/offices.tsv", "own/office_states.tsv", "own/titles.tsv",
        "own/words.tsv", "places.tsv"})
    if (auto done = read_file(names_folder / name, kind_of(name)); !done) return done;
  for (ListSet& lists : lists_)
    for (const auto& [list, held] : held_)
      if ((lists & held) != 0) lists |= list;
  return {};
}

void NameIndex::add_party(const Party& party) {
  const std::uint32_t number = party_number(party.name);
  const auto put = [&](std::string_view form, Use use) {
    if (form.starts_with("the ") || form.starts_with("The ")) form.remove_prefix(4);
    const std::uint32_t node = node_of(form);
    if (node == 0) return;
    auto& senses = nodes_[node];
    std::erase_if(senses, [&](const Sense& s) { return s.party != number || s.use == use; });
    const std::u32string written = from_utf8(form);
    senses.push_back({use, number, '-', is_acronym(written), is_plain(written)});
  };
  put(party.name, Use::name);
  for (const auto& form : party.aliases) put(form, Use::name);
  for (const auto& form : party.demonyms) {
    put(form, Use::adjective);
    put(plural_of(form), Use::people);
  }
  for (const auto& form : party.seats) put(form, Use::capital);
  if (!party.seats.empty()) states_.insert(number);
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& names_folder,
                                  const std::vector<Party>& codebook_parties) {
  auto index = std::make_shared<NameIndex>();
  if (auto done = index->read(names_folder); !done) return tl::unexpected(done.error());
  for (const Party& party : codebook_parties) index->add_party(party);
  Gazetteer out;
  out.index_ = std::move(index);
  return out;
}

}  // namespace entente::extract
