// SPDX-License-Identifier: Apache-2.0
#include "workbench/workbench.h"

#include <fmt/format.h>

#include <set>

#include "analyze/acceptance/acceptance.h"
#include "analyze/accounts/accounts.h"
#include "analyze/accounts/quotes.h"
#include "analyze/crossings/crossings.h"
#include "analyze/matrix/matrix.h"
#include "analyze/movement/ledger.h"
#include "analyze/movement/movement.h"
#include "analyze/tracks/tracks.h"
#include "base/clock.h"
#include "base/file.h"
#include "exchange/conflict_yaml.h"
#include "exchange/gmcr.h"
#include "exchange/scenario_yaml.h"
#include "report/brief.h"
#include "report/stability_page.h"
#include "workbench/copies.h"
#include "workbench/desk.h"
#include "workbench/drafts.h"
#include "workbench/first_reading.h"
#include "workbench/intake.h"
#include "workbench/items.h"
#include "workbench/learning.h"
#include "workbench/ledger.h"
#include "workbench/plain.h"
#include "workbench/program.h"
#include "workbench/prose.h"
#include "workbench/review.h"
#include "workbench/share.h"
#include "workbench/suggesting.h"
#include "workbench/trail_reader.h"

namespace entente {
namespace {

template <class Items>
void count(const Items& items, Coverage& coverage) {
  for (const auto& item : items) {
    coverage.items += item.review.status != Status::rejected;
    coverage.suggested_items += item.review.status == Status::suggested;
  }
}

bool empty(const Case& contents) {
  return contents.documents.empty() && contents.people.empty() && contents.statements.empty() &&
         contents.positions.empty() && contents.meetings.empty() && contents.clauses.empty() &&
         contents.levers.empty();
}

// The positions of a case and the clauses of one draft.
DraftCheck checked(Case contents, Draft draft) {
  contents.clauses = draft.clauses;
  const auto crossings = analyze::crossings(contents);
  return analyze::checks(contents, analyze::acceptance(contents), {std::move(draft)}, crossings)
      .front();
}

std::vector<DraftCheck> checks_of(const Case& contents, const std::vector<Crossing>& crossings) {
  return analyze::checks(contents, analyze::acceptance(contents), drafts_of(contents), crossings);
}

std::set<PositionId> evidence_of(const Conflict& conflict) {
  std::set<PositionId> out;
  for (const ConflictOption& one : conflict.options)
    out.insert(one.evidence.begin(), one.evidence.end());
  for (const DecisionMaker& who : conflict.decision_makers)
    for (const PreferenceStatement& one : who.statements)
      out.insert(one.evidence.begin(), one.evidence.end());
  return out;
}

const std::u32string& read_once(std::map<DocumentId, std::u32string>& texts, DocumentId id,
                                const Workbench& bench) {
  const auto [at, is_new] = texts.try_emplace(id);
  if (is_new) at->second = bench.document(id).text;
  return at->second;
}

constexpr std::size_t most_export_bytes = std::size_t{4} << 30;

}  // namespace

Workbench::Workbench(std::unique_ptr<Desk> desk) : desk_(std::move(desk)) {}
Workbench::Workbench(Workbench&&) noexcept = default;
Workbench::~Workbench() = default;

Workbench Workbench::create(const std::filesystem::path& path, const NewOptions& options,
                            const Share& share) {
  const Codebook codebook = codebook_for(options, share);
  return Workbench(std::unique_ptr<Desk>(
      new Desk{store::Store::create(path, codebook, program()), path, share}));
}

Workbench::Started Workbench::start_from(const std::filesystem::path& path,
                                         const NewOptions& options,
                                         const std::vector<Input>& inputs, const AddOptions& adding,
                                         const Share& share, const Progress& progress) {
  if (std::error_code none; std::filesystem::exists(path, none))
    create(path, options, share);  // refuses, with its reason, before anything is read
  Codebook codebook = codebook_for(options, share);
  Suggestions found = suggestions_from(inputs, path, codebook, share, adding, progress);
  codebook = with_suggestions(std::move(codebook), found);
  codebook.name += codebook.name.empty() ? "suggested" : " and suggested";
  Workbench bench(std::unique_ptr<Desk>(
      new Desk{store::Store::create(path, codebook, program()), path, share}));
  try {
    AddReport added = bench.add(inputs, adding, progress);
    return {std::move(bench), std::move(found), std::move(added)};
  } catch (const Failed& failed) {
    std::error_code none;
    std::filesystem::remove(path, none);
    if (failed.failure().kind == FailureKind::interrupted) throw stopped_before_a_case();
    throw;
  }
}

Workbench Workbench::open(const std::filesystem::path& path, const Share& share, bool for_writing) {
  const auto access = for_writing ? store::Access::write : store::Access::read;
  return Workbench(
      std::unique_ptr<Desk>(new Desk{store::Store::open(path, access, program()), path, share}));
}

AddReport Workbench::add(const std::vector<Input>& inputs, const AddOptions& options,
                         const Progress& progress) {
  desk_->contents();  // a damaged case is refused before anything is written
  hold_plain({options.who, ""});
  hold_plain("The title", options.given.title);
  hold_plain("The outlet", options.given.outlet, most_letters_of_name);
  hold_plain("The language", options.given.language, most_letters_of_name);
  desk_->changed();
  AddReport report = take_in(desk_->store, desk_->path, desk_->share, inputs, options, progress);
  code_as_learned(report.added);
  return report;
}

void Workbench::code_as_learned(const std::vector<DocumentId>& added) {
  if (added.empty()) return;
  const std::vector<LogEntry> log = this->log();
  if (!has_learned(log)) return;
  const Learned learned =
      learned_from(desk_->contents(), log, now_utc(), {added.begin(), added.end()});
  if (!learned.change.log.empty()) desk_->apply(learned.change);
}

LearnReport Workbench::learn(bool dry_run) {
  if (dry_run) return would_learn();
  Learned learned = learned_from(desk_->contents(), log(), now_utc());
  desk_->apply(learned.change);
  return std::move(learned.report);
}

LearnReport Workbench::would_learn() const {
  return learned_from(desk_->contents(), log(), now_utc()).report;
}

const Case& Workbench::contents() const& { return desk_->contents(); }
Case Workbench::contents() && { return desk_->contents(); }
Document Workbench::document(DocumentId id) const { return desk_->store.document(id); }
std::vector<LogEntry> Workbench::log() const { return desk_->store.log(); }
std::vector<LogEntry> Workbench::log(std::uint64_t after) const { return desk_->store.log(after); }
bool Workbench::holds_file() const { return desk_->store.holds_file(); }
std::uint64_t Workbench::log_number() const { return desk_->store.log_number(); }
std::shared_ptr<const Case> Workbench::shared_contents() const { return desk_->shared(); }
void Workbench::take_over(std::shared_ptr<const Case> contents) {
  desk_->take_over(std::move(contents));
}

std::vector<Movement> Workbench::movements() const { return desk_->movements(); }
std::vector<Contradiction> Workbench::contradictions() const { return desk_->contradictions(); }

Ledger Workbench::ledger() const {
  return analyze::ledger(desk_->contents(), desk_->movements(), recodings_in(log()));
}

std::vector<MeetingTrack> Workbench::tracks() const { return analyze::tracks(desk_->contents()); }

Disputes Workbench::disputes() const {
  const Case& contents = desk_->contents();
  Disputes found;
  found.within_party = desk_->contradictions();
  found.variants = analyze::quote_variants(contents);
  found.departures = analyze::departures(contents);
  found.retellings = analyze::retellings(contents, found.variants);
  found.colours = analyze::colour_counts(contents);
  return found;
}
std::vector<Crossing> Workbench::crossings() const { return analyze::crossings(desk_->contents()); }

Matrix Workbench::matrix() const {
  Matrix matrix = analyze::matrix(desk_->contents());
  analyze::mark(matrix, desk_->movements(), desk_->contradictions(), recodings_in(log()));
  return matrix;
}

std::vector<AccountPair> Workbench::accounts() const {
  return analyze::accounts(desk_->contents(), [&](const auto& ids, const auto& use) {
    desk_->store.each_document(ids, use);
  });
}

Coverage Workbench::coverage() const {
  const auto [sentences, coded] = desk_->store.sentence_counts();
  Coverage coverage{sentences, coded, 0, 0};
  count(desk_->contents().statements, coverage);
  count(desk_->contents().positions, coverage);
  count(desk_->contents().meetings, coverage);
  return coverage;
}

CaseDeals Workbench::deals() const {
  CaseDeals out{analyze::acceptance(desk_->contents()), {}};
  out.leeway = analyze::leeway(out.acceptance);
  return out;
}

std::string Workbench::scenario_yaml() const {
  const Case& contents = desk_->contents();
  const Acceptance found = analyze::acceptance(contents);
  ScenarioFile file = analyze::suggested_scenario(contents, found);
  if (file.scenario.issues.empty())
    throw Failed({FailureKind::bad_input,
                  fmt::format("No party in {} whose yes is needed has taken a side on an option",
                              quoted(desk_->path)),
                  "Add documents, or write the scenario by hand: docs/formats.md shows the form"});
  file.scenario.name = desk_->path.stem().string();
  return exchange::write_scenario(file);
}

Suggestions Workbench::suggestions() const {
  return suggestions_for(
      desk_->contents(),
      [&](const auto& ids, const auto& use) { desk_->store.each_document(ids, use); },
      desk_->share);
}

std::string Workbench::suggested_codebook(const Suggestions& found) const {
  return exchange::write_codebook(annotated(desk_->contents(), found, desk_->share));
}

DraftCheck Workbench::check(const std::string& draft) const {
  const Case& contents = desk_->contents();
  return checked(contents, draft_named(contents, draft, desk_->share));
}

std::vector<DraftCheck> Workbench::checks() const {
  return checks_of(desk_->contents(), crossings());
}

Trail Workbench::trail(const std::string& item) const {
  return TrailReader(desk_->contents(), [&](DocumentId id) { return document(id); })
      .read(item, log());
}

std::vector<std::string> Workbench::confirm(const std::vector<std::string>& items,
                                            const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc(), log());
  for (const std::string& item : each_once(items)) revision.confirm(item);
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::reject(const std::vector<std::string>& items,
                                           const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc(), log());
  for (const std::string& item : each_once(items)) revision.reject(item);
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::edit(const std::string& item,
                                         const std::map<std::string, std::string>& fields,
                                         const Signature& by) {
  return edit(std::vector{item}, fields, by);
}

std::vector<std::string> Workbench::edit(const std::vector<std::string>& items,
                                         const std::map<std::string, std::string>& fields,
                                         const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc(), log());
  std::optional<Document> text;
  std::optional<extract::DocumentDays> days;
  for (const std::string& item : each_once(items))
    revision.edit(
        item, fields,
        [&](DocumentId id) -> const extract::DocumentDays& {
          text = document(id);
          return days.emplace(or_throw(extract::DocumentDays::load(*text, desk_->share.data)));
        },
        [&](DocumentId id) -> const std::u32string& { return text.emplace(document(id)).text; });
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::merge(const std::vector<std::string>& items,
                                          const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc());
  revision.merge(items);
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::split(const std::vector<std::string>& items,
                                          const std::map<std::string, std::string>& fields,
                                          const std::string& words, const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc());
  revision.split(each_once(items), fields, words);
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::merge_parties(const std::vector<std::string>& parties,
                                                  const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc());
  revision.merge_parties(parties);
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::split_party(const std::string& party,
                                                const std::vector<std::string>& names,
                                                const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc());
  std::map<DocumentId, std::u32string> texts;
  revision.split_party(party, names, [&](DocumentId id) -> const std::u32string& {
    return read_once(texts, id, *this);
  });
  return desk_->apply(revision.change());
}

