// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/door.h"

// The verbs of web/openapi.json. Each throws Failed or Refused.
namespace entente::serve {

Reply open_page(Door& door, const Request& request);
Reply get_case(Door& door, const Request& request);
Reply get_matrix(Door& door, const Request& request);
Reply get_movements(Door& door, const Request& request);
Reply get_contradictions(Door& door, const Request& request);
Reply get_crossings(Door& door, const Request& request);
Reply get_accounts(Door& door, const Request& request);
Reply get_documents(Door& door, const Request& request);
Reply get_document(Door& door, const Request& request);
Reply get_statements(Door& door, const Request& request);
Reply get_positions(Door& door, const Request& request);
Reply get_meetings(Door& door, const Request& request);
Reply get_tracks(Door& door, const Request& request);
Reply get_levers(Door& door, const Request& request);
Reply get_clauses(Door& door, const Request& request);
Reply get_people(Door& door, const Request& request);
Reply get_trail(Door& door, const Request& request);
Reply get_log(Door& door, const Request& request);
Reply get_events(Door& door, const Request& request);
Reply post_confirm(Door& door, const Request& request);
Reply post_reject(Door& door, const Request& request);
Reply post_edit(Door& door, const Request& request);
Reply post_split(Door& door, const Request& request);
Reply post_merge(Door& door, const Request& request);
Reply post_merge_parties(Door& door, const Request& request);
Reply post_split_party(Door& door, const Request& request);
Reply post_undo(Door& door, const Request& request);
Reply get_learn(Door& door, const Request& request);
Reply post_learn(Door& door, const Request& request);
Reply post_add(Door& door, const Request& request);
Reply post_check(Door& door, const Request& request);
Reply post_deals(Door& door, const Request& request);
Reply get_stability(Door& door, const Request& request);
Reply post_stability(Door& door, const Request& request);
Reply get_brief(Door& door, const Request& request);
Reply get_export(Door& door, const Request& request);

}  // namespace entente::serve
