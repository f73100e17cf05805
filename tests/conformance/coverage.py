# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts, from Vega-Lite's own schema, which definitions, properties and words of it the corpus makes use of. What no
specification shows must be listed in the file not-shown with a reason; that list may not name what is shown. Neither may
a specification be what the schema does not want, unless beyond-schema says why."""

import fnmatch
import json
import re
from pathlib import Path

from schema import Schema

HERE = Path(__file__).resolve().parent
ROOTS = ["TopLevelUnitSpec", "TopLevelLayerSpec"]

# Definitions that offer the same properties for the same thing count as one.
FAMILIES = [
    (r"^(Area|Bar|Line|Rect|Tick|Mark)Config$|^OverlayMarkDef$", "MarkConfig"),
    (r"^ConditionalPredicate<", "ConditionalPredicate"),
    (r"^ConditionalParameter<", "ConditionalParameter"),
    (r"^(SharedEncoding|FacetedEncoding|Encoding)$", "Encoding"),
    (r"^SharedEncoding/", "ChannelDef"),
    (r"^(TitleParams|BaseTitleNoValueRefs|TitleConfig)$", "TitleParams"),
    (r"^(TopLevelUnitSpec|TopLevelLayerSpec|LayerSpec|GenericUnitSpec.*)$", "Spec"),
    (r"^(Local|Utc)(Single|Multi)TimeUnit$|^BinnedTimeUnit$", "TimeUnit"),
    (r"^(NonArg)?AggregateOp$", "AggregateOp"),
    (r"^(MarkType|Mark)$", "Mark"),
    (r"^ValueDef", "ValueDef"),
    (r"^(AggregatedFieldDef|JoinAggregateFieldDef)$", "AggregatedFieldDef"),
    (r"^(?!Window|Order|Aggregated|JoinAgg).*(FieldDef|DatumDef|FieldOrDatumDef)", "ChannelDef"),
]
AREAS = [
    (r"^(Axis|Legend|Title|Header|Resolve|View|AutoSize|Autosize|Padding|LabelOverlap|ConditionalAxis|Orient$|BBox|Step"
     r"|LayoutAlign|Spec|Composition|TickCount|RowCol)", "guides"),
    (r"^(Scale|Range|Bin|Scheme|Sequential|Diverging|Categorical|Cyclical|ColorScheme|Domain|Sort|AllSort)", "scales"),
    (r"^(Mark|BoxPlot|ErrorBa|Encoding|ChannelDef|Interpolate|Gradient|Linear|Radial|Symbol|Stroke|Align|Baseline"
     r"|Orientation|Text|Font|Blend|Cursor|Color|StackOffset|Tooltip|Relative|Composite|Any|Position|Polar|Offset|Order"
     r"|TypeForShape|Shape|NumericM|NumericA|Conditional|Value|TimeDef|Hex|Field$|Type|Standard|String)", "marks"),
    (r"Transform|Predicate|Param|Time|Date|Data|Format|Dict|Inline|Url|Named|Csv|Dsv|Json|Sequence|Generator|Lookup"
     r"|Window|Impute|Aggregate|Arg|Expr|Locale|Logical|Day|Month|Field|Parse|Sample|Vector|Join", "expressions"),
]


def first(table, name, otherwise):
    return next((value for pattern, value in table if re.search(pattern, name)), otherwise)


def family(use):
    """Properties and words belong to a family; a definition stands for itself."""
    name, what = use
    around = name.split("/")[0]
    return (name, what) if what is None else (first(FAMILIES, name, first(FAMILIES, around, around)), what)


def written(use):
    name, what = use
    return name if what is None else name + what if what.startswith("=") else f"{name}.{what}"


def read_list(name):
    """[(pattern or specification, reason)]: a line each, between them a bar."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split(" | ", 1)) for line in lines if line and line[0] != "#"]


def used_by(schema, specs):
    """What the corpus makes use of, and the specifications that are not what the schema wants."""
    used, strange = set(), []
    for path in specs:
        document = json.loads(path.read_text(encoding="utf-8"))
        root = "TopLevelLayerSpec" if "layer" in document else "TopLevelUnitSpec"
        entry = {"$ref": "#/definitions/" + root}
        if not schema.fulfils(document, entry):
            strange.append(path.name.removesuffix(".vl.json"))
        schema.uses(document, entry, root, used)
        schema.kept = getattr(schema, "kept", []) + [document]  # identities must not be used anew
    return used, strange


def matches(pattern, text):
    return fnmatch.fnmatchcase(text, pattern)


def measure(package, specs):
    """(number of things offered, uncovered by area, lines that excuse nothing, strange specifications)."""
    schema, excluded = Schema(package / "build/vega-lite-schema.json"), read_list("not-shown")
    names = schema.reachable(ROOTS, lambda name: any(matches(pattern, name) for pattern, _ in excluded))
    offered = {family(use) for name in names for use in schema.offers(name)}
    used, strange = used_by(schema, specs)
    shown = {written(family(use)) for use in used}
    wanted = {written(use): use for use in offered}
    missing = sorted(set(wanted) - shown)
    idle = [pattern for pattern, _ in excluded
            if not any(matches(pattern, text) for text in [*missing, *schema.definitions])]
    missing = [text for text in missing if not any(matches(pattern, text) for pattern, _ in excluded)]
    beyond = [name for name, _ in read_list("beyond-schema")]
    idle += [name for name in beyond if name not in strange]
    strange = [name for name in strange if name not in beyond]
    by_area = {}
    for text in missing:
        by_area.setdefault(first(AREAS, wanted[text][0], "conformance"), []).append(text)
    return len(wanted), by_area, idle, strange


def report(package, specs, everything):
    """Prints the count; returns how many are uncovered."""
    offered, by_area, idle, strange = measure(package, specs)
    missing = sum(len(texts) for texts in by_area.values())
    print(f"Vega-Lite's schema: {offered} definitions, properties and words belong here, {missing} of them in no "
          "specification and not in the list of what has none.")
    for area, texts in sorted(by_area.items()):
        print(f"    {area}: {len(texts)}" + ("" if everything else f", e.g. {', '.join(texts[:3])}"))
        for text in texts if everything else []:
            print(f"        {text}")
    for pattern in idle:
        print(f"    excluded in vain: {pattern}")
    for name in strange:
        print(f"    not what the schema wants: {name}")
    return missing + len(idle) + len(strange)