std::vector<std::string> Workbench::undo(const std::vector<std::uint64_t>& lines,
                                         const Signature& by) {
  Revision revision(desk_->contents(), by, now_utc(), log());
  std::map<DocumentId, std::u32string> texts;
  revision.undo(
      lines, [&](DocumentId id) -> const std::u32string& { return read_once(texts, id, *this); });
  return desk_->apply(revision.change());
}

std::string Workbench::brief(const std::string& title, BriefForm form) const {
  return brief_with(title, nullptr, form);
}

std::string Workbench::brief(const std::string& title, const OpenedConflict& conflict,
                             const StabilityFindings& found, const std::string& file,
                             BriefForm form) const {
  const report::BriefConflict shown{found, conflict.file.quotes, file, conflict.suggested};
  return brief_with(title, &shown, form);
}

OpenedConflict Workbench::conflict_for(const std::filesystem::path& file) const {
  std::error_code none;
  if (!is_case(file)) return conflict_in(file, desk_->contents());
  if (std::filesystem::equivalent(file, desk_->path, none))
    return conflict_suggested_by(desk_->contents(), file);
  throw Failed({FailureKind::usage, quoted(file) + " is another case",
                "Give a conflict that was written to a file, or the case itself"});
}

std::string Workbench::brief_with(const std::string& title, const report::BriefConflict* conflict,
                                  BriefForm form) const {
  const Matrix matrix = this->matrix();
  const auto movements = this->movements();
  const auto contradictions = this->contradictions();
  const auto crossings = this->crossings();
  const auto accounts = this->accounts();
  const Coverage coverage = this->coverage();
  const Ledger ledger = this->ledger();
  const Disputes disputes = this->disputes();
  const auto write = form == BriefForm::html ? report::brief_html : report::brief_markdown;
  return write({title, program(), desk_->contents(), matrix, movements, contradictions, crossings,
                accounts, coverage, [&](DocumentId id) { return document(id); }, conflict,
                checks_of(desk_->contents(), crossings), &ledger, &disputes});
}

