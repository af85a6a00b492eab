// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/clock.h"
#include "base/json_text.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "store/contents.h"
#include "store/failures.h"
#include "store/numbering.h"
#include "store/prepared.h"
#include "store/session.h"

namespace entente::store {

struct Store::Connection {
  Connection(const std::filesystem::path& path, Access access, const std::string& by)
      : session(path, access), program(by) {}

  Session session;
  std::string program;
  std::optional<std::vector<Person>> people;  // as the case holds them, once append() has asked
};

namespace {

[[noreturn]] void throw_missing(const std::string& item) {
  throw Failed({FailureKind::missing, fmt::format("The case has no {}", item),
                "Check the id: lists show those it has"});
}

[[noreturn]] void throw_bad(std::string what, std::string cure) {
  throw Failed({FailureKind::bad_input, std::move(what), std::move(cure)});
}

// The text as stored. Its card's checksum has to be right, as later reading is held to it.
std::string checked_text(Document& document) {
  std::string utf8 = to_utf8(document.text);
  DocumentCard& card = document.card;
  if (replace_nul(utf8))
    card.sha256 = sha256_hex(utf8);
  else if (!card.sha256.empty() && card.sha256 != sha256_hex(utf8))
    throw_bad(fmt::format("The text of {} is not the one its checksum was made of", card.name),
              "Read the file again");
  return utf8;
}

class DocumentWriter {
 public:
  explicit DocumentWriter(soci::session& sql) : insert_(sql), insert_text_(sql) {}

  void operator()(Document document, Store::Reading reading) {
    std::string text = checked_text(document);
    const DocumentId id = document.card.id;
    insert_card({std::move(document.card), std::move(document.noise), std::move(document.headings),
                 std::move(reading.sketch), reading.sentences, reading.coded_sentences});
    insert_text_({id, std::move(text)});
  }

 private:
  void insert_card(const StoredDocument& stored) {
    try {
      insert_(stored);
    } catch (const soci::soci_error& error) {
      if (!is_constraint(error)) throw;
      throw_bad(fmt::format("The case already has a document {}", stored.card.name),
                "Give the file another name");
    }
  }

  Insert<StoredDocument> insert_;
  Insert<StoredText> insert_text_;
};

LastIds last_ids(soci::session& sql) {
  return {greatest<DocumentCard>(sql), greatest<Statement>(sql), greatest<Position>(sql),
          greatest<Meeting>(sql),      greatest<Clause>(sql),    greatest<Lever>(sql)};
}

LogEntry addition(const DocumentCard& card, const std::string& by) {
  LogEntry line;
  line.at = now_utc();
  line.who = by;
  line.verb = "add";
  line.item = card.id.text();
  line.after = JsonObject().put("name", card.name).put("sha256", card.sha256).text();
  return line;
}

class LogWriter {
 public:
  explicit LogWriter(soci::session& sql) : insert_(sql), last_(greatest<LogEntry>(sql)) {}

  void operator()(LogEntry line) {
    line.number = ++last_;
    if (line.at.empty()) line.at = now_utc();
    insert_(line);
  }

 private:
  Insert<LogEntry> insert_;
  std::uint64_t last_;
};

// What append() does for one entry after the other, each let go of before the next.
class EntryWriter {
 public:
  EntryWriter(soci::session& sql, const std::string& program)
      : program_(program),
        last_(last_ids(sql)),
        document_(sql),
        statement_(sql),
        position_(sql),
        meeting_(sql),
        clause_(sql),
        lever_(sql),
        log_(sql) {}

  void operator()(Entry entry) {
    number_anew(entry, last_);
    write(entry.statements, statement_);
    write(entry.positions, position_);
    write(entry.meetings, meeting_);
    write(entry.clauses, clause_);
    write(entry.levers, lever_);
    log_(addition(entry.document.card, entry.by.empty() ? program_ : entry.by));
    document_(std::move(entry.document),
              {std::move(entry.sketch), entry.sentences, entry.coded_sentences});
  }

