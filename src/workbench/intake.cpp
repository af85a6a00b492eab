// SPDX-License-Identifier: Apache-2.0
#include "workbench/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "base/clock.h"
#include "base/file.h"
#include "base/parallel.h"
#include "extract/extract.h"
#include "model/find.h"
#include "read/sketch.h"
#include "workbench/inputs.h"
#include "workbench/program.h"
#include "workbench/review.h"
#include "workbench/share.h"
#include "workbench/verify.h"

namespace entente {
namespace {

template <class Items>
void sign_suggestions(Items& items) {
  for (auto& item : items)
    if (item.review.by.empty()) item.review.by = program();
}

// So little text that a page was saved without its article, or a file is not what it seems.
bool is_scant(const Document& document) {
  constexpr std::ptrdiff_t least = 20;
  return std::count_if(document.text.begin(), document.text.end(), [](char32_t c) {
           return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0xC0;
         }) < least;
}

// What decoding could not read stands as U+FFFD.
std::size_t unreadable_in(const Document& document) {
  return static_cast<std::size_t>(
      std::count(document.text.begin(), document.text.end(), char32_t{0xFFFD}));
}

// A file on its way into the case.
struct Arrival {
  Document document;
  read::Sketch sketch;
  extract::Extracted found;
};

// What is known of a file once all were looked at.
struct Admitted {
  Document document;  // without its text where that was not kept
  read::Sketch sketch;
};

class Intake {
 public:
  Intake(store::Store& store, const Share& share, const AddOptions& options,
         const Progress& progress)
      : store_(store),
        options_(options),
        progress_(progress),
        extractor_(
            or_throw(extract::Extractor::load(share.data, store.codebook(), weights_in(share)))),
        roster_(store.people()),
        next_(store.next_document()) {
    for (const DocumentCard& card : store.documents()) {
      remember(card);
      if (!card.date) undated_.insert(card.id);
    }
    recall_sketches();
  }

  AddReport run(Expanded expanded) {
    report_.refused = std::move(expanded.refused);
    report_.passed_over = std::move(expanded.passed_over);
    const std::span<const Input> files(expanded.files);
    const std::vector<std::size_t> ends = batch_ends(expanded.files);
    learn(files, ends);
    follow_parties();
    date_originals();
    std::size_t done = 0;
    for (std::size_t end : ends) {
      progress_.at(done, files.size());
      if (progress_.stopped()) throw stopped(done, files.size());
      take_or_say(files.subspan(done, end - done), done, files.size());
      done = end;
    }
    progress_.at(done, files.size());
    return std::move(report_);
  }

 private:
  static constexpr std::string_view looking = "looking who is named";
  static constexpr std::size_t most_kept = std::size_t{1} << 22;  // code points

  // Everybody whom the files name, before one of them is read for what is said: who is known does
  // not hang on where a batch ends. Of the documents past the first few megabytes no more stays
  // than which they are.
  void learn(std::span<const Input> files, const std::vector<std::size_t>& ends) {
    std::size_t done = 0;
    for (std::size_t end : ends) {
      if (progress_.stopped()) throw stopped(0, files.size());
      const std::span<const Input> batch = files.subspan(done, end - done);
      std::vector<Result<Document>> documents = read(batch);
      const std::vector<read::Sketch> sketches = sketches_of(documents);
      for (std::size_t i = 0; i < batch.size(); ++i) {
        progress_.preparing(looking, done + i, files.size());
        admit(std::move(documents[i]), sketches[i], batch[i]);
      }
      done = end;
    }
    progress_.preparing(looking, done, files.size());
  }

