# fmt: off
"""Checks a certificate of moot without moot: python check_certificate.py CERTIFICATE [CASE.yaml]

The certificate (`moot export CASE --certificate FILE`) holds the play of a case as data, and what moot claims of it. This program plays it
by its own account of the rules, walks every state with every clock, and compares. It accepts only where every line ends in a ruling and all
claims are true; given the case file, only if the certificate is of that file. Exit code: 0 accepted, 1 refused, 2 cannot be opened.
"""
import hashlib, itertools, json, pathlib, sys  # noqa: E401, I001

NOTHING = frozenset()
RULING = ("decided", False, 0, NOTHING, "", NOTHING, "", False, 0, (), "", NOTHING)

def insist(true, why):
    if not true:
        sys.exit(f"refused: {why}")

class Game:
    """The rules. A state: (phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags)."""
    def __init__(self, data):
        self.roadmap, self.turns = data["roadmap_ticks"], data["segments"]
        self.points = {point["id"]: point for point in data["points"]}
        self.number = {turn["id"]: n for n, turn in enumerate(self.turns)}
        self.under, self.questions, self.later, self.readers, self.memo = {}, {}, {}, {}, {}
        for point in data["points"]:
            self.under.setdefault(point["section"], []).append(point["id"])
            self.read = [point]
            for roots in point["breaks"]:
                for place, root in enumerate(roots):
                    self.enter(root, roots[place + 1 :])
            read = [[said] for each in self.read for _, said in each["when"]]
            read += [ids for pair in point["lost"] for ids in pair if ids] + [point["opened_by"]] * (not point["head"])
            for ids in read:  # a flag: that one of these was said. It is kept while something may read it
                self.readers.setdefault(frozenset(ids), []).append(point)
        self.sets = {id: {ids for ids in self.readers if id in ids} for id in NOTHING.union(*self.readers)}
    def enter(self, question, later):
        self.questions[question["id"]], self.later[question["id"]] = question, later
        self.read += [question, *question["answers"]]
        for each in (each for answer in question["answers"] for each in answer["follow_ups"]):
            self.enter(each, later)
    def read_by(self, key, reads):
        if key not in self.memo:
            self.memo[key] = frozenset(ids for ids, points in self.readers.items() if any(map(reads, points)))
        return self.memo[key]
    def live_from(self, first, reserve):
        """The flags that may be read from this turn on. A reply that has no time, and can get none, does not take place."""
        turns = self.turns[first:]
        yet = {turn["keeps"] for turn in turns if any(turn["reserves"]) and turn["heads"]} - {None}
        held = frozenset(each["id"] for each in turns if each["slot"] in yet or self.opening(each, reserve))
        return self.read_by(held, lambda point: point["turn"] in held)
    def live(self, number, reserve, left, section, said, active):
        """The flags that may be read in this section, under the heads left, or later."""
        fresh = self.read_by((section, said, active), lambda p: p["section"] == section and (p["id"] not in said or p["id"] == active))
        return fresh | self.read_by(("left", left), lambda p: p["head"] in left) | self.live_from(number + 1, reserve)
    def opening(self, turn, reserve):
        return turn["ticks"] + (0 if turn["slot"] is None else reserve >> turn["slot"] & 255)
    def open_turn(self, number, reserve, flags):
        """The state in which the next turn that takes place opens, or the ruling."""
        for n, turn in enumerate(self.turns[number:], number):
            if self.opening(turn, reserve) and (turn["replies"] or turn["heads"]):
                slots = [each["slot"] for each in self.turns[n:] if each["slot"] is not None]
                reserve = reserve >> slots[0] << slots[0] if slots else 0
                phase = turn["id"] + (" submission" if turn["replies"] else " roadmap")
                return (phase, False, reserve, *RULING[3:11], flags & self.live_from(n, reserve))
        return RULING
    def moves(self, state):
        """Every move: its ticks, where it leads, and where if it uses up the time."""
        phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags = state
        if phase == "decided":
            return
        name, _, kind = phase.partition(" ")
        number, speak = self.number[name], f"{name} submission"
        turn, section = self.turns[number], head or f"reply of {self.turns[number]['side']}"
        def holds(guards, flags):
            return all((frozenset([said]) in flags) == (word == "said") for word, said in guards)
        def gone(id):
            return any(frozenset(by) in flags and frozenset(unless) not in flags for by, unless in self.points[id]["lost"])
        def end(reserve=reserve, flags=flags):
            return self.open_turn(number + 1, reserve, flags)
        def open_head(new, rest, reserve=reserve):
            live = flags & self.live(number, reserve, rest, new, NOTHING, "")
            return (speak, False, reserve, rest, new, *RULING[5:11], live)
        def at(bench, said=said, point=point, cut=cut, part=part, ask=(), pending="", flags=flags):
            menu = tuple(each["id"] for each in ask if holds(each["when"], flags))
            yet = point and (bench or pending or part < len(self.points[point]["breaks"]))
            live = flags & self.live(number, reserve, left, section, said, point if yet else "")
            now = f"{name} question" if pending or (bench and cut) else speak
            return (now, bench, reserve, left, head, said, point, cut, part, menu, pending, live)
        def go_on():
            breaks, ticks = self.points[point]["breaks"], self.points[point]["stretches"][part]
            if part == len(breaks):
                return ticks, at(False, said, "", False, 0), end()
            return ticks, at(True, cut=False, part=part + 1, ask=breaks[part]), end()
        if kind == "roadmap":
            sizes = (2, 3) if turn["heads"][1:] else (1,)
            for order in itertools.chain(*(itertools.permutations(turn["heads"], size) for size in sizes)):
                for minutes in turn["reserves"] if turn["keeps"] is not None else (0,):
                    kept = reserve | minutes * 4 << (turn["keeps"] or 0)
                    yield self.roadmap + minutes * 4, open_head(order[0], frozenset(order[1:]), kept), end(kept)
        elif pending:
            for answer in (each for each in self.questions[pending]["answers"] if holds(each["when"], flags)):
                now = flags | self.sets.get(answer["id"], NOTHING)
                there = at(True, ask=[*answer["follow_ups"], *self.later[pending]], flags=now)
                yield answer["ticks"], there, end(flags=now)
        elif bench:
            for id in menu:
                yield self.questions[id]["ticks"], *[at(False, cut=True, pending=id)] * 2
            yield (0, *[at(False, said, "", False, 0) if gone(point) else at(False)] * 2) if cut else go_on()
        else:
            for id in self.under.get(section, ()):
                it, now = self.points[id], flags | self.sets.get(id, NOTHING)
                opened = it["head"] or frozenset(it["opened_by"]) in flags
                if id not in said and opened and holds(it["when"], flags) and not gone(id):
                    yield it["stretches"][0], at(True, said | {id}, id, False, 1, it["breaks"][0], flags=now), end(flags=now)
            if cut:
                yield go_on()
            yield from ((0, *[open_head(new, left - {new})] * 2) for new in left)
            yield 0, end(), end()

