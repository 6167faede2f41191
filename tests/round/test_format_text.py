"""A format as one line of text in a record: what is read back, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from moot.case import Side
from moot.case.formats import Format, Segment
from moot.round.formats import FORMATS, WHITE_LIGHT, usual_id
from moot.round.text.format import MOST_TEXT, format_from_text, format_text, is_at_hand
from tests import support as small

OURS = Format(
    "ours",
    "Ours",
    (
        Segment("one", Side.PETITIONER, 40, 1, reserves=(0, 5), protected=4),
        Segment("two", Side.RESPONDENT, 40),
        Segment("back", Side.PETITIONER, 0, 1, replies=True),
    ),
    pace=2,
)


SHIPPED = {
    "scotus-1997": '[["petitioner","petitioner",120,1,false,[0,2,4],0],["respondent","respondent",120,1,false,[],0],["rebuttal","petitioner",0,1,true,[],0]]}',
    "quick": '[["petitioner","petitioner",32,1,false,[1],0],["respondent","respondent",32,1,false,[],0],["rebuttal","petitioner",0,1,true,[],0]]}',
    "amca": '[["petitioner","petitioner",40,1,false,[0,2,3],0],["petitioner-2","petitioner",40,2,false,[],0],["respondent","respondent",40,1,false,[],0],["respondent-2","respondent",40,2,false,[],0],["rebuttal","petitioner",0,1,true,[],0]]}',
    "nmcc": '[["petitioner","petitioner",60,1,false,[0,3,5],0],["petitioner-2","petitioner",60,2,false,[],0],["respondent","respondent",60,1,false,[],0],["respondent-2","respondent",60,2,false,[],0],["rebuttal","petitioner",0,1,true,[],0]]}',
    "jessup": '[["petitioner","petitioner",80,1,false,[],0],["petitioner-2","petitioner",100,2,false,[0,3,5,10],0],["respondent","respondent",80,1,false,[],0],["respondent-2","respondent",100,2,false,[0,3,5,10],0],["rebuttal","petitioner",0,2,true,[],0],["surrebuttal","respondent",0,2,true,[],0]]}',
}


def changed(place: int, value: object, row: int = 0) -> str:
    """The text of the format with one value of a segment changed."""
    whole = json.loads(format_text(OURS))
    whole["segments"][row][place] = value
    return json.dumps(whole)


def with_key(key: str, value: object) -> str:
    return json.dumps({**json.loads(format_text(OURS)), key: value})


@pytest.mark.parametrize("form", [*FORMATS.values(), OURS], ids=lambda form: form.id)
def test_a_format_is_read_back_without_its_title_and_source(form: Format) -> None:
    assert format_from_text(format_text(form)) == replace(form, title=form.id, source="")


def test_the_text_of_a_format_stays_what_it_was() -> None:
    assert format_text(OURS) == (
        '{"id":"ours","pace":2,"segments":[["one","petitioner",40,1,false,[0,5],4],'
        '["two","respondent",40,1,false,[],0],["back","petitioner",0,1,true,[],0]]}'
    )


@pytest.mark.parametrize("value", [-1, "4", 1.0, True, None, [4]])
@pytest.mark.parametrize("place", [2, 3, 6])
def test_a_number_of_a_format_was_read_where_it_was_no_count(place: int, value: object) -> None:
    with pytest.raises(ValueError, match=r"no format: .* is no count"):
        format_from_text(changed(place, value))


@pytest.mark.parametrize("value", [[-1], [1.5], ["2"], [False]])
def test_the_minutes_to_set_aside_are_counts(value: object) -> None:
    with pytest.raises(ValueError, match="is no count"):
        format_from_text(changed(5, value))


def test_nothing_is_a_count_too() -> None:
    assert format_from_text(changed(6, 0)).segments[0].protected == 0
    assert format_from_text(changed(5, [0])).segments[0].reserves == (0,)


@pytest.mark.parametrize("value", ["", 3, None, "a b", "é", "-", "--", "a_b"])
def test_the_ids_of_a_format_are_ids(value: object) -> None:
    for text in (changed(0, value), with_key("id", value)):
        with pytest.raises(ValueError, match="is no id"):
            format_from_text(text)


def test_an_id_may_have_hyphens_and_figures() -> None:
    assert format_from_text(changed(0, "one-2")).segments[0].id == "one-2"


@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_whether_a_segment_replies_is_true_or_false(value: object) -> None:
    with pytest.raises(ValueError, match="replies is true or false"):
        format_from_text(changed(4, value))


def test_a_side_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="amicus"):
        format_from_text(changed(1, "amicus"))


@pytest.mark.parametrize("pace", [1, 4])
def test_the_first_and_the_last_pace_are_read(pace: int) -> None:
    assert format_from_text(with_key("pace", pace)).pace == pace


@pytest.mark.parametrize("pace", [0, 5])
def test_no_other_pace_is_read(pace: int) -> None:
    with pytest.raises(ValueError, match="no format: too many segments, or no pace"):
        format_from_text(with_key("pace", pace))


def test_no_segments_are_refused_and_more_than_twelve() -> None:
    with pytest.raises(ValueError, match="too many segments"):
        format_from_text(with_key("segments", []))
    rows = json.loads(format_text(OURS))["segments"]
    many = [[f"s{n}", *rows[1][1:]] for n in range(13)]
    with pytest.raises(ValueError, match="too many segments"):
        format_from_text(with_key("segments", many))
    with pytest.raises(ValueError, match="no format: petitioner never opens"):  # twelve are counted, and then looked at
        format_from_text(with_key("segments", many[:12]))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "7", "null", '{"id": "ours"}', '{"id":"ours","pace":1,"segments":[[1,2]]}', "[" * 900]
)
def test_what_is_no_format_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        format_from_text(text)
    assert "\n" not in str(refused.value)


def test_text_past_the_limit_is_not_read() -> None:
    text = format_text(OURS)
    assert format_from_text(text + " " * (MOST_TEXT - len(text)) + "garbage").id == "ours"
    with pytest.raises(ValueError, match=r"."):
        format_from_text(" " * MOST_TEXT + text)


def test_a_format_with_a_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="no format: `one` is protected for longer than it lasts"):
        format_from_text(changed(6, 41))


def test_an_id_names_a_format_only_where_that_is_the_one() -> None:
    case = small.case()
    assert is_at_hand(FORMATS["quick"], case)
    assert not is_at_hand(replace(FORMATS["quick"], pace=1), case)
    assert not is_at_hand(OURS, case)
    assert is_at_hand(OURS, replace(case, form=OURS))


def test_the_shipped_formats_are_what_they_were() -> None:
    """Records made in one of them name it by its id alone."""
    texts = {id: format_text(form).partition('"segments":')[2] for id, form in FORMATS.items()}
    assert {id: form.pace for id, form in FORMATS.items()} == {
        "scotus-1997": 1, "quick": 2, "amca": 1, "nmcc": 1, "jessup": 1,
    }  # fmt: skip
    assert texts == SHIPPED
    assert WHITE_LIGHT == 20
    assert (usual_id(Side.PETITIONER, 1, replies=False), usual_id(Side.RESPONDENT, 2, replies=False)) == (
        "petitioner",
        "respondent-2",
    )
    assert [usual_id(side, 1, replies=True) for side in Side] == ["rebuttal", "surrebuttal"]
