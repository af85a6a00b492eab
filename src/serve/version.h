// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_text.h"
#include "serve/door.h"

namespace entente::serve {

// Names the file in place and this run of the program.
inline std::string generation_of(const Door& door, Version version) {
  return door.start + "." + std::to_string(version.generation);
}

// The tag of every answer on this version of the case. Another case, or another program, may stand
// at the same address tomorrow with the same number of lines in its log.
inline std::string tag_of(const Door& door, const Snapshot& snapshot) {
  return '"' + std::to_string(snapshot.number()) + "-" + generation_of(door, snapshot.version()) +
         '"';
}

// An answer on the case as it is now: 304 where the browser has this version already.
template <class Make>
Reply on_version(Door& door, const Request& request, const Make& make) {
  const auto snapshot = door.watch.now();
  const std::string tag = tag_of(door, *snapshot);
  if (has_tag(request, tag)) return not_modified(tag);
  Reply answer = make(*snapshot);
  answer.headers["ETag"] = tag;
  return answer;
}

// The object with more members behind its own.
inline std::string with_members(std::string object, const JsonObject& more) {
  object.resize(object.rfind('}'));
  return object + ", " + more.text().substr(1);
}

// {...} with the number of the version as its last member.
inline std::string with_log(std::string object, std::uint64_t number) {
  return with_members(std::move(object), JsonObject{}.number("log", number));
}

}  // namespace entente::serve