def walk(game, start):
    """Every state with its moves, each before those it leads to; so no line can come back, and each ends in the ruling."""
    moves, ahead, order, stack = {}, set(), [], [start]
    while stack:
        state = stack[-1]
        if state not in moves:
            moves[state] = list(game.moves(state))
            insist(bool(moves[state]) != (state == RULING), f"a line stops before the ruling: {state}")
            ahead.add(state)
            for _, *targets in moves[state]:
                insist(ahead.isdisjoint(targets), f"a line can come back to where it has been: {state}")
                stack += [target for target in targets if target not in moves]
        else:
            stack.pop()
            if state in ahead:
                ahead.remove(state)
                order.append(state)
    return order[::-1], moves

def count(game, order, moves):
    """What a certificate claims, counted. For each state and clock: do lines come there, how many, the sum of their lengths, and which lengths.

    Each of the four is one integer with a field for each clock, so time that passes is a shift. No field runs over: it has room for every
    line there would be without a clock, and for its length. Sums are added; sets of bits are laid over each other."""
    turn = {state: state[0].partition(" ")[0] for state in order}
    opens = {RULING: 0} | {each: game.opening(game.turns[game.number[turn[each]]], each[2]) for each in order if each != RULING}
    insist(max(opens.values()) < 1 << 16, "a turn of more than eleven days")
    most, deep, flow, texts, states, steps = {RULING: 1}, {RULING: 0}, {}, [], 0, 0
    for state in order[-2::-1]:
        most[state] = sum(max(map(most.get, both)) for _, *both in moves[state])
        deep[state] = 1 + max(max(map(deep.get, both)) for _, *both in moves[state])
    wide = (most[order[0]] * (deep[order[0]] + 1)).bit_length() + 1
    widths = (1, wide, wide, deep[order[0]] + 1)
    def put(target, clock, together, clocks, lines, total, lengths):
        """Add lines to a state, from this clock on; or all together with it."""
        while together and lengths >> widths[3]:
            half = (lengths.bit_length() // widths[3] + 1) // 2 * widths[3]
            lengths = lengths >> half | lengths & (1 << half) - 1
        if together:
            clocks, lines, total = 1, lines % ((1 << wide) - 1), total % ((1 << wide) - 1)
        new, old = [value << width * clock for value, width in zip((clocks, lines, total, lengths), widths, strict=True)], flow.get(target, (0, 0, 0, 0))
        flow[target] = (old[0] | new[0], old[1] + new[1], old[2] + new[2], old[3] | new[3])
    put(order[0], opens[order[0]], True, 1, 1, 0, 1)
    for state in (each for each in order if each in flow):
        clocks, lines, total, lengths = flow.pop(state)
        here = [clock for clock, bit in enumerate(reversed(f"{clocks:b}")) if bit == "1"]
        states, steps = states + len(here), steps + len(here) * len(moves[state])
        row = [sorted(each) if isinstance(each, frozenset) else int(each) if isinstance(each, bool) else each for each in state[:-1]]
        texts.append(json.dumps([*row, sorted("+".join(sorted(ids)) for ids in state[-1]), here]))
        after = (clocks, lines, total + lines, lengths << 1)
        for ticks, following, late in moves[state]:
            used = min(ticks, here[-1]) + 1 if ticks and here[0] <= ticks else 0  # so many clocks, from 0 on, are used up by this move
            gone = [value & (1 << width * used) - 1 for value, width in zip(after, widths, strict=True)]
            left = [value >> width * (used or ticks) for value, width in zip(after, widths, strict=True)]
            for target, clock, values in ((late, 0, gone), (following, 1 if used else 0, left)):
                if values[0]:
                    put(target, opens[target] if turn[target] != turn[state] else clock, turn[target] != turn[state] or values is gone, *values)
    found = {"control_states": len(texts), "states": states, "moves": steps, "paths": str(lines), "total_length": str(total)}
    found |= {"shortest": (lengths & -lengths).bit_length() - 1, "longest": lengths.bit_length() - 1}
    return found | {"digest": hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()}

def check(certificate, *case):
    """Look at one certificate; with the case file, also whether it is of that file."""
    data = json.loads(pathlib.Path(certificate).read_bytes())
    insist(data["format"] == "moot-certificate/1", "not a certificate that is known here")
    for path in case:
        insist(hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() == data["source"], f"it is not of this file: {path}")
    game = Game(data)
    found = count(game, *walk(game, game.open_turn(0, 0, NOTHING)))
    for name in sorted(found.keys() | data["claims"].keys()):
        insist(data["claims"].get(name) == found.get(name), f"{name} is {found.get(name)}, not {data['claims'].get(name)}")
    print(f"accepted: {data['case']}: every line ends in a ruling; {found['states']:,} states, {int(found['paths']):,} lines")

if __name__ == "__main__":
    try:
        check(*sys.argv[1:])
    except OSError as why:
        print(f"cannot be opened: {why}", file=sys.stderr)
        sys.exit(2)
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as why:
        sys.exit(f"refused: not of the form that is known here: {why!r}")
