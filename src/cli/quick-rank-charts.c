/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rank charts as figure files. Blanks: $head title and subtitle, $source what the data map holds, $steps filters,
 * $complete rows that are not there, $value $name $time $section $column columns in transforms (and with a colon in
 * channels), $datum the value in an expression, $order, $highlight a whole entry, $one the predicate in it, $apart what
 * tells lines from each other, $latest the step that it needs, $named which lines have names, $places how many are
 * ranked, $top half a lane below them, $ticks ranks on an axis, $writing the step that writes cells and $numbers the
 * layer that shows them, $uncertainty the option of rankinterval, $first $last conditions, $pattern how values are
 * written, $height.
 */
#include "cli/quick-rank.h"

static const char bump[] =
    "{$head data: {$source},"
    "transform: [$steps $complete {rank: $value, as: rank, order: $order, groupby: [$time]}$latest], $highlight "
    "mark: {type: line, strokeWidth: 1.4, point: {size: 16}, label: {ends: both, value: d}},"
    "encoding: {"
    "  x: {field: $time:, axis: {title: null, domain: false, ticks: false}},"
    "  y: {field: rank, title: Rank, axis: null,"
    "    scale: {domain: [0.5, $top], reverse: true, zero: false, nice: false}},"
    "  $apart},"
    "height: $height}";

static const char dots[] =
    "{$head datasets: {ranked: {$source, transform: [$steps"
    "  {rankinterval: $value, $uncertainty, order: $order, tiebreak: $name},"
    "  {filter: isValid(datum.place)}]}},"
    "data: {name: ranked}, $highlight "
    "encoding: {y: {field: $name:, sort: {field: place, op: min}}},"
    "layer: ["
    "{mark: {type: rule, color: context, strokeWidth: 3},"
    "  encoding: {x: {field: rank_low, title: Rank}, x2: {field: rank_high}}},"
    "{mark: {type: point, filled: true, size: 34},"
    "  encoding: {x: {field: rank_median, title: Rank, scale: {zero: false, nice: false}, axis: {values: $ticks, "
    "format: d}}}},"
    "{transform: [{filter: isValid(datum.group_end)},"
    "    {lookup: group_end, from: {data: {name: ranked}, key: place, fields: [$name]}, as: [until]},"
    "    {calculate: \"$places * (1.02 + 0.015 * datum.lane)\", as: bracket}],"
    "  highlight: null, mark: {type: rule, color: secondary, strokeWidth: 1.5},"
    "  encoding: {x: {field: bracket}, y2: {field: until}}}]}";

static const char dumbbell[] =
    "{$head data: {$source},"
    "transform: [$steps {filter: \"$first || $last\"},"
    "  {calculate: \"$last ? 'later' : 'earlier'\", as: period},"
    "  {calculate: \"$last ? $datum : null\", as: latest},"
    "  {joinaggregate: [{op: max, field: latest, as: latest}], groupby: [$name]}], $highlight "
    "encoding: {y: {field: $name:, sort: {field: latest, op: max, order: $order}}},"
    "layer: ["
    "{mark: {type: rule, color: context, strokeWidth: 2, aria: false},"
    "  encoding: {x: {aggregate: min, field: $value:}, x2: {aggregate: max, field: $value:}}},"
    "{transform: [{filter: \"datum.period == 'earlier'\"}],"
    "  mark: {type: point, filled: true, size: 20},"
    "  encoding: {x: {field: $value:, scale: {zero: false}}}},"
    "{transform: [{filter: \"datum.period == 'later'\"}],"
    "  mark: {type: point, filled: true, size: 70},"
    "  encoding: {x: {field: $value:, scale: {zero: false}}}}]}";

static const char slope[] =
    "{$head data: {$source}, transform: [$steps $complete {filter: \"$first || $last\"}$latest], "
    "$highlight "
    "mark: {type: line, strokeWidth: 1.4, point: {size: 20}, label: {ends: both, value: $pattern $named}},"
    "encoding: {"
    "  x: {field: $time:, type: ordinal, scale: {padding: 0.05},"
    "    axis: {title: null, labelAngle: 0, domain: false, ticks: false}},"
    "  y: {field: $value:, axis: null, scale: {zero: false}},"
    "  $apart},"
    "height: $height}";

static const char heat[] =
    "{$head data: {$source},"
    "transform: [$steps {rank: $value, as: rank, order: $order, groupby: [$column]},"
    "  $writing"
    "  {calculate: \"$places + 1 - datum.rank\", as: behind},"
    "  {calculate: \"$last ? datum.rank : null\", as: latest}], $highlight "
    "encoding: {"
    "  x: {field: $column:, type: ordinal,"
    "    axis: {title: null, orient: top, labelAngle: 0, labelOverlap: true, $headings"
    "      domain: false, ticks: false}},"
    "  y: {field: $name:, sort: {field: latest, op: min}}},"
    "layer: ["
    "{mark: rect, encoding: {color: {field: behind, type: quantitative, legend: null}}}$numbers]}";

static const char profile[] =
    "{$head data: {$source},"
    "transform: [$steps {rank: $value, as: rank, order: $order, groupby: [$section]},"
    "  {joinaggregate: [{op: valid, field: $value, as: places}], groupby: [$section]},"
    "  {filter: isValid(datum.rank) && datum.places > 1},"
    "  {calculate: 100 * (datum.places - datum.rank) / (datum.places - 1), as: behind},"
    "  {calculate: \"datum.rank + ' of ' + datum.places\", as: standing}],"
    "encoding: {"
    "  y: {field: $section:},"
    "  x: {field: behind, title: \"Share of the other places that stand behind, %\", scale: {domain: [0, 100]},"
    "    axis: {title: \"Share of the other places that stand behind, %\"}},"
    "  detail: {field: $name:}},"
    "layer: ["
    "{transform: [{filter: {not: $one}}], mark: {type: tick, color: context, thickness: 1.5}},"
    "{transform: [{filter: $one}],"
    "  mark: {type: point, filled: true, color: highlight, size: 70, label: {field: standing}}}]}";

const RkRankChart rk_rank_charts[] = {
    {"bump", RK_RANK_CHART_TIME, "Ranks", bump},
    {"dots", RK_RANK_CHART_INTERVAL,
     "Median ranks with the ranks that 90 % of the draws keep to; brackets join places that cannot be told apart",
     dots},
    {"dumbbell", RK_RANK_CHART_TIME | RK_RANK_CHART_ENDS | RK_RANK_CHART_SIZES, NULL, dumbbell},
    {"slope", RK_RANK_CHART_TIME | RK_RANK_CHART_ENDS, NULL, slope},
    {"heat", RK_RANK_CHART_COLUMNS, "Values, with ranks in brackets", heat},
    {"profile", RK_RANK_CHART_SECTION | RK_RANK_CHART_HIGHLIGHT, NULL, profile},
    {NULL}};
