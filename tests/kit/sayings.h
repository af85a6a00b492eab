// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/utf8.h"
#include "model/case.h"
#include "model/document.h"

namespace entente::kit {

// A case of statements, with the texts that they stand in.
class Sayings {
 public:
  Sayings& document(const std::string& opening = "") {
    Document made;
    made.card.id.number = static_cast<std::uint32_t>(documents_.size() + 1);
    made.card.name = "article " + made.card.id.text();
    made.text = from_utf8(opening);
    whole_.documents.push_back(made.card);
    documents_.push_back(std::move(made));
    return *this;
  }
  Sayings& copy_of(std::uint32_t id) {
    whole_.documents.back().same_account_as = documents_.back().card.same_account_as =
        DocumentId{id};
    return *this;
  }
  Sayings& says(const std::string& speaker, const std::string& party, const std::string& words) {
    std::u32string& text = documents_.back().text;
    text += U"\n";
    Statement made;
    made.id.number = static_cast<std::uint32_t>(whole_.statements.size() + 1);
    made.document = documents_.back().card.id;
    made.content = {{text.size(), text.size() + from_utf8(words).size()}};
    made.words = words;
    made.speaker = speaker;
    made.party = party;
    text += from_utf8(words + ", " + speaker + " said.");
    whole_.statements.push_back(std::move(made));
    return *this;
  }
  Sayings& position(const std::string& issue) {  // of what was said last
    const Statement& last = whole_.statements.back();
    Position made;
    made.id.number = static_cast<std::uint32_t>(whole_.positions.size() + 1);
    made.document = last.document;
    made.statement = last.id;
    made.party = last.party;
    made.issue = issue;
    made.evidence = last.content.front();
    made.words = last.words;
    whole_.positions.push_back(std::move(made));
    return *this;
  }

  Case& whole() { return whole_; }
  const std::vector<Document>& documents() const { return documents_; }
  DocumentsOf texts() const {
    return [this](const auto& ids, const auto& use) {
      for (DocumentId id : ids) use(documents_.at(id.number - 1));
    };
  }

 private:
  Case whole_;
  std::vector<Document> documents_;
};

}  // namespace entente::kit
