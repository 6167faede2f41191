"""What the short form adds to the JSON Schema of a case file, so that editors know it."""

from __future__ import annotations

from moot.case.words import Disposition, IssueKind, Manner, Purpose, Tone
from moot.files.schema.base import Schema

__all__ = ["with_short_form"]

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_MORE = "(, .*)?$"
_MANNERS, _PURPOSES, _TONES, _KINDS = ("|".join(words) for words in (Manner, Purpose, Tone, IssueKind))
_TEXT: Schema = {"type": "string"}
_CLAUSES = "modality and strength, then clauses between semicolons: for issue.position; cites ...; record ...; appeals to ...; rebuts, undermines or undercuts ...; briefed"
_MARKS = "a treatment and a holding, between semicolons: adopted m-riot; rejected s-choice; not reached by stevens: why"


def with_short_form(schema: Schema) -> Schema:
    """The schema of a case file, with what may be written short."""
    keys = schema["properties"]
    point, issue, opinion = keys["points"]["items"], keys["issues"]["items"], keys["opinions"]["items"]
    position, question = issue["properties"]["positions"]["items"], schema["$defs"]["question"]
    answer = question["properties"]["answers"]["items"]
    for holder in (point, position, answer):
        _or_text(holder["properties"], "marks", _MARKS)
    _short(
        issue,
        {f"^{_ID} ({_KINDS})( claim| preliminary)*$": _said("an issue: its id and kind, and then the question")},
        ("id", "question", "kind"),
    )
    _short(
        position,
        {
            f"^{_ID} (petitioner|respondent|neither)$": _said(
                "a position: its id and the side it favors, and then the answer it gives"
            )
        },
        ("id", "text", "favors"),
    )
    _or_text(position["properties"], "embodies", "principles with their weights: individual-rights 2, notice 1")
    position["properties"]["then"] = _said("where this answer leads: an issue, or " + ", ".join(Disposition))
    _first_key_is_the_id(point)
    point["properties"]["argues"] = _said(_CLAUSES)
    _short(
        question, _of_question(question["properties"]["answers"]["items"]), ("id", "purpose", "tone", "text", "answers")
    )
    _or_text(
        question["properties"],
        "scene",
        "clauses: turns dial value; if met principle 2; if unmet principle 2; tests issue.position",
    )
    _holdings(opinion)
    under: Schema = {"type": "array", "items": point}
    heads: Schema = {"type": "object", "additionalProperties": under}
    keys["points"] = {
        "anyOf": [
            keys["points"],
            {
                "type": "object",
                "description": "short: the sides, under each its heads (`head for issue.position`), and under each head its points",
                "properties": {
                    "petitioner": heads,
                    "respondent": heads,
                    "rebuttal": {"type": "object", "properties": {"petitioner": under, "respondent": under}},
                },
                "additionalProperties": False,
            },
        ]
    }
    keys["tree"] = {
        "anyOf": [
            keys["tree"],
            {
                "type": "object",
                "description": "short: for each issue, where each position leads",
                "additionalProperties": {"type": "object", "additionalProperties": _TEXT},
            },
        ],
        "description": "may be left out where every position says `then`",
    }
    schema["required"] = [name for name in schema["required"] if name != "tree"]
    line = keys["historical"]["properties"]
    _or_text(line, "line", "moves between semicolons: a point is pleaded, `question.letter by judge` asks and answers")
    return schema


def _said(says: str) -> Schema:
    return {"type": "string", "description": says}


def _or_text(properties: Schema, key: str, says: str) -> None:
    properties[key] = {
        "anyOf": [properties[key], _said(f"short: {says}")],
        "description": properties[key].get("description", ""),
    }


def _short(record: Schema, patterns: Schema, replaced: tuple[str, ...]) -> None:
    """Let keys of these patterns stand in for those that are replaced."""
    record["patternProperties"] = patterns
    record["required"] = [name for name in record["required"] if name not in replaced]
    if not record["required"]:
        del record["required"]
    written_out: Schema = {"anyOf": [{"required": list(replaced)}, {"not": {"required": ["id"]}}]}
    record["allOf"] = [*record.get("allOf", ()), written_out]


def _first_key_is_the_id(point: Schema) -> None:
    """A point begins with its id and its title; any word that is no other key may be an id. Side and head may stand above it."""
    known = "|".join([*point["properties"], "argues"])
    argues = ("modality", "urges", "strength")
    point["allOf"] = [{"anyOf": [{"required": list(argues)}, {"required": ["argues"]}]}]
    point["required"] = [name for name in point["required"] if name not in (*argues, "side")]
    _short(point, {f"^(?!({known})$){_ID}$": _said("a point: its id, and then its title")}, ("id", "title"))


def _of_question(answer: Schema) -> Schema:
    more = {
        name: item
        for name, item in answer["properties"].items()
        if name not in {"id", "text", "manner", "marks", "follow_ups"}
    }
    found: Schema = {
        f"^{_ID} ({_PURPOSES}) ({_TONES}){_MORE}": _said(
            "a question: its id, purpose and tone, clauses (for ..., asked by ..., pick the record, source P5), and then its words"
        ),
        f"^{_ID} ({_MANNERS}){_MORE}": _said(
            "an answer: its letter and manner, clauses (structural 2, cites ..., withdraws, overclaims, worth -2, accepts met), and then its words"
        ),
        f"^{_ID} (right|wrong)( {_ID})?{_MORE}": {
            "anyOf": [
                _said(
                    "a choice: its letter, whether it is right, what is chosen unless its words name it, and then its words"
                ),
                {"type": "boolean"},
            ]
        },
        f"^{_ID} concedes( law| fact)?$": {
            "anyOf": [_said("what the answer concedes"), answer["properties"]["concedes"]]
        },
        f"^{_ID} argues$": _said(_CLAUSES),
        f"^{_ID} marks$": answer["properties"]["marks"],
        f"^{_ID} then$": answer["properties"]["follow_ups"],
    }
    return found | {f"^{_ID} {name}$": item for name, item in more.items() if name not in {"concedes", "right"}}


def _holdings(opinion: Schema) -> None:
    properties = opinion["properties"]
    holding = properties["holdings"]["items"]
    holding["properties"]["decides"] = _said(
        "issue.position: this holding takes it, and marks it adopted and the others of its issue rejected; `it` under a position"
    )
    holding["properties"]["leaves_open"] = _said(
        "an issue that this opinion leaves open, by this holding: the mark of its positions; `it` under the issue"
    )
    holding["properties"]["about"] = _said("issue.position, or the issue alone, that it is about")
    under: Schema = {"type": "array", "items": holding}
    groups: Schema = {
        "type": "object",
        "description": "short: holdings under the position they take, or under `else`",
        "additionalProperties": under,
    }
    group = {**groups, "maxProperties": 1, "not": {"required": ["id"]}}
    properties["holdings"] = {
        "anyOf": [
            properties["holdings"],
            groups,
            {
                "type": "array",
                "description": "short: holdings, and groups of them",
                "items": {"anyOf": [holding, group]},
            },
        ],
        "description": properties["holdings"].get("description", ""),
    }
    properties["silent_on"] = {
        "type": "object",
        "description": "issues this opinion does not come to, each with the reason: the mark of their positions",
        "additionalProperties": _TEXT,
    }
