import pytest

from casusregie.ui.apparaat import apparaat

ALLE = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) {}"


@pytest.mark.parametrize(
    ("systeem", "browser", "woorden"),
    [
        ("X11; Linux x86_64", "Chrome/156.0 Safari/537.36", "Chrome op Linux"),
        ("Windows NT 10.0; Win64", "Chrome/156.0 Safari/537.36 Edg/156.0", "Edge op Windows"),
        ("iPhone; CPU iPhone OS 19_0 like Mac OS X", "Safari/604.1", "Safari op een iPhone"),
        ("Windows NT 10.0; rv:140.0", "Firefox/140.0", "Firefox op Windows"),
    ],
)
def test_een_browser_heet_zoals_mensen_hem_noemen(systeem: str, browser: str, woorden: str) -> None:
    assert apparaat(ALLE.format(systeem, browser)) == woorden


def test_wat_niet_bekend_is_heet_zo() -> None:
    assert apparaat("curl/8.1") == "onbekende browser"
