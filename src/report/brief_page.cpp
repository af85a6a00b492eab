// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"

#include <algorithm>

#include "report/visible.h"

namespace entente::report {
namespace {

std::vector<Evidence> places_of(const BriefInput& in) {
  std::vector<Evidence> places;
  const auto add_items = [&](const auto& items) {
    for (const auto& item : items)
      if (!is_rejected(item.review)) places.push_back({item.document, item.evidence});
  };
  add_items(in.contents.positions);
  add_items(in.contents.meetings);
  add_items(in.contents.clauses);
  for (const AccountPair& pair : in.accounts)
    for (const AccountLine& line : pair.lines) {
      if (line.left) places.push_back(*line.left);
      if (line.right) places.push_back(*line.right);
    }
  return places;
}

// A tag of BCP 47 may stand in an attribute that steers fonts and voices; anything else is left
// out.
bool is_language_tag(std::string_view tag) {
  const auto fits = [](char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), fits);
}

Html language_attribute(std::string_view tag) {
  return is_language_tag(tag) ? html(" lang=\"{}\"", tag) : Html{};
}

Html tag(std::string_view kind, std::string_view words) {
  return html(" <span class=\"tag {}\">{}</span>", kind, words);
}

}  // namespace

std::string party_letter(std::size_t number) {
  std::string out(1, static_cast<char>('A' + number % 26));
  return number < 26 ? out : party_letter(number / 26 - 1) + out;
}

Page::Page(const BriefInput& input)
    : in(input),
      lookup(input.contents),
      excerpts(places_of(input), input.text_of),
      as_of(newest_date(input.contents.documents)) {
  for (std::size_t i = 0; i < in.matrix.cells.size(); ++i) {
    const Cell& cell = in.matrix.cells[i];
    notes_[{cell.party, cell.issue}] = i + 1;
    shown_.insert(
        cell.all.end() - static_cast<std::ptrdiff_t>(std::min(cell.all.size(), notes_per_cell)),
        cell.all.end());
  }
  for (std::size_t i = 0; i < in.matrix.parties.size(); ++i)
    letters_[in.matrix.parties[i]] = party_letter(i);
}

std::size_t Page::note_of(std::string_view party, std::string_view issue) const {
  const auto found = notes_.find({party, issue});
  return found == notes_.end() ? 0 : found->second;
}

std::string Page::letter_of(std::string_view party) const {
  const auto found = letters_.find(party);
  return found == letters_.end() ? "" : found->second;
}

Html Page::source_link(DocumentId id) const {
  const DocumentCard* card = lookup.document(id);
  if (!card) return html("{}", id.text());
  const std::string outlet = !card->outlet.empty()  ? card->outlet
                             : !card->title.empty() ? "“" + shortened(card->title, 48) + "”"
                                                    : card->name;
  const Html copy =
      card->same_account_as ? html(" (same copy as {})", card->same_account_as->text()) : Html{};
  return html("<a href=\"#{}\"><cite>{}</cite>, {}</a>{}", id.text(), bdi(outlet),
              day_html(card->date), copy);
}

Html Page::party(std::string_view name) const {
  const std::string role = lookup.role_words(name);
  return bdi(name) + (role.empty() ? Html{} : html(" <small>{}</small>", role));
}

Html Page::quote(const Evidence& place, std::string_view speaker) const {
  const Excerpt& excerpt = excerpts.at(place);
  const bool whole = excerpt.before.empty() && excerpt.after.empty();
  const Html words =
      whole ? html("{}", excerpt.words)
            : html("{}<mark>{}</mark>{}", excerpt.before, excerpt.words, excerpt.after);
  return html("<blockquote dir=\"auto\"{}><p>{}</p></blockquote><p class=\"by\">{}{}</p>",
              language_attribute(excerpt.language), words,
              speaker.empty() ? Html{} : html("{} in ", bdi(speaker)), source_link(place.document));
}

Html Page::quote(const Position& position) const {
  const std::string speaker = lookup.speaker_words(position);
  return quote({position.document, position.evidence},
               speaker.empty() ? "The text itself" : speaker);
}

Html Page::position_link(const Position& position, const Html& text) const {
  return shown_.contains(position.id) ? html("<a href=\"#{}\">{}</a>", position.id.text(), text)
                                      : text;
}

Html Page::stance(const Position& position) const {
  const std::string option = lookup.option_words(position.issue, position.option);
  Html out = html("<b class=\"stance\"><span aria-hidden=\"true\">{}</span> {}</b>",
                  stance_sign(position.stance), spoken(word_of(position.stance)));
  if (!option.empty()) out += html(" <span class=\"opt\">{}</span>", bdi(option));
  if (!position.condition.empty())
    out += html(" <span class=\"cond\">if: {}</span>", bdi(position.condition));
  return out;
}

Html Page::tags(const Position& position) const {
  Html out;
  if (position.firmness == Firmness::red_line) out += tag("line", "red line");
  if (position.firmness == Firmness::firm || position.firmness == Firmness::tentative)
    out += tag("", word_of(position.firmness));
  if (lookup.is_unsure(position)) out += tag("", "low confidence");
  return out + suggested_tag(position.review);
}

std::string_view stance_sign(Stance stance) {
  switch (stance) {
    case Stance::demands:
    case Stance::wants:
    case Stance::offers:
    case Stance::concedes:
      return "●";
    case Stance::open_to:
    case Stance::conditional:
      return "◐";
    case Stance::rejects:
      return "✕";
    case Stance::undecided:
    case Stance::reports:
      break;
  }
  return "○";
}

// The word is for those who hear the page; the title tells no more than the legend does.
Html suggested_sign() {
  return Html::raw(
      "<span class=\"sug\" title=\"suggested by the program, not yet looked at by a "
      "person\"><span aria-hidden=\"true\">?</span><span class=\"heard\">suggested</span></span>");
}

Html suggested_tag(const Review& review) {
  return is_suggested(review) ? Html::raw(" ") + suggested_sign() : Html{};
}

Html dated(const Position& position) {
  const std::string_view kind = day_kind(position);
  return kind.empty() ? day_html({}) : html("{} {}", kind, day_html(day_of(position)));
}

std::string age_words(Date day, Date as_of) {
  const auto days = (std::chrono::sys_days{as_of} - std::chrono::sys_days{day}).count();
  if (days <= 30) return "";
  if (days <= 90) return fmt::format("{} weeks old", days / 7);
  return days <= 730 ? fmt::format("{} months old", days / 30)
                     : fmt::format("{} years old", days / 365);
}

}  // namespace entente::report
