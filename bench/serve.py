#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How soon a large case is there in the browser, and what many clients at once get of it.

    bench/serve.py PROGRAM [DOCUMENTS]      default 10000 documents, about 115,000 statements

Makes a case out of copies of the shipped example, each of its statements confirmed and in the log, and serves it.
Chromium opens it first (bench/page.js), when nothing is worked out yet; then each part is asked for by itself, bytes
and milliseconds; then the matrix by 50 clients at once (wrk).
"""
import datetime
import http.client
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples/ellowan-canal"


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def days_later(day, days):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days))


def renumbered(item, shift, name, days):
    out = dict(item)
    for key, value in item.items():
        if key in ("date", "said", "printed", "when") and value:
            out[key] = days_later(value, days)
        if key in ("id", "statement", "continues", "within", "same_account_as", "person", "same_as") and value:
            out[key] = value[0] + str(int(value[1:]) + shift[value[0]])
    if "doc" in out:
        out["doc"] = name(out["doc"])
    return out


def grown(whole, times):
    """The same case with each document, and what was read from it, so many times, a day later each time."""
    kinds = {"documents": "d", "statements": "s", "positions": "p", "meetings": "m", "clauses": "c"}
    sizes = {letter: max([int(i["id"][1:]) for i in whole[kind]] or [0]) for kind, letter in kinds.items()}
    out = dict(whole, log=[], **{kind: [] for kind in kinds})
    for copy in range(times):
        shift = {letter: copy * size for letter, size in sizes.items()} | {"w": 0}
        name = lambda doc: doc if copy == 0 else f"{copy:05d}-{doc}"
        for kind in kinds:
            for item in whole[kind]:
                item = renumbered(item, shift, name, copy)
                if kind == "documents":
                    item["name"] = name(item["name"])
                out[kind].append(item)
    def tell(verb, who, item):
        out["log"].append(dict(number=len(out["log"]) + 1, at="2031-03-22T08:00:00Z", who=who, verb=verb,
                               item=item["id"], before="", after="", why=""))
    for card in out["documents"]:
        tell("add", whole["program"], card)
    for statement in out["statements"]:
        statement["review"] = dict(status="confirmed", by="Bench")
        tell("confirm", "Bench", statement)
    return out


def make_case(program, folder, documents):
    small, big = str(folder / "small.entente"), str(folder / "big.entente")
    run(program, "new", small, "--parties", str(EXAMPLE / "parties.yaml"))
    run(program, "add", small, str(EXAMPLE / "articles"))
    whole = json.loads(run(program, "export", small))
    export = folder / "big.json"
    export.write_text(json.dumps(grown(whole, -(-documents // len(whole["documents"])))))
    run(program, "import", big, str(export), "--who", "Bench")
    return big


class Client:
    def __init__(self, url):
        self.host, _, rest = url.removeprefix("http://").partition("/")
        self.token = rest.split("=")[1]
        self.wire = http.client.HTTPConnection(self.host)

    def ask(self, path, body=None):
        start = time.perf_counter()
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": "application/json"}
        self.wire.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
        answer = self.wire.getresponse()
        data = answer.read()
        assert answer.status == 200, (path, answer.status, data[:300])
        return data, 1000 * (time.perf_counter() - start)


def tell(what, data, took):
    print(f"{what:44} {len(data):>12,} bytes {took:>10.1f} ms")


def page_files():
    web = ROOT / "web"
    kinds = {".html", ".js", ".css", ".svg"}
    return sorted("/" + str(p.relative_to(web)) for p in web.rglob("*") if p.suffix in kinds)


def measure(client):
    pages = [client.ask(path) for path in page_files()]
    tell(f"{len(pages)} files of the page", b"".join(d for d, _ in pages), sum(t for _, t in pages))
    for path in ("/api/case", "/api/matrix", "/api/case", "/api/matrix", "/api/documents?count=50",
                 "/api/documents/d1", "/api/positions?order=newest&count=50", "/api/statements?q=canal&count=50",
                 "/api/log?order=newest&count=100"):
        tell("GET " + path, *client.ask(path))
    log = json.loads(client.ask("/api/case")[0])["log"]
    tell("POST /api/confirm", *client.ask("/api/confirm", {"items": ["p1"], "who": "Bench", "seen": log}))
    tell("GET /api/matrix after it", *client.ask("/api/matrix"))


def load(client, path):
    out = subprocess.run(["wrk", "-t1", "-c50", "-d10s", "--latency", "-H", "Authorization: Bearer " + client.token,
                          f"http://{client.host}{path}"], capture_output=True, text=True).stdout
    print(f"50 clients, {path}:", " ".join(out.split("Latency Distribution")[1].split("Transfer")[0].split()))


def in_browser(program, url):
    """What somebody sees; where there is no Chromium, that is said and left out."""
    sys.stdout.flush()
    subprocess.run([ROOT / "tools/in_browser.sh", program, "node", "bench/page.js", url], check=True)


def main():
    program, documents = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    with tempfile.TemporaryDirectory() as folder:
        case = make_case(program, pathlib.Path(folder), documents)
        start = time.perf_counter()
        server = subprocess.Popen([program, "serve", case, "--port", "0", "--format", "json"],
                                  stdout=subprocess.PIPE, text=True)
        try:
            url = json.loads(server.stdout.readline())["url"]
            print(f"{documents} documents; the server listens after {time.perf_counter() - start:.1f} s; "
                  f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
            in_browser(program, url)
            client = Client(url)
            measure(client)
            load(client, "/api/matrix")
            load(client, "/api/positions?issue=territory&order=newest&count=50")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
