# SPDX-License-Identifier: GPL-3.0-or-later
#
# What scripts read first: asked for help, a script prints the comment at its head and does nothing else.
# shellcheck shell=bash
case " ${*:-} " in
*" -h "* | *" --help "*)
    sed -n '4,${/^#/!q; s/^#\( \|$\)//p}' "$0"
    exit
    ;;
esac
