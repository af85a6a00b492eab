// SPDX-License-Identifier: Apache-2.0
#include "store/session.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <memory>

#include "store/failures.h"
#include "store/schema.h"

namespace entente::store {
namespace {

namespace fs = std::filesystem;

constexpr int case_mark = 0x456E7465;       // "Ente": SQLite's application_id of a case
constexpr int writer_patience_ms = 500;     // for another writer
constexpr int reader_patience_ms = 2'000;   // for a change that is being written
constexpr int commit_patience_ms = 10'000;  // for readers that are reading

void check_code(int code) {
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errstr(code), code);
}

// SOCI's own opening takes the path out of a text of options, which cannot carry every path, and
// makes missing files.
class CaseFile final : public soci::backend_factory {
 public:
  explicit CaseFile(int flags) : flags_(flags) {}

  soci::details::session_backend* make_session(
      const soci::connection_parameters& path) const override {
    const soci::backend_factory& maker = *soci::factory_sqlite3();
    std::unique_ptr<soci::details::session_backend> backend(
        maker.make_session(soci::connection_parameters(maker, ":memory:")));
    sqlite_api::sqlite3*& connection = static_cast<soci::sqlite3_session_backend&>(*backend).conn_;
    sqlite_api::sqlite3_close(std::exchange(connection, nullptr));
    check_code(sqlite_api::sqlite3_open_v2(path.get_connect_string().c_str(), &connection,
                                           flags_ | SQLITE_OPEN_NOMUTEX, nullptr));
    return backend.release();
  }

