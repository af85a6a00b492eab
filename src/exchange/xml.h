// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace entente::exchange {

// XML of any origin as a tree. Throws Failed (bad_input) with the line where it is no XML, where it
// declares entities, and where elements stand more than 64 deep.
std::unique_ptr<pugi::xml_document> parse_xml(std::string_view bytes, const std::string& file);

// A finite number, blanks around it allowed.
std::optional<double> finite_number(std::string_view text);

}  // namespace entente::exchange
