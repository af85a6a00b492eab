// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/dispute.h"
#include "model/ledger.h"
#include "model/track.h"
#include "report/lookup.h"
#include "report/terminal.h"

namespace entente::report {

// What changed, why, and how each issue goes.
std::string ledger_text(const Case& contents, const Ledger& ledger, const Screen& screen);
std::string ledger_json(const Case& contents, const Ledger& ledger);

// What does not fit together, each kind under its heading; differing words between « and ».
std::string disputes_text(const Case& contents, const Disputes& found, const Screen& screen);
std::string disputes_json(const Case& contents, const Disputes& found);

// Meetings over all documents: what was planned beside what was held.
std::string tracks_text(const Case& contents, const std::vector<MeetingTrack>& tracks,
                        const Screen& screen);
std::string tracks_json(const Case& contents, const std::vector<MeetingTrack>& tracks);

std::string cause_words(const CellChange& change, const Lookup& lookup);
std::string course_words(const IssueCourse& course);
std::string departs_words(Departs in);
std::string colour_words(Colour colour);
std::string outcome_words(MeetingOutcome outcome);
std::string lever_words(const Lever& lever);  // "threatens sanctions against X, by Friday, if: ..."

}  // namespace entente::report