 private:
  int flags_;
};

const CaseFile existing(SQLITE_OPEN_READWRITE);
const CaseFile fresh(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);

sqlite_api::sqlite3* raw(soci::session& sql) {
  auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
  return backend ? backend->conn_ : nullptr;
}

int error_number_of(soci::session& sql) {
  return sql.is_connected() ? sqlite_api::sqlite3_system_errno(raw(sql)) : errno;
}

void wait_at_most(soci::session& sql, int milliseconds) {
  sqlite_api::sqlite3_busy_timeout(raw(sql), milliseconds);
}

// "extra" also syncs the folder after the journal is gone, without which a power cut could bring
// the journal, and so the state before an acknowledged change, back. A case may come from a
// stranger: its schema is not to be trusted.
void set_up(soci::session& sql) {
  sqlite_api::sqlite3_db_config(raw(sql), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite_api::sqlite3_extended_result_codes(raw(sql), 1);
  for (const char* pragma : {"pragma synchronous = extra", "pragma cache_size = -16000",
                             "pragma trusted_schema = off", "pragma cell_size_check = on"})
    sql << pragma;
}

int copy_pages(sqlite_api::sqlite3* from, sqlite_api::sqlite3* to) {
  sqlite_api::sqlite3_backup* backup = sqlite_api::sqlite3_backup_init(to, "main", from, "main");
  if (!backup) return sqlite_api::sqlite3_extended_errcode(to);
  const int code = sqlite_api::sqlite3_backup_step(backup, -1);
  sqlite_api::sqlite3_backup_finish(backup);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

// From here on the session works on a copy of its database, in a place of SQLite's own that is gone
// when it closes.
void turn_to_copy(soci::session& sql) {
  sqlite_api::sqlite3*& connection =
      static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
  sqlite_api::sqlite3* copy = nullptr;
  int code = sqlite_api::sqlite3_open("", &copy);
  if (code == SQLITE_OK) code = copy_pages(connection, copy);
  sqlite_api::sqlite3_close(std::exchange(connection, copy));
  check_code(code);
  set_up(sql);
}

long long number(soci::session& sql, const char* query) {
  long long value = 0;
  sql << query, soci::into(value);
  return value;
}

// An absolute path is never one of the names that SQLite takes for something else (":memory:",
// "file:...").
std::string name_for_sqlite(const fs::path& path) { return fs::absolute(path).string(); }

void check_place(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw Failed(missing_case(path));
  if (status.type() == fs::file_type::directory) throw Failed(not_a_case(path, "it is a folder"));
  if (error) throw Failed(of_system(path, error.value()));
  if (status.type() != fs::file_type::regular) throw Failed(not_a_case(path, "it is not a file"));
}

void check_free(const fs::path& path) {
  std::error_code ignored;
  if (fs::symlink_status(path, ignored).type() != fs::file_type::not_found && !ignored)
    throw Failed(already_there(path));
}

// A name beside `path`, of this process and call alone.
fs::path draft_of(const fs::path& path) {
  static std::atomic<unsigned> calls{0};
  fs::path draft = path;
  draft += fmt::format(".new-{}-{}", ::getpid(), ++calls);
  return draft;
}

void remove_draft(const fs::path& draft) noexcept {
  std::error_code ignored;
  fs::remove(draft, ignored);
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw Failed(of_system(path, errno));
  const int error_number = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (error_number != 0) throw Failed(of_system(path, error_number));
}

// Gives the finished draft its name, unless something has that name by now.
void publish(const fs::path& draft, const fs::path& path) {
  if (::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) throw Failed(already_there(path));
    if (errno != EINVAL && errno != ENOSYS) throw Failed(of_system(path, errno));
    check_free(path);  // a file system without the atomic form
    if (::rename(draft.c_str(), path.c_str()) != 0) throw Failed(of_system(path, errno));
  }
  sync(fs::absolute(path).parent_path());
}

// Nobody relies on a draft yet: it is synced once, as a whole.
void write_draft(const fs::path& draft, soci::session& sql,
                 const std::function<void(soci::session&)>& fill) {
  sql.open(fresh, name_for_sqlite(draft));
  sqlite_api::sqlite3_extended_result_codes(raw(sql), 1);
  for (const char* pragma : {"pragma synchronous = off", "pragma journal_mode = memory"})
    sql << pragma;
  sql << fmt::format("pragma application_id = {}", case_mark);
  make_schema(sql, migrations());
  soci::transaction transaction(sql);
  fill(sql);
  transaction.commit();
  sql.close();
  sync(draft);
}

void check_folder(const fs::path& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  if (!fs::exists(folder))
    throw Failed({FailureKind::missing, fmt::format("There is no folder {}", folder.string()),
                  "Make it first, or choose another place for the case"});
}

}  // namespace

Session::Session(const fs::path& path, Access access, const std::vector<Migration>& steps)
    : path_(path) {
  try {
    check_place(path);
    open(access, steps);
  } catch (...) {
    throw Failed(explain());
  }
  if (access == Access::write) hold(), tidy();
}

Session::~Session() { let_go(); }

void Session::create(const fs::path& path, const std::function<void(soci::session&)>& fill) {
  const fs::path draft = draft_of(path);
  soci::session sql;
  try {
    check_free(path);
    check_folder(path);
    write_draft(draft, sql, fill);
    publish(draft, path);
  } catch (...) {
    const Failure failure = explain_current(path, error_number_of(sql));
    sql.close();
    remove_draft(draft);
    throw Failed(failure);
  }
}

Failure Session::explain() const { return explain_current(path_, error_number_of(sql_)); }

void Session::open(Access access, const std::vector<Migration>& steps) {
  sql_.open(existing, name_for_sqlite(path_));
  wait_at_most(sql_, access == Access::write ? writer_patience_ms : reader_patience_ms);
  set_up(sql_);
  check(steps.back().version);
  if (schema_version(sql_) < steps.back().version) {
    if (access == Access::read) turn_to_copy(sql_);
    migrate(sql_, steps);
  }
  if (access == Access::read)
    sql_ << "pragma query_only = on";
  else if (sqlite_api::sqlite3_db_readonly(raw(sql_), "main") == 1)
    throw Failed(unwritable(path_));
}

void Session::check(int newest) {
  const long long mark = number(sql_, "pragma application_id");
  if (mark != case_mark && number(sql_, "pragma page_count") == 0)
    throw Failed(not_a_case(path_, "it is empty"));
  if (mark != case_mark) throw Failed(not_a_case(path_, "it is a database of another program"));
  const int version = schema_version(sql_);
  if (version > newest) throw Failed(too_new(path_, version, newest));
}

void Session::hold() {
  if (holding_) return;
  try {
    wait_at_most(sql_, writer_patience_ms);
    sql_ << "begin immediate";
    holding_ = true;
    refuse_if_changed();
  } catch (...) {
    const Failure failure = explain();
    let_go();
    throw Failed(failure);
  }
}

void Session::hold_if_possible() noexcept {
  try {
    hold();
  } catch (const Failed&) {
    // What was done stands; the next change will say that the case is in use.
  }
}

// A writer that was killed before it changed the file leaves a journal that SQLite need not play
// back and does not remove. The next change would; as we hold the lock, nobody else's change is
// under way.
void Session::tidy() {
  const char* file = sqlite_api::sqlite3_db_filename(raw(sql_), "main");
  if (!fs::exists(sqlite_api::sqlite3_filename_journal(file))) return;
  write([](soci::session& sql) {
    sql << "pragma user_version = 0";
  });  // which is 0 and is written nevertheless
}

void Session::refuse_if_changed() {
  const long long version = number(sql_, "pragma data_version");
  if (seen_ == 0) seen_ = version;
  if (seen_ != version) throw Failed(changed_by_another(path_));
}

void Session::commit() {
  wait_at_most(sql_, commit_patience_ms);
  sql_ << "commit";
  holding_ = false;
}

void Session::let_go() noexcept {
  holding_ = false;
  if (!sql_.is_connected() || sqlite_api::sqlite3_get_autocommit(raw(sql_))) return;
  sqlite_api::sqlite3_exec(raw(sql_), "rollback", nullptr, nullptr, nullptr);
}

Session::Snapshot::Snapshot(Session& session) : session_(session.holding_ ? nullptr : &session) {
  if (!session_) return;
  try {
    session.sql_ << "begin";
  } catch (...) {
    throw Failed(session.explain());
  }
}

Session::Snapshot::~Snapshot() {
  if (session_) session_->let_go();
}

}  // namespace entente::store
