// SPDX-License-Identifier: Apache-2.0
#include "store/failures.h"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <fstream>
#include <string_view>

#include "store/forms.h"

namespace entente::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* from_new = "Name a case that was made by 'entente new'";
constexpr const char* from_copy = "Restore it from a copy; the file was left as it is";

bool means_full(int error_number) {
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

// Whether the file begins as every SQLite file does, or is a piece of such a beginning.
bool begins_as_database(const fs::path& path) {
  constexpr std::string_view magic{"SQLite format 3\0", 16};
  std::string start(magic.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(file.gcount()));
  return magic.starts_with(start);
}

Failure busy(const fs::path& path) {
  return {FailureKind::locked,
          fmt::format("{} is in use: another process is writing to it", path.string()),
          "Wait until it has finished, then try again"};
}

Failure full(const fs::path& path) {
  return {FailureKind::no_space, fmt::format("There is no room on the disk for {}", path.string()),
          "Free some space, then try again; nothing that was there is lost"};
}

Failure forbidden(const fs::path& path) {
  return {FailureKind::unreadable,
          fmt::format("{} may not be opened, or its folder not be written", path.string()),
          "Check the permissions of the file and of its folder"};
}

Failure disk_error(const fs::path& path) {
  return {FailureKind::unreadable, fmt::format("The disk reports an error on {}", path.string()),
          "Check the disk, then try again"};
}

Failure refused_value(const fs::path& path, const char* because) {
  return {FailureKind::bad_input, fmt::format("{} does not take this: {}", path.string(), because),
          "Correct it, then try again; the case is as it was"};
}

Failure a_bug(const fs::path& path, const std::string& message) {
  return {FailureKind::internal, fmt::format("{}: {}", path.string(), message),
          "Please report this"};
}

Failure no_database(const fs::path& path) {
  return begins_as_database(path) ? damaged(path, "its first page cannot be read")
                                  : not_a_case(path, "its content is of another kind");
}

// A write that fails for any other reason than a disk without room (SQLITE_FULL) mostly met a quota
// or a limit.
Failure explain_io(int code, const fs::path& path) {
  if (code == SQLITE_IOERR_WRITE) return full(path);
  if (code == SQLITE_IOERR_SHORT_READ) return damaged(path, "its end is missing");
  return disk_error(path);
}

// A damaged value may hold anything, and a failure is one line.
std::string in_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = '?';
  return text;
}

// SQLite's messages name tables and values, which tell the user nothing.
Failure explain_code(int code, const fs::path& path, int error_number, const std::string& message) {
  if (code == SQLITE_READONLY_DBMOVED) return missing_case(path);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return busy(path);
    case SQLITE_FULL:
      return full(path);
    case SQLITE_NOTADB:
      return no_database(path);
    case SQLITE_CORRUPT:
      return damaged(path, "parts of it cannot be read");
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
      return damaged(path, "its tables are not those of a case");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return forbidden(path);
    case SQLITE_CANTOPEN:
      return means_full(error_number) ? full(path) : forbidden(path);
    case SQLITE_IOERR:
      return explain_io(code, path);
    case SQLITE_CONSTRAINT:
      return refused_value(path, "an id or a number stands there twice");
    case SQLITE_TOOBIG:
      return refused_value(path, "a text is too long");
    default:
      return a_bug(path, message);
  }
}

}  // namespace

bool is_constraint(const soci::soci_error& error) {
  const auto* own = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  return own ? (own->result() & 0xFF) == SQLITE_CONSTRAINT
             : error.get_error_category() == soci::soci_error::constraint_violation;
}

Failure missing_case(const fs::path& path) {
  return {FailureKind::missing, fmt::format("There is no case {}", path.string()),
          "Check the name, or make the case with 'entente new'"};
}

Failure not_a_case(const fs::path& path, const std::string& but) {
  return {FailureKind::bad_input, fmt::format("{} is not a case: {}", path.string(), but),
          from_new};
}

Failure damaged(const fs::path& path, const std::string& because) {
  return {FailureKind::damaged, fmt::format("{} is damaged: {}", path.string(), because),
          from_copy};
}

Failure unwritable(const fs::path& path) {
  return {FailureKind::unreadable, fmt::format("{} may be read but not written", path.string()),
          "Check the permissions of the file, or work on a copy"};
}

Failure changed_by_another(const fs::path& path) {
  return {FailureKind::locked,
          fmt::format("Another process has changed {} in the meantime", path.string()),
          "Try again: the case will be read anew"};
}

Failure too_new(const fs::path& path, int version, int known) {
  return {
      FailureKind::too_new,
      fmt::format(
          "{} was written by a newer version of the program (case format {}, this one knows {})",
          path.string(), version, known),
      "Update the program"};
}

Failure already_there(const fs::path& path) {
  return {FailureKind::usage, fmt::format("{} is already there", path.string()),
          "Choose another name, or remove the file first"};
}

Failure of_system(const fs::path& path, int error_number) {
  if (means_full(error_number)) return full(path);
  const bool may_not = error_number == EACCES || error_number == EPERM || error_number == EROFS;
  return may_not ? forbidden(path) : disk_error(path);
}

Failure explain_current(const fs::path& path, int error_number) {
  try {
    throw;
  } catch (const Failed& failed) {
    return failed.failure();
  } catch (const Broken& broken) {
    return damaged(path, in_one_line(broken.what()));
  } catch (const soci::sqlite3_soci_error& error) {
    return explain_code(error.result(), path, error_number, error.get_error_message());
  } catch (const soci::soci_error& error) {
    return a_bug(path, error.get_error_message());
  } catch (const std::exception& error) {
    return a_bug(path, error.what());
  }
}

}  // namespace entente::store
