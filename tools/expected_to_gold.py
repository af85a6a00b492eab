#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn an example's expected.json into a gold file with code point offsets, or check that its
texts stand in the articles.

  expected_to_gold.py EXAMPLE --check
  expected_to_gold.py EXAMPLE --out GOLD.json --texts-out DIR [--stored DIR]

EXAMPLE is a folder with expected.json and articles/. The gold file's shape is the one the scorer of
cases reads; DIR gets the articles as UTF-8 text, to which the offsets refer. A file in UTF-16 or
Windows-1252 is decoded. An HTML page has no text of its own: it is left out unless --stored names a
folder that holds the text a program stored for it, under the page's file name.
Python 3 standard library only.
"""
import argparse
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

SPAN_LISTS = ("content", "source", "cue")


def decode(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


class ArticleText(HTMLParser):
    """The text of the article element, asides left out, one line for each block."""

    BLOCKS = ("p", "h1", "h2", "figcaption")

    def __init__(self):
        super().__init__()
        self.inside, self.aside, self.parts = False, 0, []

    def handle_starttag(self, tag, attrs):
        self.inside = self.inside or tag == "article"
        self.aside += tag == "aside"
        if tag in self.BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "article"
        self.aside -= tag == "aside"

    def handle_data(self, data):
        if self.inside and not self.aside:
            self.parts.append(re.sub(r"\s+", " ", data))


def is_page(name):
    return name.endswith((".html", ".htm"))


def article_text(path):
    text = decode(path.read_bytes())
    if not is_page(path.name):
        return text
    parser = ArticleText()
    parser.feed(text)
    return "".join(parser.parts)


class Missing(Exception):
    pass


class Finder:
    """Offsets of quoted texts in one document."""

    def __init__(self, name, text):
        self.name, self.text = name, text

    def matches(self, wanted):
        pattern = r"\s+".join(re.escape(word) for word in wanted.split())
        before = r"(?<!\w)" if wanted[0].isalnum() else ""
        after = r"(?!\w)" if wanted[-1].isalnum() else ""
        whole = before + pattern + after
        found = [m.span() for m in re.finditer(whole, self.text)]
        return found or [m.span() for m in re.finditer(pattern, self.text)]

    def span(self, quoted):
        wanted, nth = (quoted, None) if isinstance(quoted, str) else (quoted["text"], quoted["nth"])
        found = self.matches(wanted)
        if nth is None and len(found) > 1:
            raise Missing(f"{self.name}: stands {len(found)} times, needs \"nth\": {wanted[:70]!r}")
        if len(found) < (nth or 1):
            raise Missing(f"{self.name}: does not stand there: {wanted[:70]!r}")
        return list(found[(nth or 1) - 1])


def gold_statement(statement, finder):
    out = {k: v for k, v in statement.items() if k not in SPAN_LISTS and k != "party"}
    for key in SPAN_LISTS:
        out[key] = sorted(finder.span(q) for q in statement[key])
    out["speaks_for"] = statement["party"]
    return out


def with_evidence(item, finder):
    out = {**item, "evidence": finder.span(item["evidence"])}
    if "evidence_more" in item:
        out["evidence_more"] = [finder.span(q) for q in item["evidence_more"]]
    return out


def gold_document(document, finder):
    return {
        "noise": [[*finder.span(n["text"]), n["why"]] for n in document["noise"]],
        "statements": [gold_statement(s, finder) for s in document["statements"]],
        "positions": [with_evidence(p, finder) for p in document["positions"]],
        "meetings": [with_evidence(m, finder) for m in document["meetings"]],
        "levers": [with_evidence(x, finder) for x in document["levers"]],
        "clauses": [{**c, "text": finder.span(c["text"])} for c in document.get("clauses", [])],
        "not_statements": [[*finder.span(n["text"]), n["why"]] for n in document["not_statements"]],
    }


def quoted_with_document(node):
    """Every (document, text) quoted by {"doc", "text"|"evidence"} or {"<document>": texts}."""
    if isinstance(node, list):
        for item in node:
            yield from quoted_with_document(item)
    elif isinstance(node, dict):
        for key in ("text", "evidence"):
            if "doc" in node and isinstance(node.get(key), str):
                yield node["doc"], node[key]
        for key, value in node.items():
            if key.endswith((".txt", ".html")):
                yield from ((key, t) for t in ([value] if isinstance(value, str) else value))
            else:
                yield from quoted_with_document(value)


def problems(expected, folder):
    texts = {d["name"]: article_text(folder / d["name"]) for d in expected["documents"]}
    found = [f"{p.name}: not in expected.json" for p in sorted(folder.iterdir())
             if p.name not in texts]
    known = {p["party"] for p in expected["parties"]} | {"media", "individual", "unknown"}
    ids = {s["id"] for d in expected["documents"] for s in d["statements"]}
    for document in expected["documents"]:
        finder = Finder(document["name"], texts[document["name"]])
        try:
            gold_document(document, finder)
        except Missing as missing:
            found.append(str(missing))
        for s in document["statements"]:
            if not set(s["party"].split(" and ")) <= known:
                found.append(f"{s['id']}: unknown party {s['party']!r}")
            found += [f"{s['id']}: no statement {s[k]}" for k in ("continues", "nested_in")
                      if s.get(k, s["id"]) not in ids]
        found += [f"{document['name']}: unknown party {p['party']!r}" for p in document["positions"]
                  if p["party"] not in known]
    for phenomenon in expected["phenomena"]:
        quoting = {k: v for k, v in phenomenon.items() if k != "needs_date"}
        for name, text in quoted_with_document(quoting):
            if not Finder(name, texts[name]).matches(text):
                found.append(f"{phenomenon['id']}: does not stand in {name}: {text[:70]!r}")
        found += [f"{phenomenon['id']}: no document {n}" for n in phenomenon["docs"]
                  if n not in texts]
        found += [f"{phenomenon['id']}: no statement {s}" for s in phenomenon.get("statements", [])
                  if s not in ids]
    return found


def convert(expected, folder, stored, texts_out):
    gold = {key: expected[key] for key in ("conventions", "parties", "people")} | {"docs": {}}
    texts_out.mkdir(parents=True, exist_ok=True)
    for document in expected["documents"]:
        name = document["name"]
        if is_page(name) and not (stored and (stored / name).exists()):
            print(f"left out, no stored text: {name}", file=sys.stderr)
            continue
        path = folder / name
        text = decode((stored / name).read_bytes()) if is_page(name) else article_text(path)
        gold["docs"][name] = gold_document(document, Finder(name, text))
        (texts_out / name).write_bytes(text.encode("utf-8"))
    return gold


def main():
    ap = argparse.ArgumentParser(description=__doc__,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("example", type=Path)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--texts-out", type=Path)
    ap.add_argument("--stored", type=Path)
    a = ap.parse_args()
    if not a.check and not (a.out and a.texts_out):
        ap.error("give --check, or --out and --texts-out")
    expected = json.loads((a.example / "expected.json").read_text(encoding="utf-8"))
    folder = a.example / "articles"
    found = problems(expected, folder)
    for line in found:
        print(line, file=sys.stderr)
    if found:
        return 1
    if a.check:
        print(f"{len(expected['documents'])} documents: every quoted text stands in its document")
        return 0
    gold = convert(expected, folder, a.stored, a.texts_out)
    a.out.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
