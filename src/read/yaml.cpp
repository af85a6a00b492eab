// SPDX-License-Identifier: Apache-2.0
#include "read/yaml.h"

#include <fmt/format.h>
#include <libfyaml.h>

#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace entente::read {
namespace {

struct FreeDiag {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};
struct FreeParser {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct FreeEvent {
  fy_parser* parser;
  void operator()(fy_event* event) const { fy_parser_event_free(parser, event); }
};
using Event = std::unique_ptr<fy_event, FreeEvent>;

std::string text_of(fy_token* token) {
  std::size_t size = 0;
  const char* text = token ? fy_token_get_text(token, &size) : nullptr;
  return text ? std::string(text, size) : std::string();
}

std::size_t count_nodes(const Yaml& node) {
  std::size_t sum = 1;
  for (const Yaml& item : node.items) sum += count_nodes(item);
  sum += node.keys.size();
  return sum;
}

// Builds values from events, so that the library never builds a tree whose size or depth we do not
// bound.
class YamlReader {
 public:
  YamlReader(std::string_view text, const std::string& name) : name_(name) {
    fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = nullptr;
    quiet.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
    diag_.reset(fy_diag_create(&quiet));
    fy_diag_set_collect_errors(diag_.get(), true);
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG);
    config.diag = diag_.get();
    parser_.reset(fy_parser_create(&config));
    if (parser_) fy_parser_set_string(parser_.get(), text.data(), text.size());
  }

  Result<Yaml> read() {
    if (!parser_) return fail(FailureKind::internal, "the YAML reader could not be started", "");
    Yaml root;
    bool seen = false;
    for (Event event = next(); event; event = next()) {
      if (event->type == FYET_STREAM_START || event->type == FYET_STREAM_END ||
          event->type == FYET_DOCUMENT_END)
        continue;
      if (event->type == FYET_DOCUMENT_START) {
        if (seen)
          return fault(line_of(*event), "a second document begins here, where one was expected");
        seen = true;
        continue;
      }
      auto node = read_node(*event, 0);
      if (!node) return node;
      root = std::move(*node);
    }
    if (fy_parser_get_stream_error(parser_.get()) || fy_diag_got_error(diag_.get()))
      return syntax_fault();
    return root;
  }

 private:
  Event next() { return Event(fy_parser_parse(parser_.get()), FreeEvent{parser_.get()}); }

  std::size_t line_of(fy_event& event) {
    const fy_mark* mark = fy_event_start_mark(&event);
    if (mark) line_ = static_cast<std::size_t>(mark->line) + 1;
    return line_;
  }

  tl::unexpected<Failure> fault(std::size_t line, std::string_view what) const {
    return yaml_fault(name_, line, what, "");
  }

  tl::unexpected<Failure> syntax_fault() const {
    void* at = nullptr;
    const fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &at);
    if (!error || !error->msg) return fault(line_, "no valid YAML");
    return fault(error->line > 0 ? static_cast<std::size_t>(error->line) : line_,
                 fmt::format("no valid YAML: {}", error->msg));
  }

  Result<Yaml> read_node(fy_event& event, std::size_t depth) {
    const std::size_t line = line_of(event);
    if (depth > deepest_yaml)
      return fault(line, fmt::format("nested deeper than {} levels", deepest_yaml));
    if (++nodes_ > most_yaml_nodes)
      return fault(line, fmt::format("more than {} entries", most_yaml_nodes));
    switch (event.type) {
      case FYET_SCALAR:
        return named(text_of(event.scalar.anchor), read_scalar(event, line));
      case FYET_ALIAS:
        return read_alias(text_of(event.alias.anchor), line, depth);
      case FYET_SEQUENCE_START:
        return anchored(text_of(event.sequence_start.anchor), read_list(line, depth));
      case FYET_MAPPING_START:
        return anchored(text_of(event.mapping_start.anchor), read_map(line, depth));
      default:
        return syntax_fault();
    }
  }