  void admit(Result<Document> document, const read::Sketch& sketch, const Input& file) {
    std::optional<Admitted>& admitted = admitted_.emplace_back();
    if (!document) return report_.refused.push_back(document.error());
    if (const auto known = files_.find(document->card.file_sha256); known != files_.end()) {
      report_.already_there.push_back(file.path.string());
      return report_.there_as.push_back(known->second);
    }
    document->card.id = next_;
    document->card.name = free_name(document->card.name);
    ++next_.number;
    remember(document->card);
    if (is_read(document->card)) extractor_.learn(*document, roster_);
    keep_within_bounds(*document);
    admitted = {std::move(*document), sketch};
    mark_copy(*admitted);
  }

  // What is kept need not be read again.
  void keep_within_bounds(Document& document) {
    kept_ += document.text.size();
    if (kept_ > most_kept) document = {std::move(document.card), {}, {}, {}};
  }

  // What was said in earlier documents follows when these files tell another party of its speaker.
  void follow_parties() {
    std::vector<const Person*> changed;
    const std::vector<Person>& now = roster_.people();
    for (const Person& before : store_.people()) {
      const Person* after = find_item(now, before.id);
      const bool open = before.review.status == Status::suggested;
      if (open && after && after->party != before.party) changed.push_back(after);
    }
    if (changed.empty()) return;
    Revision revision(store_.load(), {program(), "told by a text added since"}, now_utc());
    for (const Person* person : changed) revision.learn_party(*person);
    store_.apply(revision.change());
  }

  // A source that does not say its date has that of its earliest dated copy, whichever of them
  // was read first.
  void date_originals() {
    std::map<DocumentId, Date> earliest;
    for (const auto& one : admitted_)
      if (one && one->document.card.same_account_as && one->document.card.date) {
        const DocumentCard& card = one->document.card;
        Date& day = earliest.try_emplace(*card.same_account_as, *card.date).first->second;
        day = std::min(day, *card.date);
      }
    for (const auto& [original, day] : earliest)
      if (undated_.contains(original)) report_.dated_by_copy.emplace(original, day);
    for (auto& one : admitted_) {
      if (!one || one->document.card.date) continue;
      const auto day = earliest.find(one->document.card.id);
      if (day != earliest.end()) one->document.card.date = day->second;
    }
  }

  void remember(const DocumentCard& card) {
    names_.insert(card.name);
    files_.emplace(card.file_sha256, card.id);
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
      take(files, done);
    } catch (const Failed& failed) {
      if (done == 0) throw;
      const Failure& why = failed.failure();
      throw Failed(
          {why.kind,
           fmt::format("{}; {} of {} files were dealt with before and stay", why.what, done, total),
           why.cure});
    }
  }

  void take(std::span<const Input> files, std::size_t from) {
    std::vector<Arrival> arrivals = arrivals_of(files, from);
    if (arrivals.empty()) return;
    each(arrivals, [&](Arrival& one) {
      if (is_read(one.document.card)) one.found = extractor_.extract(one.document, roster_);
    });
    store(std::move(arrivals));
  }

  template <class Work>
  void each(std::vector<Arrival>& arrivals, const Work& work) {
    for_each_index(arrivals.size(), options_.threads, [&](std::size_t i) { work(arrivals[i]); });
  }

  std::vector<Result<Document>> read(std::span<const Input> files) const {
    std::vector<Result<Document>> documents(files.size());
    for_each_index(files.size(), options_.threads,
                   [&](std::size_t i) { documents[i] = read(files[i]); });
    return documents;
  }

  std::vector<read::Sketch> sketches_of(const std::vector<Result<Document>>& documents) const {
    std::vector<read::Sketch> sketches(documents.size());
    for_each_index(documents.size(), options_.threads, [&](std::size_t i) {
      if (documents[i]) sketches[i] = read::sketch(*documents[i]);
    });
    return sketches;
  }

  Result<Document> read(const Input& file) const {
    auto document = file.bytes ? read::read_bytes(*file.bytes, file.path.string(), options_.given)
                               : read::read_file(file.path, options_.given);
    if (document) document->card.name = file.path.filename().string();
    return document;
  }

