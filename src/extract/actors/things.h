// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extract/actors/units.h"

namespace entente::extract::actors {

// "was opposed by A and B and supported by C" from the helping verb on.
std::optional<Unit> agents_at(const Scene& scene, std::size_t at);
// "The use of markets was opposed by A": the message stands before the verb.
std::optional<Unit> passive_at(const Scene& scene, std::size_t at);
// "The text proposed by A and supported by B": what stands before is what they say it of.
std::optional<Unit> described_at(const Scene& scene, std::size_t at);

}  // namespace entente::extract::actors
