"""guichet beside its peers on one help-desk corpus: a plug-in for the shared bench (`GUICHET_PEERS=Tests/Bench ./bench.py both guichet N`).

The cabinet is made by `guichet import` out of the corpus in guichet's own neutral form (`life` below says what becomes of what).
`GUICHET` names the binary; without it the release build of this package is taken."""
import fcntl, json, os, pty, select, signal, struct, subprocess, termios, time
from common import *

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.path.abspath(os.environ.get("GUICHET", f"{HERE}/../../.build/release/guichet"))
# The corpus as a desk: deadlines around the clock from the opening, four hours for a P1 to seven days for a P5.
CONFIG = {
    "desk.json": {"zone": "Europe/Paris", "holidays": "none"},
    "policies.json": {"policies": [
        {"name": p, "if": {"priority": p}, "calendar": "24/7", "goals": {"resolve": goal}}
        for p, goal in zip(["P0", "P1", "P2", "P3", "P4", "P5"], ["4h", "4h", "8h", "24h", "72h", "168h"])]},
    "matrix.json": {"I1": "P1 P1 P2 P2", "I2": "P1 P2 P2 P3", "I3": "P2 P2 P3 P4", "I4": "P2 P3 P4 P5"},
}
AGENTS = {"n1": 24, "n2": 12, "n3": 6}
CHANNELS = {"téléphone": "phone", "courriel": "mail", "portail": "portal", "chat": "chat", "supervision": "monitor"}
KINDS = {"incident": "incident", "demande": "request", "problème": "problem", "changement": "change"}


def life(t):
    """a ticket of the corpus as guichet takes it in"""
    first, out, waits = t["events"][0], [], False
    party = {"name": t["requester"], "email": t["email"]}
    channel = CHANNELS[first["channel"]]

    def event(e, op, **d): out.append({"at": e["ts"], "by": e["actor"], "op": op, "d": d})

    # The corpus waits without a date and its deadlines run on: a third party is waited for, until the deadline.
    def wait(e): event(e, "ticket.waiting", on="third", reason="vendor", until=t["due"])

    for e in t["events"]:
        kind = e["type"]
        if kind == "opened":
            event(e, "ticket.opened", subject=t["subject"], channel=channel, requester=party, site=t["site"], asset=t["asset"])
            event(e, "message.in", channel=channel, body=e["body"], **{"from": party})
            event(e, "ticket.qualified", kind=KINDS[t["kind"]], gravity=t["urgency"], impact=t["impact"], category=f"{t['category']}/{t['subcategory']}")
        elif kind == "assign":
            event(e, "ticket.assigned", to=e["to"], mode="assign")
        elif kind == "escalate":
            hand = {"symptom": e["body"], "tried": "", "hypothesis": "", "needed": "", "evidence": ""}
            event(e, "ticket.escalated", to=e["to"], target=e["assignee"], handoff=hand, **{"from": e["from"]})
            if waits: wait(e)   # there an escalation leaves a wait as it is, here it ends it
        elif kind == "status" and e["to"] in ("résolu", "clos"):
            event(e, "ticket.resolved", code="other", summary=e["body"], told="message", kb={"decision": "not_reusable", "reason": ""})
            if e["to"] == "clos": event(e, "ticket.closed", cause="confirmed")
        elif kind == "status" and e["to"] == "en attente":
            wait(e); waits = True
        elif kind == "status":
            event(e, "ticket.resumed", cause="agent"); waits = False
        elif kind == "priority":
            event(e, "priority.overridden", priority=int(e["to"][1]), reason="")
        elif kind == "comment" and "@" in e["actor"]:
            event(e, "message.in", channel="mail", body=e["body"], **{"from": party})
        elif kind == "comment" and e["public"]:
            event(e, "message.out", channel="mail", body=e["body"], to=[t["email"]])
        else:   # internal comments; time and article have no fact of their own
            event(e, "note.added", body=text_of(e), visibility="team")
    return {"reference": t["ref"], "events": out}


def write_lives(n, path):
    with open(path + ".part", "w", encoding="utf-8") as f:
        for t in tickets(n): f.write(json.dumps(life(t), ensure_ascii=False, separators=(",", ":")) + "\n")
    os.rename(path + ".part", path)


def furnish(cabinet):
    """an empty cabinet with the corpus' agents; the account that runs this is one of them"""
    g = [BINARY, "--cabinet", cabinet]
    subprocess.run(g + ["init", "--site", "GUI", "--as", "n1.01", "--name", "Agent n1.01", "--level", "n1"], check=True, stdout=subprocess.DEVNULL)
    for level, count in AGENTS.items():
        for i in range(1, count + 1):
            if (level, i) != ("n1", 1): subprocess.run(g + ["agent", "add", f"{level}.{i:02d}", "--name", f"Agent {level}.{i:02d}", "--level", level], check=True, stdout=subprocess.DEVNULL)
    os.makedirs(cabinet + "/config", exist_ok=True)
    for name, values in CONFIG.items():
        with open(f"{cabinet}/config/{name}", "w") as f: json.dump(values, f, indent=2)
    subprocess.run(g + ["config", "apply"], check=True, stdout=subprocess.DEVNULL)