exchange::Whole Workbench::whole() const {
  exchange::Whole whole{desk_->contents(), {}, log(), program()};
  for (const DocumentCard& card : whole.contents.documents)
    whole.documents.push_back(document(card.id));
  return whole;
}

void Workbench::import(const std::filesystem::path& file, const Signature& by) {
  exchange::Whole whole =
      or_throw(exchange::read_json(or_throw(read_all(file, most_export_bytes)), file.string()));
  if (!entente::empty(desk_->contents()))
    throw Failed({FailureKind::usage,
                  fmt::format("{} holds documents already", quoted(desk_->path)),
                  "Import into a new case"});
  const std::uint64_t number = whole.log.empty() ? 1 : whole.log.back().number + 1;
  whole.log.push_back(
      {number, now_utc(), by.who, "import", file.filename().string(), "", "", by.why});
  fill(whole);
}

void Workbench::fill(const exchange::Whole& whole) {
  std::map<DocumentId, store::Store::Reading> readings;
  for (const Document& document : whole.documents)
    readings[document.card.id] = reading_of(document, whole.contents);
  hold_before_writing(whole);
  desk_->store.restore(whole.contents, whole.documents, whole.log, readings);
  desk_->changed();
}

CoderAgreement Workbench::agree(const std::filesystem::path& one,
                                const std::filesystem::path& other,
                                const std::optional<std::filesystem::path>& into,
                                const Signature& by, const Share& share) {
  const Workbench first = open(one, share, false), second = open(other, share, false);
  const Copy here{first.contents(), first.log(), one.filename().string()};
  const Copy there{second.contents(), second.log(), other.filename().string()};
  const CoderAgreement found = compare(here, there);
  if (!into) return found;
  refuse_unsigned(by);
  Copy both = join(here, there, by, now_utc());
  exchange::Whole whole{std::move(both.contents), {}, std::move(both.log), program()};
  for (const DocumentCard& card : whole.contents.documents) {
    whole.documents.push_back(first.document(card.id));
    whole.documents.back().card = card;
  }
  made_of(whole, *into, share);
  return found;
}

