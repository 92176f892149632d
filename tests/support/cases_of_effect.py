"""States of documents on a day, as Python and the script of registers both have to tell them."""

from __future__ import annotations

CASES: list[dict[str, str]] = [
    {"what": "the day before the first", "from": "2017-07-13", "day": "2017-07-12", "state": "chua_hieu_luc"},
    {"what": "the first day", "from": "2017-07-13", "day": "2017-07-13", "state": "con_hieu_luc"},
    {"what": "years later", "from": "2017-07-13", "day": "2026-11-22", "state": "con_hieu_luc"},
    {
        "what": "before an end",
        "from": "2017-07-13",
        "until": "2018-01-01",
        "day": "2017-12-31",
        "state": "con_hieu_luc",
    },
    {"what": "the end", "from": "2017-07-13", "until": "2018-01-01", "day": "2018-01-01", "state": "het_hieu_luc"},
    {
        "what": "an end before the first day",
        "from": "2017-07-13",
        "until": "2017-07-01",
        "day": "2017-07-05",
        "state": "het_hieu_luc",
    },
    {
        "what": "before an amendment",
        "from": "2017-07-13",
        "partly": "2018-03-01",
        "day": "2018-02-28",
        "state": "con_hieu_luc",
    },
    {
        "what": "an amendment",
        "from": "2017-07-13",
        "partly": "2018-03-01",
        "day": "2018-03-01",
        "state": "het_hieu_luc_mot_phan",
    },
    {
        "what": "amended, then ended",
        "from": "2017-07-13",
        "partly": "2018-03-01",
        "until": "2019-01-01",
        "day": "2019-01-01",
        "state": "het_hieu_luc",
    },
    {
        "what": "declared partly",
        "from": "2017-07-13",
        "declared": "het_hieu_luc_mot_phan",
        "day": "2017-07-13",
        "state": "het_hieu_luc_mot_phan",
    },
    {
        "what": "declared expired",
        "from": "2017-07-13",
        "declared": "het_hieu_luc",
        "day": "2018-07-13",
        "state": "het_hieu_luc",
    },
    {
        "what": "declared expired, not yet begun",
        "from": "2017-07-13",
        "declared": "het_hieu_luc",
        "day": "2017-07-12",
        "state": "chua_hieu_luc",
    },
    {
        "what": "declared in force, amended",
        "from": "2017-07-13",
        "partly": "2018-03-01",
        "declared": "con_hieu_luc",
        "day": "2018-04-01",
        "state": "het_hieu_luc_mot_phan",
    },
]
