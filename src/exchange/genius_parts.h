// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/scenario_files.h"

namespace entente::exchange {

// What the readers of domain and profile share. All throw Failed (bad_input), naming file and
// place.

struct GeniusIssue {
  long index = 0;  // as the file numbers it
  ScenarioIssue issue;
  std::map<std::string, std::uint32_t, std::less<>> option_of;  // of a discrete issue
};

struct GeniusDomain {
  std::string file, name;
  std::vector<GeniusIssue> issues;
};

// Where the reader is, and what it had to mend.
class Reader {
 public:
  Reader(std::string file, Semantics semantics, std::vector<std::string>& repairs)
      : file_(std::move(file)), semantics_(semantics), repairs_(&repairs) {}

  bool genius() const { return semantics_ == Semantics::genius; }
  const std::string& file() const { return file_; }
  void repaired(const std::string& what) const { repairs_->push_back(file_ + ": " + what); }
  [[noreturn]] void refuse(const std::string& what) const;

  // The attribute as a number; nothing where it is not there or blank.
  std::optional<double> number(pugi::xml_node node, const char* attribute) const;
  double number_or_refuse(pugi::xml_node node, const char* attribute) const;
  std::optional<long> index(pugi::xml_node node) const;

 private:
  std::string file_;
  Semantics semantics_;
  std::vector<std::string>* repairs_;
};

std::string lower_case(std::string text);  // of kinds, which GENIUS takes in any case

// All children of this name, those of nested objectives among them, in order.
std::vector<pugi::xml_node> within_objectives(pugi::xml_node root, std::string_view name);

GeniusDomain read_domain(pugi::xml_node root, const Reader& reader);
Profile read_profile(pugi::xml_node root, const GeniusDomain& domain, const Reader& reader);

}  // namespace entente::exchange
