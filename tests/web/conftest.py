"""What the tests of the web package share: a small collection, a client, and the command."""

from datetime import date

import msgspec
import pytest
from click.testing import CliRunner

from corpus.model import Doubt, Judgement
from search.budget import QUERY_BUDGET
from tests.index.reports import report
from tests.search.changes import apply_changes
from tests.search.clocks import FROZEN
from tests.web import hostile as hostile_world
from web import create_app
from web.cli import main

MARROW = "marrowdale-ilacs-2021-10-22"
TARN = "tarnsea-slac-2011-04-15"
REPORTS = (
    report(
        MARROW,
        ("Recording is timely & clear in most teams.", {"polarity": "strength"}),
        ("Health assessments are <script>alert(1)</script> late.", {"themes": ("health",)}),
        (
            "Referrals are recorded in a timely way.",
            {"themes": ("safeguarding",), "section_themes": ("safeguarding",), "page": 2},
        ),
        (
            "The timeliness of health assessments.",
            {
                "id": f"{MARROW}/t0d4f11a0",
                "number": None,
                "kind": "recommendation",
                "grade": None,
                "section": "What needs to improve",
                "timescale": "within three months",
                "themes": ("health",),
            },
        ),
        authority="Marrowdale",
        day=date(2021, 10, 22),
        judgements=(Judgement("The impact of leaders", "good", "leadership"),),
        doubts=(Doubt("number-gap", "paragraph 2 is missing", 1),),
        invented=True,
        publisher="Ofsted",
        urn="80461",
        source_url="https://example.org/marrowdale",
        from_catalogue=("source_url", "urn"),
    ),
    report(
        TARN,
        ("Recording is not yet good.", {"grade": "inadequate", "polarity": "weakness"}),
        ("Schools attend every conference.", {"themes": ("education",)}),
        authority="Tarnsea",
        region="North East",
        framework="slac",
        day=date(2011, 4, 15),
        overall="inadequate",
    ),
)


def indexed(folder, *reports):
    """The directory of an index of reports, in a folder."""
    apply_changes(folder / "data", reports)
    return folder / "data"


def client_of(data):
    """A client of a service over the index at `data`."""
    return create_app({"data": str(data)}).test_client()


@pytest.fixture(autouse=True, scope="module")
def frozen_budget():
    """Let no query run out of time, however slow the machine is: pages take the default budget."""
    clock = QUERY_BUDGET.clock
    msgspec.structs.force_setattr(QUERY_BUDGET, "clock", FROZEN)
    yield
    msgspec.structs.force_setattr(QUERY_BUDGET, "clock", clock)


@pytest.fixture
def evidence(monkeypatch):
    """A function that runs the command and returns its click Result, stdout and stderr apart."""
    monkeypatch.setenv("COLUMNS", "120")

    def run(*args, stdin=None):
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return run


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """The directory of an index of REPORTS, which no test may write to."""
    return indexed(tmp_path_factory.mktemp("collection"), *REPORTS)


@pytest.fixture(scope="session")
def app(data):
    """The application over `data`."""
    return create_app({"data": str(data)})


@pytest.fixture
def client(app):
    """A client that asks as a browser on this machine would."""
    return app.test_client()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A client of a collection whose texts, titles and names are hostile."""
    return hostile_world.make_client(tmp_path_factory.mktemp("hostile"))
