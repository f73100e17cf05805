# SPDX-License-Identifier: GPL-3.0-or-later
# The peer for figure 1 with gnuplot: gnuplot -e "shares='…'; imports='…'; output='…'; wide=…; high=…; kind='pngcairo'" fuel-imports.gp
# gnuplot cannot order categories by a mean over rows, so the order stands here, which spares it that work.
order = 'EU MT PT AT IE SI LU SE BE FR ES HR NL IT DK RO CZ DE CY EL HU BG EE FI SK PL LT LV'
place(code) = (strstrt(order, code[1:2]) + 2) / 3
height(row) = row == 1 ? 0.5 : row
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
stats shares using (strcol(4) eq 'RU_SHARE_IMPORTS' && fuel(strcol(5)) > 0 ? \
    (row = place(strcol(1)), row == place('LT') ? Lithuania[fuel(strcol(5))] = $7 : 0, Names[row] = strcol(2), \
     Low[row] = $7 < Low[row] ? $7 : Low[row], High[row] = $7 > High[row] ? $7 : High[row], $7) : NaN) skip 1 nooutput
array Total[3]
array Undeclared[3]
case(code, product) = code eq 'AT' && product eq 'G3000' ? 1 : code eq 'LU' && product eq 'G3000' ? 2 : \
    code eq 'BG' && product eq 'O4000' ? 3 : 0
stats imports using ($3 == 2020 && case(strcol(1), strcol(5)) > 0 ? (k = case(strcol(1), strcol(5)), \
    strcol(4) eq 'IMP_TOTAL' ? Total[k] = $7 : strcol(4) eq 'IMP_NSP' ? Undeclared[k] = $7 : 0, $7) : NaN) skip 1 nooutput

set lmargin at screen 0.2
set rmargin at screen 0.957
set tmargin at screen 0.845
set bmargin at screen 0.115
unset border
set xrange [0:100]
set yrange [0:28.5]
set grid xtics linetype 1 linecolor rgb '#E4E8EC' linewidth 0.5
set arrow from 0, 0 to 0, 28.5 nohead linecolor rgb '#8A949E' linewidth 0.75
set tics scale 0 textcolor rgb '#1B1F24'
unset ytics
do for [i=1:28] {
    if (word(order, i) eq 'LT') { set label Names[i] at graph -0.01, first height(i) right textcolor rgb '#B3282D' } \
    else { set label Names[i] at graph -0.01, first height(i) right textcolor rgb '#1B1F24' }
}
set key at screen 0.02, 0.852 left bottom horizontal maxrows 1 width -2 samplen 1 reverse Left
size = kind eq 'svg' ? 0.9 : 2
big = kind eq 'svg' ? 17 : 26
middle = kind eq 'svg' ? 12 : 19
small = kind eq 'svg' ? 9 : 14
set label sprintf("Lithuania bought %.0f %% of its oil and %.0f %% of its solid\nfuels from Russia in 2020, but only %.0f %% of its gas", \
    Lithuania[1], Lithuania[2], Lithuania[3]) at screen 0.024, 0.967 left font sprintf('Inter:Bold,%d', big)
set label "Russia’s share of each country’s imports of the fuel, % of\nquantity, 2020; countries in order of the mean of their shares" \
    at screen 0.024, 0.912 left textcolor rgb '#57606A' font sprintf('Inter,%d', middle)
set label sprintf("Notes: Shares of imports, not of consumption; imports include trade within the EU. Hollow: a fifth or more of the imports is of\n\
undeclared origin (Austria’s gas %.0f %%, Luxembourg’s gas %.0f %%, Bulgaria’s oil %.0f %%). Denmark’s gas comes through Germany and\n\
shows as zero. Cyprus imported no gas, Malta no solid fuels.\n\
Source: Eurostat (nrg_ti_oil, nrg_ti_gas, nrg_ti_sff), extracted April–May 2022; own calculations", \
    100 * Undeclared[1] / Total[1], 100 * Undeclared[2] / Total[2], 100 * Undeclared[3] / Total[3]) noenhanced \
    at screen 0.024, 0.08 left textcolor rgb '#57606A' font sprintf('Inter,%d', small)
set style fill solid
plot \
    sample [i=1:28:1] '+' using (Low[int($1)]):(height(int($1))):(High[int($1)] - Low[int($1)]):(0) with vectors nohead \
        linecolor rgb '#B9C3CC' linewidth 0.75 notitle, \
    for [k=1:3] shares using (is(word('O4000 G3000 C0000X0350-0370', k)) && !hollow(0) ? $7 : NaN):(height(place(strcol(1)))) skip 1 \
        with points pointtype 7 pointsize size linecolor rgb word('#E78C20 #2B5C97 #57606A', k) \
        title word('Oil "Natural gas" "Solid fuels"', k), \
    for [k=1:3] shares using (is(word('O4000 G3000 C0000X0350-0370', k)) && hollow(0) ? $7 : NaN):(height(place(strcol(1)))) skip 1 \
        with points pointtype 6 pointsize size linecolor rgb word('#E78C20 #2B5C97 #57606A', k) notitle
