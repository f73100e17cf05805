#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of places: generate.py ISO-CODES-PREFIX COUNTRIES.INI AGGREGATES.INI OUTPUT.C

ISO 3166-1 and its translations come from the package iso-codes, everything else from the two files. The program then
needs no package at run time and says the same on every machine. It refuses codes that stand for two places.
"""
import configparser
import gettext
import json
import pathlib
import sys
import unicodedata

SYSTEMS = ['alpha2', 'alpha3', 'numeric', 'eurostat', 'worldBank', 'owid']
OTHER = 'codes'
NAME_BIT = 1 << 8  # RK_GEO_NAME
KINDS = {'country': 'RK_GEO_COUNTRY', 'former': 'RK_GEO_FORMER', 'aggregate': 'RK_GEO_AGGREGATE'}
# A language with fewer names labels too little, and rarely names a table.
LEAST_NAMES = 150
LANGUAGE_KEYS = {'en', 'lt', 'lv', 'et', 'pl', 'de', 'fr', 'es', 'uk', 'fi', 'sv', 'da', 'nb'}
OTHER_KEYS = {'kind', 'also', 'doubt', 'members', OTHER, *SYSTEMS}


def fold(text):
    """As rk_geo_fold() in fold.c: the test of every name holds the two together."""
    kept = []
    for letter in unicodedata.normalize('NFD', text.casefold()):
        if '\u0300' <= letter <= '\u036f' or letter in "'\u2019\u2018\u02bc\u02bb`\u00b4*":
            continue
        kept.append(' and ' if letter == '&' else ' ' if letter in ' .,;:()[]-\u2010\u2011\u2012\u2013\u2014_/\u00a0' else letter)
    words = ['saint' if word == 'st' else word for word in ''.join(kept).split()]
    return ' '.join(word for word in words if word != 'the')


def read_ini(path):
    parser = configparser.ConfigParser(interpolation=None, delimiters=('=',), comment_prefixes=(';',), strict=True)
    parser.optionxform = str
    parser.read_string(pathlib.Path(path).read_text(encoding='utf-8'), path)
    return parser


class Place:
    def __init__(self, name, kind):
        self.id, self.kind = name, kind
        self.codes = {system: [] for system in [*SYSTEMS, OTHER]}
        self.labels, self.names, self.doubts = {}, [], []

    def add_iso(self, entry):
        self.codes.update(alpha2=[entry['alpha_2']], alpha3=[entry['alpha_3']], numeric=[entry['numeric']])
        self.labels['en'] = entry.get('common_name', entry['name'])
        self.names += [entry[key] for key in ('name', 'common_name', 'official_name') if key in entry]

    def add_section(self, section):
        unknown = set(section) - LANGUAGE_KEYS - OTHER_KEYS
        if unknown:
            sys.exit(f'[{self.id}]: unknown keys {sorted(unknown)}')
        for system in [*SYSTEMS, OTHER]:
            if system in section:
                self.codes[system] = section[system].split()
        self.labels.update({key: section[key] for key in section if key in LANGUAGE_KEYS})
        self.names += [name.strip() for name in section.get('also', '').split(';') if name.strip()]
        if 'doubt' in section:
            self.doubts.append([part.strip() for part in section['doubt'].split(':', 1)])

    def complete(self):
        """Eurostat writes ISO's two letters, and the World Bank and Our World in Data its three, unless told."""
        if self.kind == 'country':
            for system, like in (('eurostat', 'alpha2'), ('worldBank', 'alpha3'), ('owid', 'alpha3')):
                self.codes[system] = self.codes[system] or self.codes[like]


def read_places(prefix, countries, aggregates):
    places = {}
    entries = json.loads((prefix / 'share/iso-codes/json/iso_3166-1.json').read_text(encoding='utf-8'))['3166-1']
    for entry in sorted(entries, key=lambda entry: entry['alpha_2']):
        places[entry['alpha_2']] = Place(entry['alpha_2'], 'country')
        places[entry['alpha_2']].add_iso(entry)
    for parser, kind in ((countries, 'country'), (aggregates, 'aggregate')):
        for name in parser.sections():
            if name == 'ambiguous':
                continue
            if name not in places:
                places[name] = Place(name, parser[name].get('kind', kind))
            places[name].add_section(parser[name])
    for name in aggregates.sections():
        if 'members' in aggregates[name]:
            group, count = aggregates[name]['members'].split()
            labels = {language: f'{label} ({count})' for language, label in places[group].labels.items()}
            places[name].labels = {**labels, **places[name].labels}
    for place in places.values():
        place.complete()
    return places, entries


def has(catalogue, text):
    """gettext answers the question itself where it has no answer; a fallback tells the two apart."""
    catalogue._fallback = NoAnswer()
    return catalogue.gettext(text) is not None


class NoAnswer(gettext.NullTranslations):
    def gettext(self, message):
        return None


def translate(prefix, places, entries):
    """Labels and names of every language that has enough of them; a label that was written by hand stays."""
    languages = ['en']
    for path in sorted((prefix / 'share/locale').glob('*/LC_MESSAGES/iso_3166-1.mo')):
        language = path.parts[-3].replace('_', '-').replace('@', '-')
        with open(path, 'rb') as file:
            catalogue = gettext.GNUTranslations(file)
        known = {}
        for entry in entries:
            # Official names are left out: nobody writes them in tables, and some translations are those of a neighbour.
            known[entry['alpha_2']] = {key: catalogue.gettext(entry[key]) for key in ('common_name', 'name')
                                       if key in entry and has(catalogue, entry[key])}
        if sum(1 for texts in known.values() if 'name' in texts or 'common_name' in texts) < LEAST_NAMES:
            continue
        languages.append(language)
        for name, texts in known.items():
            places[name].names += texts.values()
            label = texts.get('common_name', texts.get('name'))
            if label:
                places[name].labels.setdefault(language, label)
        drop_shared(places, language)
    return languages


