"""The command line: words to calls."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.console import colour
from sitegen.exits import CLEAN, PROBLEMS, USAGE
from sitegen.memory import Memory

if TYPE_CHECKING:
    import datetime as dt

    from sitegen.importer import Outcome

_ROOT = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The archive's folder. [default: here]"
)
_BASE_URL = click.option(
    "--base-url", default="", metavar="URL", help="The site's address, in place of `url` in content/site.yaml."
)
_NOW = click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that embargoes are compared with. [default: the newest commit's]",
)
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How problems are written."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sitegen")
def cli() -> None:
    """A static-site generator for curated conflict-news archives."""


@cli.command("import")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1)
@click.option("--ucdp", type=click.Path(path_type=Path), default=None, help="A UCDP GED table, as events.")
@click.option(
    "--zotero",
    type=click.Path(path_type=Path),
    default=None,
    help="A CSL-JSON list, as articles without text.",
)
@click.option("--archive", "root", type=click.Path(path_type=Path), default=Path(), help="The archive. [default: here]")
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Which column of a table holds which field."
)
@click.option("--source", default=None, metavar="ID", help="The source of every document.")
@click.option("--language", default=None, metavar="TAG", help="The language of every document (BCP 47).")
@click.option("--repair-encoding", is_flag=True, help="Mend broken encodings, on record.")
@click.option(
    "--update", is_flag=True, help="Make drafts again that nobody has touched; show what would change in others."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@click.option("--json", "as_lines", is_flag=True, help="With --dry-run: one JSON object a document.")
@click.option("--explain", "explained", is_flag=True, help="Show each seed line by line, with rules and proposals.")
def import_(
    paths: tuple[Path, ...],
    root: Path,
    columns: tuple[str, ...],
    source: str | None,
    language: str | None,
    ucdp: Path | None,
    zotero: Path | None,
    *,
    repair_encoding: bool,
    update: bool,
    dry_run: bool,
    as_lines: bool,
    explained: bool,
) -> None:
    """Turn raw reports into drafts: nothing invented, nothing lost, every line accounted for."""
    from sitegen.importer import Options
    from sitegen.intake import list_summary, summary, take_in, take_in_lists

    if not (paths or ucdp or zotero):
        raise click.UsageError("name files or folders of raw reports, or a list with --ucdp or --zotero")
    if ucdp or zotero:
        listed = take_in_lists(root, ucdp=ucdp, zotero=zotero, dry_run=dry_run)
        click.echo(list_summary(listed, dry_run=dry_run), err=True)
    if not paths:
        return
    if as_lines and not dry_run:
        raise click.UsageError("--json goes with --dry-run")
    options = Options(_columns(columns), source, language, repair_encoding)
    shown = _Outcomes(as_lines=as_lines, explained=explained)
    tally = take_in(root, paths, options, shown, update=update, dry_run=dry_run)
    click.echo(summary(tally, dry_run=dry_run), err=True)


def _columns(pairs: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from sitegen.importer import FIELDS

    found = [tuple(pair.split("=", 1)) for pair in pairs]
    if any(len(pair) != 2 or pair[0] not in FIELDS for pair in found):  # noqa: PLR2004 - FIELD=NAME
        raise click.UsageError(f"--column takes FIELD=NAME, with one of: {', '.join(FIELDS)}")
    return tuple((pair[0], pair[1]) for pair in found)


class _Outcomes:
    """Shows what becomes of each document: as JSON, line by line, or in a line."""

    def __init__(self, *, as_lines: bool, explained: bool) -> None:
        self.as_lines = as_lines
        self.explained = explained
        self.done = 0

    def __call__(self, outcome: Outcome) -> None:
        from sitegen.importer import explain, json_line

        self.done += 1
        made = outcome.made
        if self.as_lines:
            click.echo(json_line(made, outcome.copy.of if outcome.copy else None))
        elif self.explained:
            click.echo(explain(made, colour=sys.stdout.isatty()), nl=False)
        elif sys.stderr.isatty():
            click.echo(f"\r\x1b[K{self.done:,} {made.document.name}"[:120], err=True, nl=False)
        else:
            why = f" ({made.refused.code}: {made.refused.message})" if made.refused else ""
            where = f" -> {outcome.article}" if outcome.article else ""
            click.echo(f"{outcome.status}: {made.document.name}{where}{why}")
        if outcome.difference:
            click.echo(outcome.difference, nl=False)


@cli.command()
@_ROOT
@_BASE_URL
@_NOW
@_FORMAT
@click.option("--strict", is_flag=True, help="Warnings are problems too.")
def check(root: Path, base_url: str, now: dt.datetime | None, form: str, *, strict: bool) -> None:
    """Report everything that is wrong with the archive, each with its place and what to do."""
    from sitegen.console import counts, problems_text
    from sitegen.survey import check as check_archive

    report = check_archive(root, base_url, now=_day(now))
    text = problems_text(report.problems, form)
    if text:
        click.echo(text)
    if form == "text":
        click.echo(counts(report.problems), err=True)
    sys.exit(PROBLEMS if report.failed or (strict and report.problems) else CLEAN)


@cli.command()
@_ROOT
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, help="Where the site is written. [default: ROOT/output]"
)
@_BASE_URL
@_NOW
@_FORMAT
@click.option("--drafts", is_flag=True, help="Show drafts too. For looking at, not for publishing.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=None, help="Processes to work with. [default: one a core]"
)
@click.option("--verify", is_flag=True, help="Read every file, then build anew elsewhere and compare byte by byte.")
@click.option("--explain", is_flag=True, help="Say for each page why it was made again.")
@click.option("--profile", is_flag=True, help="Say where the time went: steps, templates, pages.")
@click.pass_obj
def build(
    memory: Memory | None,
    root: Path,
    output: Path | None,
    base_url: str,
    *,
    now: dt.datetime | None,
    form: str,
    workers: int | None,
    drafts: bool,
    verify: bool,
    explain: bool,
    profile: bool,
) -> None:
    """Build the site."""
    from sitegen.building import Telling, build_and_tell
    from sitegen.work import Options

    options = Options(
        root=root,
        output=output or root / "output",
        base_url=base_url,
        drafts=drafts,
        workers=workers,
        trust_times=not verify,
        now=_day(now),
    )
    sys.exit(build_and_tell(options, Telling(form, explain=explain, profile=profile), memory))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="The archive's title.")
@click.option("--url", default="", metavar="URL", help="The address at which the site will stand.")
def init(folder: Path, title: str, url: str) -> None:
    """Begin an archive in an empty FOLDER, with an invented example of every kind of record."""
    from sitegen.init import init as init_archive

    for path in init_archive(folder, title=title, url=url):
        click.echo(f"  {path}")
    click.echo(f"an archive that shows how records are written is in {folder}; `sitegen serve` shows its site")


@cli.command()
@_ROOT
@click.option("--port", type=click.IntRange(0, 65535), default=None, help="[default: the next free one from 8000]")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--drafts/--no-drafts", default=True, help="Show drafts too. [default: yes]")
@click.option("--poll", is_flag=True, help="Look for changes by reading, where the system does not tell of them.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=None, help="Processes to work with. [default: one a core]"
)
@_NOW
def serve(
    root: Path,
    port: int | None,
    workers: int | None,
    now: dt.datetime | None,
    *,
    open_browser: bool,
    drafts: bool,
    poll: bool,
) -> None:
    """Show the site on this machine, and again after every change."""
    from sitegen.building import progress
    from sitegen.serve import ServeOptions
    from sitegen.serve import serve as serve_site

    options = ServeOptions(
        root=root, port=port, open=open_browser, drafts=drafts, poll=poll, workers=workers, now=_day(now)
    )
    serve_site(options, click.echo, progress())


@cli.command()
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Every code, as Markdown.")
def explain(code: str | None, *, everything: bool) -> None:
    """Say what a problem's CODE means, and how to mend it."""
    from sitegen.console import code_text, codes_reference
    from sitegen.model.codes import CODES
    from sitegen.model.problem import did_you_mean

    if everything or code is None:
        click.echo(codes_reference(), nl=False)
    elif text := code_text(code):
        click.echo(text)
    else:
        raise click.BadParameter(
            f"there is no code {code!r}; {did_you_mean(code, CODES) or 'see sitegen explain --all'}"
        )


