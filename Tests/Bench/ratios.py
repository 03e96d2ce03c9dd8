#!/usr/bin/env python3
"""ratios.py [N]: what the desk must reach and what was measured, out of the shared bench's results of one run (default N = 100000).

Medians in milliseconds; a ratio is guichet over the named peer of the same run. `ok` where the must is met."""
import json, os, sys

WORK = os.environ.get("GUICHET_BENCH", "/var/tmp/guichet-bench")
N = int(sys.argv[1]) if len(sys.argv) > 1 else 100000


def results(peer, n=N):
    path = f"{WORK}/results/{peer}-{n}.json"
    return json.load(open(path)).get("run", {}) if os.path.exists(path) else {}


def ms(run, name, key=None):
    """the median of a measure, or of one key of a console session (to its last byte)"""
    value = run.get(name)
    if isinstance(value, dict) and key: value = value.get("key:" + key)
    if not isinstance(value, dict): return None
    return value.get("last_ms") if key else value.get("median_ms")


def median(values):
    values = sorted(v for v in values if v is not None)
    return values[len(values) // 2] if values else None


ours, sqlite, tig, neomutt, small = results("guichet"), results("sqlite"), results("tig"), results("neomutt"), results("guichet", 10000)
LETTERS = [f"letter{i}" for i in range(1, 7)]
MOVES = ["down", "down2", "down3", "page", "page2"]
rows = []


def show(x): return "–" if x is None else f"{x:.3f}" if x < 1 else f"{x:.2f}" if x < 10 else f"{x:,.0f}"


def ratio(title, must, reach, value, peer, name):
    r = value / peer if value is not None and peer else None
    rows.append((title, f"≤ {must:g}× {name}", f"{reach}", f"{show(value)} / {show(peer)} ms", "–" if r is None else f"{r:.3g}×", None if r is None else r <= must))


def limit(title, must, reach, value, unit):
    rows.append((title, f"≤ {must:g} {unit}", f"{reach}", f"{show(value)} {unit}", "", None if value is None else value <= must))


def rss(run, name): return (run.get(name) or {}).get("rss_mb")


def main():
    console = ms(ours, "start_console")
    ratio("exec → painted queue", 1.0, "≤ 6 ms", console, ms(tig, "start_first_page"), "tig")
    ratio("exec → painted queue", 0.01, "", console, ms(neomutt, "start_list"), "neomutt")
    for title, name, must, reach in (
        ("list 50 open by priority, due", "start_list50", 1.0, "0.5×"), ("all open sorted", "start_list", 0.4, "0.2×"), ("filter N2 P1 by due", "filter_due50", 1.0, ""),
        ("search rare", "search_rare", 1.0, "0.5×"), ("search AND", "search_and", 0.8, "0.4×"), ("search common, newest 50", "search_common", 0.4, "0.15×"), ("prefix over all text", "search_prefix", 0.8, ""),
        ("show one", "show_one", 1.0, "0.5×"), ("create, durable", "create_one", 0.9, "0.5×"), ("comment, durable", "update_one", 0.9, "0.4×"), ("8 processes × 25 creates", "burst_8x25", 0.6, "0.45×")):
        ratio(title, must, reach, ms(ours, name), ms(sqlite, name), "sqlite")
    subject = [ms(ours, "prefix_subject_keys", k) for k in LETTERS]
    limit("prefix over subjects, first letter", 5, "", subject[0], "ms")
    limit("prefix over subjects, next letters", 1.5, "", median(subject[1:]), "ms")
    limit("prefix over all text, a letter", 5, "", median(ms(ours, "prefix_keys", k) for k in LETTERS), "ms")
    limit("index deleted → list", 600, "", ms(ours, "delete_index_then_list"), "ms")
    limit("index and feed deleted → list", 600, "", ms(ours, "delete_all_derived_then_list"), "ms")
    limit("index deleted → search, all of it", 5000, "3500 ms", ms(ours, "delete_index_then_search"), "ms")
    limit("stale check (list of one row less the floor)", 1, "0.6 ms", ms(ours, "stale_check"), "ms")
    for title, name in (("list 50", "start_list50"), ("filter", "filter_due50"), ("show", "show_one"), ("create", "create_one")):
        if N == 100000: ratio(f"growth 10,000 → 100,000: {title}", 1.5, "1.25×", ms(ours, name), ms(small, name), "10,000")
    key = lambda run: median(ms(run, "console_active", k) for k in MOVES)
    if N == 100000: ratio("growth 10,000 → 100,000: key", 1.5, "1.25×", key(ours), key(small), "10,000")
    limit("key → last byte, all active", 1, "0.4 ms", key(ours), "ms")
    limit("key → last byte, every ticket", 1, "0.4 ms", median(ms(ours, "console_all", k) for k in MOVES), "ms")
    for title, name, must, reach in (("console", "console_all", 40, 20), ("list", "start_list50", 10, 6), ("list, all open", "start_list", 10, 6), ("search", "search_common", 20, 14)):
        limit(f"resident memory: {title}", must, f"{reach} MB", rss(ours, name), "MB")
    share = ours.get("derived_over_prose")
    limit("derived bytes over prose", 45, "30 %", None if share is None else share * 100, "%")
    limit("syncs of a create", 2, "", ours.get("create_fsyncs"), "")
    limit("syncs of a comment", 1, "", ours.get("update_fsyncs"), "")
    print(f"### {N:,} tickets\n\n| measure | must | reach for | measured | ratio | |\n| --- | --- | --- | --- | --- | --- |")
    for title, must, reach, value, r, ok in rows: print(f"| {title} | {must} | {reach} | {value} | {r} | {'' if ok is None else 'ok' if ok else '**no**'} |")
    burst, answers = ours.get("burst_8x25") or {}, ours.get("answers") or {}
    print(f"\nBurst: {burst.get('failed')} of {burst.get('creates')} failed, {burst.get('rows_added')} tickets added, every number once: {burst.get('distinct')}.")
    print("Answers equal to the truth: " + ("yes" if answers.get("right") else f"no, {json.dumps(answers.get('wrong'), ensure_ascii=False)}"))


if __name__ == "__main__": main()
