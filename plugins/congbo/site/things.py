"""What pages are about, in the words of schema.org. A property is there only if the page has something to say in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from congbo.site.numbers import number_in
from congbo.site.thing_parts import Said, Thing, about, files_of, film_of, image_of, owner_id, owner_of, some
from congbo.site.views import Call, Chrome, EffectView, HomeFacts, ItemFacts, Link, PageFacts
from congbo.site.views.open_data import OpenDataFacts

_FORCE: Final = {
    "con_hieu_luc": "InForce",
    "het_hieu_luc_mot_phan": "PartiallyInForce",
    "het_hieu_luc": "NotInForce",
    "chua_hieu_luc": "NotInForce",
}


def things(page: PageFacts) -> Iterator[Thing]:
    """Yield what a page is about; nothing where schema.org has no word for it, or where people are spoken of."""
    if isinstance(page, HomeFacts):
        yield from _home(page)
    elif isinstance(page, OpenDataFacts):
        yield _data(page)
    elif isinstance(page, ItemFacts):
        make = _OF_VIEW.get(page.view)
        thing = make(page, Said(page)) if make else None
        if thing is not None:
            yield thing


def _home(page: HomeFacts) -> Iterator[Thing]:
    chrome = page.chrome
    said = {one.key: one.value for one in chrome.footer}
    parent = some("WebSite", name=chrome.parent.title, url=chrome.parent.url) if chrome.parent else None
    yield some(
        "WebSite", name=chrome.name, url=page.canonical, description=page.description, inLanguage=chrome.lang,
        publisher={"@id": owner_id(chrome)}, isPartOf=parent,
    )  # fmt: skip
    yield owner_of(chrome) | some(
        "GovernmentOrganization", url=page.canonical, address=said.get("address", ""), telephone=said.get("phone", ""),
        faxNumber=said.get("fax", ""), email=said.get("email", ""),
    )  # fmt: skip


def _data(page: OpenDataFacts) -> Thing:
    return some(
        "Dataset" if page.columns else "DataCatalog", name=page.title, url=page.canonical, description=page.description,
        inLanguage=page.chrome.lang, publisher=owner_of(page.chrome), isAccessibleForFree=True,
        license=page.chrome.licence.url if page.chrome.licence else "",
    )  # fmt: skip


def _news(page: ItemFacts, said: Said) -> Thing:
    author = said.text("tac_gia")
    return some(
        "NewsArticle", headline=page.title, **about(page), articleSection=page.crumbs[-1].title if page.crumbs else "",
        author=some("Person", name=author) if author else owner_of(page.chrome), creditText=said.text("nguon"),
        isBasedOn=said.url("nguon_dia_chi"), video=film_of(page, said),
    )  # fmt: skip


def _document(page: ItemFacts, said: Said) -> Thing | None:
    number, effect = said.text("so_ky_hieu"), page.effect
    if not number:
        return some("DigitalDocument", name=page.title, **about(page), encoding=files_of(page, "MediaObject"))
    said_of_all = about(page)
    del said_of_all["datePublished"]
    return some(
        "Legislation", name=page.title, **said_of_all, legislationIdentifier=number, abstract=said.text("trich_yeu"),
        legislationType=said.text("hinh_thuc", "loai"), legislationDate=said.iso("ngay_ban_hanh"),
        legislationPassedBy=_named(said.text("co_quan_ban_hanh")), encoding=files_of(page, "MediaObject"),
        **(_force(page.chrome, effect) if effect else {}),
    )  # fmt: skip


def _force(chrome: Chrome, effect: EffectView) -> Mapping[str, object]:
    """Whether a document is in force, on which day that was so, and what it does to others."""
    return {
        "legislationLegalForce": f"https://schema.org/{_FORCE[effect.state]}" if effect.state in _FORCE else "",
        "legislationDateVersion": effect.as_of.iso,
        "legislationDateOfApplicability": effect.from_.iso if effect.from_ else "",
        "expires": effect.until.iso if effect.until else "",
        "legislationChanges": [_law(chrome, one) for one in effect.amends],
        "legislationRepeals": [_law(chrome, one) for one in effect.replaces],
    }


def _law(chrome: Chrome, one: Link) -> Thing:
    return some(
        "Legislation", legislationIdentifier=one.title, url=f"https://{chrome.host}/{one.url}" if one.url else ""
    )


def _named(name: str) -> Thing | None:
    return some("GovernmentOrganization", name=name) if name else None


def _body(page: ItemFacts, said: Said) -> Thing:
    return some(
        "GovernmentOrganization", name=page.title, url=page.canonical, description=page.summary,
        address=said.text("dia_chi"), telephone=said.text("dien_thoai"), faxNumber=said.text("fax"),
        email=said.text("thu_dien_tu"), image=image_of(page.chrome, page.picture),
    )  # fmt: skip


def _service(page: ItemFacts, said: Said) -> Thing:
    link = said.url("duong_dan")
    return some(
        "GovernmentService", name=page.title, url=page.canonical, description=page.summary,
        serviceType=said.text("linh_vuc"), provider=owner_of(page.chrome), serviceOutput=_output(said.text("ket_qua")),
        availableChannel=some("ServiceChannel", serviceUrl=link) if link else None,
    )  # fmt: skip


def _output(name: str) -> Thing | None:
    return some("Thing", name=name) if name else None


def _event(page: ItemFacts, said: Said) -> Thing | None:
    """An appointment; one without a day is none."""
    day, time, place = said.iso("ngay"), said.text("gio"), said.text("dia_diem")
    if not day:
        return None
    return some(
        "Event", name=page.title, url=page.canonical, description=said.text("noi_dung") or page.summary,
        startDate=f"{day}T{time}:00+07:00" if len(time) == len("08:00") else day, inLanguage=page.chrome.lang,
        location=some("Place", name=place, address=place) if place else None, organizer=owner_of(page.chrome),
    )  # fmt: skip


def _call(page: ItemFacts, _: Said) -> Thing | None:
    """The time in which comments are taken."""
    call = page.own
    if not isinstance(call, Call):
        return None
    return some(
        "Event", name=page.title, url=page.canonical, description=page.summary, inLanguage=page.chrome.lang,
        startDate=call.opens.iso if call.opens else page.posted.iso if page.posted else "", endDate=call.closes.iso,
        eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode",
        location=some("VirtualLocation", url=page.canonical), organizer=owner_of(page.chrome),
    )  # fmt: skip


def _dataset(page: ItemFacts, said: Said) -> Thing:
    value, period = said.text("gia_tri"), said.iso("ky_so_lieu")
    measured = some(
        "PropertyValue",
        name=said.text("chi_tieu") or page.title,
        value=number_in(value),
        unitText=said.text("don_vi_tinh"),
    )
    return some(
        "Dataset", name=page.title, **about(page), creator=_named(said.text("don_vi")) or owner_of(page.chrome),
        temporalCoverage=period, variableMeasured=measured if value else None, isAccessibleForFree=True,
        measurementTechnique=said.text("phuong_phap"), license=page.chrome.licence.url if page.chrome.licence else "",
        distribution=files_of(page, "DataDownload"),
    )  # fmt: skip


def _question(page: ItemFacts, said: Said) -> Thing | None:
    """A question as it was made public, without whoever asked it; petitions are no questions to be learnt from."""
    asked, answer = said.text("cau_hoi"), said.text("tra_loi")
    if not asked:
        return None
    replied = some(
        "Answer", text=answer, dateCreated=said.iso("ngay_tra_loi"), author=_named(said.text("don_vi_tra_loi"))
    )
    question = some(
        "Question", name=page.title, text=asked, dateCreated=said.iso("ngay_tiep_nhan"),
        answerCount=1 if answer else 0, acceptedAnswer=replied if answer else None,
    )  # fmt: skip
    return some("QAPage", url=page.canonical, inLanguage=page.chrome.lang, mainEntity=question)


_OF_VIEW: Mapping[str, Callable[[ItemFacts, Said], Thing | None]] = {
    "news": _news,
    "document": _document,
    "organisation": _body,
    "service": _service,
    "schedule": _event,
    "consultation": _call,
    "forum": _call,
    "statistics": _dataset,
    "question": _question,
}