@cli.command()
@_ROOT
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the result is written."
)
@click.option(
    "--least", type=click.IntRange(0, 100), default=0, metavar="PERCENT", help="Fail where an article meets less."
)
@click.option("--strict", is_flag=True, help="Fail where something is missing that no gap declares.")
def audit(root: Path, form: str, least: int, strict: bool) -> None:
    """Score each article by what the Berkeley Protocol asks of an archive, and say what is missing."""
    from sitegen.console import audit_text
    from sitegen.survey import audit as audit_archive

    found = audit_archive(root)
    click.echo(audit_text(found, form))
    failed = any(one.met * 100 < least * one.asked or (strict and one.missing) for one in found)
    sys.exit(PROBLEMS if failed else CLEAN)


@cli.command()
@click.argument("place", type=click.Path(path_type=Path), default=Path())
def verify(place: Path) -> None:
    """Check a site, a bag or an archive's seeds, in a folder or packed, against the digests it carries."""
    from sitegen.fixity import verify as verify_place

    what, files, found = verify_place(place)
    for one in found:
        click.echo(f"{one.state}: {one.path}")
    click.echo(
        f"{what}: {files} files listed, {f'{len(found)} not as they were' if found else 'all as they were'}", err=True
    )
    sys.exit(PROBLEMS if found else CLEAN)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_ROOT
