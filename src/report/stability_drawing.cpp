// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/json_list.h"
#include "base/json_text.h"
#include "report/lookup.h"
#include "report/stability.h"
#include "report/stability_graph.h"
#include "report/svg.h"

namespace entente::report {
namespace {

// Units of the drawing.
constexpr double node_height = 58, node_gap = 34, layer_gap = 84, drawing_margin = 26, square = 9,
                 square_step = 11.5, letter_room = 13, group_gap = 5, least_node = 104,
                 least_unsure_node = 142, arc_room = 34;
constexpr std::size_t nodes_in_layer = 5;

struct PlacedNode {
  StateIndex state = 0;
  std::size_t layer = 0;
  double x = 0, y = 0;  // of its upper left corner
};

// A bend of an arrow: down (or up) through a layer.
struct ArrowPart {
  Point begin, end;
};

struct DrawnArrow {
  std::string path;  // as an SVG has it
  Point letters;     // the middle of its label
};

class StateDrawing {
 public:
  StateDrawing(const StabilityFindings& found, const StateGraph& graph,
               const std::vector<std::string>& letters)
      : found_(found), graph_(graph), letters_(letters), width_(node_width()) {
    place_nodes();
    place_ports();
  }

  Html svg() {
    Html arrows, letters, nodes;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) draw_edge(i, arrows, letters);
    for (const PlacedNode& node : nodes_) nodes += draw_node(node);
    return svg_drawing("states", total_width_, total_height_, title(), description(),
                       arrow_head() + arrows + nodes + letters);
  }

  std::string json() {
    std::vector<std::string> arrows;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) arrows.push_back(edge_json(i));
    const auto size = [](double width, double height) {
      return fmt::format("[{:.1f}, {:.1f}]", width, height);
    };
    return JsonObject{}
        .raw("size", size(total_width_, total_height_))
        .raw("node_size", size(width_, node_height))
        .raw("letters", json_strings(letters_))
        .raw("nodes", json_list(nodes_, [&](const PlacedNode& at) { return node_json(at); }))
        .raw("arrows", json_array(arrows))
        .flag("complete", graph_.complete)
        .text();
  }

 private:
  const Conflict& conflict() const { return found_.conflict; }
  bool is_today(StateIndex state) const {
    return found_.status_quo && found_.status_quo->state == state;
  }
  Certainty holds(StateIndex state, Concept how) const {
    if (found_.unknown) return found_.unknown->equilibria[state][static_cast<std::size_t>(how)];
    return found_.stability.equilibria[state].stable(how) ? Certainty::all : Certainty::none;
  }
  bool may_hold(StateIndex state) const {
    return std::any_of(concepts.begin(), concepts.end(),
                       [&](Concept how) { return holds(state, how) != Certainty::none; });
  }

