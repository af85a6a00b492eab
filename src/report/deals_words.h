// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/deals.h"
#include "model/scenario_file.h"

namespace entente::report {

// How the pages about deals put things.
std::string grouped(std::string digits);  // 12,345
std::string many(std::uint64_t count, const char* one, const char* more);
std::string worth_text(double value);
std::string worth_text(Interval value);  // "0.200 to 0.400"; one number where it is exact
std::string gain_text(double value, Interval bounds);
std::string percent(double share);
std::string package_text(const Scenario& scenario, const Package& package);
std::string change_text(const Scenario& scenario, const IssueChange& change);
std::string changes_text(const Scenario& scenario, const std::vector<IssueChange>& changes);
std::string party_text(const Scenario& scenario, std::size_t party);
std::string issue_text(const Scenario& scenario, std::size_t issue);
std::string all_parties(const Scenario& scenario);  // "both parties"

// "the weight of monitoring for Meldria"
std::string unknown_text(const Scenario& scenario, const Unknown& unknown);

const char* deal_text(Certainty deal);  // "there is a deal in all readings"

// What is known of a package; nothing where it was not looked at.
const PackageCertainty* looked_at(const Deals& deals, const Package& package);

// The positions that what a party makes of an issue rests on: its weight, and of the options those
// named. Each once.
std::vector<PositionId> evidence_for(const ScenarioFile& file, std::size_t party,
                                     const IssueChange& change);

}  // namespace entente::report