  static Yaml read_scalar(fy_event& event, std::size_t line) {
    Yaml node;
    node.line = line;
    node.plain = fy_token_scalar_style(event.scalar.value) == FYSS_PLAIN;
    node.scalar = text_of(event.scalar.value);
    const bool nothing =
        node.plain && (node.scalar.empty() || node.scalar == "~" || node.scalar == "null");
    node.kind = nothing ? Yaml::Kind::nothing : Yaml::Kind::scalar;
    return node;
  }

  Yaml named(const std::string& anchor, Yaml node) {
    if (!anchor.empty()) anchors_[anchor] = node;
    return node;
  }

  Result<Yaml> anchored(const std::string& anchor, Result<Yaml> node) {
    if (node && !anchor.empty()) anchors_[anchor] = *node;
    return node;
  }

  Result<Yaml> read_alias(const std::string& anchor, std::size_t line, std::size_t depth) {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      return fault(line, fmt::format("no anchor '&{}' stands before this", anchor));
    nodes_ += count_nodes(found->second);
    if (nodes_ > most_yaml_nodes)
      return fault(line, fmt::format("more than {} entries", most_yaml_nodes));
    if (depth + depth_of(found->second) > deepest_yaml)
      return fault(line, fmt::format("nested deeper than {} levels", deepest_yaml));
    return found->second;
  }

  static std::size_t depth_of(const Yaml& node) {
    std::size_t depth = 0;
    for (const Yaml& item : node.items) depth = std::max(depth, depth_of(item) + 1);
    return depth;
  }

  Result<Yaml> read_list(std::size_t line, std::size_t depth) {
    Yaml list;
    list.kind = Yaml::Kind::list;
    list.line = line;
    for (Event event = next(); event; event = next()) {
      if (event->type == FYET_SEQUENCE_END) return list;
      auto item = read_node(*event, depth + 1);
      if (!item) return item;
      list.items.push_back(std::move(*item));
    }
    return syntax_fault();
  }

  Result<Yaml> read_map(std::size_t line, std::size_t depth) {
    Yaml map;
    map.kind = Yaml::Kind::map;
    map.line = line;
    std::unordered_set<std::string> keys;
    for (Event event = next(); event; event = next()) {
      if (event->type == FYET_MAPPING_END) return map;
      auto key = read_node(*event, depth + 1);
      if (!key) return key;
      if (key->kind != Yaml::Kind::scalar) return fault(key->line, "expected a key");
      if (!keys.insert(key->scalar).second)
        return fault(key->line, fmt::format("the key '{}' stands here a second time", key->scalar));
      const Event inner = next();
      if (!inner) break;
      auto value = read_node(*inner, depth + 1);
      if (!value) return value;
      map.keys.push_back(std::move(*key));
      map.items.push_back(std::move(*value));
    }
    return syntax_fault();
  }

  const std::string& name_;
  std::unique_ptr<fy_diag, FreeDiag> diag_;
  std::unique_ptr<fy_parser, FreeParser> parser_;
  std::unordered_map<std::string, Yaml> anchors_;
  std::size_t nodes_ = 0, line_ = 1;
};

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].scalar == key) return &items[i];
  return nullptr;
}

tl::unexpected<Failure> yaml_fault(const std::string& name, std::size_t line, std::string_view what,
                                   std::string cure) {
  return fail(FailureKind::bad_input, fmt::format("{}:{}: {}", name, line, what),
              cure.empty() ? "Mend that line; docs/codebooks.md shows the form" : std::move(cure));
}

Result<Yaml> parse_yaml(std::string_view text, const std::string& name) {
  if (!is_utf8(text) || text.find('\0') != text.npos)
    return fail(FailureKind::bad_input, fmt::format("'{}' is not text in UTF-8", name),
                "Save it as UTF-8");
  return YamlReader(text, name).read();
}

}  // namespace entente::read
