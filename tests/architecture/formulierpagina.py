"""A page with a form as a browser reads it: what would be sent, and what is said about it."""

from collections import defaultdict
from html.parser import HTMLParser

Attrs = list[tuple[str, str | None]]
LEEG = {"input", "br", "img", "meta", "link", "hr", "path", "circle", "line", "rect", "polyline"}
AANGEVINKT = ("radio", "checkbox")


class Formulierpagina(HTMLParser):
    """``waarden`` per control, ``fouten`` per id of a field, and the text of the list on top."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.waarden: dict[str, list[str]] = defaultdict(list)
        self.fouten: dict[str, str] = defaultdict(str)
        self.foutenlijst = ""
        self._keuzelijst = self._tekstvak = self._foutveld = ""
        self._diepte_fout = self._diepte_lijst = 0
        self.feed(html[max(html.find("<main"), 0) :])
        self.close()

    def heeft(self, naam: str, waarde: str) -> bool:
        """Whether this is what the control holds now."""
        return _regels(waarde) in [_regels(w) for w in self.waarden[naam]]

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        kenmerken = dict(attrs)
        self._merk_fout(tag, kenmerken)
        naam = kenmerken.get("name") or ""
        match tag:
            case "input":
                self._invoer(naam, kenmerken)
            case "textarea":
                self._tekstvak = naam
                self.waarden[naam].append("")
            case "select":
                self._keuzelijst = naam
            case "option" if "selected" in kenmerken:
                self.waarden[self._keuzelijst].append(kenmerken.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._einde_tekstvak()
        self._diepte_fout -= bool(self._diepte_fout) and tag not in LEEG
        self._diepte_lijst -= bool(self._diepte_lijst) and tag not in LEEG

    def handle_data(self, data: str) -> None:
        if self._tekstvak:
            self.waarden[self._tekstvak][-1] += data
        if self._diepte_fout:
            self.fouten[self._foutveld] += data.strip()
        if self._diepte_lijst:
            self.foutenlijst += data

    def _einde_tekstvak(self) -> None:
        waarden = self.waarden[self._tekstvak]
        waarden[-1] = waarden[-1].removeprefix("\n")
        self._tekstvak = ""

    def _merk_fout(self, tag: str, kenmerken: dict[str, str | None]) -> None:
        id_ = kenmerken.get("id") or ""
        opent = tag not in LEEG
        if self._diepte_fout:
            self._diepte_fout += opent
        elif id_.endswith("_error"):
            self._foutveld, self._diepte_fout = id_.removesuffix("_error"), 1
        if self._diepte_lijst:
            self._diepte_lijst += opent
        elif "data-foutenlijst" in kenmerken:
            self._diepte_lijst = 1

    def _invoer(self, naam: str, kenmerken: dict[str, str | None]) -> None:
        soort = kenmerken.get("type") or "text"
        if soort in AANGEVINKT and "checked" not in kenmerken:
            return
        if soort not in ("submit", "button", "file"):
            self.waarden[naam].append(kenmerken.get("value", "on" if soort in AANGEVINKT else ""))  # type: ignore[arg-type]


def _regels(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").replace("\r", "\n")
