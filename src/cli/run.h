// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

// What each verb does. The exit code; throws Failed.
namespace entente::cli {

int run_new(const Request& request, Console& console);
int run_add(const Request& request, Console& console);
int run_documents(const Request& request, Console& console);
int run_statements(const Request& request, Console& console);
int run_people(const Request& request, Console& console);
int run_positions(const Request& request, Console& console);
int run_matrix(const Request& request, Console& console);
int run_meetings(const Request& request, Console& console);
int run_clauses(const Request& request, Console& console);
int run_movements(const Request& request, Console& console);
int run_contradictions(const Request& request, Console& console);
int run_levers(const Request& request, Console& console);
int run_accounts(const Request& request, Console& console);
int run_stability(const Request& request, Console& console);
int run_show(const Request& request, Console& console);
int run_confirm(const Request& request, Console& console);
int run_reject(const Request& request, Console& console);
int run_edit(const Request& request, Console& console);
int run_agree(const Request& request, Console& console);
int run_split(const Request& request, Console& console);
int run_merge(const Request& request, Console& console);
int run_merge_parties(const Request& request, Console& console);
int run_split_party(const Request& request, Console& console);
int run_suggest(const Request& request, Console& console);
int run_learn(const Request& request, Console& console);
int run_log(const Request& request, Console& console);
int run_brief(const Request& request, Console& console);
int run_export(const Request& request, Console& console);
int run_import(const Request& request, Console& console);
int run_attribute(const Request& request, Console& console);
int run_deals(const Request& request, Console& console);
int run_deals_of_case(const Request& request, Console& console);  // where deals is given a case
int run_check(const Request& request, Console& console);
int run_undo(const Request& request, Console& console);
int run_serve(const Request& request, Console& console);
int run_completion(const Request& request, Console& console);

}  // namespace entente::cli
