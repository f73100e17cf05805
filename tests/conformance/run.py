# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the corpus with rodiklis and with the reference, prints where they differ and fails below the threshold. Called
by scripts/conformance, which prepares the reference. Results of the reference are kept by what they depend on."""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import compare
import coverage
import defaults
import drawn

HERE = Path(__file__).resolve().parent
WORKERS = 2
SECONDS = 120  # for one drawing under sanitizers


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/conformance", description=__doc__)
    parser.add_argument("--area", action="append", default=[], help="only specifications whose name begins with AREA-")
    parser.add_argument("--build", type=Path, required=True, help="folder of the build that is tried")
    parser.add_argument("--work", type=Path, required=True, help="folder of the reference and of results")
    parser.add_argument("--sheet", type=Path, help="also draws contact sheets into this folder")
    parser.add_argument("--all", action="store_true", help="every difference instead of the first three")
    parser.add_argument("--coverage", action="store_true",
                        help="only what of the schema no specification shows, and the defaults")
    parser.add_argument("specs", nargs="*", metavar="SPEC", help="names or files; default: the corpus")
    return parser.parse_args()


def choose(options):
    specs = sorted((HERE / "specs").glob("*.vl.json"))
    named = [Path(name) if name.endswith(".json") else HERE / "specs" / f"{name}.vl.json" for name in options.specs]
    for spec in named:
        if not spec.exists():
            area = spec.name.removesuffix(".vl.json")
            inside = any(found.name.startswith(area + "-") for found in specs)
            sys.exit(f"there is no specification {area}" + (f" (the area is --area {area})" if inside else ""))
    if named:
        specs = named
    if options.area:
        specs = [spec for spec in specs if any(spec.name.startswith(area + "-") for area in options.area)]
    return specs


def name_of(spec):
    return spec.name.removesuffix(".json").removesuffix(".vl")


def fingerprint(spec):
    """Of all that a result of the reference depends on, which measures its texts with our fonts."""
    digest = hashlib.sha256(spec.read_bytes())
    fonts = sorted((HERE.parents[1] / "src/render").glob("*font*")) + [HERE.parents[1] / "src/render/text.c"]
    for part in [HERE / "package-lock.json", HERE / "reference.mjs", HERE / "measure-text.c", *fonts]:
        digest.update(part.read_bytes())
    return digest.hexdigest()[:20]


def run_reference(options, jobs, number):
    """One process of the reference for a list of specifications, with our measurer at its side."""
    ask, answer, listing = (options.work / f"{part}-{os.getpid()}-{number}" for part in ("ask", "answer", "list"))
    listing.write_text("".join(json.dumps([str(spec.resolve()), str(target)]) + "\n" for spec, target in jobs))
    for pipe in (ask, answer):
        os.mkfifo(pipe)
    environment = {**os.environ, "TZ": "UTC", "ASAN_OPTIONS": "detect_leaks=0"}
    shell = 'exec "$0" <"$1" >"$2"'
    measurer = subprocess.Popen(["sh", "-c", shell, options.build / "tests/conformance/measure-text", ask, answer],
                                env=environment)
    node = subprocess.run(["node", options.work / "reference.mjs", ask, answer, listing], env=environment,
                          capture_output=True, text=True, check=False)
    if node.returncode != 0:
        measurer.kill()
        sys.stderr.write(node.stderr)
    measurer.wait()
    for path in (ask, answer, listing):
        path.unlink()


def reference_results(options, specs):
    folder = options.work / "reference"
    folder.mkdir(exist_ok=True)
    targets = {spec: folder / f"{name_of(spec)}-{fingerprint(spec)}.json" for spec in specs}
    missing = [(spec, target) for spec, target in targets.items() if not target.exists()]
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda number: run_reference(options, missing[number::WORKERS], number),
                      range(min(WORKERS, len(missing)))))
    return targets


def draw(options, spec, form="scene-json"):
    """Our drawing of one specification: the file, or None and what the program said."""
    target = options.work / "ours" / f"{name_of(spec)}.{form}"
    copy = options.work / "specs" / spec.name
    copy.write_bytes(spec.read_bytes())
    target.unlink(missing_ok=True)
    try:
        done = subprocess.run([options.build / "src/cli/rodiklis", "render", copy, "-f", form, "-o", target],
                              capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None, f"no end after {SECONDS} s"
    said = done.stderr.strip().replace(str(options.work / "specs") + "/", "")
    if done.returncode != 0:
        return None, said or f"ended with {done.returncode}"
    return target, said


def known_differences():
    """spec -> [(pattern, reason)]; a line each: name, pattern, reason between bars."""
    known = {}
    for line in (HERE / "known-differences").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, pattern, reason = (part.strip() for part in line.split(" | ", 2))
            known.setdefault(name, []).append((re.compile(pattern), reason))
    return known


class Result:
    """Of one specification."""

    def __init__(self, name):
        self.name, self.differences, self.compared, self.known = name, [], 1, 0

    @property
    def agrees(self):
        return not self.differences

    @property
    def agreeing(self):
        return max(self.compared - len(self.differences), 0)


def judge(options, spec, target, known):
    result = Result(name_of(spec))
    ours, said = draw(options, spec)
    theirs = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {"error": "the reference broke off"}
    if "error" in theirs:
        result.differences = ["reference: " + theirs["error"]]
    elif ours is None:
        result.differences, result.compared = [said], len(theirs["items"]) + 1
    else:
        result.differences, result.compared = compare.compare(theirs, drawn.read(ours))
    patterns = known.get(result.name, [])
    kept = [text for text in result.differences if not any(pattern.search(text) for pattern, _ in patterns)]
    result.known, result.differences = len(result.differences) - len(kept), kept
    if patterns and result.known == 0 and "error" not in theirs and ours is not None:
        result.differences.append("listed among the known differences, but none is left")
    return result


def report(options, results):
    width = max(len(result.name) for result in results)
    print(f"{'specification':{width}}  compared  agreeing")
    for result in results:
        mark = "" if result.agrees else "  differs"
        print(f"{result.name:{width}}  {result.compared:8}  {result.agreeing:8}{mark}")
        shown = result.differences if options.all else result.differences[:3]
        for text in shown:
            print("    " + (text if options.all else text[:400]))
        if len(result.differences) > len(shown):
            print(f"    … and {len(result.differences) - len(shown)} more")


def share(part, whole):
    return 100 * part / whole if whole else 100.0


def summary(results):
    areas = {}
    for result in results:
        areas.setdefault(result.name.split("-")[0], []).append(result)
    print(f"\n{'area':14} specifications  agree    share    items agreeing  known")
    for area, group in [*sorted(areas.items()), ("all", results)]:
        agree = sum(result.agrees for result in group)
        compared, agreeing = sum(r.compared for r in group), sum(r.agreeing for r in group)
        print(f"{area:14} {len(group):14}  {agree:5}  {share(agree, len(group)):5.1f} %  {share(agreeing, compared):13.1f} %"
              f"  {sum(r.known for r in group):5}")
    return share(sum(result.agrees for result in results), len(results))


def thresholds():
    """The least share of specifications that agree, and how much of the schema may be in no specification."""
    lines = (line.split() for line in (HERE / "threshold").read_text(encoding="utf-8").splitlines())
    return {name: float(value) for name, value in lines}


def verdict(options, specs, reached):
    least = thresholds()
    missing = coverage.report(options.work / "node_modules/vega-lite", specs, options.coverage)
    if not options.coverage:
        print(f"{reached:.1f} % of {len(specs)} specifications agree; at least {least['agree']:g} % must.")
    print(f"{missing} parts of the schema are not shown; at most {least['not-shown']:g} may be.")
    different = defaults.report(options)
    return reached >= least["agree"] and missing <= least["not-shown"] and different == 0


def main():
    options = arguments()
    specs = choose(options)
    if not specs:
        sys.exit("no specification has that name")
    if options.coverage:
        sys.exit(0 if verdict(options, specs, 100.0) else 1)
    for folder in ("ours", "specs"):
        (options.work / folder).mkdir(exist_ok=True)
    data = options.work / "specs" / "data"
    if not data.is_symlink():
        data.symlink_to(options.work.resolve() / "node_modules/vega-datasets/data")
    targets, known = reference_results(options, specs), known_differences()
    with ThreadPoolExecutor(WORKERS) as pool:
        results = list(pool.map(lambda spec: judge(options, spec, targets[spec], known), specs))
    report(options, results)
    reached = summary(results)
    if options.sheet:
        import sheet
        sheet.draw_sheets(options, specs, targets, draw)
    if options.specs or options.area:
        sys.exit(0 if reached == 100 else 1)
    print()
    sys.exit(0 if verdict(options, specs, reached) else 1)


if __name__ == "__main__":
    main()
