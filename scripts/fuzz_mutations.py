"""Structure-aware changes to files that moot reads: YAML as a tree, YAML as lines, records as events, tables, bytes."""

from __future__ import annotations

import copy
import json
import random
import zlib

import yaml

__all__ = ["mutate_lines", "mutate_opinion", "mutate_record", "mutate_table", "mutate_tree"]

WORDS = (
    "", " ", "no", "yes", "on", "null", "~", "12:30", "3.10", "1e999", "-1", "0", "1", "2", "3", "5", "99999999999999999999", "9" * 5000, "0x1f", "2026-02-31",
    "0000-00-00", "true", "false", "\x1b[31m", "\x1b]0;title\x07", "[/x]", "[@click=app.quit]", "\u202eabc", "\u200b", "\ufeff", "\u2028", "\x00", "\r", "{counsel}",
    "{0}", "{}", "%s", "${x}", "e\u0301" * 30, "\U0001f469\u200d\u2696\ufe0f", "\ud7ff", "- a: &b *b", "<script>alert(1)</script>", "=1+1", "@SUM(A1)", "../../etc/passwd",
    "/dev/zero", "~root", "a" * 3000, "\\" * 60, "'" * 9, '"', "A. " * 60, "§ 1, " * 40, "%%{init: {}}%%", "&amp;", "http://x/y", "petitioner", "respondent", "reversed",
    "affirmed", "direct", "evade", "counsel", "q-a.a", "x.y.z", ".", "..", "-", "?", ":", "#", "|", ">", "*", "&", "!", "!!python/object:os.system", "con", "nul",
)  # fmt: skip