@_BASE_URL
@_NOW
def bag(folder: Path, root: Path, base_url: str, now: dt.datetime | None) -> None:
    """Write the site, the content and the seeds into FOLDER as a BagIt bag. For keeping: it holds drafts too."""
    from sitegen.bag import bag as write_bag

    files = write_bag(root, folder, base_url=base_url, now=_day(now))
    click.echo(f"{folder}: {files} files")


@cli.command()
@_ROOT
@click.option("--remote", default="origin", show_default=True, help="The remote that the site is pushed to.")
@click.option("--branch", default="", help="The branch that holds the site. [default: `publish.branch`, or gh-pages]")
@_BASE_URL
@_NOW
@click.option("--dry-run", is_flag=True, help="Build and look everything over; commit and push nothing.")
@click.option("--no-push", "push", flag_value=False, default=True, help="Commit onto the local branch alone.")
@click.option(
    "--no-history", "history", flag_value=False, default=True, help="Replace all earlier commits by this one."
)
def publish(root: Path, now: dt.datetime | None, **asked: Any) -> None:
    """Build the site and put it onto a branch: for those who publish without GitHub Actions.

    A branch keeps its history: what must be redacted has to be redacted before the first publish.
    """
    from sitegen.console import problems_text
    from sitegen.publish import Order, outcome
    from sitegen.publish import publish as publish_site

    order = Order(root=root, now=_day(now), **asked)
    done = publish_site(order)
    if text := problems_text(done.report.problems, "text"):
        click.echo(text, err=True)
    for warning in done.warnings:
        click.echo(f"{click.style('warning:', fg='yellow', bold=True)} {warning}", err=True)
    click.echo(outcome(order, done))
    sys.exit(PROBLEMS if done.report.failed else CLEAN)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def run(arguments: list[str]) -> int:
    """Do what the command line asks for, and return the exit code.

    Raises what goes wrong on the way, KeyboardInterrupt where a person stopped it.
    """
    try:
        result: Any = cli.main(arguments, prog_name="sitegen", standalone_mode=False, color=colour(), obj=Memory())
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return USAGE
    return result if isinstance(result, int) else CLEAN
