#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds data/names/countries.tsv and data/names/places.tsv: which words name a country, its people, its capital.

  apt-get install python3-icu wordnet-base
  /usr/bin/python3 tools/build_names.py [--wordnet /usr/share/wordnet] [--out data/names]

Sources: English region names from CLDR (through ICU), peoples, adjectives, capitals and places from WordNet 3.0, and our own
data/names/own/countries.tsv for what has changed since 2006. The licences are in data/names/README.md.

Rows are "party TAB use TAB form"; use is name, adjective, people or capital (countries.tsv) or place (places.tsv).
A row of own/countries.tsv whose use starts with "-" takes the form away again.
"""
import argparse
import pathlib
import re
from collections import defaultdict

import icu

NATIONAL_CAPITAL = "08691669"
# Instance hypernyms that say "this synset is a country"; those for "this synset is some other place".
COUNTRY_WORDS = re.compile(r"(^|_)(country|state|republic|nation|kingdom|monarchy|commonwealth|dominion)$", re.I)
FORMER = re.compile(r"\b(former (empire|republic|kingdom|country|state|nation|communist)|ancient|until \d{4}|medieval)\b")


class Synset:
    def __init__(self, line):
        head, _, gloss = line.partition(" | ")
        field = head.split()
        self.id, self.file, self.pos = field[0], field[1], field[2]
        count = int(field[3], 16)
        self.words = [re.sub(r"\([a-z]+\)$", "", w).replace("_", " ") for w in field[4:4 + 2 * count:2]]
        rest = field[4 + 2 * count:]
        self.links = [(rest[1 + 4 * i], rest[2 + 4 * i], rest[3 + 4 * i]) for i in range(int(rest[0]))]
        self.gloss = gloss.strip()

    def to(self, *kinds):
        return [target for kind, target, _ in self.links if kind in kinds]


def read_wordnet(path):
    with open(path, encoding="utf-8") as file:
        return {s.id: s for s in (Synset(line) for line in file if not line.startswith("  "))}


def plain(name):
    folded = icu.Transliterator.createInstance("NFD; [:Mn:] Remove; NFC").transliterate(name)
    folded = folded.replace("’", "'").replace("&", "and").lower()
    return re.sub(r"^(the|saint|st\.) ", lambda m: "" if m[1] == "the" else "st. ", folded)


def cldr_countries():
    """(name, further names) of each territory that CLDR places on a continent."""
    english = icu.Locale("en")
    for region in sorted(str(r) for r in icu.Region.getAvailable(icu.URegionType.TERRITORY)):
        shown = icu.Locale("", region).getDisplayCountry(english)
        yield region, *names_of(shown)


def names_of(shown):
    name, others = shown, []
    if match := re.fullmatch(r"(.+) SAR China", shown):
        name = match[1]
    elif match := re.fullmatch(r"(.+) \(([^)]+)\)", shown):
        name, others = match[1], [match[2]]
    name = name.replace("’", "'")
    for sign, word in ((" & ", " and "), ("St. ", "Saint ")):
        if sign in name:
            others.append(name.replace(sign, word).replace("St. ", "Saint "))
    if name.endswith(" Territories"):
        others.append(name)
    return name, others


class Countries:
    def __init__(self, noun, adjective):
        self.noun, self.adjective = noun, adjective
        self.by_name = defaultdict(list)
        for synset in noun.values():
            if synset.file == "15":
                for word in synset.words:
                    self.by_name[plain(word)].append(synset)
        self.capital_of = defaultdict(list)
        for synset in noun.values():
            if NATIONAL_CAPITAL in synset.to("@i"):
                for whole in synset.to("#p"):
                    self.capital_of[whole].append(synset)

    def is_country(self, synset):
        kinds = [w for t in synset.to("@i", "@") if t in self.noun for w in self.noun[t].words]
        return any(COUNTRY_WORDS.search(w.replace(" ", "_")) for w in kinds)

    def find(self, names):
        found = [s for n in names for s in self.by_name.get(plain(n), []) if self.is_country(s)]
        found.sort(key=lambda s: (s.id not in self.capital_of, bool(FORMER.search(s.gloss)), s.id))
        return found[0] if found else None

    def adjectives(self, name):
        # WordNet hangs some adjectives on an older state of the same name, so every synset that bears it is asked.
        ids = {s.id for s in self.by_name.get(plain(name), [])}
        out = []
        for synset in self.adjective.values():
            if ids & set(synset.to("\\")) and re.match(r"(of|relating|pertaining|or|characteristic)\b", synset.gloss):
                out += [w for w in synset.words if w[0].isupper() and "-" not in w]
        return out

    def people(self, country):
        out = []
        for target in country.to("%m"):
            synset = self.noun.get(target)
            if synset and synset.file == "18" and re.search(r"native|inhabitant|resident|citizen", synset.gloss):
                out += [w for w in synset.words if w[0].isupper()]
        return out

    def capitals(self, country):
        return [w for s in self.capital_of[country.id] for w in s.words if not re.search(r"(?i)\bcapital\b", w)]


def plural(people):
    if re.search(r"(ese|ish|ch|men|ois|iss|rse)$", people):
        return people
    if people.endswith("man"):
        return people[:-3] + "men"
    if re.search(r"[^aeiou]y$", people):
        return people[:-1] + "ies"
    return people if people.endswith("s") else people + "s"


def rows_of_country(name, others, countries):
    synset = countries.find([name, *others])
    forms = [("name", name), *(("name", other) for other in others)]
    if not synset:
        return forms
    forms += [("name", w) for w in synset.words if len(w) > 3 and w[0].isupper()]
    adjectives = countries.adjectives(name)
    forms += [("adjective", w) for w in adjectives]
    people = countries.people(synset) or [w for w in adjectives if re.search(r"(an|i)$", w)]
    forms += [("people", form) for w in people for form in (w, plural(w))]
    forms += [("capital", w) for w in countries.capitals(synset)]
    return forms


def read_rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


def country_rows(countries, own):
    rename = {form: party for party, use, form in own if use == "cldr"}
    rows = set()
    for _, name, others in cldr_countries():
        party = rename.get(name, name)
        if party != "-":
            rows |= {(party, use, form) for use, form in rows_of_country(party, others, countries)}
    for party, use, form in own:
        if use.startswith("-"):
            rows.discard((party, use[1:], form))
        elif use != "cldr":
            rows.add((party, use, form))
    return rows


PLACE_KINDS = re.compile(r"^(city|town|municipality|state|American state|province|district|island|peninsula|port|"
                         r"national capital|provincial capital|state capital|region|geographical area|river|mountain|strait|sea|"
                         r"gulf|canal|bay|lake|continent|archipelago|dependent political entity|metropolis|borough|"
                         r"village|Canadian province|Italian region|Australian state|French region|ocean|desert)$", re.I)


def place_rows(noun, known):
    """Cities, provinces, rivers, seas: words that name a place and no party."""
    for synset in noun.values():
        if synset.file not in ("15", "17"):
            continue
        kinds = [w for t in synset.to("@i") if t in noun for w in noun[t].words]
        if any(PLACE_KINDS.match(kind) for kind in kinds) and not FORMER.search(synset.gloss):
            for word in synset.words:
                if word[0].isupper() and len(word) > 2 and word not in known and "capital" not in word:
                    yield ("", "place", word)


def write(path, sources, rows):
    head = ["# SPDX-License-Identifier: Apache-2.0 AND Unicode-DFS-2016 AND LicenseRef-WordNet-3.0" if "CLDR" in sources
            else "# SPDX-License-Identifier: LicenseRef-WordNet-3.0",
            f"# Built by tools/build_names.py from {sources}. Do not edit: see README.md.", "# party\tuse\tform"]
    path.write_text("\n".join(head + ["\t".join(row) for row in sorted(rows)]) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / "data/names")
    options = parser.parse_args()
    noun = read_wordnet(options.wordnet / "data.noun")
    countries = Countries(noun, read_wordnet(options.wordnet / "data.adj"))
    rows = country_rows(countries, list(read_rows(options.out / "own" / "countries.tsv")))
    write(options.out / "countries.tsv", f"CLDR (ICU {icu.ICU_VERSION}), WordNet 3.0 and own/countries.tsv", rows)
    known = {form for _, _, form in rows}
    write(options.out / "places.tsv", "WordNet 3.0", set(place_rows(noun, known)))


if __name__ == "__main__":
    main()