def drop_shared(places, language):
    """A label that does not tell its place from another is no label: some translators were wrong by a line."""
    english, own = {}, {}
    for name, place in places.items():
        english.setdefault(fold(place.labels['en']), name)
        own.setdefault(fold(place.labels.get(language, '')), []).append(name)
    for label, names in own.items():
        for name in names:
            if len(names) > 1 or english.get(label, name) != name:
                places[name].labels.pop(language, None)


def add_codes(places, order):
    codes = {}
    for index, name in enumerate(order):
        for bit, system in enumerate([*SYSTEMS, OTHER]):
            for code in places[name].codes[system]:
                holder = codes.setdefault(code, [index, 0])
                if holder[0] != index:
                    sys.exit(f'the code {code} stands for {order[holder[0]]} and {name}')
                holder[1] |= 1 << bit
    return codes


def take_abbreviations(places, order, codes):
    """USA and UK stand among names, too: as codes they are written so, and as names they need no folding."""
    for index, name in enumerate(order):
        for text in places[name].names:
            if text in codes and codes[text][0] == index:
                codes[text][1] |= NAME_BIT
        places[name].names = [text for text in places[name].names if text not in codes]


def add_names(places, order, parsers):
    names = {}
    for index, name in enumerate(order):
        for text in [*places[name].labels.values(), *places[name].names]:
            if fold(text):
                names.setdefault(fold(text), set()).add(index)
    undecided = set()
    for parser in parsers:
        for text, candidates in parser['ambiguous'].items():
            names[fold(text)] = {order.index(name) for name in candidates.split()}
            undecided.add(fold(text))
    return names, undecided


class Blob:
    """Texts one after the other, each once; offset 0 is nothing."""

    def __init__(self):
        self.offsets, self.parts, self.size = {}, [''], 1

    def add(self, text):
        if text not in self.offsets:
            self.offsets[text] = self.size
            self.parts.append(text)
            self.size += len(text.encode('utf-8')) + 1
        return self.offsets[text]


def quote(text):
    """A C literal in ASCII; three octal digits never take in what follows."""
    return '"' + ''.join(chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\?' else f'\\{byte:03o}'
                         for byte in text.encode('utf-8')) + '"'


def rows(items, width=12):
    items = list(items)
    return ''.join('    ' + ', '.join(items[at:at + width]) + ',\n' for at in range(0, len(items), width))


def write_records(places, order):
    lines = []
    for name in order:
        place = places[name]
        codes = ', '.join(quote(place.codes[system][0]) if place.codes[system] else 'NULL' for system in SYSTEMS)
        lines.append(f'    {{{quote(name)}, {KINDS[place.kind]}, {{{codes}}}}},\n')
    return ''.join(lines)


def write(places, languages, parsers):
    order = list(places)
    blob, candidates, index = Blob(), [], []
    codes = add_codes(places, order)
    take_abbreviations(places, order, codes)
    names, undecided = add_names(places, order, parsers)
    for key in sorted(names, key=lambda text: text.encode('utf-8')):
        index.append(f'{{{blob.add(key)}, {len(candidates)}, {len(names[key])}, {int(key in undecided)}}}')
        candidates += [str(number) for number in sorted(names[key])]
    labels = [str(blob.add(places[name].labels[language])) if language in places[name].labels else '0'
              for language in languages for name in order]
    doubts = [f'{{{order.index(name)}, {quote(fold(text))}, {quote(what)}}}'
              for name in order for text, what in places[name].doubts]
    code_rows = [f'{{{quote(code)}, {holder[0]}, {holder[1]}}}'
                 for code, holder in sorted(codes.items(), key=lambda item: item[0].encode())]
    text = ''.join(f'    {quote(part)} "\\0"\n' for part in blob.parts)
    return f'''/* Generated by src/places/generate.py. */
#include "places/geo-private.h"

static const RkGeo records[] = {{
{write_records(places, order)}}};

static const RkGeoCode codes[] = {{
{rows(code_rows, 4)}}};

static const char text[] =
{text};

static const RkGeoName names[] = {{
{rows(index, 6)}}};

static const guint16 candidates[] = {{
{rows(candidates)}}};

static const char *const languages[] = {{
{rows((quote(language) for language in languages), 12)}    NULL}};

static const guint32 labels[] = {{
{rows(labels)}}};

static const RkGeoDoubt doubts[] = {{
{rows(doubts, 1)}}};

const RkGeoTable rk_geo_table = {{
    .records = records, .record_count = G_N_ELEMENTS(records),
    .codes = codes, .code_count = G_N_ELEMENTS(codes),
    .text = text,
    .names = names, .name_count = G_N_ELEMENTS(names),
    .candidates = candidates,
    .languages = languages, .language_count = {len(languages)},
    .labels = labels,
    .doubts = doubts, .doubt_count = G_N_ELEMENTS(doubts)}};
'''


def main():
    prefix, countries, aggregates, output = sys.argv[1:]
    parsers = [read_ini(countries), read_ini(aggregates)]
    places, entries = read_places(pathlib.Path(prefix), *parsers)
    languages = translate(pathlib.Path(prefix), places, entries)
    pathlib.Path(output).write_text(write(places, languages, parsers), encoding='utf-8')


main()