def keyrun(cmd, keys, runs=3, quiet=0.06, rest=0.18):
    """times each key of a console on a pty: to the first and to the last byte before `quiet` seconds of silence.

    The console paints a preview a tenth of a second after the hand rests: `rest` seconds of that are read and not counted."""
    table, rss = {name: [] for name, _ in keys}, 0
    for _ in range(runs + 1):
        pid, fd = pty.fork()
        if pid == 0:
            try: os.execvpe(cmd[0], cmd, {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"})
            finally: os._exit(127)
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 180, 0, 0))
        settle(fd, 0.5)
        for name, text in keys:
            start = time.perf_counter(); os.write(fd, text.encode())
            table[name].append(settle(fd, quiet, start)); settle(fd, rest)
        rss = max(rss, resident(pid)); os.write(fd, b"\x1b\x1bQ"); settle(fd, 0.1)
        os.kill(pid, signal.SIGTERM); os.close(fd); os.waitpid(pid, 0)
    # The first run warms the caches and is not counted.
    return {"rss_mb": rss, "runs": runs, **{"key:" + name: {"first_ms": med([f for f, _ in t[1:] if f]), "last_ms": med([l for _, l in t[1:] if l])} for name, t in table.items()}}


def settle(fd, quiet, start=0.0, longest=60.0):
    """reads until `quiet` seconds of silence (for a timed key: after its first byte); milliseconds to the first and the last byte"""
    first = last = None; begun = time.perf_counter()
    while time.perf_counter() - begun < longest:
        ready, _, _ = select.select([fd], [], [], quiet if first or not start else max(quiet, 2.0))
        if not ready: break
        try: got = os.read(fd, 65536)
        except OSError: break
        last = (time.perf_counter() - start) * 1e3; first = first or last
        if b"\x1b[c" in got or b"\x1b[0c" in got: os.write(fd, b"\x1b[?62;22c")
        if b"\x1b[6n" in got: os.write(fd, b"\x1b[1;1R")
    return first, last


def resident(pid):
    """the most memory a running process has had, in MB"""
    with open(f"/proc/{pid}/status") as f: return next((round(int(line.split()[1]) / 1024, 1) for line in f if line.startswith("VmHWM")), 0)


