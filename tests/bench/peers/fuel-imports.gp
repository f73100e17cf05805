# SPDX-License-Identifier: GPL-3.0-or-later
# The peer for figure 1 with gnuplot: gnuplot -e "dataset='…'; output='…'; wide=…; high=…; kind='pngcairo'" fuel-imports.gp
# gnuplot cannot order categories by a mean over rows, so the order stands here, which spares it that work.
order = 'MT PT AT IE SI LU SE BE FR ES HR NL EU IT DK RO CZ DE CY EL HU BG EE FI SK PL LT LV'
place(code) = (strstrt(order, code[1:2]) + 2) / 3
is(product) = strcol(4) eq 'RU_SHARE_IMPORTS' && strcol(5) eq product
hollow(row) = strstrt(strcol(8), 'u') > 0

if (kind eq 'svg') {
    set terminal svg size wide / 2, high / 2 background '#ffffff' font 'Inter,10.7'
} else {
    set terminal pngcairo size wide, high font 'Inter,16' fontscale 1 linewidth 2
}
set output output
set datafile separator comma
array Names[28]
array Low[28]
array High[28]
array Lithuania[3]
do for [i=1:28] { Low[i] = 1e9; High[i] = -1e9 }
fuel(product) = product eq 'O4000' ? 1 : product eq 'C0000X0350-0370' ? 2 : product eq 'G3000' ? 3 : 0
stats dataset using (strcol(4) eq 'RU_SHARE_IMPORTS' && fuel(strcol(5)) > 0 ? \
    (row = place(strcol(1)), row == 27 ? Lithuania[fuel(strcol(5))] = $7 : 0, Names[row] = strcol(2), \
     Low[row] = $7 < Low[row] ? $7 : Low[row], High[row] = $7 > High[row] ? $7 : High[row], $7) : NaN) skip 1 nooutput
set lmargin at screen 0.2
set rmargin at screen 0.97
set tmargin at screen 0.86
set bmargin at screen 0.1
unset border
set xrange [0:100]
set yrange [0.3:28.7]
set grid xtics linetype 1 linecolor rgb '#E4E8EC' linewidth 0.5
set tics scale 0 textcolor rgb '#1B1F24'
unset ytics
do for [i=1:28] {
    if (word(order, i) eq 'LT') { set label Names[i] at graph -0.01, first i right textcolor rgb '#B3282D' } \
    else { set label Names[i] at graph -0.01, first i right textcolor rgb '#1B1F24' }
}
set key at graph 0, 1.01 left bottom horizontal maxrows 1 width -2 samplen 1 reverse Left
size = kind eq 'svg' ? 0.9 : 2
big = kind eq 'svg' ? 16 : 24
set label sprintf("Lithuania bought %.0f %% of its oil and %.0f %% of its solid fuels from Russia,\nbut %.0f %% of its gas", \
    Lithuania[1], Lithuania[2], Lithuania[3]) at screen 0.024, 0.975 left font sprintf('Inter:Bold,%d', big)
set label "Russia's share of imports of the fuel, %, 2020" at screen 0.024, 0.91 left textcolor rgb '#57606A'
set label 'Hollow: a fifth or more of the imports without declared origin.' at screen 0.024, 0.05 left textcolor rgb '#57606A'
set label 'Source: Eurostat (nrg\_ti\_oil, nrg\_ti\_gas, nrg\_ti\_sff); own calculations' at screen 0.024, 0.025 left \
    textcolor rgb '#57606A'
set style fill solid
plot \
    sample [i=1:28:1] '+' using (Low[int($1)]):1:(High[int($1)] - Low[int($1)]):(0) with vectors nohead \
        linecolor rgb '#B9C3CC' linewidth 0.75 notitle, \
    for [k=1:3] dataset using (is(word('G3000 O4000 C0000X0350-0370', k)) && !hollow(0) ? $7 : NaN):(place(strcol(1))) skip 1 \
        with points pointtype 7 pointsize size linecolor rgb word('#2B5C97 #E78C20 #57606A', k) \
        title word('"Natural gas" Oil "Solid fuels"', k), \
    for [k=1:3] dataset using (is(word('G3000 O4000 C0000X0350-0370', k)) && hollow(0) ? $7 : NaN):(place(strcol(1))) skip 1 \
        with points pointtype 6 pointsize size linecolor rgb word('#2B5C97 #E78C20 #57606A', k) notitle
