// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"

namespace entente::report {

// Text for the inside of an element or of a quoted attribute, in HTML and SVG. Nothing in it can
// end either; control characters and marks that turn the reading direction around are shown by
// their number.
std::string escaped(std::string_view utf8);

// Markup. The only ways to make it are html() and raw(), so that a text of a source can never
// become markup by mistake.
class Html {
 public:
  Html() = default;
  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  friend Html operator+(Html left, const Html& right) { return std::move(left += right); }
  static Html raw(std::string markup) {  // for markup written by us
    Html out;
    out.markup_ = std::move(markup);
    return out;
  }

 private:
  std::string markup_;
};

namespace detail {

inline const std::string& safe(const Html& html) { return html.markup(); }
inline std::string safe(std::string_view text) { return escaped(text); }
inline std::string safe(const std::string& text) { return escaped(text); }
inline std::string safe(const char* text) { return escaped(text); }
template <std::integral Number>
Number safe(Number number) {
  return number;
}

template <class Arg>
using Safe = std::remove_cvref_t<decltype(safe(std::declval<const Arg&>()))>;

}  // namespace detail

// fmt::format into markup: the pattern is ours, every argument that is no Html is escaped.
template <class... Args>
Html html(fmt::format_string<detail::Safe<std::remove_cvref_t<Args>>...> pattern,
          const Args&... args) {
  const auto filled = [&](const auto&... safe) {
    return fmt::vformat(fmt::string_view(pattern), fmt::make_format_args(safe...));
  };
  return Html::raw(filled(detail::safe(args)...));
}

Html bdi(std::string_view text);  // isolated, so that its direction turns nothing else around
Html day_html(const std::optional<Date>& day);  // <time>3 March 2031</time>, or "no date"
std::string day_text(Date day);                 // "3 March 2031"
std::string short_day_text(Date day);           // "3 Mar 2031"

// "sha256-..." as a content security policy names a style.
std::string csp_hash(std::string_view content);

}  // namespace entente::report
