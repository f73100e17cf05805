# SPDX-License-Identifier: GPL-3.0-or-later
"""Just enough of JSON Schema for Vega-Lite's: which definitions a document makes use of, and with which properties and
words. Of the alternatives of a definition only those count that the document fulfils."""

import json
from urllib.parse import unquote

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


class Schema:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.definitions = json.load(file)["definitions"]
        self.judged = {}

    def named(self, reference):
        return unquote(reference.removeprefix("#/definitions/"))

    def reachable(self, roots, excluded):
        """Names of all definitions that the roots lead to, past those excluded."""
        found, waiting = set(), list(roots)
        while waiting:
            name = waiting.pop()
            if name in found or excluded(name):
                continue
            found.add(name)
            waiting += self.references(self.definitions[name])
        return found

    def references(self, schema):
        if isinstance(schema, dict):
            for key, value in schema.items():
                if key == "$ref":
                    yield self.named(value)
                else:
                    yield from self.references(value)
        elif isinstance(schema, list):
            for value in schema:
                yield from self.references(value)

    def fulfils(self, value, schema):
        """Whether the value is what the schema wants. Remembered, since alternatives ask again and again."""
        key = (id(value), id(schema))
        if key not in self.judged:
            self.judged[key] = self.judge(value, schema)
        return self.judged[key]

    def judge(self, value, schema):
        if "$ref" in schema:
            return self.fulfils(value, self.definitions[self.named(schema["$ref"])])
        if "anyOf" in schema and not any(self.fulfils(value, part) for part in schema["anyOf"]):
            return False
        if "allOf" in schema and not all(self.fulfils(value, part) for part in schema["allOf"]):
            return False
        if "not" in schema and self.fulfils(value, schema["not"]):
            return False
        if "const" in schema and (value != schema["const"] or type(value) is not type(schema["const"])):
            return False
        if "enum" in schema and value not in schema["enum"]:
            return False
        return self.has_type(value, schema.get("type")) and self.has_parts(value, schema)

    def has_type(self, value, wanted):
        if wanted is None:
            return True
        if isinstance(wanted, list):
            return any(self.has_type(value, one) for one in wanted)
        if wanted in ("number", "integer"):
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return isinstance(value, TYPES[wanted])

    def has_parts(self, value, schema):
        if isinstance(value, dict):
            known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
            if any(name not in value for name in schema.get("required", [])):
                return False
            for name, part in value.items():
                if not (self.fulfils(part, known[name]) if name in known else
                        self.fulfils(part, rest) if isinstance(rest, dict) else rest):
                    return False
        if isinstance(value, list) and "items" in schema:
            parts = schema["items"]
            if isinstance(parts, list):
                return len(value) <= len(parts) and all(self.fulfils(a, b) for a, b in zip(value, parts))
            return all(self.fulfils(part, parts) for part in value)
        return True

    @staticmethod
    def inside(name, key, schema):
        """What stands below a property belongs to the definition around it, but a nameless map is one of its own."""
        return f"{name}/{key}" if "properties" in schema else name

    def uses(self, value, schema, name, out):
        """Adds what the value makes use of: (definition, None), (definition, property), (definition, "=word")."""
        if "$ref" in schema:
            name = self.named(schema["$ref"])
            out.add((name, None))
            return self.uses(value, self.definitions[name], name, out)
        for part in schema.get("anyOf", []) + schema.get("allOf", []):
            if self.fulfils(value, part):
                self.uses(value, part, name, out)
        if isinstance(value, str) and ("enum" in schema or "const" in schema):
            out.add((name, "=" + value))
        if isinstance(value, dict):
            known, rest = schema.get("properties", {}), schema.get("additionalProperties")
            for key, part in value.items():
                if key in known:
                    out.add((name, key))
                    self.uses(part, known[key], self.inside(name, key, known[key]), out)
                elif isinstance(rest, dict):
                    self.uses(part, rest, name, out)
        if isinstance(value, list) and isinstance(schema.get("items"), dict):
            for part in value:
                self.uses(part, schema["items"], name, out)
        return None

    def offers(self, name):
        """All that a definition offers of its own, in the form of uses()."""
        found = {(name, None)}
        self.collect(self.definitions[name], name, found)
        return found

    def collect(self, schema, name, found):
        if not isinstance(schema, dict) or "$ref" in schema:
            return
        found |= {(name, "=" + word) for word in schema.get("enum", []) if isinstance(word, str)}
        if isinstance(schema.get("const"), str):
            found.add((name, "=" + schema["const"]))
        for key, part in schema.get("properties", {}).items():
            found.add((name, key))
            self.collect(part, self.inside(name, key, part), found)
        for part in schema.get("anyOf", []) + schema.get("allOf", []):
            self.collect(part, name, found)
        for part in (schema.get("items"), schema.get("additionalProperties")):
            if isinstance(part, dict):
                self.collect(part, name, found)
