// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/soci.h"

// The tables, as a list of numbered steps: a case of version n has gone through the first n.
// A step that has been released is never changed; a new need is a new step.
namespace entente::store {

struct Migration {
  int version;
  std::vector<const char*> statements;
};

const std::vector<Migration>& migrations();
int newest_version();

// The first tables in an empty database, then every step.
void make_schema(soci::session& sql, const std::vector<Migration>& steps);

// Throws where there are no tables of a case.
int schema_version(soci::session& sql);

// Takes the steps that are missing, each in one transaction; none are missing: touches nothing.
void migrate(soci::session& sql, const std::vector<Migration>& steps);

}  // namespace entente::store
