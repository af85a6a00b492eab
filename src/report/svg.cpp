// SPDX-License-Identifier: Apache-2.0
#include "report/svg.h"

#include <algorithm>
#include <vector>

#include "report/visible.h"

namespace entente::report {
namespace {

constexpr double letter_width = 6.2, line_height = 14;  // of the labels' type size

Html units(double value) { return Html::raw(fmt::format("{:.1f}", value)); }

std::vector<std::string> label_lines(double width, std::string_view text) {
  return wrapped(visible(text), static_cast<std::size_t>(std::max(width / letter_width, 4.0)));
}

Html polygon(std::initializer_list<Point> corners, std::string_view style) {
  std::string points;
  for (Point corner : corners) points += fmt::format("{:.1f},{:.1f} ", corner.x, corner.y);
  return html("<polygon class=\"{}\" points=\"{}\"/>", style, points);
}

}  // namespace

Html svg_line(Point from, Point to, std::string_view style) {
  return html("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", style, units(from.x),
              units(from.y), units(to.x), units(to.y));
}

Html svg_box(Point corner, double width, double height, double rounding, std::string_view style) {
  return html("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>", style,
              units(corner.x), units(corner.y), units(width), units(height), units(rounding));
}

Html svg_text(Point at, std::string_view anchor, std::string_view style, const Html& content) {
  return html("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", style,
              units(at.x), units(at.y), anchor, content);
}

Html svg_shape(std::size_t n, Point at, double radius, std::string_view style) {
  const double r = radius, x = at.x, y = at.y;
  switch (n % 5) {
    case 0:
      return html("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", style, units(x), units(y),
                  units(r));
    case 1:
      return svg_box({x - r * .92, y - r * .92}, r * 1.84, r * 1.84, 1.5, style);
    case 2:
      return polygon({{x, y - r * 1.28}, {x + r * 1.28, y}, {x, y + r * 1.28}, {x - r * 1.28, y}},
                     style);
    case 3:
      return polygon({{x, y - r * 1.3}, {x + r * 1.25, y + r}, {x - r * 1.25, y + r}}, style);
    default:
      break;
  }
  return polygon({{x - r * .6, y - r},
                  {x + r * .6, y - r},
                  {x + r * 1.2, y},
                  {x + r * .6, y + r},
                  {x - r * .6, y + r},
                  {x - r * 1.2, y}},
                 style);
}

std::size_t svg_label_lines(double width, std::string_view text) {
  return label_lines(width, text).size();
}

Html svg_label(Point at, double width, std::string_view style, std::string_view text) {
  Html out;
  for (const std::string& line : label_lines(width, text)) {
    out += svg_text(at, "middle", style, html("{}", line));
    at.y += line_height;
  }
  return out;
}

Html svg_drawing(std::string_view id, double width, double height, std::string_view title,
                 std::string_view description, const Html& content) {
  return html(
      "<div class=\"scroll\"><svg role=\"group\" aria-labelledby=\"{}t {}s\" viewBox=\"0 0 {} {}\" "
      "width=\"{}\" "
      "height=\"{}\"><title id=\"{}t\">{}</title><desc id=\"{}s\">{}</desc>\n{}</svg></div>\n",
      id, id, units(width), units(height), units(width), units(height), id, title, id, description,
      content);
}

}  // namespace entente::report
