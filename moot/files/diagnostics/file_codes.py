"""The codes of files and their shape (M0xx, M1xx) and of judge files (J1xx): title, severity, meaning."""

from __future__ import annotations

from moot.errors import Severity

__all__ = ["FILE_CODES"]

FILE_CODES: dict[str, tuple[str, Severity, str]] = {
    "M001": (
        "the file is not UTF-8",
        "error",
        "moot reads UTF-8, which every editor can write. Choose it when you save.",
    ),
    "M002": (
        "the file is too large",
        "error",
        "There are limits to size, depth, values and aliases, so that no file can stop the program. No real case comes near them.",
    ),
    "M003": (
        "a control character",
        "error",
        "The file holds a character that cannot be seen and may act on the screen. It often comes from copying out of a PDF.",
    ),
    "M010": ("this is not YAML", "error", "The file cannot be read as YAML. Look at the line and the one above it."),
    "M011": ("a tab", "error", "YAML is indented with spaces. Let your editor turn tabs into spaces."),
    "M012": (
        "indentation",
        "error",
        "Keys of one thing begin in the same column, and what belongs to a key is indented under it.",
    ),
    "M013": (
        "a colon in text",
        "error",
        "A colon and a space end a key. Text that holds them must stand in quotes or in a `>-` block.",
    ),
    "M014": (
        "a bracket is not closed",
        "error",
        "A list `[…]` or mapping `{…}` on one line is not closed, or lacks a comma, or holds a text that needs quotes.",
    ),
    "M015": ("a quotation mark is not closed", "error", "A text begins with a quotation mark and has no second one."),
    "M016": (
        "a backslash in double quotes",
        "error",
        "In double quotes a backslash begins an escape. Double it, or use single quotes.",
    ),
    "M017": (
        "a character that cannot begin a text",
        "error",
        "YAML keeps some characters, such as @ and the backtick, for itself. Put the text in quotes.",
    ),
    "M018": ("a key comes twice", "error", "The same key stands twice in one mapping; only one of them could count."),
    "M019": ("a key that is not a word", "error", "A key is a word followed by a colon."),
    "M020": (
        "a tag",
        "error",
        "Tags (`!name`) are not used, and could do harm. A text that begins with an exclamation mark needs quotes.",
    ),
    "M021": (
        "an alias",
        "error",
        "A star begins an alias, which must name an anchor written above. A text that begins with a star needs quotes.",
    ),
    "M022": ("more than one document", "error", "A file holds one case. A line `---` begins a second document."),
    "M023": ("the file is empty", "error", "There is nothing to read."),
    "M024": (
        "a comment inside a text",
        "warning",
        "A `#` after a space begins a comment, so a text without quotes ends there. A comment after a text has a space on both sides of its `#`.",
    ),
    "M025": (
        "an anchor inside a text",
        "warning",
        "A word that begins with `&` names what follows and is left out of the text. Nothing uses this name.",
    ),
    "M026": (
        "a no-break space at the beginning of a line",
        "error",
        "The line is indented with no-break spaces, which word processors and web pages write. YAML counts plain spaces only.",
    ),
    "M027": (
        "a bullet at the beginning of a line",
        "error",
        "A list in YAML begins each item with a hyphen and a space. Word processors turn the hyphen into a bullet or a dash.",
    ),
    "M028": (
        "a quotation mark inside a quoted text",
        "error",
        "A text in quotes ends at the next mark of the same kind.",
    ),
    "M029": (
        "not a text file",
        "error",
        "The file was saved by a word processor in a format of its own, or is a web page. A case is plain text.",
    ),
    "M030": (
        "a merge that is not settled",
        "error",
        "A version control system found two versions of these lines and wrote both, between lines of <<<<<<<, ======= and >>>>>>>. One of them has to go.",
    ),
    "M101": (
        "an unknown key",
        "error",
        "The key is not one of those the format knows, so a slip of the pen is caught. docs/case-format.md lists them.",
    ),
    "M102": ("a key is missing", "error", "Something that must be said has not been said."),
    "M103": ("another kind of thing is wanted", "error", "A list stands where text is wanted, or the like."),
    "M104": ("an unknown word", "error", "Only the words of a closed list may stand here."),
    "M105": ("not a number that fits", "error", "A whole number within limits is wanted, without quotes."),
    "M106": (
        "not an id",
        "error",
        "Ids are lower-case words joined by hyphens. A position is named `issue.position`, an answer `question.letter`.",
    ),
    "M107": ("nothing is written", "error", "The key is there but has no words. An empty list is only a warning."),
    "M108": ("the text is too long", "error", "The text would not fit where it is shown or spoken."),
    "M109": ("too few or too many", "error", "The list is shorter or longer than it may be."),
    "M110": (
        "a text that begins with a bracket",
        "error",
        "YAML takes `[1997] 1 AC 1` for a list. Put the whole in quotes.",
    ),
    "M111": (
        "yes, no or nothing",
        "error",
        "Without quotes, yes, no, on, off, true, false and null are not words to most YAML readers.",
    ),
    "M112": (
        "text that looks like a number",
        "error",
        "Without quotes, 12:30, 3.10, 012 and 1e3 are numbers to most YAML readers, and not the ones you wrote.",
    ),
    "M113": ("not true or false", "error", "Write `true` or `false`; yes, no, on and off are not used."),
    "M114": ("not a date", "error", "Dates are written as 1997-12-09."),
    "M116": (
        "the id differs from the file's name",
        "warning",
        "Cases and judges are found by their file's name. Give the id and the file one name.",
    ),
    "M117": (
        "keys that cannot stand together",
        "error",
        "Two keys exclude each other, such as a head and `replies_to`.",
    ),
    "M118": ("exactly one key is wanted", "error", "A mark, an attack or a guard is one word and what it is said of."),
    "M119": (
        "curly quotes around a text",
        "warning",
        "To YAML only straight quotes hold a text together. Curly ones are printed with it.",
    ),
    "M120": (
        "an old spelling, or a key that is no longer read",
        "warning",
        "Keys and words of the files are spelled as Americans spell them. The old spellings are read for one more version, and a key that has been dropped is passed over.",
    ),
    "M121": (
        "an assignment names what is not there",
        "error",
        "An assignment names a case (or the path of its file), a bench or an opponent that moot does not find.",
    ),
    "M122": (
        "tags or signs of a web page in a text",
        "warning",
        "Tags such as <i> and signs such as &quot; mean something to a browser only. Here they are shown as they stand.",
    ),
    "M130": (
        "a text still to be written",
        "error",
        "A text that begins with TODO is a note to yourself, and nobody should hear it at the lectern. `moot new case --from` leaves one wherever it cannot know what you want to say.",
    ),
    "M131": (
        "a short form that cannot be read",
        "error",
        "What is written in the short form (docs/case-format.md) has a few fixed shapes, and this has none of them.",
    ),
    "J102": (
        "a creed without a source",
        "error",
        "A judge is drawn from published writing. A principle that is or may be held at 3 or more names where; so does a receptivity whose range reaches 0, 4 or 5.",
    ),
    "J103": ("a principle is listed twice", "error", "One weight for one principle."),
    "J104": ("a judge with nothing to ask", "error", "Every purpose has the weight 0."),
    "J106": ("the size of the bench", "error", "A bench seats one to fifteen judges."),
    "J107": ("a judge sits twice", "error", "A judge has one seat on a bench."),
    "J109": ("a judge who does not sit", "error", "The bench gives a title or the chair to a judge who is not on it."),
    "J108": ("an unknown judge", "error", "The bench names a judge for whom there is no file."),
    "J110": (
        "a phrase that can never be used",
        "warning",
        "A phrase for opinions stands only where the opinion bears it out: it speaks as I or as we, has nothing in braces, and speaks of inferences (“does not follow”) only after an argument that is rejected.",
    ),
    "J111": (
        "a place in braces that nothing fills",
        "warning",
        "In what a judge says at the bench `{counsel}` is filled in, and nothing else is.",
    ),
    "J112": (
        "a value outside its range",
        "error",
        "A range is the lowest and the highest value that a source supports, and the value in force lies between them.",
    ),
    "M150": (
        "a format that cannot be played",
        "error",
        "Every side opens, speakers come in order and once each, replies come last, and every segment has time.",
    ),
    "M152": (
        "counsel who does not speak",
        "warning",
        "The case names two counsel for a side, and the format has one speaker a side: the first speaks.",
    ),
    "M153": (
        "counsel addressed by another name",
        "warning",
        "The bench speaks to counsel by a name that is not the last name the lectern shows.",
    ),
    "M151": (
        "a speaker without heads",
        "warning",
        "Where two speak for a side, its heads are divided between them. Who has none does not come to the lectern.",
    ),
}
