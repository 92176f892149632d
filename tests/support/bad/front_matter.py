"""Front matter that two readers could read in two ways (1 to 43 of the list), and what clerks mistype."""

from __future__ import annotations

from support.bad.good import BOMB, DATE, FLAG, GOOD, LAST, LINES, MERGE, NUMBER, SUMMARY, TITLE, added, line, raw, whole

# name, bytes, line of the first fault, locale key (and what was wanted), for each file
FRONT_MATTER = [
    # 1 to 4: anchors and aliases
    ("1 alias bomb", added(BOMB), LAST, "yaml.anchor"),
    ("2 merge-key bomb", added(MERGE), LAST, "yaml.anchor"),
    ("2 merge key alone", added("<<: {so: 1}"), LAST, "yaml.merge_key"),
    ("2 merge key of a list", line(NUMBER, "can_cu: {<<: [a]}"), NUMBER, "yaml.merge_key"),
    ("3 alias of itself", added("can_cu: &a [*a]"), LAST, "yaml.anchor"),
    ("4 anchor of a text", line(TITLE, "title: &t Quyết định"), TITLE, "yaml.anchor"),
    ("4 anchor of a key", line(TITLE, "&t title: Quyết định"), TITLE, "yaml.anchor"),
    ("4 anchor of a list's entry", added("can_cu:\n  - &c Căn cứ Luật"), 10, "yaml.anchor"),
    ("4 alias without anchor", line(TITLE, "title: *t"), TITLE, "yaml.alias"),
    ("4 alias as a key", added("*t : x"), LAST, "yaml.alias"),
    # 5 and 6: duplicate keys
    ("5 duplicate key", added("title: Hai"), LAST, "yaml.duplicate_key"),
    ("5 duplicate key in quotes", added('"title": Hai'), LAST, "yaml.duplicate_key"),
    ("5 duplicate key deep", added("anh: {file: a.png, alt: Ảnh, file: b.png}"), LAST, "yaml.duplicate_key"),
    ("6 duplicate key in capitals", added("Title: Hai"), LAST, "yaml.duplicate_key"),
    ("6 duplicate key, decomposed", added("h\u00f2a: x\nho\u0300a: y"), 10, "yaml.duplicate_key"),
    # 7 and 8: tags
    ("7 python object", line(TITLE, "title: !!python/object/apply:os.system [id]"), TITLE, "yaml.tag"),
    ("7 python name", line(TITLE, "title: !!python/name:os.system"), TITLE, "yaml.tag"),
    ("8 binary", line(TITLE, "title: !!binary YWJj"), TITLE, "yaml.tag"),
    ("8 set", added("can_cu: !!set {a, b}"), LAST, "yaml.tag"),
    ("8 ordered mapping", added("can_cu: !!omap [a: 1]"), LAST, "yaml.tag"),
    ("8 text tag", line(TITLE, "title: !!str Quyết định"), TITLE, "yaml.tag"),
    ("8 tag of our own", line(TITLE, "title: !env HOME"), TITLE, "yaml.tag"),
    ("8 bare tag", line(TITLE, "title: ! Quyết định"), TITLE, "yaml.tag"),
    ("8 tag of a key", line(TITLE, "!!str title: Quyết định"), TITLE, "yaml.tag"),
    ("8 unknown tag handle", line(TITLE, "title: !e!x Quyết định"), TITLE, "yaml.syntax"),
    # 9: tabs
    ("9 tab indent", added("can_cu:\n\t- Luật"), 10, "yaml.tab"),
    ("9 tab after the colon", line(TITLE, "title:\tQuyết định"), TITLE, "yaml.tab"),
    ("9 tab within a value", line(TITLE, "title: Quyết\tđịnh"), TITLE, "yaml.tab"),
    ("9 tab by an escape", line(TITLE, 'title: "Quyết\\tđịnh"'), TITLE, "yaml.character"),
    # 10 to 15: bytes
    ("10 byte-order mark", b"\xef\xbb\xbf" + whole(GOOD), 1, "text.byte_order_mark"),
    ("11 UTF-16 little-endian", GOOD.encode("utf-16"), 1, "text.byte_order_mark"),
    ("11 UTF-16 big-endian", b"\xfe\xff" + GOOD.encode("utf-16-be"), 1, "text.byte_order_mark"),
    ("11 UTF-16 without a mark", GOOD.encode("utf-16-le"), 4, "text.not_utf8"),
    ("12 Windows-1258", raw(b"Quy\xea\xec \xf0inh"), TITLE, "text.not_utf8"),
    ("12 Latin-1", raw(b"d\xe9p"), TITLE, "text.not_utf8"),
    ("12 TCVN3", raw(b"C\xe9ng ho\xb5 x\xb7 h\xe9i"), TITLE, "text.not_utf8"),
    ("12 overlong slash", raw(b"\xc0\xaf"), TITLE, "text.not_utf8"),
    ("12 cut in a letter", whole(GOOD)[:-1] + b"\xe1\xbb", 10, "text.not_utf8"),
    ("13 carriage returns only", whole(GOOD.replace("\n", "\r")), 1, "text.lone_carriage_return"),
    ("13 one carriage return", line(TITLE, "title: Quyết\rđịnh"), TITLE, "text.lone_carriage_return"),
    ("14 line separator", line(TITLE, "title: Quyết\u2028status: da_dang"), TITLE, "text.control_character"),
    ("14 paragraph separator", line(TITLE, "title: Quyết\u2029định"), TITLE, "text.control_character"),
    ("14 next line", line(TITLE, "title: Quyết\u0085định"), TITLE, "text.control_character"),
    ("14 line separator by an escape", line(TITLE, 'title: "Quyết\\u2028định"'), TITLE, "yaml.character"),
    ("14 next line by an escape", line(TITLE, 'title: "Quyết\\Nđịnh"'), TITLE, "yaml.character"),
    ("15 NUL", line(TITLE, "title: Quyết\0định"), TITLE, "text.nul"),
    ("15 NUL by an escape", line(TITLE, 'title: "Quyết\\0định"'), TITLE, "yaml.character"),
    ("15 escape character", line(TITLE, "title: \x1b[31mQuyết định"), TITLE, "text.control_character"),
    ("15 escape character by an escape", line(TITLE, 'title: "\\e[31mQuyết định"'), TITLE, "yaml.character"),
    ("15 delete", line(TITLE, "title: Quyết\x7fđịnh"), TITLE, "text.control_character"),
    ("15 noncharacter", line(TITLE, "title: Quyết\ufffeđịnh"), TITLE, "text.control_character"),
    ("15 lone surrogate", line(TITLE, "title: Quyết\ud800định"), TITLE, "text.not_utf8"),
    ("15 lone surrogate by an escape", line(TITLE, 'title: "Quyết\\ud800định"'), TITLE, "yaml.syntax"),
    ("15 control character in the body", line(10, "Nội\x08 dung."), 10, "text.control_character"),
    # 16 and 17: words that readers take for something else
    *[
        (f"16 {word}", line(TITLE, f"title: {word}"), TITLE, "yaml.ambiguous")
        for word in ("no", "No", "off", "y", "Y", "yes", "on")
    ],
    ("16 yes for a flag", line(FLAG, "pho_bien: yes"), FLAG, "yaml.ambiguous"),
    *[
        (f"17 {word}", line(NUMBER, f"so_ky_hieu: {word}"), NUMBER, "yaml.ambiguous")
        for word in ("012", "1e5", "12:30", "12:30:45", "1_000", "0o17", "0b1", ".inf", "-.INF", ".nan", "=")
    ],
    *[
        (f"17 {word}", line(TITLE, f"title: {word}"), TITLE, "item.unfit/want.quotes")
        for word in ("12", "-3", "1.5", ".5", "true", "False", "null", "~", "2019-10-01")
    ],
    ("17 nothing", line(TITLE, "title:"), TITLE, "item.unfit/want.not_empty"),
    ("17 quotes around nothing", line(TITLE, 'title: ""'), TITLE, "item.unfit/want.not_empty"),
    ("17 spaces only", line(TITLE, 'title: "  "'), TITLE, "item.unfit/want.not_empty"),
    # 18 to 22: dates
    *[
        (f"{number} {word}", line(DATE, f"ngay_ban_hanh: {word}"), DATE, "item.unfit/want.date")
        for number, word in (
            (18, "2019-13-45"),
            (18, "2019-02-30"),
            (18, "2019-00-10"),
            (18, "2019-10-1"),
            (18, "20191001"),
            (18, "2019-W40-2"),
            (19, "2027-02-29"),
            (20, "02/03/2026"),
            (20, "02-03-2026"),
            (20, "ngày 2 tháng 3"),
            (21, "0000-01-01"),
            (21, "9999-12-31"),
            (21, "1899-12-31"),
            (21, "2200-01-01"),
            (22, "2019-10-01T08:00:00+07:00"),
            (22, "hôm nay"),
        )
    ],
    *[
        (f"22 {word}", added(f"nhan_luc: {word}"), LAST, "item.unfit/want.moment")
        for word in (
            "2019-10-01T25:00:00+07:00",
            "2019-10-01 08:00",
            "2019-10-01T08:00:00 +07:00",
            "8h",
            "2019-02-29T08:00",
        )
    ],
    # 23 to 26: not a mapping, not closed, more than one, other notations
    ("23 a list", whole("---\n- id: a\n---\nx\n"), 2, "yaml.not_a_mapping"),
    ("23 a word", whole("---\nQuyết định\n---\nx\n"), 2, "yaml.not_a_mapping"),
    ("23 nothing between", whole("---\n---\nx\n"), 2, "yaml.empty"),
    ("23 only a comment", whole("---\n# ghi chú\n---\nx\n"), 2, "yaml.empty"),
    ("23 empty file", b"", 1, "front_matter.missing"),
    ("24 not closed", whole("\n".join(LINES[:8]) + "\nNội dung.\n"), 1, "front_matter.not_closed"),
    ("24 closed by dots", whole(GOOD.replace("\n---\nN", "\n...\nN")), 1, "front_matter.not_closed"),
    ("24 five dashes", whole("-----\nid: a\n-----\nx\n"), 1, "front_matter.missing"),
    ("24 closed by five dashes", whole(GOOD.replace("\n---\nN", "\n-----\nN")), 1, "front_matter.not_closed"),
    ("24 space before the dashes", whole(" " + GOOD), 1, "front_matter.missing"),
    ("24 space after the dashes", whole(GOOD.replace("---\nid", "--- \nid")), 1, "front_matter.missing"),
    ("24 empty line first", whole("\n" + GOOD), 1, "front_matter.missing"),
    ("25 second document", added("--- # hai\nstatus: da_dang"), LAST, "yaml.second_document"),
    ("25 second document after dots", added("...\nstatus: da_dang"), 10, "yaml.syntax"),
    ("25 directive", whole(GOOD.replace("---\nid", "---\n%YAML 1.1\n--- \nid", 1)), 2, "yaml.directive"),
    ("26 TOML", whole("+++\nid = 'a'\n+++\nx\n"), 1, "front_matter.missing"),
    ("26 JSON", whole('{"id": "a"}\n\nx\n'), 1, "front_matter.missing"),
    ("26 keys as Pelican writes them", whole("Title: Quyết định\nDate: 2019-10-01\n\nx\n"), 1, "front_matter.missing"),
    # 27 to 29: size and depth
    ("27 most of a megabyte in one value", line(SUMMARY, "summary: " + "x" * 900_000), 1, "front_matter.too_long"),
    (
        "27 most of a megabyte, closed at the end",
        whole(GOOD.split("\n---\nN")[0] + "\nx: " + "x" * 900_000 + "\n---"),
        1,
        "front_matter.too_long",
    ),
    ("27 two megabytes", whole(GOOD + "x" * 2_000_000), 0, "text.too_large"),
    ("27 fifty thousand keys", added("\n".join(f"k{i}: v" for i in range(50_000))), 1, "front_matter.too_long"),
    ("27 twenty thousand unknown keys", added("\n".join(f"k{i}: v" for i in range(20_000))), LAST, "item.unknown_key"),
    (
        "27 twenty-seven thousand short keys",
        added("\n".join(f"{i:x}g:" for i in range(27_000))),
        LAST,
        "item.unknown_key",
    ),
    ("27 eight thousand unknown keys", added("\n".join(f"k{i}: v" for i in range(8_000))), LAST, "item.unknown_key"),
    ("27 sixty thousand times one key", added(f"thay_the: {{{'a, ' * 60_000}}}"), LAST, "yaml.duplicate_key"),
    ("28 number of five thousand digits", line(NUMBER, "so_ky_hieu: " + "9" * 5_000), NUMBER, "item.unfit/want.quotes"),
    ("28 hexadecimal", line(NUMBER, "so_ky_hieu: 0x" + "f" * 5_000), NUMBER, "yaml.ambiguous"),
    ("29 brackets in brackets", line(TITLE, "title: " + "[" * 40 + "]" * 40), TITLE, "yaml.too_deep"),
    ("29 mappings in mappings", added("\n".join("  " * i + f"a{i}:" for i in range(40))), 22, "yaml.too_deep"),
    ("29 fifty thousand brackets", line(TITLE, "title: " + "[" * 50_000), TITLE, "yaml.too_deep"),
    # 30 and 31: keys and types
    ("30 unknown key", added("mau_sac: đỏ"), LAST, "item.unknown_key"),
    ("30 key of another type", added("the_loai: tin"), LAST, "item.unknown_key"),
    ("30 number as a key", added("1: x"), LAST, "item.unknown_key"),
    ("30 list as a key", added("? [a]\n: b"), LAST, "yaml.key_not_text"),
    ("30 mapping as a key", added("{a: b}: c"), LAST, "yaml.key_not_text"),
    ("30 invisible key by an escape", added('"ti\\u200btle": x'), LAST, "yaml.character"),
    ("30 key with a decomposed letter by an escape", added('"ho\\u0300a": x'), LAST, "yaml.character"),
    ("31 list for a title", line(TITLE, "title: [a, b]"), TITLE, "item.unfit/want.text"),
    ("31 mapping for a title", line(TITLE, "title: {a: b}"), TITLE, "item.unfit/want.text"),
    ("31 two lines for a title", line(TITLE, "title: |\n  một\n  hai"), TITLE, "item.unfit/want.one_line"),
    ("31 text for a list", added("can_cu: Luật"), LAST, "item.unfit/want.list"),
    ("31 empty list", added("can_cu: []"), LAST, "item.unfit/want.list"),
    ("31 list in a list", added("can_cu: [[Luật]]"), LAST, "item.unfit/want.text"),
    ("31 empty entry", added("can_cu:\n  - Luật\n  -"), 11, "item.unfit/want.not_empty"),
    ("31 quoted flag", line(FLAG, 'pho_bien: "true"'), FLAG, "item.unfit/want.flag"),
    ("31 list for a date", line(DATE, "ngay_ban_hanh: [2019-10-01]"), DATE, "item.unfit/want.date"),
    ("31 unit that is no id", added("don_vi: UBND phường"), LAST, "item.unfit/want.id"),
    ("31 id in capitals", line(2, "id: DL-2019-0001"), 2, "item.unfit/want.id"),
    ("31 choice that is none", added("cap: phuong"), LAST, "item.unfit/want.choice"),
    ("31 list for a choice", added("cap: [xa]"), LAST, "item.unfit/want.choice"),
    ("31 file in another folder", added("tep_dinh_kem: [../../policies/law.yml]"), LAST, "item.unfit/want.file"),
    ("31 file with a space", added('tep_dinh_kem: ["van ban.pdf"]'), LAST, "item.unfit/want.file"),
    ("31 hidden file", added("tep_dinh_kem: [.htaccess]"), LAST, "item.unfit/want.file"),
    ("31 picture without words", added("anh: {file: a.png}"), LAST, "item.unfit/want.image"),
    ("31 picture with a link", added("anh: {file: a.png, alt: Ảnh, href: x}"), LAST, "item.unfit/want.image"),
    ("31 script as an address", added("nguon_dia_chi: javascript:alert(1)"), LAST, "item.unfit/want.url"),
    ("31 data as an address", added("nguon_dia_chi: 'data:text/html,x'"), LAST, "item.unfit/want.url"),
    ("31 address with a quote", added("nguon_dia_chi: 'https://a.example/\"onclick='"), LAST, "item.unfit/want.url"),
    ("31 address of this host only", added("nguon_dia_chi: /tin-tuc"), LAST, "item.unfit/want.url"),
    (
        "31 moment of import in words",
        added("imported: {published: hôm qua, source: Cổng cũ}"),
        LAST,
        "item.unfit/want.moment",
    ),
    ("31 import without source", added("imported: {published: 2019-10-01}"), LAST, "item.unfit/want.imported"),
    ("31 edition as a word", added("editions: wan"), LAST, "item.unfit/want.list"),
    # 32: keys that every item has (the fields of the regulations: tests/cases/fields)
    *[
        (f"32 no {key}", line(n, "co_quan: ubnd"), 1, "item.missing_key")
        for n, key in ((2, "id"), (3, "type"), (4, "title"), (5, "summary"))
    ],
    ("32 unknown type", line(3, "type: quyet_dinh"), 3, "item.unknown_type"),
    # 38 to 40: characters that nobody sees (raw ones are told by the check `text`)
    ("38 change of direction by an escape", line(TITLE, 'title: "\\u202eQuyết"'), TITLE, "yaml.character"),
    ("39 zero-width space by an escape", line(TITLE, 'title: "UB\\u200bND"'), TITLE, "yaml.character"),
    ("39 byte by an escape", line(TITLE, 'title: "UB\\xadND"'), TITLE, "yaml.character"),
    ("40 tag character by an escape", line(TITLE, 'title: "UBND\\U000e0041"'), TITLE, "yaml.character"),
    # 42 and 43, and the other keys that are derived
    *[
        (f"42 {word}", added(word), LAST, "item.derived_key")
        for word in (
            "status: draft",
            'status: "draft"',
            "status: Published ",
            "slug: x",
            "url: x",
            "save_as: ../x",
            "template: x",
            "date: 2019-10-01",
            "category: x",
            "author: x",
            "published: 2019-10-01",
            "approved: true",
        )
    ],
    ("43 comment after a state", added("status: draft # published"), LAST, "item.derived_key"),
    # what clerks mistype
    ("colon in a title", line(TITLE, "title: Thông báo: họp"), TITLE, "yaml.syntax"),
    ("quote not closed", line(TITLE, 'title: "Quyết định'), TITLE, "yaml.syntax"),
    ("apostrophe not closed", line(TITLE, "title: 'Quyết định"), TITLE, "yaml.syntax"),
    ("bracket not closed", line(NUMBER, "can_cu: [Luật"), NUMBER, "yaml.syntax"),
    ("at sign first", line(TITLE, "title: @ubnd"), TITLE, "yaml.syntax"),
    ("percent sign first", line(TITLE, "title: %90"), TITLE, "yaml.syntax"),
    ("backtick first", line(TITLE, "title: `x`"), TITLE, "yaml.syntax"),
    ("words after a quote", line(TITLE, 'title: "Quyết định" số 901'), TITLE, "yaml.syntax"),
    ("indent of a key", line(TITLE, "  title: Quyết định"), TITLE, "yaml.syntax"),
    ("no space after the colon", line(TITLE, "title:Quyết định"), TITLE, "yaml.syntax"),
    (
        "time in a flow mapping",
        added("imported: {published: 2019-10-01T08:00:00+07:00, source: Cổng cũ}"),
        LAST,
        "yaml.syntax",
    ),
    ("language of the path", added("lang: en"), LAST, "item.lang"),
    ("language that is none", added("lang: fr"), LAST, "item.lang"),
    ("title of a page", line(TITLE, "title: " + "Quyết định " * 40), TITLE, "item.long_title"),
    ("expires before it appears", added("publish_at: 2019-10-02\nexpires_at: 2019-10-01"), 10, "item.expires_before"),
]