// Nothing stays behind where it cannot be filled.
void Workbench::made_of(const exchange::Whole& whole, const std::filesystem::path& path,
                        const Share& share) {
  Workbench made(std::unique_ptr<Desk>(
      new Desk{store::Store::create(path, whole.contents.codebook, program()), path, share}));
  try {
    made.fill(whole);
  } catch (...) {
    std::error_code none;
    std::filesystem::remove(path, none);
    throw;
  }
}

OpenedConflict Workbench::conflict(const std::filesystem::path& file,
                                   const std::optional<std::filesystem::path>& evidence_in,
                                   const Share& share) {
  if (is_case(file)) return conflict_suggested_by(open(file, share, false).contents(), file);
  std::optional<Case> contents;
  if (evidence_in) contents = open(*evidence_in, share, false).contents();
  return conflict_in(file, std::move(contents));
}

std::string Workbench::conflict_yaml(const ConflictFile& file) {
  return exchange::write_conflict(file);
}

std::string Workbench::conflict_gmcr(const ConflictFile& file) {
  return or_throw(exchange::write_gmcr(file.conflict));
}

StabilityFindings Workbench::stability(const OpenedConflict& conflict,
                                       const StabilityOptions& options, const Progress& progress) {
  StabilityFindings found = stability_of(conflict.file.conflict, options, progress);
  found.passed_over = conflict.file.remarks;
  found.suggested = conflict.suggested;
  const std::set<PositionId> named = evidence_of(conflict.file.conflict);
  if (conflict.contents)
    for (const Position& position : conflict.contents->positions)
      if (named.contains(position.id)) {
        ++found.positions;
        found.unseen += position.review.status == Status::suggested;
      }
  return found;
}

std::string Workbench::stability_page(const OpenedConflict& conflict,
                                      const StabilityFindings& found, const std::string& title) {
  return report::stability_html({title, program(), found, conflict.file.quotes,
                                 conflict.contents ? &*conflict.contents : nullptr,
                                 conflict.suggested});
}

}  // namespace entente
