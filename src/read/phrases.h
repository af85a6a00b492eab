// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "model/document.h"
#include "read/lines.h"

namespace entente::read {

struct PhraseHit {
  NoiseKind kind = NoiseKind::boilerplate;
  bool opens_list = false;  // a list of links follows ("Related articles")
};

// The line is made of the fixed phrases of web pages (cookie notices, share bars, sign-offs), by
// the table in phrases.cpp. Lines that quote somebody are never judged by what stands inside them.
std::optional<PhraseHit> phrase_hit(const Lines& lines, const Line& line);

// At least two topics of page notices (cookies, privacy policy, newsletter, ...) and a word that
// speaks to the reader; or an invitation to subscribe to something.
bool is_site_notice(const Lines& lines, const Line& line);

}  // namespace entente::read
