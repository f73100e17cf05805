# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the defaults of the grammar against those of the reference, key by key. A key that one of them lacks, or that
differs, must be in the list of other defaults with its reason."""

import fnmatch
import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def read(text):
    return {path: json.loads(value) for path, value in (line.split("\t") for line in text.splitlines())}


def listed():
    """Pairs of pattern and reason; a line each: PATTERN | REASON."""
    lines = (HERE / "other-defaults").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split(" | ", 1)) for line in lines if line.strip() and line[0] != "#"]


def ask(command, **options):
    return read(subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout)


def report(options):
    """The number of defaults that differ without being listed, and of list lines that fit nothing."""
    (options.work / "defaults.mjs").write_bytes((HERE / "defaults.mjs").read_bytes())
    theirs = ask(["node", "defaults.mjs"], cwd=options.work)
    ours = ask([options.build / "tests/conformance/print-defaults"])
    patterns, used, faults = listed(), set(), []
    for path in sorted(theirs.keys() | ours.keys()):
        if path in theirs and path in ours and theirs[path] == ours[path]:
            continue
        fitting = [pattern for pattern, _ in patterns if fnmatch.fnmatchcase(path, pattern)]
        used.update(fitting)
        if not fitting:
            faults.append(f"default {path}: {json.dumps(ours.get(path))} instead of {json.dumps(theirs.get(path))}")
    faults += [f"other-defaults: nothing fits {pattern}" for pattern, _ in patterns if pattern not in used]
    print("".join(fault + "\n" for fault in faults), end="")
    print(f"{len(theirs)} defaults of the reference; {len(faults)} differ without being listed.")
    return len(faults)
