#!/usr/bin/env python3
"""The functions that everyday commands run, for Sources/guichet/start.order: the linker lays them side by side, so that
a command touches few pages of the program.

    swift build -c release --scratch-path .build/order -Xswiftc -static-executable -Xswiftc -use-ld=lld --product guichet
    Tests/Bench/order.py .build/order/release/guichet > Sources/guichet/start.order

Needs valgrind, and a binary that was not stripped. Names that a later version no longer has are passed over; a list that
has grown old only makes the program a little slower."""
import collections, os, re, subprocess, sys, tempfile

BINARY = os.path.abspath(sys.argv[1])
# What agents do all day. A function is worth a line where at least two of these run it.
DAY = [["list", "--order", "priority", "--limit", "50"], ["list", "imprimante", "--order", "updated", "--limit", "50"],
       ["list", "n2 p1 state:active", "--limit", "50"], ["show", "4"], ["tick"], ["note", "4", "--body", "Rappelé."],
       ["new", "Écran noir", "--from", "Utilisateur", "--mail", "u@x.example", "--body", "Bonjour."]]


def functions(folder, words):
    """the names of the functions that a command runs, in the order of their first call"""
    out = os.path.join(folder, "calls")
    subprocess.run(["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out}", BINARY, *words],
                   check=True, capture_output=True, cwd=folder, env={"HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    names = re.findall(r"^c?fn=\(\d+\) ([^\s']+)", open(out).read(), flags=re.M)
    return list(dict.fromkeys(names))


with tempfile.TemporaryDirectory() as folder:
    cabinet = ["--cabinet", folder + "/cabinet"]
    environment = {"HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    for words in (["demo", *cabinet], ["index", *cabinet]):
        subprocess.run([BINARY, *words], check=True, capture_output=True, stdin=subprocess.DEVNULL, env=environment)
    runs, first = collections.Counter(), {}
    for words in DAY:
        for name in functions(folder, cabinet + words):
            runs[name] += 1
            first.setdefault(name, len(first))
    for name in sorted((name for name in runs if runs[name] > 1), key=lambda name: (-runs[name], first[name])): print(name)
