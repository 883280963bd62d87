"""Where the time of a build goes is told of every step, template and page that there was."""

from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.timing import Spent, Timing


def test_every_step_and_the_slowest_are_told():
    timing = Timing()
    timing.lap("load")
    timing.lap("plan")
    timing.lap("load")
    timing.outputs += [
        Spent("a.html", "pages/a.html", 0.25),
        Spent("b.html", "pages/a.html", 0.5),
        Spent("c.xml", "", 0.125),
    ]
    assert list(timing.steps) == ["load", "plan"]
    told = timing.table()
    assert "0.750 s       2 × pages/a.html" in told
    assert told.index("500.0 ms  b.html") < told.index("250.0 ms  a.html") < told.index("125.0 ms  c.xml")


def test_a_build_tells_where_its_time_went(archive):
    done = CliRunner().invoke(cli, ["build", "--root", str(archive), "--profile", "--workers", "1"])
    assert done.exit_code == 0, done.output
    for word in ("look", "load", "check", "render", "write", "pages/article.html", "index.html"):
        assert word in done.output


def test_a_build_that_made_nothing_has_nothing_to_tell(archive, run):
    run(archive)
    assert run(archive).timing is None