class P(Peer):
    name = "guichet"; note = "the cabinet made by guichet import; console on a pty 180x50"
    def version(self): return subprocess.getoutput(f"{BINARY} --version")
    def cabinet(self, n): return f"{DATA}/{n}/guichet/cabinet"
    def command(self, n, *words): return [BINARY, "--cabinet", self.cabinet(n), "--lang", "fr", *words]

    def load(self, n):
        d = work(n, self.name, fresh=True); lives = f"{DATA}/{n}/guichet-lives.jsonl"
        if not os.path.exists(lives): write_lives(n, lives)
        furnish(self.cabinet(n)); t0 = time.time()
        got = subprocess.run(self.command(n, "import", lives, "--json"), capture_output=True, text=True)
        dt = time.time() - t0
        assert got.returncode == 0 and json.loads(got.stdout)["taken"] == n, got.stdout + got.stderr
        t1 = time.time(); subprocess.run(self.command(n, "list"), stdout=subprocess.DEVNULL, check=True)
        return {"load_s": round(dt, 2), "bulk_tickets_per_s": round(n / dt), "first_list_s": round(time.time() - t1, 3), "lives_mb": round(os.path.getsize(lives) / 1e6, 1)}

    # MARK: - Measuring

    def run(self, n):
        self.cab = self.cabinet(n)
        r = {"answers": self.answers(n)}
        r.update(self.reading(n)); r.update(self.console(n)); r.update(self.derived(n)); r.update(self.writing(n))
        r["disk"] = du(self.cab); r["disk_index"] = du(self.cab + "/index")
        return r

    def rows(self, n, *words):
        """the rows a list gives, those a run of this bench opened itself left out"""
        out = subprocess.run(self.command(n, "list", *words, "--json"), capture_output=True, text=True)
        rows = [json.loads(line) for line in out.stdout.splitlines()]
        return [row for row in rows if int(row["id"].split("-")[1]) <= n]

    def answers(self, n):
        """what the commands find, held against truth-N.json"""
        truth = json.load(open(f"{RES}/truth-{n}.json"))
        most = ["--limit", "20000"]
        found = {"first_open_by_priority_due": [int(row["id"].split("-")[1]) for row in self.rows(n, "--order", "priority", "--limit", "1000")][:3],
                 "open": len(self.rows(n, *most)), "open_N2_P1": len(self.rows(n, "n2 p1 state:active", *most))}
        for key, query in (("rare", RARE), ("medium", MEDIUM), ("common", COMMON), ("and", f"{COMMON} {MEDIUM}")): found[key] = len(self.rows(n, query, *most))
        first = self.rows(n, "--order", "priority", "--limit", "1000")[:1]
        found["first_subject"] = first[0]["subject"] if first else None
        # A list has a limit; a truth beyond it can only be met as far as that.
        wrong = {k: {"found": v, "truth": truth[k]} for k, v in found.items() if v != (min(truth[k], 20000) if isinstance(v, int) else truth[k])}
        return {"right": not wrong, **({"wrong": wrong} if wrong else {}), "asked": list(found)}

    def reading(self, n):
        q = lambda *words, **k: runc(self.command(n, *words), keep=1, **k)
        search = lambda text: ["list", text, "--order", "updated", "--limit", "50"]
        r = {"start_floor": runc([BINARY, "--version"], n=15, keep=1), "start_list": q("list", "--order", "priority", n=15), "start_list50": q("list", "--order", "priority", "--limit", "50", n=15),
             "filter_due50": q("list", "n2 p1 state:active", "--order", "priority", "--limit", "50", n=15),
             "search_rare": q(*search(RARE), n=15), "search_common": q(*search(COMMON)), "search_and": q(*search(f"{COMMON} {MEDIUM}"), n=15), "search_prefix": q(*search("certif*"), n=9),
             "list_one": q("list", "--order", "priority", "--limit", "1", n=15), "list_id": q("list", "#4242", n=15), "show_one": q("show", "4242", n=15)}
        # What a list costs beyond starting: who asks, the desk's rules, the index, seeing that nothing changed, one row.
        # More than the check alone, then.
        r["stale_check"] = {"median_ms": round(r["list_one"]["median_ms"] - r["start_floor"]["median_ms"], 3), "note": "list_one less start_floor"}
        return r

    def console(self, n):
        moves = [("down", "j"), ("down2", "j"), ("down3", "j"), ("page", "\x06"), ("page2", "\x06")]
        letters = [(f"letter{i + 1}", c) for i, c in enumerate("certif")]
        run = lambda *keys: keyrun(self.command(n), keys)
        return {"start_console": ptyrun(self.command(n), marker="SLA", quit="Q", n=7), "console_mine": run(*moves), "console_active": run(("view", "9"), *moves), "console_all": run(("view", "0"), *moves),
                "prefix_keys": run(("view", "0"), ("filter", "/"), *letters), "prefix_subject_keys": run(("view", "0"), ("filter", "/"), ("field", "objet:"), *letters)}

    def derived(self, n):
        """derived files: what they take, and what it takes to make them again"""
        truth = json.load(open(f"{RES}/truth-{n}.json"))
        # Whoever builds an index for the run before is let finish first.
        forget = f"[ ! -e {self.cab}/index/lock ] || flock -w 60 {self.cab}/index/lock true; rm -rf {self.cab}/index"
        index = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(self.cab + "/index") for f in fs)
        r = {"derived_bytes": index, "derived_over_prose": round(index / (truth["text_mb"] * 1e6), 3)}
        # Whatever a list leaves to a process behind is let finish before the next is timed.
        settle = lambda: (time.sleep(8 if n >= 100000 else 2), runc(self.command(n, "list", RARE, "--limit", "50"), n=2))
        r["delete_index_then_list"] = runc(self.command(n, "list", "--order", "priority", "--limit", "50"), n=3, w=0, pre=forget, keep=1); settle()
        r["delete_index_then_search"] = runc(self.command(n, "list", RARE, "--order", "updated", "--limit", "50"), n=3, w=0, pre=forget, keep=1); settle()
        # run/ tells what was written since: without it a reader looks at every folder.
        r["delete_all_derived_then_list"] = runc(self.command(n, "list", "--order", "priority", "--limit", "50"), n=3, w=0, pre=f"{forget} {self.cab}/run", keep=1); settle()
        return r

    def tickets_on_disk(self):
        names = [f for _, _, fs in os.walk(self.cab + "/tickets") for f in fs if f.endswith(".jsonl")]
        return len(names), len({f.split(".")[0] for f in names})

    def writing(self, n):
        create = self.command(n, "new", "Écran noir au démarrage", "--from", "Utilisateur", "--mail", "u@x.example", "--body", "Bonjour, mon écran reste noir depuis ce matin.")
        update = self.command(n, "note", "4242", "--body", "Rappelé l'utilisateur, câble changé.")
        r = {"create_one": runc(create, n=15), "update_one": runc(update, n=15), "create_fsyncs": fsyncs(create), "update_fsyncs": fsyncs(update)}
        before, _ = self.tickets_on_disk()
        r["burst_8x25"] = burst(lambda p, i: create)
        after, distinct = self.tickets_on_disk()
        r["burst_8x25"].update(rows_added=after - before, distinct=after == distinct)
        return r
