// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "report/html.h"

namespace entente::report {

// Pieces of an inline SVG. Coordinates are user units, with one decimal; looks come from the page's
// style by class.
struct Point {
  double x = 0, y = 0;
};

Html svg_line(Point from, Point to, std::string_view style);
Html svg_box(Point corner, double width, double height, double rounding, std::string_view style);
Html svg_text(Point at, std::string_view anchor, std::string_view style,
              const Html& content);  // anchor: start, middle, end

// The n-th of five shapes (circle, square, diamond, triangle, hexagon) around `at`.
Html svg_shape(std::size_t n, Point at, double radius, std::string_view style);

// A label in lines of at most `width` units, centred under `at`.
Html svg_label(Point at, double width, std::string_view style, std::string_view text);
std::size_t svg_label_lines(double width, std::string_view text);

// The drawing as a group for screen readers, since it holds links: an image would hide them.
Html svg_drawing(std::string_view id, double width, double height, std::string_view title,
                 std::string_view description, const Html& content);

}  // namespace entente::report