  double strip_width() const {
    double width = 0;
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who)
      if (const auto own = own_options(who); !own.empty())
        width += letter_room + square_step * static_cast<double>(own.size()) + group_gap;
    return width - group_gap;
  }
  double node_width() const {
    return std::max(found_.unknown ? least_unsure_node : least_node, strip_width() + 18);
  }

  std::vector<std::size_t> own_options(std::size_t who) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < conflict().options.size(); ++i)
      if (conflict().options[i].owner == who) out.push_back(i);
    return out;
  }

  // From today's state by the moves drawn; without it, from what leads furthest away. Equilibria
  // that nothing drawn leads to stand at the bottom.
  std::vector<std::vector<StateIndex>> layers() const {
    std::map<StateIndex, std::size_t> depth;
    std::vector<StateIndex> queue;
    const auto enter = [&](StateIndex state, std::size_t at) {
      if (depth.emplace(state, at).second) queue.push_back(state);
    };
    for (StateIndex state : graph_.states)
      if (found_.status_quo ? is_today(state) : !entered(state)) enter(state, 0);
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const StateEdge& edge : graph_.edges)
        if (edge.from == queue[i]) enter(edge.to, depth[queue[i]] + 1);
    std::size_t last = 0;
    for (const auto& [state, at] : depth) last = std::max(last, at + 1);
    std::vector<std::vector<StateIndex>> out(last + 1);
    for (StateIndex state : graph_.states)
      out[depth.contains(state) ? depth[state] : last].push_back(state);
    std::erase_if(out, [](const auto& layer) { return layer.empty(); });
    return split(out);
  }

  bool entered(StateIndex state) const {
    return std::any_of(graph_.edges.begin(), graph_.edges.end(),
                       [&](const StateEdge& edge) { return edge.to == state; });
  }

  std::vector<std::vector<StateIndex>> split(
      const std::vector<std::vector<StateIndex>>& all) const {
    std::vector<std::vector<StateIndex>> out;
    for (const auto& layer : all) {
      const std::size_t parts = (layer.size() + nodes_in_layer - 1) / nodes_in_layer;
      for (std::size_t part = 0; part < parts; ++part)
        out.emplace_back(
            layer.begin() + static_cast<std::ptrdiff_t>(part * layer.size() / parts),
            layer.begin() + static_cast<std::ptrdiff_t>((part + 1) * layer.size() / parts));
    }
    return out;
  }

  void place_nodes() {
    auto all = layers();
    for (std::size_t i = 1; i < all.size(); ++i) order_after(all, i);
    std::size_t most = 1;
    for (const auto& layer : all) most = std::max(most, layer.size());
    total_width_ = 2 * drawing_margin + row_width(most);
    total_height_ = 2 * drawing_margin + arc_room + static_cast<double>(all.size()) * node_height +
                    static_cast<double>(all.size() - 1) * layer_gap;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = 0; k < all[i].size(); ++k)
        nodes_.push_back({all[i][k], i,
                          (total_width_ - row_width(all[i].size())) / 2 +
                              static_cast<double>(k) * (width_ + node_gap),
                          drawing_margin + static_cast<double>(i) * (node_height + layer_gap)});
    layer_count_ = all.size();
  }

  double row_width(std::size_t nodes) const {
    return static_cast<double>(nodes) * (width_ + node_gap) - node_gap;
  }

  // Below the middle of what leads to it.
  void order_after(std::vector<std::vector<StateIndex>>& all, std::size_t layer) const {
    const auto place_above = [&](StateIndex state) {
      double sum = 0, count = 0;
      for (std::size_t above = 0; above < layer; ++above)
        for (std::size_t k = 0; k < all[above].size(); ++k)
          if (joined(all[above][k], state)) {
            sum += (static_cast<double>(k) + .5) / static_cast<double>(all[above].size());
            ++count;
          }
      return count > 0 ? sum / count : .5;
    };
    std::stable_sort(all[layer].begin(), all[layer].end(),
                     [&](StateIndex a, StateIndex b) { return place_above(a) < place_above(b); });
  }

  bool joined(StateIndex a, StateIndex b) const {
    return std::any_of(graph_.edges.begin(), graph_.edges.end(), [&](const StateEdge& edge) {
      return (edge.from == a && edge.to == b) || (edge.from == b && edge.to == a);
    });
  }

  const PlacedNode& node(StateIndex state) const {
    return *std::find_if(nodes_.begin(), nodes_.end(),
                         [&](const PlacedNode& one) { return one.state == state; });
  }

  // Arrows leave a state downwards unless they go up, and each has its own place on the edge.
  void place_ports() {
    struct Port {
      std::size_t edge;
      bool leaves;
      double other;
    };
    std::map<std::pair<StateIndex, bool>, std::vector<Port>> ports;  // by state and lower side
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      const PlacedNode &from = node(graph_.edges[i].from), &to = node(graph_.edges[i].to);
      const bool up = to.layer < from.layer;
      ports[{from.state, !up}].push_back({i, true, to.x});
      ports[{to.state, to.layer <= from.layer}].push_back({i, false, from.x});
    }
    begins_.resize(graph_.edges.size());
    ends_.resize(graph_.edges.size());
    for (auto& [where, list] : ports) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Port& a, const Port& b) { return a.other < b.other; });
      const PlacedNode& at = node(where.first);
      for (std::size_t k = 0; k < list.size(); ++k)
        (list[k].leaves ? begins_ : ends_)[list[k].edge] = {
            at.x + width_ * static_cast<double>(k + 1) / static_cast<double>(list.size() + 1),
            where.second ? at.y + node_height : at.y};
    }
  }

  double layer_top(std::size_t layer) const {
    return drawing_margin + static_cast<double>(layer) * (node_height + layer_gap);
  }

  // The nearest gap between the states of a layer.
  double gap_in(std::size_t layer, double x) {
    std::vector<double> gaps;
    bool blocked = false;
    double right = 0;
    for (const PlacedNode& one : nodes_) {
      if (one.layer != layer) continue;
      gaps.push_back(one.x - node_gap / 2);
      right = one.x + width_ + node_gap / 2;
      blocked = blocked || (x > one.x - 8 && x < one.x + width_ + 8);
    }
    gaps.push_back(right);
    if (!blocked) return x;
    const double best = *std::min_element(gaps.begin(), gaps.end(), [&](double a, double b) {
      return std::abs(a - x) < std::abs(b - x);
    });
    const std::size_t before = used_gaps_[{layer, best}]++;
    return best + 6 * static_cast<double>((before + 1) / 2) * (before % 2 ? 1 : -1);
  }

  std::vector<ArrowPart> parts_of(std::size_t edge) {
    const PlacedNode &from = node(graph_.edges[edge].from), &to = node(graph_.edges[edge].to);
    std::vector<ArrowPart> out;
    Point at = begins_[edge];
    const Point end = ends_[edge];
    const bool down = to.layer > from.layer;
    for (std::size_t k = 1; k < distance(from, to); ++k) {
      const std::size_t layer = down ? from.layer + k : from.layer - k;
      const double share = static_cast<double>(k) / static_cast<double>(distance(from, to));
      const double x = gap_in(layer, begins_[edge].x + (end.x - begins_[edge].x) * share);
      const double top = layer_top(layer), bottom = top + node_height;
      out.push_back({at, {x, down ? top : bottom}});
      at = {x, down ? bottom : top};
    }
    out.push_back({at, end});
    return out;
  }

  static std::size_t distance(const PlacedNode& a, const PlacedNode& b) {
    return a.layer > b.layer ? a.layer - b.layer : b.layer - a.layer;
  }

  static std::array<Point, 4> curve(const ArrowPart& part, bool level) {
    if (level) {
      const double depth = part.begin.y + 26 + .06 * std::abs(part.end.x - part.begin.x);
      return {part.begin, {part.begin.x, depth}, {part.end.x, depth}, part.end};
    }
    const double middle = (part.begin.y + part.end.y) / 2;
    return {part.begin, {part.begin.x, middle}, {part.end.x, middle}, part.end};
  }

  static Point along(const std::array<Point, 4>& c, double t) {
    const double u = 1 - t;
    const auto mix = [&](double a, double b, double d, double e) {
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * d + t * t * t * e;
    };
    return {mix(c[0].x, c[1].x, c[2].x, c[3].x), mix(c[0].y, c[1].y, c[2].y, c[3].y)};
  }

  static std::string_view style_of(EdgeKind kind) {
    return kind == EdgeKind::improvement ? "move"
           : kind == EdgeKind::joint     ? "move both"
                                         : "move other";
  }

  DrawnArrow arrow(std::size_t i) {
    const StateEdge& edge = graph_.edges[i];
    const bool level = node(edge.from).layer == node(edge.to).layer;
    const std::vector<ArrowPart> parts = parts_of(i);
    std::string path = fmt::format("M{:.1f},{:.1f}", parts.front().begin.x, parts.front().begin.y);
    for (const ArrowPart& part : parts) {
      const auto c = curve(part, level);
      path += fmt::format(" L{:.1f},{:.1f} C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}", c[0].x,
                          c[0].y, c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y);
    }
    return {path, free_place(curve(parts.front(), level))};
  }

  void draw_edge(std::size_t i, Html& arrows, Html& letters) {
    const StateEdge& edge = graph_.edges[i];
    const DrawnArrow drawn = arrow(i);
    arrows += html("<path class=\"{}\" d=\"{}\" marker-end=\"url(#tip)\"/>\n", style_of(edge.kind),
                   drawn.path);
    letters += draw_letters(edge, drawn.letters);
  }

  std::string edge_json(std::size_t i) {
    const StateEdge& edge = graph_.edges[i];
    const DrawnArrow drawn = arrow(i);
    std::vector<std::string> movers;
    for (std::size_t who : edge.movers) movers.push_back(conflict().decision_makers[who].name);
    return JsonObject{}
        .number("from", number_of(edge.from))
        .number("to", number_of(edge.to))
        .raw("movers", json_strings(movers))
        .put("letters", letters_of(edge))
        .put("kind", kind_of(edge.kind))
        .put("path", drawn.path)
        .raw("at", pair_json(drawn.letters))
        .text();
  }

  std::string node_json(const PlacedNode& at) const {
    return JsonObject{}
        .number("state", number_of(at.state))
        .raw("at", pair_json({at.x, at.y}))
        .put("words", state_words(conflict(), found_.states[at.state]))
        .put("holds", holds_words(at.state))
        .flag("may_hold", may_hold(at.state))
        .flag("today", is_today(at.state))
        .flag("wanted", found_.wanted && found_.wanted->state == at.state)
        .text();
  }

  static std::string pair_json(Point at) { return fmt::format("[{:.1f}, {:.1f}]", at.x, at.y); }

  static std::string_view kind_of(EdgeKind kind) {
    return kind == EdgeKind::improvement ? "improvement"
           : kind == EdgeKind::joint     ? "joint"
                                         : "other";
  }

  std::string letters_of(const StateEdge& edge) const {
    std::string out;
    for (std::size_t who : edge.movers) out += (out.empty() ? "" : "+") + letters_[who];
    return out;
  }

  // The place on the arrow that is furthest from the letters already set.
  Point free_place(const std::array<Point, 4>& c) {
    Point best;
    double room = -1;
    for (const double t : {.5, .38, .62, .28, .72}) {
      const Point here = along(c, t);
      double nearest = 22;
      for (const Point& other : letter_places_)
        nearest = std::min(nearest, std::hypot(here.x - other.x, here.y - other.y));
      if (nearest > room + .5) {
        best = here;
        room = nearest;
      }
    }
    letter_places_.push_back(best);
    return best;
  }

  Html draw_letters(const StateEdge& edge, Point at) const {
    const std::string letters = letters_of(edge);
    const double width = 10 + 7 * static_cast<double>(letters.size());
    return svg_box({at.x - width / 2, at.y - 8.5}, width, 17, 8.5,
                   edge.kind == EdgeKind::other ? "by other" : "by") +
           svg_text({at.x, at.y + 4}, "middle", "mover", html("{}", letters)) + Html::raw("\n");
  }

  Html draw_node(const PlacedNode& at) const {
    Html out = svg_box({at.x, at.y}, width_, node_height, 4, "state");
    if (may_hold(at.state))
      out += svg_box({at.x + 3, at.y + 3}, width_ - 6, node_height - 6, 2.5, "held");
    const bool wanted = found_.wanted && found_.wanted->state == at.state;
    const Html number = html("{}{}{}", number_of(at.state), is_today(at.state) ? " today" : "",
                             wanted ? " wanted" : "");
    out += svg_text({at.x + width_ / 2, at.y + 18}, "middle", "who", number);
    out += draw_options(at);
    out += svg_text({at.x + width_ / 2, at.y + 50}, "middle", "note",
                    html("{}", holds_words(at.state)));
    return html("<a href=\"#s{}\" aria-label=\"State {}: {}\">{}</a>\n", number_of(at.state),
                number_of(at.state), state_words(conflict(), found_.states[at.state]), out);
  }

  // With a ? where it depends on what nobody knows.
  std::string holds_words(StateIndex state) const {
    std::string out;
    std::size_t sure = 0;
    for (Concept how : concepts) {
      const Certainty one = holds(state, how);
      sure += one == Certainty::all;
      if (one != Certainty::none)
        out += (out.empty() ? "" : " ") + std::string(word_of(how)) +
               (one == Certainty::all ? "" : "?");
    }
    return sure == concepts.size() ? "holds: all five" : out.empty() ? "does not hold" : out;
  }

  Html draw_options(const PlacedNode& at) const {
    double x = at.x + (width_ - strip_width()) / 2;
    const double y = at.y + 25;
    Html out;
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who) {
      const auto own = own_options(who);
      if (own.empty()) continue;
      out += svg_text({x + 4, y + 8.5}, "middle", "owner", html("{}", letters_[who]));
      x += letter_room;
      for (std::size_t option : own) {
        const bool taken = found_.states[at.state] & bit(option);
        out += svg_box({x, y}, square, square, 1, taken ? "opt on" : "opt off");
        x += square_step;
      }
      x += group_gap;
    }
    return out;
  }

  static Html arrow_head() {
    return Html::raw(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7.4\" refY=\"4\" markerWidth=\"8\" "
        "markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\" "
        "d=\"M0,0.6 L7.6,4 L0,7.4 Z\"/></marker></defs>\n");
  }

  std::string title() const {
    return fmt::format("Moves between {}", counted(graph_.states.size(), "state", "states"));
  }
  std::string description() const {
    return fmt::format("{}: {}. The list below the drawing has each of them in words.",
                       counted(graph_.edges.size(), "arrow", "arrows"),
                       found_.status_quo
                           ? fmt::format("today is state {}", number_of(found_.status_quo->state))
                           : std::string("today's state is not given"));
  }

  const StabilityFindings& found_;
  const StateGraph& graph_;
  const std::vector<std::string>& letters_;
  double width_, total_width_ = 0, total_height_ = 0;
  std::size_t layer_count_ = 0;
  std::vector<PlacedNode> nodes_;
  std::vector<Point> begins_, ends_;  // by edge
  std::map<std::pair<std::size_t, double>, std::size_t> used_gaps_;
  std::vector<Point> letter_places_;
};

}  // namespace

Html state_graph_svg(const StabilityFindings& found, const StateGraph& graph,
                     const std::vector<std::string>& letters) {
  return StateDrawing(found, graph, letters).svg();
}

std::string state_graph_json(const StabilityFindings& found) {
  const StateGraph graph = state_graph(found);
  const auto letters = mover_letters(found.conflict.decision_makers.size());
  return StateDrawing(found, graph, letters).json();
}

}  // namespace entente::report
