"""How far apart two colors are, as everybody sees them and as color-blind readers do."""

from __future__ import annotations

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "all colors": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> Triple:
    """Linear red, green and blue of ``#rrggbb``."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def seen_with(color: str, vision: str) -> Triple:
    """The color as a reader with this vision has it, linear."""
    was = linear(color)
    red, green, blue = (
        min(max(sum(share * part for share, part in zip(row, was, strict=True)), 0.0), 1.0) for row in VISION[vision]
    )
    return red, green, blue


def lab(color: Triple) -> Triple:
    """CIE L*a*b* (D65) of a linear color."""
    red, green, blue = color
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, vision: str) -> float:
    """The distance of two colors in L*a*b* for this vision: about 2 is the least that is noticed side by side."""
    here, there = lab(seen_with(one, vision)), lab(seen_with(other, vision))
    return float(sum((a - b) ** 2 for a, b in zip(here, there, strict=True)) ** 0.5)
