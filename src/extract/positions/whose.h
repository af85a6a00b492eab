// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/positions/layers.h"
#include "extract/positions/stance.h"

namespace entente::extract::coding {

// Whose word a clause is: what looks like a position and is somebody else's, or nobody's.

// The speaker's own party, by name or as "it".
bool is_own(const Layers& text, const Statement& statement, const Voiced& voiced,
            const Composed& out);

// "X is confident that Y will accept": what is foretold of Y is no word of Y's.
bool is_foretold(const Layers& text, const Voiced& voiced, const Composed& out);

// What a draft's clause provides, by words of its own alone.
bool is_drafted(const Layers& text, const Voiced& voiced, const Composed& out);

// What is asked, and what nobody does, is nobody's position.
bool is_nobodys(const Layers& text, const Voiced& voiced, const Composed& out);

// "They accept it now", "the parties had agreed": what others are said to do is no yes of the
// speaker's; what they must do is asked by the speaker. Outside quotation marks "they" may be
// those who speak.
bool of_others(const Layers& text, const Voiced& voiced, const Composed& out);

// A passive among the tokens [first, last), said by one who mediates: who would do it is left open.
bool is_left_open(const Layers& text, const Statement& statement, std::size_t first,
                  std::size_t last);

// "accepted a truce in 2029": a remark on what is past.
bool is_past(const Layers& text, const Voiced& voiced, const Composed& out);

// The party the speaker speaks for; of "X and Y agreed" both.
std::vector<std::string> speak_for(const Layers& text, const Statement& statement);

}  // namespace entente::extract::coding
