// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.h"
#include "cli/run.h"

namespace entente::cli {
namespace {

Option formats(std::vector<std::string> words) {
  std::string help = words.front() + " (as without it)";
  for (std::size_t i = 1; i < words.size(); ++i) help += " or " + words[i];
  return {"--format", "FORMAT", std::move(help), Takes::word, std::move(words), false, ""};
}

Option text_or_json() { return formats({"text", "json"}); }

Option takes(Takes kind, std::string name, std::string value, std::string help,
             std::string letter = "") {
  return {std::move(name), std::move(value), std::move(help), kind, {}, false, std::move(letter)};
}

Option option(std::string name, std::string value, std::string help) {
  return takes(Takes::text, std::move(name), std::move(value), std::move(help));
}

Option concept_asked() {
  return {"--concept",
          "CONCEPT",
          "by which --want asks: SEQ (as without it) or another",
          Takes::word,
          {"Nash", "GMR", "SMR", "SEQ", "SIM"},
          false,
          ""};
}

Option output() {
  return takes(Takes::file, "--output", "FILE", "write there instead of to standard output", "-o");
}
Option who() {
  return option("--who", "NAME", "who signs; else $ENTENTE_WHO, else the login name");
}
Option why() { return option("--why", "TEXT", "the reason, for the log"); }
Option threads() { return option("--threads", "N", "threads to work on; else one per core"); }
Option in_document() {
  return option("--document", "DOC", "only of this document: its id or its file's name");
}
Option on_issue() {
  return option("--issue", "ID", "only on this issue of the codebook: its id or its label");
}
Option of_party() { return option("--party", "NAME", "only of this party"); }

Operand a_case() { return {"CASE", Takes::case_file, false, {}}; }
Operand items(std::string name) { return {std::move(name), Takes::text, true, {}}; }

const char* after_rejection =
    "Rejecting a statement rejects the positions that rest on it; confirming it\n"
    "afterwards makes them suggestions again. Rejecting a person that was taken for\n"
    "another one undoes the merge: the statements get their own name back. Nothing is\n"
    "deleted: the log keeps it.";

const char* editable =
    "FIELD=VALUE, by kind of item:\n"
    "  d  document   title, outlet, date, language\n"
    "  s  statement  speaker, party, polarity, content\n"
    "  p  position   party, issue, stance, firmness, option, condition, shift,\n"
    "                said, evidence\n"
    "  m  meeting    parties, people, place, when_words, when, status\n"
    "  w  person     name, role, roles, party, same_as\n"
    "  c  clause     draft, number, issue, option\n"
    "  l  lever      holder, kind, use, target, condition, deadline_words, deadline\n"
    "An option is an id of the codebook or a range, as in low..high. Lists are\n"
    "separated by commas. An empty value clears the field. Content and evidence\n"
    "are places in the text, as in 325..439;450..460. Roles are with their days, as\n"
    "in \"2030-01-05..2031-02-01 Envoy; 2031-02-02.. Chair\". What is edited counts as\n"
    "confirmed; a statement's speaker and party carry over to its positions, and a\n"
    "document's date to when its positions were printed.";

const char* after_deals =
    "Of a case it tells what the parties' own words alone make possible, without\n"
    "weights: whether some package (one option of each issue) stays inside every\n"
    "declared red line, has no word against it, has every needed yes; who blocks;\n"
    "what is nearest; which answer would decide most. Unknown is never a yes, and a\n"
    "package that crosses one red line is never acceptable. --model writes the\n"
    "scenario that the words suggest, for you to edit.\n"
    "SCENARIO is YAML by its ending (docs/formats.md), or a folder with a domain and\n"
    "one profile for each party, as GENIUS 10 (XML) or GeniusWeb (JSON) writes them.\n"
    "The answer is exact: is there a deal, and who blocks it if there is none; which\n"
    "packages are efficient (the Pareto frontier); which of these are fair, by\n"
    "several notions, with what each party gives up between them; which trades help\n"
    "two parties and hurt nobody. In YAML, weights and values may be known within\n"
    "bounds only: then it says what holds in all, some or no readings of them, and\n"
    "which one to find out first. What had to be mended on import is named.\n"
    "--semantics negmas computes as NegMAS does, to compare with.";

const char* after_check =
    "DRAFT is a draft that the documents tell of, named as entente clauses shows it\n"
    "or by one of its clauses or its document; or a file: a package, with a line\n"
    "\"issue: option\" for each issue, or a text with numbered articles.\n"
    "For each clause and party: whether the party accepts it in its own words, is\n"
    "open to it, accepts it on a condition, is against it, has not spoken, or whether\n"
    "it crosses its red line; with the sentence and its date. One crossed red line\n"
    "decides the whole. How one-sided the draft is, is counted against what each\n"
    "party has said itself.";

const char* after_split =
    "Beside each ITEM stands a new one, like it but for what --set and --words say;\n"
    "fields are those of edit. Both count as confirmed. What rests on the words that\n"
    "are cut off a statement follows them. Of a person, the ITEMs after it are the\n"
    "statements that the other one said, who needs a name of its own. A person or\n"
    "statement that was merged, with nothing else said, stands for itself again.\n"
    "entente undo takes it back, with all its lines of the log.";

const char* after_party_merge =
    "PARTY is then what each OTHER is: their positions, statements, people, meetings\n"
    "and levers are its own, and their names are other names of it, by which what is\n"
    "added later is read too. A party is one of the codebook, or a name that items\n"
    "carry. undo with the first line that this writes takes all of it back.";

const char* after_party_split =
    "NAME is another name of PARTY. It becomes a party of its own, and each further\n"
    "NAME another name of that. What the texts tell of by one of these names, and by\n"
    "none that PARTY keeps, goes with it; where a meeting names both, both are there.\n"
    "undo with the first line that this writes takes all of it back.";

const char* after_merge =
    "The first ITEM stays. A person becomes another's spelling; a statement goes on\n"
    "where the earlier one ends, in its speaker's mouth; split undoes both. Of two\n"
    "positions, meetings, clauses or levers of one document the others are rejected,\n"
    "and the first takes from them what it lacks; confirm brings them back. What\n"
    "differs in party, issue or stance, in speaker, or in a meeting's status, day or\n"
    "place is two things and not merged: where one is only coded wrong, edit it\n"
    "first. undo with any line that this writes takes all of it back.";

const char* after_new =
    "With --from the articles of DIR are read for who speaks there and what it is\n"
    "about, and then by the codebook that comes out of it. With --codebook as well,\n"
    "its issues stay, and what fits none of them is added. All of it is marked as\n"
    "suggested; entente suggest CASE --format yaml writes it out for you to edit.";

const char* after_suggest =
    "What the statements speak of that have no position and no cue of the codebook:\n"
    "as issues with cues, the most telling first, with sentences to look at and words\n"
    "that may make options. Then who speaks and is no party of the codebook, and the\n"
    "statements that fit nothing at all. Nothing is changed.\n"
    "--format yaml writes the codebook with the suggestions and where each is from,\n"
    "for you to edit and start again from: entente new CASE --codebook FILE.";

const char* after_learn =
    "Whatever people confirmed, edited and rejected in CASE teaches which words speak\n"
    "of which issue here and which verbs are which stance. Positions that nobody has\n"
    "looked at are coded anew where that has been right before, and each change is\n"
    "told with the words it rests on. What people judged stays. Changes are signed as\n"
    "learned, are suggestions like any other, and edit or confirm overrules them.\n"
    "Documents that are added later are coded in the same way.";

const char* after_agree =
    "CASE and OTHER are copies of one case, each worked on by a coder of its own. For\n"
    "each field: how many items both looked at since, on how many they differ, and\n"
    "Krippendorff's alpha with the range in which 95 % of its resamples lie; then\n"
    "each item on which they differ, with what each says. --into makes one case: what\n"
    "only one looked at is taken over as that coder signed it; where they differ the\n"
    "item stays as CASE has it, and the log keeps what both did, with a line\n"
    "\"dispute\" for each field.";

std::vector<Verb> filling_a_case() {
  return {
      {"new",
       "Make a case, an empty one",
       {a_case()},
       {takes(Takes::codebook, "--codebook", "NAME|FILE",
              "issues and options to read for; else peace-talks"),
        takes(Takes::file, "--parties", "FILE", "parties of this negotiation, in YAML"),
        takes(Takes::file, "--from", "DIR", "articles to find issues and parties in, and to add"),
        text_or_json()},
       {"entente new talks.entente",
        "entente new talks.entente --codebook peace-talks --parties parties.yaml",
        "entente new talks.entente --from articles/"},
       after_new,
       run_new},
      {"add",
       "Read articles, transcripts and readouts into a case",
       {a_case(), {"FILE", Takes::file, true, {}}},
       {option("--date", "DATE", "date of publication, as 2031-03-05"),
        option("--outlet", "NAME", "who published it"), option("--title", "TEXT", "its title"),
        option("--language", "TAG", "its language, as en"),
        option("--name", "NAME", "how to call what comes through standard input"), threads(),
        text_or_json()},
       {"entente add talks.entente articles/",
        "entente add talks.entente readout.html --date 2031-03-05 --outlet \"Harbour Post\"",
        "curl -s URL | entente add talks.entente - --name readout.html"},
       "FILE is text or HTML, a folder, or - for standard input. Of a folder, the files\n"
       "in .txt, .text, .html, .htm, .xhtml or without an extension are read, the rest\n"
       "is named; a file given by its own name is read whatever it is called. Files that\n"
       "come together are read together: whom one of them names is known in all of\n"
       "them. What cannot be read is refused with its reason and the rest is added; the\n"
       "exit code is then that of the first refusal. A file that is in the case already\n"
       "is left alone, so the same command can be repeated. A source without a date has\n"
       "that of its earliest dated copy among the files added with it.\n"
       "What the command says of a file goes before what the file says of itself.\n"
       "Only English is read; other documents are kept and named.",
       run_add},
  };
}

std::vector<Verb> looking_at_it() {
  return {
      {"documents",
       "List the documents",
       {a_case()},
       {text_or_json()},
       {"entente documents talks.entente"},
       "",
       run_documents},
      {"statements",
       "List who said what",
       {a_case()},
       {in_document(), option("--speaker", "NAME", "only of this speaker: full or last name"),
        of_party(), text_or_json()},
       {"entente statements talks.entente --speaker Torre"},
       "",
       run_statements},
      {"people",
       "List the people that the documents name",
       {a_case()},
       {of_party(), text_or_json()},
       {"entente people talks.entente"},
       "",
       run_people},
      {"positions",
       "List what each party is said to want on each issue",
       {a_case()},
       {of_party(), on_issue(), in_document(), text_or_json()},
       {"entente positions talks.entente --issue ceasefire"},
       "",
       run_positions},
      {"matrix",
       "Show parties by issues with the newest positions",
       {a_case()},
       {takes(Takes::nothing, "--sentences", "", "with the sentence behind each cell"),
        text_or_json()},
       {"entente matrix talks.entente", "entente matrix talks.entente --sentences"},
       "",
       run_matrix},
      {"meetings",
       "List meetings, held and planned",
       {a_case()},
       {in_document(), of_party(),
        takes(Takes::nothing, "--tracks", "", "over all documents, with what became of each"),
        text_or_json()},
       {"entente meetings talks.entente", "entente meetings talks.entente --tracks"},
       "",
       run_meetings},
      {"movements",
       "List every change of a position with its cause",
       {a_case()},
       {of_party(),
        on_issue(),
        option("--since", "DATE", "only from this day on, as 2031-03-05"),
        {"--cause",
         "CAUSE",
         "only these: party_moved, new_source or analyst_recoded",
         Takes::word,
         {"party_moved", "new_source", "analyst_recoded"},
         false,
         ""},
        text_or_json()},
       {"entente movements talks.entente",
        "entente movements talks.entente --cause party_moved --since 2031-03-01"},
       "A cell of the matrix changes because the party moved, because a new source told\n"
       "something else of it, or because an analyst coded it anew. Only the first is\n"
       "movement: seen between dated texts, or said by a text itself. What no date puts\n"
       "in order has none. Below stands how each issue goes: narrowing, widening, stuck,\n"
       "silent since when.",
       run_movements},
      {"contradictions",
       "List what does not fit together",
       {a_case()},
       {of_party(), text_or_json()},
       {"entente contradictions talks.entente",
        "entente contradictions talks.entente --party Dorvane"},
       "Within a party; one quotation printed with different words; a paraphrase that\n"
       "departs from the quotation beside it; one utterance told differently in two\n"
       "texts; and, for each outlet, the words by which its narrator colours what is\n"
       "said. entente accounts sets accounts of one meeting side by side.",
       run_contradictions},
      {"levers",
       "List who could do or leave what to move another",
       {a_case()},
       {of_party(), in_document(), text_or_json()},
       {"entente levers talks.entente", "entente levers talks.entente --party Dorvane"},
       "",
       run_levers},
      {"clauses",
       "List the clauses of drafts that the documents quote or tell of",
       {a_case()},
       {on_issue(), in_document(), text_or_json()},
       {"entente clauses talks.entente", "entente clauses talks.entente --issue force_limits"},
       "Below the list stands which of them cross a party's red line.",
       run_clauses},
      {"accounts",
       "Show two accounts of one meeting side by side",
       {a_case()},
       {text_or_json()},
       {"entente accounts talks.entente"},
       "",
       run_accounts},
      {"attribute",
       "Tell who said what in some files, without a case",
       {{"FILE", Takes::file, true, {}}},
       {takes(Takes::nothing, "--each-actor", "", "one statement for each actor, as minutes need"),
        takes(Takes::file, "--weights", "FILE", "weights to read by; else those that came with it"),
        takes(Takes::nothing, "--rules", "", "read by rules, without learned weights"), threads()},
       {"entente attribute article.txt", "entente attribute articles/ --rules",
        "entente attribute bulletin.txt --each-actor"},
       "FILE is text or HTML, a folder, or - for standard input. Prints a line of JSON\n"
       "for each attribution: source, cue and content as ranges of the text in Unicode\n"
       "code points, kind (direct, indirect or mixed), confidence from 0 to 1 and the\n"
       "speaker, resolved within the file. Read by learned weights (models/README.md)\n"
       "it tells beliefs, wishes and accusations too, where a case keeps to the rules.\n"
       "With --each-actor what several say together is a line for each of them, and\n"
       "\"A, supported by B and opposed by C, urged X\" is A and B urging X, C against it.",
       run_attribute},
      {"deals",
       "Find the packages that every party could sign",
       {{"CASE|SCENARIO", Takes::file, false, {}}},
       {takes(Takes::nothing, "--model", "", "of a case: the scenario that it suggests, as YAML"),
        output(),
        takes(Takes::nothing, "--packages", "", "list the packages of every efficient point"),
        option("--from", "PACKAGE", "trades from there: an option of each issue, with ;"),
        takes(Takes::case_file, "--case", "CASE",
              "hold the evidence that SCENARIO names against it"),
        {"--semantics",
         "NAME",
         "what the numbers mean: genius (as without it) or negmas",
         Takes::word,
         {"genius", "negmas"},
         false,
         ""},
        takes(Takes::file, "--genius", "FOLDER", "write SCENARIO as GENIUS XML there instead"),
        option("--threads", "N", "threads to work on; else one per core"),
        text_or_json()},
       {"entente deals talks.entente", "entente deals talks.entente --model -o talks.deal.yaml",
        "entente deals talks.deal.yaml --case talks.entente",
        "entente deals examples/ellowan-canal/canal.deal.yaml", "entente deals examples/orchard",
        "entente deals examples/orchard --format json --packages",
        "entente deals examples/orchard --genius copy"},
       after_deals,
       run_deals},
      {"check",
       "Hold a draft against what each party has said",
       {a_case(), {"DRAFT", Takes::file, false, {}}},
       {text_or_json()},
       {"entente check talks.entente c6", "entente check talks.entente d11",
        "entente check talks.entente package.yaml"},
       after_check,
       run_check},
      {"stability",
       "Tell which states of a conflict would hold, for whom and why",
       {{"FILE", Takes::file, false, {}}},
       {option("--today", "STATE", "where things stand: a state's number, or as in YNY"),
        option("--want", "STATE", "a state: what would make it hold"), concept_asked(),
        takes(Takes::case_file, "--case", "CASE", "hold the evidence that FILE names against it"),
        takes(Takes::nothing, "--model", "", "the model itself, as YAML, instead of what follows"),
        takes(Takes::file, "--output", "FILE", "write there: a page where FILE ends in .html",
              "-o"),
        option("--title", "TEXT", "the page's title; else the name of FILE"), threads(),
        text_or_json()},
       {"entente stability examples/ellowan-canal/canal.gmcr --today 1",
        "entente stability examples/ellowan-canal/canal.gmcr --want 16 --concept SEQ",
        "entente stability talks.entente --model -o talks.conflict.yaml",
        "entente stability talks.conflict.yaml --case talks.entente -o talks.html"},
       "FILE is a conflict: decision makers, the options of each, what cannot be\n"
       "together, and what each would rather have. It is a .gmcr file, or YAML\n"
       "(docs/formats.md), or a case: then the program suggests a conflict out of the\n"
       "positions, for you to write down with --model, to edit, and to read again.\n"
       "States are numbered from 1.\n"
       "A state that every party would stay in is an equilibrium. Five ways to ask:\n"
       "  Nash  nobody gains by moving alone, whatever follows\n"
       "  GMR   who gains by moving may be answered so that nothing is gained\n"
       "  SMR   and could not escape that answer by moving once more\n"
       "  SEQ   and the answer is a gain for those who give it\n"
       "  SIM   the others may seek gains of their own at the same time\n"
       "With --today it also tells the ways from there, and where they stop. With\n"
       "--want: the fewest preferences that would have to turn around, and which options\n"
       "of others, taken up or sure to be the answer, make the state hold.",
       run_stability},
      {"show",
       "Follow one item back to its sentence and document",
       {a_case(), {"ITEM", Takes::text, false, {}}},
       {text_or_json()},
       {"entente show talks.entente p12"},
       "ITEM is an id that a listing shows: a position p12, statement s3, meeting m1,\n"
       "person w2, clause c4, lever l5, or a document d5 with its text.",
       run_show},
  };
}

std::vector<Verb> reviewing_and_sharing() {
  return {
      {"confirm",
       "Confirm what the program suggests",
       {a_case(), items("ITEM")},
       {who(), why(), text_or_json()},
       {"entente confirm talks.entente p12 s3 --who \"A. Reader\""},
       "",
       run_confirm},
      {"reject",
       "Reject what the program suggests, with the reason",
       {a_case(), items("ITEM")},
       {who(), why(), text_or_json()},
       {"entente reject talks.entente p12 --why \"the article quotes an old speech\""},
       after_rejection,
       run_reject},
      {"edit",
       "Correct items",
       {a_case(), items("ITEM")},
       {{"--set", "FIELD=VALUE", "what to change; may be repeated", Takes::text, {}, true, ""},
        who(),
        why(),
        text_or_json()},
       {"entente edit talks.entente p12 --set stance=rejects --set firmness=red_line --why \"see "
        "the full transcript\"",
        "entente edit talks.entente d8 --set date=2031-03-05"},
       editable,
       run_edit},
      {"split",
       "Make two of an item that is two",
       {a_case(), items("ITEM")},
       {{"--set",
         "FIELD=VALUE",
         "what differs in the new one; may be repeated",
         Takes::text,
         {},
         true,
         ""},
        option("--words", "TEXT", "the part of the item's words that the new one rests on"),
        who(),
        why(),
        text_or_json()},
       {"entente split talks.entente p12 --set issue=territory --words \"give back the locks\"",
        "entente split talks.entente s8 --words \"We will pay\" --set speaker=\"Ann Lee\"",
        "entente split talks.entente w5 s3 s7 --set name=\"Jon Lee (Dorvane)\""},
       after_split,
       run_split},
      {"merge",
       "Make one of items that are one",
       {a_case(), items("ITEM")},
       {who(), why(), text_or_json()},
       {"entente merge talks.entente p12 p13", "entente merge talks.entente w2 w9"},
       after_merge,
       run_merge},
      {"merge-parties",
       "Make one of parties that are one",
       {a_case(), {"PARTY", Takes::text, false, {}}, items("OTHER")},
       {who(), why(), text_or_json()},
       {"entente merge-parties talks.entente Meldria \"the Whitharbour government\""},
       after_party_merge,
       run_merge_parties},
      {"split-party",
       "Make a party of what was another's name",
       {a_case(), {"PARTY", Takes::text, false, {}}, items("NAME")},
       {who(), why(), text_or_json()},
       {"entente split-party talks.entente Meldria \"the Whitharbour government\""},
       after_party_split,
       run_split_party},
      {"suggest",
       "Suggest issues and parties out of what fits no issue",
       {a_case()},
       {formats({"text", "json", "yaml"}), output()},
       {"entente suggest talks.entente", "entente suggest talks.entente --format yaml -o my.yaml"},
       after_suggest,
       run_suggest},
      {"learn",
       "Learn from what people judged, and code the rest anew",
       {a_case()},
       {takes(Takes::nothing, "--dry-run", "", "only tell what would change"), text_or_json()},
       {"entente learn talks.entente --dry-run", "entente learn talks.entente"},
       after_learn,
       run_learn},
      {"agree",
       "Tell how far two coders of one case agree, and join their work",
       {{"CASE", Takes::case_file, false, {}}, {"OTHER", Takes::case_file, false, {}}},
       {takes(Takes::case_file, "--into", "NEW", "make a case of both, here"), who(), why(),
        text_or_json()},
       {"entente agree talks.entente second.entente",
        "entente agree talks.entente second.entente --into both.entente"},
       after_agree,
       run_agree},
      {"log",
       "Show who changed what, and why",
       {a_case()},
       {option("--item", "ITEM", "only of this item"), text_or_json()},
       {"entente log talks.entente", "entente log talks.entente --item p12"},
       "",
       run_log},
      {"undo",
       "Take lines of the log back, by new lines",
       {a_case(), {"LINE", Takes::text, true, {}}},
       {who(), why(), text_or_json()},
       {"entente undo talks.entente 120", "entente undo talks.entente 120 121 --why \"misread\""},
       "LINE is a number that entente log shows, of a confirmation, rejection, edit,\n"
       "split, merge or undoing. Any line of a merge takes all of that merge back; so\n"
       "does a line on a party, of its merge or split, with what followed. What followed\n"
       "from any other change has lines of its own: name them too. What a split made is\n"
       "rejected then. An item that was changed again later is left as it is, and\n"
       "nothing is undone.",
       run_undo},
      {"serve",
       "Work on the case in the browser",
       {a_case()},
       {option("--port", "N", "to listen on; else 8420, or another where that is taken"),
        option("--listen", "ADDRESS", "of this machine, for others on the network"),
        takes(Takes::file, "--password-file", "FILE", "the password that --listen asks for"),
        text_or_json()},
       {"entente serve talks.entente", "entente serve talks.entente --port 9000"},
       "Open the address that it prints: its token is the key. Only this machine can\n"
       "reach it. The file stays free for other commands meanwhile, and each change\n"
       "shows in the browser at once. Ctrl-C ends it. With --listen others can open the\n"
       "case with a password, over plain HTTP: it comes from the file, from\n"
       "$ENTENTE_PASSWORD, or is asked for.",
       run_serve},
      {"brief",
       "Write the brief: one HTML file, or Markdown",
       {a_case()},
       {output(), option("--title", "TEXT", "its title; else the name of the case"),
        takes(Takes::file, "--conflict", "FILE", "would it hold? a conflict to go into the brief"),
        option("--today", "STATE", "of the conflict: where things stand, as 1 or YNY"),
        option("--want", "STATE", "of the conflict: what would make it hold"), concept_asked(),
        threads(), formats({"html", "markdown", "json"})},
       {"entente brief talks.entente -o brief.html --title \"Canal talks\"",
        "entente brief talks.entente --format markdown -o brief.md",
        "entente brief talks.entente --conflict talks.conflict.yaml -o brief.html"},
       "The HTML file needs nothing else. Markdown has the same findings without the\n"
       "drawings, and a footnote for each sentence. json tells what was written, where.\n"
       "With --conflict the brief has the states and moves of the conflict in FILE, as\n"
       "entente stability tells them, its evidence held against the case. FILE may be\n"
       "the case itself: then it is the suggested conflict, and marked so.",
       run_brief},
      {"export",
       "Write the case for other programs",
       {a_case()},
       {formats({"json", "csv", "webannotation"}), output()},
       {"entente export talks.entente --format csv -o positions.csv"},
       "json holds everything and can be imported again; csv holds one position a row;\n"
       "webannotation holds statements and positions as W3C Web Annotations.",
       run_export},
      {"import",
       "Fill an empty case from an export",
       {a_case(), {"FILE", Takes::file, false, {}}},
       {who(), why(), text_or_json()},
       {"entente import copy.entente talks.json"},
       "FILE is what export --format json wrote. First every quote, condition, place and\n"
       "source is held against its text, and every confirmation against the log. CASE is\n"
       "made if it is not there, and must be empty if it is.",
       run_import},
      {"completion",
       "Print the completion for a shell",
       {{"SHELL", Takes::word, false, {"bash"}}},
       {},
       {"source <(entente completion bash)"},
       "",
       run_completion},
  };
}

std::vector<Verb> make_verbs() {
  std::vector<Verb> all = filling_a_case();
  for (auto* group : {looking_at_it, reviewing_and_sharing}) {
    const std::vector<Verb> more = group();
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all = make_verbs();
  return all;
}

const Verb* find_verb(std::string_view name) {
  const auto found = std::find_if(verbs().begin(), verbs().end(),
                                  [&](const Verb& verb) { return verb.name == name; });
  return found == verbs().end() ? nullptr : &*found;
}

}  // namespace entente::cli
