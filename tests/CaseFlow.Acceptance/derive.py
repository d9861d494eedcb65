#!/usr/bin/env python3
"""Derives the dates of own-cases.jsonl and beyond-cases.jsonl again, without any code of CaseFlow.

Each row names a case, the day counted from, the number and the unit that the cited article gives, and what is special.
Counting is one day at a time. Run it from anywhere: it prints every difference and ends with 1 where there is one.
"""
import csv
import datetime
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
HOLIDAYS = HERE.parent.parent / "packs" / "vietnam-petitions" / "vn-holidays.csv"
DAY = datetime.timedelta(days=1)

# id: (counted from, number, unit, excluded days); unit: cd calendar days, wd working days,
# cd- and wd- the same counted back, plain calendar days without rolling over rest days.
ROWS = {
    "OWN-001": ("2024-05-09", 10, "cd", 0),
    "OWN-002": ("2024-05-06", 30, "cd", 0),
    "OWN-003": ("2024-05-06", 45, "cd", 0),
    "OWN-004": ("2024-05-06", 10, "cd", 0),
    "OWN-005": ("2024-05-06", 30, "cd", 0),
    "OWN-006": ("2024-06-05", 7, "cd", 0),
    "OWN-007": ("2024-08-26", 7, "cd", 0),
    "OWN-008": ("2024-03-04", 60, "cd", 0),
    "OWN-009": ("2024-06-03", 60, "cd", 0),
    "OWN-010": ("2024-05-20", 90, "cd", 0),
    "OWN-011": ("2024-06-05", 30, "cd", 0),
    "OWN-012": ("2024-06-05", 30, "cd", 0),
    "OWN-013": ("2024-06-05", 45, "cd", 0),
    "OWN-014": ("2024-06-05", 30, "cd", 0),
    "OWN-015": ("2024-05-06", 7, "wd", 0),
    "OWN-016": ("2024-05-06", 10, "wd", 0),
    "OWN-017": ("2024-05-06", 10, "wd", 0),
    "OWN-018": ("2026-08-17", 3, "wd", 0),
    "OWN-019": ("2024-05-20", 5, "wd", 0),
    "OWN-020": ("2026-08-17", 3, "wd", 0),
    "OWN-021": ("2024-05-20", 5, "wd", 0),
    "OWN-022": ("2024-06-19", 7, "wd", 0),
    "OWN-023": ("2024-06-19", 7, "wd", 0),
    "OWN-024": ("2024-07-08", 5, "wd", 0),
    "OWN-025": ("2024-06-20", 10, "wd", 0),
    "OWN-026": ("2024-07-01", 7, "wd", 0),
    "OWN-027": ("2024-02-15", 1, "cd-", 0),
    "OWN-028": ("2026-08-03", 30, "cd", 0),
    "OWN-029": ("2024-05-20", 60, "cd", 21),
    "OWN-030": ("2024-05-20", 30, "cd", 21),
    "OWN-031": ("2024-05-06", 15, "cd", 0),
    "OWN-039": ("2024-02-19", 90, "cd", 30),
    "OWN-040": ("2024-05-06", 30, "cd", 0),
    "OWN-041": ("2024-05-06", 30, "cd", 0),
    "OWN-042": ("2024-06-10", 1, "cd-", 0),
    "OWN-043": ("2026-07-15", 45, "cd", 0),
    "OWN-044": ("2024-05-20", 60, "cd", 14),
    "OWN-101": ("2020-06-05", 15, "cd", 0),
    "OWN-102": ("2024-06-05", 15, "cd", 0),
    "OWN-103": ("2024-06-05", 7, "cd", 0),
    "OWN-104": ("2026-09-07", 3, "wd", 0),
    "OWN-105": ("2024-07-01", 5, "wd", 0),
    "OWN-106": ("2024-07-01", 7, "wd", 0),
    "OWN-107": ("2020-06-10", 15, "plain", 0),
    "OWN-108": ("2024-06-10", 15, "plain", 0),
    "OWN-109": ("2024-06-20", 15, "plain", 0),
    "OWN-110": ("2020-06-15", 3, "wd-", 0),
    "OWN-111": ("2024-06-17", 3, "wd-", 0),
    "OWN-112": ("2024-07-15", 5, "wd", 0),
    "OWN-1343": ("2024-04-26", 5, "wd", 0),
    "OWN-1344": ("2025-04-25", 3, "wd", 0),
    "OWN-1345": ("2026-02-13", 7, "wd", 0),
    "OWN-1346": ("2026-01-01", 7, "wd", 0),
    "OWN-1347": ("2026-08-21", 10, "wd", 0),
    "OWN-1348": ("2023-01-19", 5, "wd", 0),
    "OWN-1349": ("2024-12-31", 1, "wd", 0),
    "OWN-1350": ("2022-08-31", 2, "wd", 0),
    "OWN-1401": ("2026-06-30", 10, "cd", 0),
    "OWN-1402": ("2026-07-01", 7, "wd", 0),
    "OWN-1403": ("2026-08-26", 7, "wd", 0),
    "OWN-1404": ("2025-01-17", 10, "cd", 0),
    "OWN-1405": ("2025-01-02", 30, "cd", 0),
    "OWN-1406": ("2025-03-17", 45, "cd", 0),
    "OWN-1407": ("2024-03-01", 60, "cd", 0),
    "OWN-1408": ("2024-05-31", 45, "cd", 0),
    "OWN-1409": ("2026-07-20", 45, "cd", 0),
    "OWN-1410": ("2026-07-03", 60, "cd", 0),
    "OWN-1411": ("2026-06-22", 70, "cd", 0),
    "OWN-1412": ("2024-06-10", 30, "cd", 0),
    "OWN-1413": ("2024-06-10", 60, "cd", 0),
    "OWN-1414": ("2024-06-10", 90, "cd", 0),
    "OWN-1415": ("2026-02-12", 7, "wd", 0),
    "OWN-1416": ("2026-02-12", 10, "wd", 0),
    "OWN-1417": ("2024-04-26", 5, "wd", 0),
    "OWN-1418": ("2025-08-29", 5, "wd", 0),
    "OWN-1419": ("2026-04-24", 3, "wd", 0),
    "OWN-1420": ("2026-02-10", 7, "cd", 0),
    "OWN-1421": ("2026-01-05", 5, "wd", 0),
    "OWN-1422": ("2026-08-20", 7, "wd", 0),
    "OWN-1423": ("2025-01-20", 7, "wd", 0),
    "OWN-1424": ("2024-05-10", 90, "cd", 0),
    "OWN-1425": ("2026-08-17", 15, "cd", 0),
    "OWN-1426": ("2026-08-24", 10, "wd", 0),
    "OWN-1427": ("2024-09-04", 5, "wd", 0),
    "OWN-1428": ("2024-08-13", 20, "cd", 0),
    "OWN-1429": ("2026-08-27", 3, "wd", 0),
    "OWN-1430": ("2024-12-30", 5, "wd", 0),
}

