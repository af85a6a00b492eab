// SPDX-License-Identifier: Apache-2.0
#include "serve/body.h"

#include "base/failure.h"
#include "exchange/json_node.h"

namespace entente::serve {
namespace {

const exchange::JsonFile the_request{"The request", "web/openapi.json says how it has to be",
                                     "Send one JSON object"};

// What would be a bad file elsewhere is a wrong request here.
template <class Work>
auto asked_rightly(const Work& work) {
  try {
    return work();
  } catch (const Failed& failed) {
    Failure failure = failed.failure();
    failure.kind = FailureKind::usage;
    throw Failed(failure);
  }
}

}  // namespace

struct Body::Json {
  nlohmann::json value;

  exchange::JsonNode node() const { return {value, "the request", the_request}; }
};

Body::Body(const Request& request)
    : json_(std::make_unique<Json>(
          Json{asked_rightly([&] { return exchange::parse_json(request.body, the_request); })})) {
  asked_rightly([&] {
    if (!json_->node().is_object()) json_->node().wrong("an object is expected");
    return true;
  });
}
Body::~Body() = default;

std::string Body::text(const char* name) const {
  return asked_rightly([&] { return json_->node()[name].text(); });
}

std::string Body::text_or_empty(const char* name) const {
  return json_->node().has(name) ? text(name) : "";
}

std::uint64_t Body::number(const char* name) const {
  return asked_rightly([&] { return json_->node()[name].number(); });
}

std::vector<std::string> Body::texts(const char* name) const {
  return asked_rightly([&] {
    std::vector<std::string> out;
    for (const exchange::JsonNode& one : json_->node()[name].items()) out.push_back(one.text());
    if (out.empty()) json_->node()[name].wrong("it is empty");
    return out;
  });
}

std::vector<std::uint64_t> Body::numbers(const char* name) const {
  return asked_rightly([&] {
    std::vector<std::uint64_t> out;
    for (const exchange::JsonNode& one : json_->node()[name].items()) out.push_back(one.number());
    if (out.empty()) json_->node()[name].wrong("it is empty");
    return out;
  });
}

std::map<std::string, std::string> Body::fields(const char* name) const {
  return asked_rightly([&] {
    const exchange::JsonNode node = json_->node()[name];
    if (!node.is_object()) node.wrong("an object is expected");
    std::map<std::string, std::string> out;
    for (const auto& [field, value] : json_->value.at(name).items())
      out[field] = node[field.c_str()].text();
    return out;
  });
}

std::map<std::string, std::string> Body::fields_or_none(const char* name) const {
  return json_->node().has(name) ? fields(name) : std::map<std::string, std::string>{};
}

}  // namespace entente::serve
