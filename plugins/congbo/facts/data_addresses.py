"""Where open data lie: paths from the edition's root."""

from __future__ import annotations

from congbo.facts.addresses import prefix


def open_data(lang: str) -> str:
    """Return the address of the page on open data."""
    return f"{prefix(lang)}du-lieu-mo/"


def data_name(type_id: str) -> str:
    """Return the name of a type in addresses."""
    return type_id.replace("_", "-")


def data_set(type_id: str, lang: str) -> str:
    """Return the address of the page of a type's data."""
    return f"{open_data(lang)}{data_name(type_id)}/"


def data(type_id: str, month: str, form: str) -> str:
    """Return the address of a month ("2026-11") of a type's data, "csv" or "json"; all languages are in one file."""
    return f"{data_set(type_id, 'vi')}{month}.{form}"


def data_schema(type_id: str) -> str:
    """Return the address of the schema of a type's data."""
    return f"{open_data('vi')}{data_name(type_id)}.schema.json"


def data_package() -> str:
    """Return the address of the list of all data."""
    return f"{open_data('vi')}datapackage.json"


def beside_package(url: str) -> str:
    """Return an address as seen from the list of all data."""
    return url.removeprefix(open_data("vi"))
