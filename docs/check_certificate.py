# fmt: off
"""Checks a certificate of moot without moot: python check_certificate.py CERTIFICATE [CASE.yaml]

The certificate (`moot export CASE --certificate FILE`) holds the play of a case as data, and what moot claims of it. This program plays it
by its own account of the rules, walks every state with every clock, and compares. It accepts only where every line ends in a ruling and all
claims are true; given the case file, only if the certificate is of that file. Exit code: 0 accepted, 1 refused, 2 cannot be opened.
"""
import array, collections, functools, hashlib, itertools, json, pathlib, sys  # noqa: E401, I001
RULING = ("decided", False, 0, 0, "", 0, "", False, 0, (), "", 0)
def insist(true, why):
    if not true:
        sys.exit(f"refused: {why}")

class Game:
    """The rules. A state: (phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags). Sets are bits of whole numbers."""
    def __init__(self, data):
        self.roadmap, self.turns, self.points = data["roadmap_ticks"], data["segments"], {point["id"]: point for point in data["points"]}
        self.number = {turn["id"]: n for n, turn in enumerate(self.turns)}
        heads = dict.fromkeys(head for turn in self.turns for head in turn["heads"])
        self.point_bit, self.head_bit = ({id: 1 << n for n, id in enumerate(ids)} for ids in (self.points, heads))
        self.under, self.questions, self.later, self.readers = {}, {}, {}, {}
        for point in data["points"]:
            self.under.setdefault(point["section"], []).append(point["id"])
            self.read = [point]
            for roots in point["breaks"]:
                for index, root in enumerate(roots):
                    self.enter(root, roots[index + 1 :])
            read = [[said] for each in self.read for _, said in each["when"]]
            read += [ids for pair in point["lost"] for ids in pair if ids] + [point["opened_by"]] * (not point["head"])
            for ids in read:  # a flag: that one of these was said. It is kept while something may read it
                self.readers.setdefault(frozenset(ids), []).append(point)
        self.flag = {ids: 1 << n for n, ids in enumerate(self.readers)}
        self.sets = {id: sum(bit for ids, bit in self.flag.items() if id in ids) for id in frozenset().union(*self.readers)}
        self.one = {id: bit for ids, bit in self.flag.items() if len(ids) == 1 for id in ids}
        self.lost = {id: [[self.flag.get(frozenset(ids), 0) for ids in pair] for pair in point["lost"]] for id, point in self.points.items()}
        self.opened = {id: self.flag.get(frozenset(point["opened_by"]), 0) for id, point in self.points.items()}
    def enter(self, question, later):
        self.questions[question["id"]], self.later[question["id"]], self.read = question, later, [*self.read, question, *question["answers"]]
        for each in (each for answer in question["answers"] for each in answer["follow_ups"]):
            self.enter(each, later)
    def kept(self, reads):
        return sum(bit for ids, bit in self.flag.items() if any(map(reads, self.readers[ids])))
    @functools.cache  # noqa: B019
    def live_from(self, first, reserve):
        """The flags that may be read from this turn on. A reply that has no time, and can get none, does not take place."""
        yet = {turn["keeps"] for turn in self.turns[first:] if any(turn["reserves"]) and turn["heads"]} - {None}
        held = {each["id"] for each in self.turns[first:] if each["slot"] in yet or self.opening(each, reserve)}
        return self.kept(lambda point: point["turn"] in held)
    @functools.cache  # noqa: B019
    def live(self, number, reserve, left, section, said, active):
        """The flags that may be read in this section, under the heads left, or later."""
        def reads(point):
            here = point["section"] == section and (not said & self.point_bit[point["id"]] or point["id"] == active)
            return here or self.head_bit.get(point["head"], 0) & left
        return self.kept(reads) | self.live_from(number + 1, reserve)
    def opening(self, turn, reserve):
        return turn["ticks"] + (0 if turn["slot"] is None else reserve >> turn["slot"] & 255)
    def open_turn(self, number, reserve, flags):
        """The state in which the next turn that takes place opens, or the ruling."""
        for n, turn in enumerate(self.turns[number:], number):
            if self.opening(turn, reserve) and (turn["replies"] or turn["heads"]):
                slot = next((each["slot"] for each in self.turns[n:] if each["slot"] is not None), 1 << 16)
                kept, phase = reserve >> slot << slot, turn["id"] + (" submission" if turn["replies"] else " roadmap")
                return (phase, False, kept, *RULING[3:11], flags & self.live_from(n, kept))
        return RULING
    def moves(self, state):
        """Every move: its ticks, where it leads, and where if it uses up the time."""
        phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags = state
        name, _, kind = phase.partition(" ")
        number, turn, speak = self.number[name], self.turns[self.number[name]], f"{name} submission"
        section = head or f"reply of {turn['side']}"
        def holds(guards, flags):
            return all((flags & self.one[said] > 0) == (word == "said") for word, said in guards)
        def gone(id):
            return any(flags & by and not flags & unless for by, unless in self.lost[id])
        def end(reserve=reserve, flags=flags):
            return self.open_turn(number + 1, reserve, flags)
        def open_head(new, rest, reserve=reserve):
            return (speak, False, reserve, rest, new, *RULING[5:11], flags & self.live(number, reserve, rest, new, 0, ""))
        def at(bench, said=said, point=point, cut=cut, part=part, ask=(), pending="", flags=flags):
            menu = tuple(each["id"] for each in ask if holds(each["when"], flags))
            yet = point and (bench or pending or part < len(self.points[point]["breaks"]))
            now, live = f"{name} question" if pending or (bench and cut) else speak, self.live(number, reserve, left, section, said, point if yet else "")
            return (now, bench, reserve, left, head, said, point, cut, part, menu, pending, flags & live)
        def go_on():
            breaks, ticks = self.points[point]["breaks"], self.points[point]["stretches"][part]
            if part == len(breaks):
                return ticks, at(False, said, "", False, 0), end()
            return ticks, at(True, cut=False, part=part + 1, ask=breaks[part]), end()
        if kind == "roadmap":
            for order in itertools.chain(*(itertools.permutations(turn["heads"], size) for size in ((2, 3) if turn["heads"][1:] else (1,)))):
                for minutes in turn["reserves"] if turn["keeps"] is not None else (0,):
                    kept, rest = reserve | minutes * 4 << (turn["keeps"] or 0), sum(map(self.head_bit.get, order[1:]))
                    yield self.roadmap + minutes * 4, open_head(order[0], rest, kept), end(kept)
        elif pending:
            for answer in (each for each in self.questions[pending]["answers"] if holds(each["when"], flags)):
                now = flags | self.sets.get(answer["id"], 0)
                yield answer["ticks"], at(True, ask=[*answer["follow_ups"], *self.later[pending]], flags=now), end(flags=now)
        elif bench:
            yield from ((self.questions[id]["ticks"], *[at(False, cut=True, pending=id)] * 2) for id in menu)
            yield (0, *[at(False, said, "", False, 0) if gone(point) else at(False)] * 2) if cut else go_on()
        else:
            for id in self.under.get(section, ()):
                it, now, mine = self.points[id], flags | self.sets.get(id, 0), self.point_bit[id]
                if not said & mine and (it["head"] or flags & self.opened[id]) and holds(it["when"], flags) and not gone(id):
                    yield it["stretches"][0], at(True, said | mine, id, False, 1, it["breaks"][0], flags=now), end(flags=now)
            yield from [go_on()] if cut else []
            yield from ((0, *[open_head(new, left ^ bit)] * 2) for new, bit in self.head_bit.items() if left & bit)
            yield 0, end(), end()
    def text(self, state):  # as the digest has it
        row = [int(each) if isinstance(each, bool) else each for each in state]
        for place, names in ((3, self.head_bit), (5, self.point_bit), (11, {"+".join(sorted(ids)): bit for ids, bit in self.flag.items()})):
            row[place] = sorted(name for name, bit in names.items() if state[place] & bit)
        return json.dumps(row)

