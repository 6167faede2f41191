"""The opponents a person can name: our own, and those that other packages add.

A package adds an opponent by an entry point in the group ``moot.counsel``: its name, and a class or function that is called
with the seed of the sitting and gives an object with ``choose(round)``. In its pyproject.toml::

    [project.entry-points."moot.counsel"]
    talkative = "my_package:Talkative"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.errors import MootError, UnknownName

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from moot.round.players import Player

__all__ = ["GROUP", "HOW", "OPPONENTS", "how", "make", "names"]

GROUP = "moot.counsel"
"""The group of entry points."""

OPPONENTS: dict[str, str] = {
    "novice": "moot.counsel.novice:Novice",
    "greedy": "moot.counsel.greedy:Greedy",
    "search": "moot.counsel.search:Search",
    "scripted": "moot.counsel.scripted:Scripted",
}
"""Our own: the name, and the class, loaded when it is wanted. No package can replace one of them."""


HOW: dict[str, str] = {
    "novice": "Says anything it may, by chance, and sits down when it has nothing left to say.",
    "scripted": "Says what was really argued while it can; after that its points in order and the answer that fits the question.",
    "greedy": "Says at each turn what moves the bench most at once, and looks no further ahead.",
    "search": "Plays out several ways the sitting may go, and says what leaves the bench best at the end. It takes a second or two.",
}
"""How each of our own chooses, in a sentence or two for people."""


def names() -> tuple[str, ...]:
    """Every name that :func:`make` knows: our own, then those of other packages in the order of the alphabet."""
    return (*OPPONENTS, *sorted(set(_added()) - set(OPPONENTS)))


def make(name: str, seed: int = 0) -> Player:
    """The opponent of this name.

    Raises :class:`~moot.errors.UnknownName`, and :class:`~moot.errors.MootError` for an opponent of another package that
    cannot be loaded or made.
    """
    if name in OPPONENTS:
        from pkgutil import resolve_name  # The start screen knows the names, and makes nobody.

        player: Player = resolve_name(OPPONENTS[name])(seed)
        return player
    added = _added()
    if name not in added:
        raise UnknownName("opponent", name, [*OPPONENTS, *added])
    return _from_package(added[name], seed)


def how(name: str) -> str:
    """How the opponent of this name chooses; of another package's, what its first line says of it.

    Raises :class:`~moot.errors.UnknownName`, and :class:`~moot.errors.MootError` for one that cannot be loaded.
    """
    if name in HOW:
        return HOW[name]
    said = (type(make(name)).__doc__ or "").strip().partition("\n")[0].strip()
    return said or f"An opponent of the package {_package(_added()[name][0])}."


def _added() -> dict[str, list[EntryPoint]]:
    """The entry points of other packages by name. Read when first asked for: looking through what is installed takes time."""
    from importlib.metadata import entry_points

    found: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        found.setdefault(entry.name, []).append(entry)
    return found


def _from_package(entries: list[EntryPoint], seed: int) -> Player:
    entry = entries[0]
    packages = sorted({_package(each) for each in entries})
    if len({each.value for each in entries}) > 1:
        raise MootError(f"the opponent {entry.name!r} is given by more than one package: {', '.join(packages)}")
    where = f"the opponent {entry.name!r} of the package {packages[0]} ({entry.value})"
    try:
        player = entry.load()(seed)
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise MootError(f"{where} cannot be used: {said}") from error
    if not callable(getattr(player, "choose", None)):
        raise MootError(f"{where} cannot be used: what it makes has no choose(round)")
    made: Player = player
    return made


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist is not None else "of an unknown name"
