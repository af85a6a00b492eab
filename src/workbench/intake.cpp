// SPDX-License-Identifier: Apache-2.0
#include "workbench/intake.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <span>

#include "extract/extract.h"
#include "read/sketch.h"
#include "workbench/inputs.h"
#include "workbench/parallel.h"
#include "workbench/program.h"

namespace entente {
namespace {

template <class Items>
void sign_suggestions(Items& items) {
  for (auto& item : items)
    if (item.review.by.empty()) item.review.by = program();
}

std::vector<Person> signed_people(std::vector<Person> people) {
  sign_suggestions(people);
  return people;
}

// A file on its way into the case.
struct Arrival {
  Document document;
  read::Sketch sketch;
  extract::Extracted found;
};

class Intake {
 public:
  Intake(store::Store& store, const Share& share, const AddOptions& options,
         const Progress& progress)
      : store_(store),
        options_(options),
        progress_(progress),
        extractor_(or_throw(extract::Extractor::load(share.data, store.codebook()))),
        roster_(store.people()),
        next_(store.next_document()) {
    for (const DocumentCard& card : store.documents()) remember(card);
    recall_sketches();
  }

  AddReport run(Expanded expanded) {
    report_.refused = std::move(expanded.refused);
    report_.passed_over = std::move(expanded.passed_over);
    const std::span<const Input> files(expanded.files);
    std::size_t done = 0;
    for (std::size_t end : batch_ends(expanded.files)) {
      progress_.at(done, files.size());
      if (progress_.stopped()) throw stopped(done, files.size());
      take_or_say(files.subspan(done, end - done), done, files.size());
      done = end;
    }
    progress_.at(done, files.size());
    return std::move(report_);
  }

 private:
  void remember(const DocumentCard& card) {
    names_.insert(card.name);
    files_.insert(card.file_sha256);
    if (card.same_account_as) copies_.insert(card.id);
  }

  void recall_sketches() {
    for (const auto& [id, text] : store_.sketches()) {
      const auto sketch = read::Sketch::parse(text);
      if (sketch && !copies_.contains(id)) originals_.add(id, *sketch);
    }
  }

  Failed stopped(std::size_t done, std::size_t total) const {
    return Failed({FailureKind::interrupted,
                   fmt::format("Stopped after {} of {} files; what was added is kept", done, total),
                   "Run the same command again to add the rest"});
  }

  void take_or_say(std::span<const Input> files, std::size_t done, std::size_t total) {
    try {
      take(files);
    } catch (const Failed& failed) {
      if (done == 0) throw;
      const Failure& why = failed.failure();
      throw Failed(
          {why.kind,
           fmt::format("{}; {} of {} files were dealt with before and stay", why.what, done, total),
           why.cure});
    }
  }

  void take(std::span<const Input> files) {
    std::vector<Arrival> arrivals = accept(files, read(files));
    if (arrivals.empty()) return;
    each(arrivals, [](Arrival& one) { one.sketch = read::sketch(one.document); });
    for (Arrival& one : arrivals) mark_copy(one);
    for (const Arrival& one : arrivals) extractor_.learn(one.document, roster_);
    each(arrivals, [&](Arrival& one) { one.found = extractor_.extract(one.document, roster_); });
    store(std::move(arrivals));
  }

  template <class Work>
  void each(std::vector<Arrival>& arrivals, const Work& work) {
    for_each_index(arrivals.size(), options_.threads, [&](std::size_t i) { work(arrivals[i]); });
  }

  std::vector<Result<Document>> read(std::span<const Input> files) const {
    std::vector<Result<Document>> documents(files.size());
    for_each_index(files.size(), options_.threads, [&](std::size_t i) {
      const Input& file = files[i];
      documents[i] = file.bytes ? read::read_bytes(*file.bytes, file.path.string(), options_.given)
                                : read::read_file(file.path, options_.given);
    });
    return documents;
  }

  std::vector<Arrival> accept(std::span<const Input> files,
                              std::vector<Result<Document>> documents) {
    std::vector<Arrival> arrivals;
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (!documents[i]) {
        report_.refused.push_back(documents[i].error());
      } else if (files_.contains(documents[i]->card.file_sha256)) {
        report_.already_there.push_back(files[i].path.string());
      } else {
        arrivals.push_back({admitted(std::move(*documents[i]), files[i].path), {}, {}});
      }
    }
    return arrivals;
  }

  Document admitted(Document document, const std::filesystem::path& path) {
    document.card.id = next_;
    document.card.name = free_name(path.filename().string());
    ++next_.number;
    remember(document.card);
    return document;
  }

  std::string free_name(const std::string& wanted) {
    if (!names_.contains(wanted)) return wanted;
    std::size_t& tried = numbered_.try_emplace(wanted, 1).first->second;
    std::string name;
    do name = fmt::format("{} ({})", wanted, ++tried);
    while (names_.contains(name));
    return name;
  }

  // Only originals are looked up, so that a copy always points to the first print and ten thousand
  // copies stay linear.
  void mark_copy(Arrival& arrival) {
    arrival.document.card.same_account_as = originals_.find(arrival.sketch);
    if (!arrival.document.card.same_account_as)
      originals_.add(arrival.document.card.id, arrival.sketch);
  }

  void store(std::vector<Arrival> arrivals) {
    std::vector<store::Entry> entries;
    for (Arrival& one : arrivals) {
      count(one);
      entries.push_back(entry_of(std::move(one)));
    }
    const std::vector<Person> people = signed_people(roster_.people());
    store_.append(std::move(entries), people);
    // The next batch knows what the store keeps and no more, so that a run which was cut short and
    // repeated gives the same.
    roster_ = extract::Roster(people);
  }

  void count(const Arrival& arrival) {
    report_.added.push_back(arrival.document.card.id);
    report_.statements += arrival.found.statements.size();
    report_.positions += arrival.found.positions.size();
    report_.meetings += arrival.found.meetings.size();
  }

  static store::Entry entry_of(Arrival arrival) {
    extract::Extracted& found = arrival.found;
    sign_suggestions(found.statements);
    sign_suggestions(found.positions);
    sign_suggestions(found.meetings);
    sign_suggestions(found.clauses);
    return {std::move(arrival.document), arrival.sketch.text(),       found.sentences,
            found.coded_sentences,       std::move(found.statements), std::move(found.positions),
            std::move(found.meetings),   std::move(found.clauses)};
  }

  store::Store& store_;
  const AddOptions& options_;
  const Progress& progress_;
  extract::Extractor extractor_;
  extract::Roster roster_;
  DocumentId next_;
  std::set<std::string> names_, files_;          // of the case's documents
  std::map<std::string, std::size_t> numbered_;  // the last number tried for a name that was taken
  std::set<DocumentId> copies_;
  read::CopyFinder originals_;
  AddReport report_;
};

}  // namespace

AddReport take_in(store::Store& store, const std::filesystem::path& case_file, const Share& share,
                  const std::vector<Input>& inputs, const AddOptions& options,
                  const Progress& progress) {
  Expanded expanded = expand(inputs, case_file);
  return Intake(store, share, options, progress).run(std::move(expanded));
}

}  // namespace entente
