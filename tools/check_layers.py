#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold every #include of src/ against the table of src/README.md: a room sees only the rooms below it, and each
third-party library is seen only where the table says. Also: every source file carries its licence line.

    tools/check_layers.py [ROOT]      exit code 1 and one line for each breach
"""
import pathlib
import re
import sys

BELOW = {  # room -> rooms that it may include
    "base": set(),
    "text": {"base"},
    "model": {"base", "text"},
    "workbench": {"base", "text", "model", "read", "extract", "analyze", "exchange", "report", "store"},
    "serve": {"base", "text", "model", "workbench", "report", "exchange"},
    "cli": {"base", "model", "workbench", "report", "exchange", "serve"},
}
BELOW["train"] = {"base", "text", "model", "extract"}  # learns what extract reads by
BELOW["trainer"] = BELOW["train"] | {"train"}
for sibling in ("read", "extract", "analyze", "exchange", "report", "store"):
    BELOW[sibling] = {"base", "text", "model"}

LIBRARIES = [  # include prefix, rooms that may see it
    (r"soci/|sqlite3\.h", {"store"}),
    (r"gumbo\.h", {"read"}),
    (r"libfyaml\.h", {"read"}),
    (r"httplib\.h", {"serve"}),
    (r"CLI/", {"cli", "trainer"}),
    (r"nlohmann/", {"exchange", "report", "read"}),
    (r"pugixml", {"exchange"}),
    (r"unicode/", {"text", "read", "extract", "report"}),
    (r"openssl/", {"base"}),
    (r"tl/", {"base"}),
    (r"fmt/", set(BELOW)),
]
SPDX = "SPDX-License-Identifier: Apache-2.0"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def breaches_of(path, src):
    room = path.relative_to(src).parts[0]
    method = path.relative_to(src).parts[1] if room == "analyze" else None
    text = path.read_text(encoding="utf-8")
    if SPDX not in text.split("\n", 1)[0]:
        yield "first line is not the licence line"
    for kind, target in INCLUDE.findall(text):
        parts = target.split("/")
        if kind == '"':
            if parts[0] not in BELOW:
                yield f'"{target}" is not rooted at src/'
            elif parts[0] != room and parts[0] not in BELOW[room]:
                yield f"{room}/ may not include {target}"
            elif room == "analyze" and parts[0] == "analyze" and parts[1] not in (method, "shared"):
                yield f"method {method} may not include method {parts[1]}"
            continue
        for prefix, rooms in LIBRARIES:
            if re.match(prefix, target) and room not in rooms:
                yield f"{room}/ may not see <{target}>"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    root = root if root.is_dir() else root.parent.parent
    src = root / "src"
    files = sorted(p for p in src.rglob("*") if p.suffix in (".h", ".cpp"))
    found = [f"{p.relative_to(root)}: {what}" for p in files for what in breaches_of(p, src)]
    print("\n".join(found) if found else f"{len(files)} files keep the layers")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
