// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.h"
#include "base/progress.h"
#include "exchange/json.h"
#include "model/acceptance.h"
#include "model/agreement.h"
#include "model/case.h"
#include "model/dispute.h"
#include "model/finding.h"
#include "model/ledger.h"
#include "model/suggestion.h"
#include "model/track.h"
#include "read/read.h"
#include "workbench/conflicts.h"
#include "workbench/standing.h"
#include "workbench/trail.h"

namespace entente {

namespace report {
struct BriefConflict;
}

// Where codebooks and language data lie.
struct Share {
  std::filesystem::path data;  // english/, names/
  std::filesystem::path codebooks;
};

// $ENTENTE_SHARE, else share/entente beside the program, else ../share/entente. Missing if none
// holds data.
Result<Share> find_share(const std::filesystem::path& program);

struct NewOptions {
  std::string codebook = "peace-talks";  // a name in the share folder, or a path; "": no issues
  std::optional<std::filesystem::path> parties;  // a YAML file
};

// One input of `add`: a file, a folder, or bytes that came through a pipe under the name of `path`.
struct Input {
  std::filesystem::path path;
  std::optional<std::string> bytes;  // given: not read from the path
};

struct AddOptions {
  read::Given given;
  unsigned threads = 0;  // 0: one per core
  std::string who = {};  // who adds, for the log; "": the program
};

struct AddReport {
  std::vector<DocumentId> added;
  std::vector<std::string> already_there;   // same bytes as a stored file
  std::vector<DocumentId> there_as;         // that file, for each of them
  std::vector<DocumentId> not_read;         // of those added: not in English, so only kept
  std::vector<DocumentId> scant;            // of those added: a text of less than 20 letters
  std::map<DocumentId, std::string> names;  // of those that a list here names
  std::vector<std::string> passed_over;  // in a folder: what is neither text nor HTML by its name
  std::map<DocumentId, std::size_t> unreadable;  // of those added: characters that stand as U+FFFD
  std::map<DocumentId, Date> dated_by_copy;  // undated in the case before; the day of a copy added
  std::vector<Failure> refused;
  std::size_t statements = 0, positions = 0, meetings = 0;  // found in the documents added
};

struct LearnReport;  // model/learning.h

// Who changes an item, and why.
struct Signature {
  std::string who, why;
};

enum class BriefForm { html, markdown };

// What a case tells of deals without weights.
struct CaseDeals {
  Acceptance acceptance;
  Leeway leeway;
};

// The verbs, the same at every door. Each throws Failed.
class Workbench {
 public:
  static Workbench create(const std::filesystem::path& path, const NewOptions& options,
                          const Share& share);
  // A case whose codebook is that of `options` with what the inputs themselves suggest, and the
  // inputs read by it. If anything fails, no case is left; bad_input where nothing can be read.
  struct Started;
  static Started start_from(const std::filesystem::path& path, const NewOptions& options,
                            const std::vector<Input>& inputs, const AddOptions& adding,
                            const Share& share, const Progress& progress);
  static Workbench open(const std::filesystem::path& path, const Share& share, bool for_writing);
  Workbench(Workbench&&) noexcept;
  ~Workbench();

  // Files in the order given, a folder's files by name. The people are learned from all of them
  // before the first is read for what is said. What cannot be read is refused, the rest is
  // added. Works in batches; each is on disk before the next begins. Stopped between two of them it
  // throws `interrupted`, and what was added stays: the same call adds the rest.
  AddReport add(const std::vector<Input>& inputs, const AddOptions& options,
                const Progress& progress);

  const Case& contents() const&;  // holds until something is changed
  Case contents() &&;
  Document document(DocumentId id) const;
  std::vector<LogEntry> log() const;
  std::vector<LogEntry> log(std::uint64_t after) const;  // lines with a higher number
  std::uint64_t log_number() const;  // of the newest line, which names the version of a case
  bool holds_file() const;           // opened to write, and nobody else has written since

  // The same as contents(), not copied. Another workbench that has the same version of the same
  // case before it need not read it again: it takes these over, as they are.
  std::shared_ptr<const Case> shared_contents() const;
  void take_over(std::shared_ptr<const Case> contents);

  Matrix matrix() const;
  std::vector<Movement> movements() const;
  Ledger ledger() const;  // every change of every cell, with its cause
  std::vector<Contradiction> contradictions() const;
  std::vector<Crossing> crossings() const;
  std::vector<AccountPair> accounts() const;
  std::vector<MeetingTrack> tracks() const;  // meetings over all documents
  // What does not fit together, but for the accounts of meetings.
  Disputes disputes() const;
  Coverage coverage() const;

