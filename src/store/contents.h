// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "store/soci.h"

// The parts of a case that stand in more than one table.
namespace entente::store {

Codebook read_codebook(soci::session& sql);
void write_codebook(soci::session& sql, const Codebook& codebook);  // in place of what is there

void replace_parties(soci::session& sql, const std::vector<Party>& parties);

std::vector<Person> read_people(soci::session& sql);
// Writes only what differs from `before`, which is what the case holds.
void replace_people(soci::session& sql, const std::vector<Person>& before,
                    const std::vector<Person>& after);

Case read_case(soci::session& sql);

}  // namespace entente::store
