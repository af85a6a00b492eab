// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/evidence.h"

namespace entente::report {

// A quote within the sentence (or sentences) that it stands in.
struct Excerpt {
  std::string before, words,
      after;             // before and after: "" where the sentence begins or ends with the quote
  std::string language;  // of the document, "" unknown
};

// The excerpts of many places. Texts are read one after the other and not kept.
class Excerpts {
 public:
  Excerpts(std::vector<Evidence> places, const std::function<Document(DocumentId)>& text_of);
  const Excerpt& at(
      const Evidence& place) const;  // an empty one for a place that was not asked for

 private:
  std::map<Evidence, Excerpt> excerpts_;
};

}  // namespace entente::report