  // What could be signed, by the parties' own words alone; and a first scenario in YAML out of
  // them.
  CaseDeals deals() const;
  std::string scenario_yaml() const;
  // New issues and parties out of what fits none of the codebook's; and the codebook with them, in
  // YAML.
  Suggestions suggestions() const;
  std::string suggested_codebook(const Suggestions& found) const;
  // A draft against these words: one of the case, or a file (drafts.h says how it is named).
  DraftCheck check(const std::string& draft) const;
  std::vector<DraftCheck> checks() const;  // of every draft in the case

  // The conflict in `file`: a .gmcr file, YAML, or a case, which suggests one. With `evidence_in`,
  // a case, each position that the file names has to stand there, with the same words.
  static OpenedConflict conflict(const std::filesystem::path& file,
                                 const std::optional<std::filesystem::path>& evidence_in,
                                 const Share& share);
  static std::string conflict_yaml(const ConflictFile& file);
  static std::string conflict_gmcr(const ConflictFile& file);

  // Whether its states would hold.
  static StabilityFindings stability(const OpenedConflict& conflict,
                                     const StabilityOptions& options, const Progress& progress);
  static std::string stability_page(const OpenedConflict& conflict, const StabilityFindings& found,
                                    const std::string& title);  // HTML

  // From an item ("p12", "s3", "m1", "w2", "c4") back to the sentences it rests on.
  Trail trail(const std::string& item) const;

  // Items by id; all or none is changed. A rejection needs a reason. Rejecting a person with a
  // suggested merge undoes the merge; rejecting a statement rejects the positions that rest on it.
  // Each gives the items that were changed, those that only followed included, in the order of the
  // log.
  std::vector<std::string> confirm(const std::vector<std::string>& items, const Signature& by);
  std::vector<std::string> reject(const std::vector<std::string>& items, const Signature& by);
  // Fields by name ("stance" -> "rejects", docs in fields.h); an edited item counts as confirmed. A
  // statement's speaker and party carry over to the positions that rest on it.
  std::vector<std::string> edit(const std::string& item,
                                const std::map<std::string, std::string>& fields,
                                const Signature& by);
  // Takes lines of the log back, by new lines; all or none. Only what was confirmed, rejected,
  // edited, split, merged or undone can be: usage otherwise, and where the item was changed again
  // after such a line, unless that later line is taken back with it.
  std::vector<std::string> undo(const std::vector<std::uint64_t>& lines, const Signature& by);

  std::vector<std::string> edit(const std::vector<std::string>& items,
                                const std::map<std::string, std::string>& fields,
                                const Signature& by);
  // review.h says what it is to each kind of item.
  std::vector<std::string> merge(const std::vector<std::string>& items, const Signature& by);
  std::vector<std::string> split(const std::vector<std::string>& items,
                                 const std::map<std::string, std::string>& fields,
                                 const std::string& words, const Signature& by);

  // Parties by name; a revision's line on party:NAME, and what followed from it, are undone
  // together, by any line on a party in it. review.h says more.
  std::vector<std::string> merge_parties(const std::vector<std::string>& parties,
                                         const Signature& by);
  std::vector<std::string> split_party(const std::string& party,
                                       const std::vector<std::string>& names, const Signature& by);

  // Learns from what people judged in this case, and codes anew what nobody has looked at
  // (learning.h); with `dry_run` only tells what it would do. Once it was called, what add() reads
  // is coded in the same way.
  LearnReport learn(bool dry_run);
  LearnReport would_learn() const;  // what learn() would do

  std::string brief(const std::string& title, BriefForm form = BriefForm::html) const;
  // With a conflict, and what stability() found of it; `file` is its name.
  std::string brief(const std::string& title, const OpenedConflict& conflict,
                    const StabilityFindings& found, const std::string& file,
                    BriefForm form = BriefForm::html) const;

  // The conflict in `file`, held against this case; what the case suggests where it is the case.
  OpenedConflict conflict_for(const std::filesystem::path& file) const;
  exchange::Whole whole() const;

  // How far two coders agree who worked on copies of one case, and where they differ. With `into`,
  // a path where nothing is yet, makes one case of both (copies.h), signed by `by`.
  static CoderAgreement agree(const std::filesystem::path& one, const std::filesystem::path& other,
                              const std::optional<std::filesystem::path>& into, const Signature& by,
                              const Share& share);

  // Fills this case, which must be empty, with an exported one.
  void import(const std::filesystem::path& file, const Signature& by);

 private:
  void code_as_learned(const std::vector<DocumentId>& added);
  void fill(const exchange::Whole& whole);
  static void made_of(const exchange::Whole& whole, const std::filesystem::path& path,
                      const Share& share);
  std::string brief_with(const std::string& title, const report::BriefConflict* conflict,
                         BriefForm form) const;
  struct Desk;
  explicit Workbench(std::unique_ptr<Desk> desk);
  std::unique_ptr<Desk> desk_;
};

struct Workbench::Started {
  Workbench bench;
  Suggestions suggestions;
  AddReport added;
};

}  // namespace entente
