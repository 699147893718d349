"""Make co2_mauna_loa_monthly.csv from the weekly series that the statsmodels package carries.

A maintainer runs this by hand, with statsmodels installed (the lessons do not need it):

    python -m pip install statsmodels
    python data/make_co2.py

The file comes out the same, byte for byte, every time.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.util
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

SOURCE_SHA256 = "16695fa2786e53414e5a6b54767a3fdf5de99cfbc68617f69d1362d92776a92f"
RESULT = Path(__file__).resolve().parent / "co2_mauna_loa_monthly.csv"


def weekly_file() -> Path:
    """Where statsmodels keeps the weekly values (found without importing the package)."""
    spec = importlib.util.find_spec("statsmodels")
    if spec is None or spec.origin is None:
        raise SystemExit("statsmodels is not installed here: python -m pip install statsmodels")
    path = Path(spec.origin).parent / "datasets" / "co2" / "co2.csv"
    # Other line ends (Windows) are the same data.
    if hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest() != SOURCE_SHA256:
        raise SystemExit(
            f"{path} is not the file that this script was written for: read it before you trust the result."
        )
    return path


def monthly_means(rows: list[dict[str, str]]) -> list[tuple[int, int, int, Decimal]]:
    """Rows (year, month, number of weeks, mean in ppm), by the rule in README.md."""
    weeks = defaultdict(list)
    for row in rows:
        if row["co2"]:
            weeks[int(row["date"][:4]), int(row["date"][4:6])].append(Decimal(row["co2"]))
    exact = Decimal("0.001")
    return [(year, month, len(v), (sum(v) / len(v)).quantize(exact)) for (year, month), v in sorted(weeks.items())]


def main() -> None:
    """Write the file and say what its checksum is."""
    with weekly_file().open(newline="", encoding="ascii") as file:
        months = monthly_means(list(csv.DictReader(file)))
    lines = ["year,month,weeks,ppm", *(",".join(map(str, month)) for month in months)]
    RESULT.write_bytes(("\n".join(lines) + "\n").encode("ascii"))
    print(f"{len(months)} months in {RESULT.name}, sha256 {hashlib.sha256(RESULT.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