def _paths(value, here=()):
    """Every place in a tree of mappings and lists, the root left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield (*here, key)
        yield from _paths(each, (*here, key))


def _at(value, path):
    for key in path:
        value = value[key]
    return value


def _any_value(dice: random.Random, tree, paths):
    """A word, a number, something from elsewhere in the file, or a shape that nobody would write."""
    kind = dice.randrange(8)
    if kind < 3:
        return dice.choice(WORDS)
    if kind == 3:
        return dice.choice([0, -1, 1, 2, 6, 101, 10**6, 10**30, 1.5, float("inf"), True, False, None])
    if kind == 4:
        return copy.deepcopy(_at(tree, dice.choice(paths)))
    if kind == 5:
        return [dice.choice(WORDS) for _ in range(dice.randrange(4))]
    if kind == 6:
        deep: object = dice.choice(WORDS)
        for _ in range(dice.choice([1, 3, 45, 120])):
            deep = [deep] if dice.random() < 0.5 else {"x": deep}
        return deep
    return {dice.choice(WORDS): dice.choice(WORDS) for _ in range(dice.randrange(3))}


def mutate_tree(dice: random.Random, tree) -> str:
    """The tree with up to five changes, as YAML."""
    tree = copy.deepcopy(tree)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 5])):
        paths = list(_paths(tree))
        if not paths:
            break
        path = dice.choice(paths)
        parent, key = _at(tree, path[:-1]), path[-1]
        kind = dice.randrange(9)
        if kind == 0:
            del parent[key]
        elif kind == 1:
            parent[key] = _any_value(dice, tree, paths)
        elif kind == 2 and isinstance(parent, list):
            parent.insert(dice.randrange(len(parent) + 1), copy.deepcopy(dice.choice(parent)))
        elif kind == 2:
            parent[str(dice.choice(WORDS))] = copy.deepcopy(parent[key])
        elif kind == 3:
            other = dice.choice(paths)
            if other[: len(path)] != path and path[: len(other)] != other:
                theirs = _at(tree, other[:-1])
                parent[key], theirs[other[-1]] = theirs[other[-1]], parent[key]
        elif kind == 4 and isinstance(parent, list):
            dice.shuffle(parent)
        elif kind == 4 and isinstance(parent[key], str):
            parent[key] += dice.choice(WORDS)
        elif kind == 5 and isinstance(parent, list):
            parent += copy.deepcopy(parent) * dice.choice([1, 2, 40])
        elif kind == 6:
            same = [one for one in paths if one[-1] == key and one != path]
            if same:
                parent[key] = copy.deepcopy(_at(tree, dice.choice(same)))
        elif kind == 7 and isinstance(parent[key], str) and parent[key]:
            text = parent[key]
            place = dice.randrange(len(text))
            parent[key] = text[:place] + dice.choice([*WORDS, "", text[place] * 2]) + text[place + 1 :]
        elif kind == 8 and isinstance(parent, dict):
            other_key = dice.choice(list(parent))
            parent[other_key] = parent.pop(key)
    try:
        return yaml.dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=dice.choice([False, None]))
    except (yaml.YAMLError, RecursionError, ValueError):
        return ""


def mutate_lines(dice: random.Random, text: str) -> bytes:
    """The text with changes that a slip of the hand, an editor or a bad copy makes."""
    rows = text.split("\n")
    for _ in range(dice.choice([1, 1, 2, 3])):
        at = dice.randrange(len(rows))
        kind = dice.randrange(10)
        if kind == 0:
            del rows[at : at + dice.choice([1, 2, 10])]
        elif kind == 1:
            rows[at:at] = rows[at : at + dice.choice([1, 5])] * dice.choice([1, 2, 60])
        elif kind == 2:
            rows[at] = " " * dice.randrange(9) + rows[at].lstrip()
        elif kind == 3:
            rows[at] = "\t" + rows[at]
        elif kind == 4 and rows[at]:
            place = dice.randrange(len(rows[at]))
            rows[at] = rows[at][:place] + dice.choice([*"[]{}:,-#&*!|>'\"%@`?\\", *WORDS]) + rows[at][place:]
        elif kind == 5 and rows[at]:
            place = dice.randrange(len(rows[at]))
            rows[at] = rows[at][:place] + rows[at][place + 1 :]
        elif kind == 6:
            other = dice.randrange(len(rows))
            rows[at], rows[other] = rows[other], rows[at]
        elif kind == 7:
            rows[at] = f"{rows[at]}: &x {dice.choice(WORDS)}"
        elif kind == 8:
            rows[at] = rows[at].split(":")[0] + ": " + str(dice.choice(WORDS))
        else:
            rows = rows[: at + 1]
        rows = rows or [""]
    data = dice.choice(["\n", "\n", "\n", "\r\n", "\r"]).join(rows).encode("utf-8", "surrogatepass")
    return _bytes(dice, data) if dice.random() < 0.2 else data


def _bytes(dice: random.Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(dice.choice([1, 1, 4])):
        kind, at = dice.randrange(6), dice.randrange(len(found) + 1)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            found[at:at] = dice.randbytes(dice.choice([1, 4, 64]))
        elif kind == 2:
            del found[at:]
        elif kind == 3:
            found[at:] = bytes(len(found) - at)
        elif kind == 4:
            found[:0] = dice.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\x00"])
        else:
            del found[at : at + dice.choice([1, 3, 50])]
    return bytes(found)


def mutate_record(dice: random.Random, text: str) -> bytes:
    """The record with events changed, most of them with a checksum that is right again: what a forger would write."""
    rows = text.splitlines()
    events = [json.loads(row) for row in rows]
    for _ in range(dice.choice([1, 1, 2, 4])):
        event = dice.choice([events[0], *events])
        kind = dice.randrange(7)
        if kind < 3 and event:
            event[dice.choice(list(event))] = dice.choice(
                [*WORDS, 0, -1, 10**30, 1.5, None, True, [], {}, ["a"], [["a"]]]
            )
        elif kind == 3 and event:
            event.pop(dice.choice(list(event)))
        elif kind == 4:
            events.insert(dice.randrange(len(events) + 1), {"undo": dice.choice([0, 1, 2, -1, 10**9, "1", None])})
        elif kind == 5:
            events.insert(dice.randrange(len(events) + 1), copy.deepcopy(dice.choice(events)))
        else:
            del events[dice.randrange(len(events)) :]
        events = events or [{}]
    sealed = dice.random() < 0.7
    out = []
    for event in events:
        event.pop("sum", None)
        body = json.dumps(event, ensure_ascii=dice.random() < 0.5)[:-1]
        right = zlib.crc32(body.encode("utf-8", "surrogatepass"))
        out.append(f'{body}, "sum": "{right:08x}"}}' if sealed and event else body + "}")
    data = ("\n".join(out) + dice.choice(["\n", "\n", ""])).encode("utf-8", "surrogatepass")
    return _bytes(dice, data) if dice.random() < 0.4 else data


def mutate_opinion(dice: random.Random, text: str) -> bytes:
    """An opinion's text with page marks, blanks, dashes and quotation marks where none belong."""
    marks = (
        "[*5]",
        "[*",
        "*5",
        "[Page 3]",
        " . . . ",
        "\u2014",
        "-\n",
        "\u201c",
        "\u201d",
        "[",
        "]",
        "\x0c",
        "\n\n",
        "\ufb01",
        "[*999999999999]",
        *WORDS,
    )
    for _ in range(dice.choice([1, 3, 20])):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(marks) * dice.choice([1, 1, 1, 500]) + text[at + dice.choice([0, 0, 1, 40]) :]
    data = text.encode("utf-8", "surrogatepass")
    return _bytes(dice, data) if dice.random() < 0.2 else data


def mutate_table(dice: random.Random, text: str) -> bytes:
    """A table in commas with rows and fields changed."""
    rows = [row.split(",") for row in text.splitlines()] or [[""]]
    for _ in range(dice.choice([1, 2, 5])):
        row = dice.choice(rows)
        kind = dice.randrange(5)
        if kind == 0 and row:
            row[dice.randrange(len(row))] = str(dice.choice(WORDS))
        elif kind == 1:
            row.append(str(dice.choice(WORDS)))
        elif kind == 2 and row:
            row.pop()
        elif kind == 3:
            rows.insert(dice.randrange(len(rows)), list(dice.choice(rows)))
        else:
            dice.shuffle(rows)
    data = "\n".join(dice.choice([",", ",", ";", "\t"]).join(row) for row in rows).encode("utf-8", "surrogatepass")
    return _bytes(dice, data) if dice.random() < 0.3 else data
