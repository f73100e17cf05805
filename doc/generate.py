#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill the templates of this folder from the program itself.

Every line `@kind subject@` of a template gives way to what the program says of it: `@list marks@` to the marks in mdoc,
`@options rank@` to the options of a command in mdoc, `@words axis@` to the keys of an axis (from vocabulary.c), `@bash@`
and `@zsh@` to tables for the shells. Knows nothing of its own about marks or options.

usage: generate.py PROGRAM VOCABULARY TEMPLATE OUTPUT
"""
import csv
import io
import os
import re
import subprocess
import sys
import textwrap

OPTION = re.compile(r"  (?:-(?P<short>\w), )?--(?P<long>[\w-]+)(?:=(?P<value>\S+))?\s{2,}(?P<text>\S.*)")
COMMAND = re.compile(r"  ([a-z]+) +(\S.*)")
WIDTH = 79


class Program:
    def __init__(self, path, vocabulary):
        self.path = path
        self.vocabulary = vocabulary

    def ask(self, *arguments, path=None):
        path = path or self.path
        environment = dict(os.environ, LC_ALL="C.UTF-8")
        # What the program leaks at its end is not the documentation's business.
        environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        done = subprocess.run([path, *arguments], capture_output=True, env=environment, check=False)
        if done.returncode != 0:
            sys.exit(f"{path} {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout.decode("utf-8")

    def commands(self):
        lines = self.ask("--help").split("Commands:\n")[1].split("\n\n")[0].splitlines()
        return [COMMAND.fullmatch(line).groups() for line in lines]

    def usage(self, command):
        return self.ask(command, "--help").splitlines()[1].split(command, 1)[1].strip()

    def lists(self):
        return self.usage("list").split()[-1].split("|")

    def keys(self, subject):
        return [line.split("\t") for line in self.ask(subject, path=self.vocabulary).splitlines()]

    def options(self, command):
        return [found.groupdict() for found in map(OPTION.fullmatch, self.ask(command, "--help").splitlines()) if found]

    def keys_of_steps(self, command):
        """For the options that begin a step the options that may follow: they have a help of their own."""
        verbs = {name for name, _ in self.list("transforms")}
        steps = {}
        for verb in [option["long"] for option in self.options(command) if option["long"] in verbs]:
            lines = self.ask(command, verb, "--help").splitlines()
            # Elsewhere an option may have the name of a verb and be one option.
            if f"--{verb} " not in lines[1]:
                continue
            found = map(OPTION.fullmatch, lines)
            steps[verb] = [key.groupdict() for key in found if key and key["long"] not in (verb, "help")]
        return steps

    def list(self, kind):
        return [tuple(row) for row in csv.reader(io.StringIO(self.ask("list", kind, "-f", "csv")))][1:]


def escape(text):
    """Text for a line of mdoc."""
    text = text.replace("\\", "\\e").replace("`", "\\(ga").replace("'", "\\(aq")
    return "\\&" + text if text[:1] == "." or text.startswith("\\(aq") else text


def words(text):
    """Text within the arguments of a macro: nothing there may look like a macro."""
    return '"' + escape(text).replace('"', "\\(dq") + '"'


def mdoc_list(program, kind):
    lines = [".Bl -tag -width \"joinaggregate\" -compact"]
    for name, summary in program.list(kind):
        lines += [".It Cm " + words(name), escape(summary)]
    return lines + [".El"]


def mdoc_usage(program):
    lines = []
    for name, _ in program.commands():
        usage = program.usage(name).replace("[OPTION…]", "").split()
        line = f".Nm\n.Cm {name}\n.Op Ar option ..."
        for word in usage:
            if word.startswith("--"):
                line += f"\n.Fl {word[1:]}"
            elif "|" in word:
                line += "\n.Ar list"
            else:
                line += "\n.Ar " + word.lower().replace("…", " ...")
        lines += line.split("\n")
    return lines


def mdoc_options(program, command):
    lines = [".Bl -tag -width Ds -compact"]
    for option in program.options(command):
        value = f" Ns = Ns Ar {option['value'].lower()}" if option["value"] else ""
        short = f"Fl {option['short']} , " if option["short"] else ""
        lines += [f".It {short}Fl -{option['long']}{value}", escape(option["text"])]
    return lines + [".El"]


def mdoc_words(program, subject):
    """The keys of a subject: nested lists follow the depth. Depth 0 is a mark, transform or format of its own."""
    lines, depth = [], 0
    for level, name, kinds, allowed, reason, summary in program.keys(subject):
        level = int(level)
        while depth > level:
            lines.append(".El")
            depth -= 1
        while depth < level:
            lines.append(".Bl -tag -width Ds -compact")
            depth += 1
        if level == 0:
            lines += [".Ss " + words(name), escape(summary) + "."]
            continue
        if reason:
            lines += [".It Cm " + words(name), escape(f"{summary}." if summary else "")]
            lines += [".Em Not drawn :", escape(reason) + "."]
        else:
            lines.append(".It Cm " + words(name) + " Pq " + words(kinds))
            lines.append(escape(summary) + (": " + escape(allowed) if allowed else ""))
    return [line for line in lines if line] + [".El"] * depth


def choices(program, option):
    """The words an option takes: names of the registries, or those that its help counts up."""
    text = option["text"]
    found = re.search(r"rodiklis list (\w+)", text)
    if found:
        return [name for name, _ in program.list(found.group(1))]
    if option["value"] in ("COL", "EXPR", "TEXT", "PATH", "FILE", "N", "LENGTH", "NAME", None):
        return []
    text = re.sub(r" \([^)]*\)", "", text.split(": ", 1)[-1])
    text = re.sub(r"\bthe \w+ \w+\b", "", text)
    parts = [part.strip() for part in re.split(r",| or ", text) if part.strip()]
    return parts if all(re.fullmatch(r"[a-z-]+", part) for part in parts) else []


def bash_tables(program):
    lines = ["    local commands='" + " ".join(name for name, _ in program.commands()) + "'",
             "    local lists='" + " ".join(program.lists()) + "'",
             "    local -A options=(", ]
    for name, _ in program.commands():
        spelled = []
        for option in program.options(name):
            spelled += ["-" + option["short"]] if option["short"] else []
            spelled.append("--" + option["long"])
        lines.append(f"        [{name}]='{' '.join(spelled)}'")
    lines += ["    )", "    local -A values=("]
    for name, _ in program.commands():
        for option in program.options(name):
            if option["value"] is None:
                continue
            what = " ".join(choices(program, option)) or "<" + option["value"] + ">"
            for spelling in ("-" + option["short"] if option["short"] else "", "--" + option["long"]):
                if spelling:
                    lines.append(f"        ['{name} {spelling}']='{what}'")
        # What one step takes as one of some words may be any text in another.
        taking = {key["long"] for keys in program.keys_of_steps(name).values() for key in keys if key["value"]}
        lines += [f"        ['{name} --{key}']='<TEXT>'" for key in sorted(taking)]
    lines += ["    )", "    local -A keys=("]
    for name, _ in program.commands():
        for verb, keys in program.keys_of_steps(name).items():
            lines.append(f"        ['{name} --{verb}']='{' '.join('--' + key['long'] for key in keys)}'")
    return lines + ["    )"]


def zsh_quote(text):
    return text.replace("'", "’").replace("[", "(").replace("]", ")").replace(":", "\\:")


def zsh_tables(program):
    lines = ["    local -a commands=("]
    lines += [f"        '{name}:{zsh_quote(summary)}'" for name, summary in program.commands()]
    lines += ["    )", "    local lists='" + " ".join(program.lists()) + "'", "    local -A options=("]
    for name, _ in program.commands():
        specs = []
        for option in program.options(name):
            value = ""
            if option["value"]:
                value = f":{option['value'].lower()}:"
                allowed = choices(program, option)
                if allowed:
                    value += "(" + " ".join(allowed) + ")"
                elif option["value"] in ("PATH", "FILE"):
                    value += "_files"
            text = zsh_quote(option["text"])
            equals = "=" if option["value"] else ""
            again = "*" if "several times" in text else ""
            specs.append(f"{again}--{option['long']}{equals}[{text}]{value}")
            if option["short"]:
                specs.append(f"{again}-{option['short']}[{text}]{value}")
        for key in {key["long"]: key for keys in program.keys_of_steps(name).values() for key in keys}.values():
            value = ":text:" if key["value"] else ""
            specs.append(f"*--{key['long']}{'=' if value else ''}[{zsh_quote(key['text'])}]{value}")
        lines.append(f"        {name} '" + "\n".join(specs) + "'")
    return lines + ["    )"]


KINDS = {"list": mdoc_list, "options": mdoc_options, "usage": mdoc_usage, "words": mdoc_words,
         "bash": bash_tables, "zsh": zsh_tables}


def fill(lines):
    """Breaks long lines of running text; what is literal and what is a macro stays as it is."""
    literal = False
    for line in lines:
        literal = line.startswith(".Bd") or literal and not line.startswith(".Ed")
        if literal or line.startswith(".") or len(line.encode()) <= WIDTH:
            yield line
        else:
            # A full stop at the start of a line would be a macro, and one at its end the end of a sentence.
            yield from textwrap.wrap(line, WIDTH - 5, break_long_words=False, break_on_hyphens=False)


def main():
    path, vocabulary, template, output = sys.argv[1:]
    program = Program(path, vocabulary)
    lines = []
    with open(template, encoding="utf-8") as file:
        for line in file.read().splitlines():
            found = re.fullmatch(r"@([a-z]+)(?: ([a-z]+))?@", line)
            if found and found.group(1) in KINDS:
                lines += KINDS[found.group(1)](program, *filter(None, [found.group(2)]))
            else:
                lines.append(line)
    if ".Sh NAME" in lines:
        lines = fill(lines)
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


main()
