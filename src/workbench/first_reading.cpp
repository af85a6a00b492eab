// SPDX-License-Identifier: Apache-2.0
#include "workbench/first_reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/parallel.h"
#include "extract/extract.h"
#include "read/sketch.h"
#include "store/numbering.h"
#include "workbench/inputs.h"
#include "workbench/share.h"
#include "workbench/suggesting.h"

namespace entente {
namespace {

// What a new case would hold.
struct FirstReading {
  Case contents;
  std::vector<Document> documents;  // in the order of their ids
};

class Reader {
 public:
  Reader(const Codebook& codebook, const Share& share, const AddOptions& options,
         const Progress& progress)
      : options_(options),
        progress_(progress),
        extractor_(or_throw(extract::Extractor::load(share.data, codebook))) {
    out_.contents.codebook = codebook;
  }

  FirstReading all(const std::vector<Input>& files) {
    read(files);
    std::vector<extract::Extracted> found(out_.documents.size());
    for (std::size_t begin = 0; begin < found.size(); begin += batch) {
      go_on("reading for suggestions", begin, found.size());
      for_each_index(std::min(batch, found.size() - begin), options_.threads, [&](std::size_t i) {
        const Document& document = out_.documents[begin + i];
        if (is_read(document.card)) found[begin + i] = extractor_.extract(document, roster_);
      });
    }
    for (std::size_t i = 0; i < found.size(); ++i) take(out_.documents[i], std::move(found[i]));
    out_.contents.people = roster_.people();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t batch = 64;

  void go_on(std::string_view doing, std::size_t done, std::size_t total) const {
    progress_.preparing(doing, done, total);
    if (progress_.stopped()) throw stopped_before_a_case();
  }

  void read(const std::vector<Input>& files) {
    for (std::size_t begin = 0; begin < files.size(); begin += batch) {
      go_on("looking who is named", begin, files.size());
      const std::size_t count = std::min(batch, files.size() - begin);
      std::vector<Result<Document>> documents(count);
      std::vector<read::Sketch> sketches(count);
      for_each_index(count, options_.threads, [&](std::size_t i) {
        documents[i] = document_in(files[begin + i]);
        if (documents[i]) sketches[i] = read::sketch(*documents[i]);
      });
      for (std::size_t i = 0; i < count; ++i)
        if (documents[i]) admit(std::move(*documents[i]), sketches[i]);
    }
  }

  Result<Document> document_in(const Input& file) const {
    return file.bytes ? read::read_bytes(*file.bytes, file.path.string(), options_.given)
                      : read::read_file(file.path, options_.given);
  }

  void admit(Document document, const read::Sketch& sketch) {
    if (!files_.insert(document.card.file_sha256).second) return;
    document.card.id = {static_cast<std::uint32_t>(out_.documents.size() + 1)};
    document.card.same_account_as = originals_.find(sketch);
    if (!document.card.same_account_as) originals_.add(document.card.id, sketch);
    if (is_read(document.card)) extractor_.learn(document, roster_);
    out_.documents.push_back(std::move(document));
  }

  void take(const Document& document, extract::Extracted found) {
    store::Entry entry;
    entry.document.card = document.card;
    entry.statements = std::move(found.statements);
    entry.positions = std::move(found.positions);
    entry.meetings = std::move(found.meetings);
    store::number_anew(entry, last_);
    Case& contents = out_.contents;
    contents.documents.push_back(document.card);
    append(contents.statements, entry.statements);
    append(contents.positions, entry.positions);
    append(contents.meetings, entry.meetings);
  }

  template <class Items>
  static void append(Items& items, Items& more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
  }

  const AddOptions& options_;
  const Progress& progress_;
  extract::Extractor extractor_;
  extract::Roster roster_;
  read::CopyFinder originals_;
  std::set<std::string> files_;  // by their bytes
  store::LastIds last_;
  FirstReading out_;
};

// Read with the parties that are known by then, the texts may give to nobody what a name was first
// heard with: the label of a host in a transcript.
bool speaks(const SuggestedParty& party, const Case& contents) {
  const auto& all = contents.statements;
  return std::any_of(all.begin(), all.end(),
                     [&](const Statement& one) { return one.party == party.party.name; });
}

Failed nothing_read(const Expanded& inputs) {
  if (!inputs.refused.empty()) return Failed(inputs.refused.front());
  return Failed({FailureKind::bad_input, "None of these files can be read as an article",
                 "entente add tells of each file why"});
}

Suggestions suggested_in(const FirstReading& reading, const Share& share) {
  return suggestions_for(
      reading.contents,
      [&](const auto& ids, const auto& use) {
        for (DocumentId id : ids) use(reading.documents[id.number - 1]);
      },
      share);
}

}  // namespace

Suggestions suggestions_from(const std::vector<Input>& inputs,
                             const std::filesystem::path& case_file, const Codebook& codebook,
                             const Share& share, const AddOptions& options,
                             const Progress& progress) {
  const Expanded files = expand(inputs, case_file);
  const FirstReading first = Reader(codebook, share, options, progress).all(files.files);
  if (first.documents.empty()) throw nothing_read(files);
  Suggestions parties = suggested_in(first, share);
  std::erase_if(parties.parties, [](const SuggestedParty& one) { return one.person; });
  parties.issues.clear();
  const Codebook known = with_suggestions(codebook, parties);
  const FirstReading second = Reader(known, share, options, progress).all(files.files);
  Suggestions found = suggested_in(second, share);
  std::erase_if(parties.parties,
                [&](const SuggestedParty& one) { return !speaks(one, second.contents); });
  std::erase_if(found.parties, [](const SuggestedParty& one) { return !one.person; });
  found.parties.insert(found.parties.begin(), parties.parties.begin(), parties.parties.end());
  return found;
}

Failed stopped_before_a_case() {
  return Failed({FailureKind::interrupted, "Stopped; no case was made",
                 "Run the same command again to make it"});
}

}  // namespace entente
