// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "kit/failure_of.h"
#include "kit/folder.h"
#include "kit/sample_case.h"
#include "store/store.h"

namespace entente::store {

using namespace sqlite_api;  // where SOCI's header puts SQLite's own

inline const std::string program = "entente test";

// Where syncing costs nothing, if there is such a place: most tests write many small cases.
inline std::filesystem::path quick_place() {
  return ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
}

class Folder : public kit::Folder {
 public:
  explicit Folder(const std::filesystem::path& place = quick_place()) : kit::Folder(place) {
    std::filesystem::permissions(path(), std::filesystem::perms(0755));
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      all.push_back(entry.path().filename());
    std::sort(all.begin(), all.end());
    return all;
  }
};

// Only while no Store of this process has the file open: closing any descriptor drops SQLite's
// locks on it.
using kit::bytes_of;
inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// SQL past the Store, as another program would do it. The first value of the last row, or "error:
// ...".
inline std::string sqlite(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* db = nullptr;
  sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  std::string value;
  char* error = nullptr;
  const auto keep = [](void* out, int, char** values, char**) {
    *static_cast<std::string*>(out) = values[0] ? values[0] : "null";
    return 0;
  };
  if (sqlite3_exec(db, sql.c_str(), keep, &value, &error) != SQLITE_OK)
    value = std::string("error: ") + error;
  sqlite3_free(error);
  sqlite3_close(db);
  return value;
}

using kit::failure_of;

// One sentence or two that name the file, on one line, without SQL.
inline void expect_clear(const Failure& failure, const std::filesystem::path& path) {
  const std::string text = failure.sentence();
  EXPECT_NE(text.find(path.filename().string()), text.npos) << text;
  EXPECT_FALSE(failure.cure.empty()) << text;
  EXPECT_EQ(text.find('\n'), text.npos) << text;
  EXPECT_EQ(text.find("select"), text.npos) << text;
  EXPECT_LT(text.size(), 400u) << text;
}

// What `work` returns (a text), done in a process of its own.
template <class Work>
std::string in_child(Work&& work) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string answer = work();
    const auto written = ::write(ends[1], answer.data(), answer.size());
    ::_exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  char buffer[4096];
  for (ssize_t n; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    answer.append(buffer, static_cast<std::size_t>(n));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the child ended badly";
  return answer;
}

// The name of the failure's kind and its sentence, or "fine".
template <class Work>
std::string outcome_of(Work&& work) {
  try {
    work();
    return "fine";
  } catch (const Failed& failed) {
    return std::string(row_of(failed.failure().kind).name) + ": " + failed.failure().sentence();
  }
}

// The small case, cut into what append() is given: an entry a document, ids counted from 1 in each.
inline std::vector<Entry> small_entries() {
  const Case whole = kit::small_case();
  std::vector<Entry> entries;
  for (const Document& document : kit::small_documents()) {
    Entry entry;
    entry.document = document;
    entry.sketch = "sketch of " + document.card.name;
    entry.sentences = 5;
    entry.coded_sentences = 2;
    const auto take = [&](const auto& from, auto& to) {
      for (const auto& item : from) {
        if (item.document != document.card.id) continue;
        to.push_back(item);
        to.back().id = {static_cast<std::uint32_t>(to.size())};
      }
    };
    take(whole.statements, entry.statements);
    take(whole.positions, entry.positions);
    take(whole.meetings, entry.meetings);
    take(whole.clauses, entry.clauses);
    take(whole.levers, entry.levers);
    entries.push_back(entry);
  }
  entries[0].positions[0].statement = StatementId{1};
  entries[1].positions[0].statement = StatementId{1};
  entries[1].positions[1].statement = StatementId{2};
  return entries;
}

inline Store filled_case(const std::filesystem::path& path) {
  Store store = Store::create(path, kit::small_codebook(), program);
  store.append(small_entries(), kit::small_case().people);
  return store;
}

}  // namespace entente::store