rest, work = set(), set()
with HOLIDAYS.open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        day = datetime.date.fromisoformat(row["date"])
        if row["kind"] in ("holiday", "compensatory", "swapped"):
            rest.add(day)
        elif row["kind"] == "makeUpWorkday":
            work.add(day)


def works(day):
    return day in work or (day.weekday() < 5 and day not in rest)


def derive(start, number, unit, excluded):
    day = datetime.date.fromisoformat(start)
    step = -DAY if unit.endswith("-") else DAY
    left = number + excluded
    while left:
        day += step
        left -= 1 if not unit.startswith("wd") or works(day) else 0
    while unit == "cd" and not works(day):
        day += DAY
    return day


def main():
    cases = {}
    for name in ("own-cases.jsonl", "beyond-cases.jsonl"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            cases[case["id"]] = case["expect"]
    wrong = 0
    for name, row in ROWS.items():
        due = derive(*row)
        expect = cases.get(name, {})
        said = next((expect[key] for key in ("dueOn", "windowEndsOn", "latestOn", "lastAllowedOn", "maxUntil", "date") if key in expect), None)
        if said != due.isoformat():
            print(f"{name}: the case says {said}, counting gives {due}")
            wrong += 1
        if "effectiveFrom" in expect and expect["effectiveFrom"] not in (None, (due + DAY).isoformat()):
            print(f"{name}: in effect from {expect['effectiveFrom']}, counting gives {due + DAY}")
            wrong += 1
    dated = {name for name, expect in cases.items() if any(value and (key.endswith("On") or key == "maxUntil") for key, value in expect.items())}
    for name in sorted(dated - set(ROWS)):
        print(f"{name}: not derived here")
        wrong += 1
    print(f"{len(ROWS)} derived, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
