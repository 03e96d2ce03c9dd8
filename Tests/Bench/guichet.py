"""guichet beside its peers on one help-desk corpus: a plug-in for the shared bench (`GUICHET_PEERS=Tests/Bench ./bench.py both guichet N`).

The cabinet is made by `guichet import` out of the corpus in guichet's own neutral form (`life` below says what becomes of what).
`GUICHET` names the binary; without it the release build of this package is taken."""
import json, os, re, shutil, signal, subprocess, sys, time
from common import *

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.path.abspath(os.environ.get("GUICHET", f"{HERE}/../../.build/release/guichet"))
DESK = """# The corpus as a desk: deadlines around the clock from the opening, four hours for a P1 to seven days for a P5.
zone     = Europe/Paris
holidays = none
sla.p0   = - - - 4h 24/7
sla.p1   = - - - 4h 24/7
sla.p2   = - - - 8h 24/7
sla.p3   = - - - 24h 24/7
sla.p4   = - - - 72h 24/7
sla.p5   = - - - 168h 24/7
matrix.1 = P1 P1 P2 P2
matrix.2 = P1 P2 P2 P3
matrix.3 = P2 P2 P3 P4
matrix.4 = P2 P3 P4 P5
"""
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
    with open(cabinet + "/desk.conf", "w") as f: f.write(DESK)


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
