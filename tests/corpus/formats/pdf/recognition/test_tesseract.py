"""Calling Tesseract: what is wrong with it is told, and it writes nothing and never stays."""

import pytest

from corpus.formats.pdf.recognition import tesseract
from corpus.formats.pdf.recognition.tesseract import RecognitionFailed, find_turn, recognise
from tests.corpus.scans import install_tesseract, posix

pytestmark = posix


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("", "Tesseract is no longer installed"),
        ("echo no eng.traineddata >&2; exit 1", "exit status 1: no eng.traineddata"),
        ("kill -SEGV $$", "Tesseract ended with SIGSEGV"),
        ("cat >/dev/null; sleep 30", "Tesseract took over 0.5 seconds"),
        ("head -c 3000000 /dev/zero >filled", "Tesseract ended with "),
        ("exit 0", None),
    ],
    ids=["missing", "fails", "crashes", "hangs", "fills the disk", "says nothing"],
)
def test_why_it_gave_nothing(script, cause, tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", script)
    monkeypatch.setattr(tesseract, "TIMEOUT_SECONDS", 0.5)
    monkeypatch.setattr(tesseract, "MAX_FILE_BYTES", 1 << 20)
    monkeypatch.chdir(tmp_path)
    if cause is None:
        assert recognise(b"P5 1 1 255\n\0") == b""
        return
    with pytest.raises(RecognitionFailed, match=cause):
        recognise(b"P5 1 1 255\n\0")
    filled = tmp_path / "filled"
    assert not filled.exists() or filled.stat().st_size <= tesseract.MAX_FILE_BYTES


@pytest.mark.parametrize(
    ("script", "turn"),
    [
        ("echo 'Rotate: 90'", 90),
        ("printf 'Page number: 0\\nRotate: 180\\nScript: Latin\\n'", 180),
        ("echo 'Rotate: 0'", 0),
        ("echo 'Rotate: 900'", 0),
        ("echo 'Too few characters' >&2; exit 1", 0),
    ],
)
def test_how_a_page_lies(script, turn, tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", script)
    assert find_turn(b"") == turn