def walk(game, start):
    """An order in which each state stands before those it leads to; the states; where the moves of each begin, and these in three columns."""
    number, states, begins, ticks, nexts, lates = {start: 0}, [start], array.array("i", [0]), *map(array.array, "iii")
    for state in states:  # it grows
        for cost, *targets in game.moves(state) if state != RULING else ():
            ticks.append(cost)
            for column, target in zip((nexts, lates), targets, strict=True):
                column.append(number.setdefault(target, len(states)))
                states += [target] * (column[-1] == len(states))
        insist((begins[-1] != len(ticks)) != (state == RULING), f"a line stops before the ruling: {state}")
        begins.append(len(ticks))
    waits = array.array("i", map(collections.Counter(itertools.chain(nexts, lates)).__getitem__, range(len(states))))
    order, ready = array.array("i"), [0] * (not waits[0])
    while ready:
        order.append(ready.pop())
        first, after = begins[order[-1]], begins[order[-1] + 1]
        for target in itertools.chain(nexts[first:after], lates[first:after]):
            waits[target] -= 1
            ready += [target] * (not waits[target])
    insist(len(order) == len(states), "a line can come back to where it has been")  # so each ends, and only the ruling ends one
    return order, states, begins, ticks, nexts, lates

def count(game, order, states, begins, ticks, nexts, lates):
    """What a certificate claims, counted. For each state and clock: do lines come there, how many, the sum of their lengths, and which lengths?
    Each of the four is one integer with a field for each clock, so time that passes is a shift. No field runs over: it has room for every
    line there would be without a clock, and for its length."""
    moves = [range(begins[n], begins[n + 1]) for n in range(len(states))]
    turn = [game.number.get(state[0].partition(" ")[0], -1) for state in states]
    opens = [game.opening(game.turns[number], state[2]) if number >= 0 else 0 for number, state in zip(turn, states, strict=True)]
    insist(max(opens) < 1 << 16, "a turn of more than eleven days")
    most, deep, flow, clocked, reached, steps = [1] * len(states), [0] * len(states), [None] * len(states), [0] * len(states), 0, 0
    for n in order[-2::-1]:
        most[n] = sum(max(most[nexts[move]], most[lates[move]]) for move in moves[n])
        deep[n] = 1 + max(max(deep[nexts[move]], deep[lates[move]]) for move in moves[n])
    widths = (1, wide := (most[0] * (deep[0] + 1)).bit_length() + 1, wide, deep[0] + 1)
    def put(target, clock, together, clocks, lines, total, lengths):  # add lines to a state, from this clock on; or all together with it
        while together and lengths >> widths[3]:
            half = (lengths.bit_length() // widths[3] + 1) // 2 * widths[3]
            lengths = lengths >> half | lengths & (1 << half) - 1
        if together:
            clocks, lines, total = 1, lines % ((1 << wide) - 1), total % ((1 << wide) - 1)
        new, old = [value << width * clock for value, width in zip((clocks, lines, total, lengths), widths, strict=True)], flow[target]
        flow[target] = (old[0] | new[0], old[1] + new[1], old[2] + new[2], old[3] | new[3]) if old else tuple(new)
    put(0, opens[0], True, 1, 1, 0, 1)
    for n in (each for each in order if flow[each]):
        (clocks, lines, total, lengths), flow[n] = flow[n], None
        low, high, many = (clocks & -clocks).bit_length() - 1, clocks.bit_length() - 1, clocks.bit_count()
        clocked[n], reached, steps = clocks, reached + many, steps + many * len(moves[n])
        after = (clocks, lines, total + lines, lengths << 1)
        for move in moves[n]:
            cost, following, late, left = ticks[move], nexts[move], lates[move], after
            used = min(cost, high) + 1 if cost and low <= cost else 0  # so many clocks, from 0 on, are used up by this move
            if used:
                gone = (value & (1 << width * used) - 1 for value, width in zip(after, widths, strict=True))
                put(late, opens[late] if turn[late] != turn[n] else 0, True, *gone)
            if used or cost:
                left = [value >> width * (used or cost) for value, width in zip(after, widths, strict=True)]
            if left[0]:
                put(following, opens[following] if turn[following] != turn[n] else 1 if used else 0, turn[following] != turn[n], *left)
    found = {"shortest": (lengths & -lengths).bit_length() - 1, "longest": lengths.bit_length() - 1, "digest": hashlib.sha256()}
    found |= {"control_states": sum(map(bool, clocked)), "states": reached, "moves": steps, "paths": str(lines), "total_length": str(total)}
    for index, (text, clocks) in enumerate(sorted((game.text(states[n]), clocks) for n, clocks in enumerate(clocked) if clocks)):
        here = [clock for clock, bit in enumerate(reversed(f"{clocks:b}")) if bit == "1"]
        found["digest"].update(f"{chr(10) * (index > 0)}{text[:-1]}, {here}]".encode())
    return found | {"digest": found["digest"].hexdigest()}

def check(certificate, *case):
    data = json.loads(pathlib.Path(certificate).read_bytes())
    insist(data["format"] == "moot-certificate/1", "not a certificate that is known here")
    for path in case:
        insist(hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() == data["source"], f"it is not of this file: {path}")
    found = count(game := Game(data), *walk(game, game.open_turn(0, 0, 0)))
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