  // The files [from, from + files.size()) of the call that were admitted.
  std::vector<Arrival> arrivals_of(std::span<const Input> files, std::size_t from) {
    std::vector<const Input*> wanted;
    std::vector<Arrival> arrivals;
    for (std::size_t i = 0; i < files.size(); ++i)
      if (auto& one = admitted_[from + i]) {
        wanted.push_back(&files[i]);
        arrivals.push_back({std::move(one->document), one->sketch, {}});
        one.reset();
      }
    for_each_index(arrivals.size(), options_.threads, [&](std::size_t i) {
      Document& document = arrivals[i].document;
      if (document.text.empty()) document = read_again(*wanted[i], document.card);
    });
    return arrivals;
  }

  Document read_again(const Input& file, const DocumentCard& card) const {
    auto document = read(file);
    if (!document || document->card.file_sha256 != card.file_sha256)
      throw Failed({FailureKind::bad_input,
                    fmt::format("{} was changed while it was being read", quoted(file.path)),
                    "Run the same command again"});
    document->card = card;
    return std::move(*document);
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
  void mark_copy(Admitted& one) {
    DocumentCard& card = one.document.card;
    card.same_account_as = originals_.find(one.sketch);
    if (!card.same_account_as) originals_.add(card.id, one.sketch);
  }

  void store(std::vector<Arrival> arrivals) {
    std::vector<store::Entry> entries;
    for (Arrival& one : arrivals) {
      count(one);
      entries.push_back(entry_of(std::move(one)));
      entries.back().by = options_.who;
      hold_before_writing(entries.back());
    }
    const DocumentId last = entries.back().document.card.id;
    store_.append(std::move(entries), people_until(last));
  }

  // Everybody, with the places that the store holds by then.
  std::vector<Person> people_until(DocumentId last) const {
    std::vector<Person> people = roster_.people();
    sign_suggestions(people);
    for (Person& person : people)
      std::erase_if(person.evidence,
                    [&](const Evidence& evidence) { return last < evidence.document; });
    return people;
  }

  void count(const Arrival& arrival) {
    const DocumentCard& card = arrival.document.card;
    report_.added.push_back(card.id);
    if (!is_read(card)) note(card, report_.not_read);
    if (is_scant(arrival.document)) note(card, report_.scant);
    if (const std::size_t lost = unreadable_in(arrival.document)) {
      report_.unreadable[card.id] = lost;
      report_.names[card.id] = card.name;
    }
    report_.statements += arrival.found.statements.size();
    report_.positions += arrival.found.positions.size();
    report_.meetings += arrival.found.meetings.size();
  }

  void note(const DocumentCard& card, std::vector<DocumentId>& list) {
    list.push_back(card.id);
    report_.names[card.id] = card.name;
  }

  static store::Entry entry_of(Arrival arrival) {
    extract::Extracted& found = arrival.found;
    sign_suggestions(found.statements);
    sign_suggestions(found.positions);
    sign_suggestions(found.meetings);
    sign_suggestions(found.clauses);
    sign_suggestions(found.levers);
    return {std::move(arrival.document), arrival.sketch.text(),       found.sentences,
            found.coded_sentences,       std::move(found.statements), std::move(found.positions),
            std::move(found.meetings),   std::move(found.clauses),    std::move(found.levers)};
  }

  store::Store& store_;
  const AddOptions& options_;
  const Progress& progress_;
  extract::Extractor extractor_;
  extract::Roster roster_;
  DocumentId next_;
  std::set<std::string> names_;                    // of the case's documents
  std::map<std::string, DocumentId> files_;        // by their bytes
  std::vector<std::optional<Admitted>> admitted_;  // of each file of the call; taken: none
  std::size_t kept_ = 0;                           // code points read so far
  std::map<std::string, std::size_t> numbered_;  // the last number tried for a name that was taken
  std::set<DocumentId> copies_;
  std::set<DocumentId> undated_;  // that were in the case before
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