 private:
  template <class Item>
  static void write(const std::vector<Item>& items, Insert<Item>& insert) {
    for (const Item& item : items) insert(item);
  }

  const std::string& program_;
  LastIds last_;
  DocumentWriter document_;
  Insert<Statement> statement_;
  Insert<Position> position_;
  Insert<Meeting> meeting_;
  Insert<Clause> clause_;
  Insert<Lever> lever_;
  LogWriter log_;
};

template <class Item>
void replace_items(soci::session& sql, const std::vector<Item>& items) {
  if (items.empty()) return;
  Update<Item> update(sql);
  for (const Item& item : items)
    if (!update(item)) throw_missing(item.id.text());
}

template <class Item>
void add_items(soci::session& sql, const std::vector<Item>& items) {
  const std::uint32_t last = items.empty() ? 0 : greatest<Item>(sql);
  for (const Item& item : items)
    if (item.id.number <= last)
      throw_bad(fmt::format("The case already has a {}", item.id.text()), "Open the case again");
  insert_all(sql, items);
}

void replace_some_people(soci::session& sql, const std::vector<Person>& changed,
                         const std::vector<Person>& added) {
  if (changed.empty() && added.empty()) return;
  const std::vector<Person> before = read_people(sql);
  std::vector<Person> after = before;
  for (const Person& person : changed) {
    const auto known = std::find_if(after.begin(), after.end(),
                                    [&](const Person& p) { return p.id == person.id; });
    if (known == after.end()) throw_missing(person.id.text());
    *known = person;
  }
  after.insert(after.end(), added.begin(), added.end());
  replace_people(sql, before, std::move(after));
}

bool is_empty(soci::session& sql) {
  const LastIds last = last_ids(sql);
  return last.document + last.statement + last.position + last.meeting + last.clause + last.lever ==
             0 &&
         greatest<Person>(sql) == 0 && greatest<LogEntry>(sql) == 0;
}

void refuse_if_filled(soci::session& sql, const std::filesystem::path& path) {
  if (!is_empty(sql))
    throw Failed({FailureKind::usage, fmt::format("{} is not empty", path.string()),
                  "Make a new case for what is to be imported"});
}

// What was stored, if it still is what was stored.
std::string text_held(DocumentId id, std::optional<StoredText> text, const std::string& sha256) {
  if (!text) throw Broken("the text of " + id.text() + " is gone");
  if (!sha256.empty() && sha256 != sha256_hex(text->words))
    throw Broken("the text of " + id.text() + " is not the one that was stored");
  return std::move(text->words);
}

using ReadingOf = std::map<DocumentId, Store::Reading>;

void write_documents(soci::session& sql, const std::vector<Document>& documents,
                     const ReadingOf& readings) {
  DocumentWriter write(sql);
  for (const Document& document : documents) {
    const auto found = readings.find(document.card.id);
    write(document, found == readings.end() ? Store::Reading{} : found->second);
  }
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const std::filesystem::path& path, const Codebook& codebook,
                    const std::string& program) {
  Session::create(path, [&](soci::session& sql) {
    sql << "insert into meta (name, value) values ('program', :program)", soci::use(program);
    write_codebook(sql, codebook);
  });
  return open(path, Access::write, program);
}

Store Store::open(const std::filesystem::path& path, Access access, const std::string& program) {
  return Store(std::make_unique<Connection>(path, access, program));
}

Codebook Store::codebook() const { return connection_->session.read(read_codebook); }
Case Store::load() const { return connection_->session.read(read_case); }
std::vector<Person> Store::people() const { return connection_->session.read(read_people); }
std::vector<DocumentCard> Store::documents() const {
  return connection_->session.read(all<DocumentCard>);
}
std::vector<LogEntry> Store::log() const { return connection_->session.read(all<LogEntry>); }
bool Store::holds_file() const { return connection_->session.holding(); }

std::uint64_t Store::log_number() const { return connection_->session.read(greatest<LogEntry>); }

std::vector<LogEntry> Store::log(std::uint64_t after) const {
  return connection_->session.read([&](soci::session& sql) {
    Select<LogEntry> rows(sql, fmt::format(" where number > {} order by number", after));
    std::vector<LogEntry> lines;
    while (auto line = rows.next()) lines.push_back(std::move(*line));
    return lines;
  });
}

Document Store::document(DocumentId id) const {
  Document found;
  each_document({id}, [&](Document document) { found = std::move(document); });
  return found;
}

void Store::each_document(const std::vector<DocumentId>& ids,
                          const std::function<void(Document)>& use) const {
  connection_->session.read([&](soci::session& sql) {
    auto cards = Select<StoredDocument>::by_key(sql);
    auto texts = Select<StoredText>::by_key(sql);
    for (DocumentId id : ids) {
      auto stored = cards.at(id.number);
      if (!stored) throw_missing(id.text());
      const std::string text = text_held(id, texts.at(id.number), stored->card.sha256);
      use({std::move(stored->card), from_utf8(text), std::move(stored->noise),
           std::move(stored->headings)});
    }
  });
}

std::vector<std::pair<DocumentId, std::string>> Store::sketches() const {
  return connection_->session.read([](soci::session& sql) {
    std::vector<std::pair<DocumentId, std::string>> sketches;
    each<StoredSketch>(sql, [&](StoredSketch&& one) {
      sketches.emplace_back(one.document, std::move(one.sketch));
    });
    return sketches;
  });
}

std::pair<std::size_t, std::size_t> Store::sentence_counts() const {
  return connection_->session.read([](soci::session& sql) {
    long long all = 0, coded = 0;
    sql << "select coalesce(sum(sentences), 0), coalesce(sum(coded_sentences), 0) from documents",
        soci::into(all), soci::into(coded);
    return std::pair{static_cast<std::size_t>(all), static_cast<std::size_t>(coded)};
  });
}

DocumentId Store::next_document() const {
  return connection_->session.read(
      [](soci::session& sql) { return DocumentId{greatest<DocumentCard>(sql) + 1}; });
}

void Store::append(std::vector<Entry> entries, const std::vector<Person>& people) {
  connection_->session.write([&](soci::session& sql) {
    EntryWriter write(sql, connection_->program);
    for (Entry& entry : entries) write(std::move(entry));
    if (!connection_->people) connection_->people = read_people(sql);
    replace_people(sql, *connection_->people, people);
  });
  connection_->people = people;
}

void Store::apply(const Change& change) {
  connection_->people.reset();
  connection_->session.write([&](soci::session& sql) {
    replace_items(sql, change.documents);
    replace_items(sql, change.statements);
    replace_items(sql, change.positions);
    replace_items(sql, change.meetings);
    replace_items(sql, change.clauses);
    replace_items(sql, change.levers);
    add_items(sql, change.added.statements);
    add_items(sql, change.added.positions);
    add_items(sql, change.added.meetings);
    add_items(sql, change.added.clauses);
    add_items(sql, change.added.levers);
    replace_some_people(sql, change.people, change.added.people);
    if (change.parties) replace_parties(sql, *change.parties);
    LogWriter log(sql);
    for (const LogEntry& line : change.log) log(line);
  });
}

void Store::restore(const Case& whole, const std::vector<Document>& documents,
                    const std::vector<LogEntry>& log,
                    const std::map<DocumentId, Reading>& readings) {
  connection_->people.reset();
  connection_->session.write([&](soci::session& sql) {
    refuse_if_filled(sql, connection_->session.path());
    write_codebook(sql, whole.codebook);
    write_documents(sql, documents, readings);
    replace_people(sql, {}, whole.people);
    insert_all(sql, whole.statements);
    insert_all(sql, whole.positions);
    insert_all(sql, whole.meetings);
    insert_all(sql, whole.clauses);
    insert_all(sql, whole.levers);
    insert_all(sql, log);
  });
}

}  // namespace entente::store
