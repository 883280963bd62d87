"""Whatever is done to an archive or to its output, and in whatever order: the next build gives what a clean one gives.

SITEGEN_EDITS says how many edits are made, SITEGEN_SEED which.
"""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

EDITS = int(os.environ.get("SITEGEN_EDITS", "60"))
SEED = int(os.environ.get("SITEGEN_SEED", "6"))
THEME = Path(__file__).parent.parent / "templates"
WORDS = (
    "river",
    "bridge",
    "[[red-army]]",
    "*held*",
    "1,200 people",
    "حلب",
    "<b>",
    "ford & bank",
    "[a](https://a.example/)",
)


class Editor:
    """Somebody who edits at random, but always the same for one seed."""

    def __init__(self, root, chance):
        self.root, self.chance, self.number = root, chance, 0

    def files(self, pattern):
        return sorted(self.root.glob(pattern))

    def any(self, pattern):
        found = self.files(pattern)
        return self.chance.choice(found) if found else None

    def text(self):
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 6)))

    def edit(self):
        """One edit; returns what it was."""
        self.number += 1
        action = self.chance.choice(ACTIONS)
        action(self)
        return action.__name__

    def change(self, pattern, old, new):
        file = self.any(pattern)
        if file is not None:
            file.write_text(file.read_text().replace(old, new, 1))

    def append_to_body(self):
        self.change("content/*/*.md", "\n---\n", f"\n---\n{self.text()}\n\n")

    def retitle(self):
        file = self.any("content/*/*.md")
        lines = file.read_text().splitlines(keepends=True)
        lines[1] = f"title: Title {self.number} of {self.chance.randint(0, 9)}\n"
        file.write_text("".join(lines))

    def redate_article(self):
        day = f"2018-09-{self.chance.randint(11, 28)}"
        file = self.any("content/articles/*.md")
        text = "".join(
            f"date: {day}\n" if line.startswith("date:") else line
            for line in file.read_text().splitlines(keepends=True)
        )
        file.unlink()
        (file.parent / f"{day}-{file.stem[11:]}.md").write_text(text)

    def add_article(self):
        day = f"2018-{self.chance.randint(9, 12):02}-{self.chance.randint(13, 28)}"
        claim = "claims:\n  - {event: 2018-09-10-bridge, by: red-army, toll: {killed: {min: %d}}, of: civilians}\n"
        text = f"---\ntitle: New {self.number}\ndate: {day}\nsource: gazette\nrights: {{publish: full}}\n"
        text += "tags: [crossing]\nplaces: [bridge-town]\nactors: [red-army]\n"
        text += claim % self.number if self.chance.random() < 0.5 else ""
        (self.root / f"content/articles/{day}-new-{self.number}.md").write_text(f"{text}---\n{self.text()}\n")

    def remove_article(self):
        found = self.files("content/articles/*-new-*.md")
        if found:
            self.chance.choice(found).unlink()

    def rename_article(self):
        found = self.files("content/articles/*-new-*.md")
        if found:
            file = self.chance.choice(found)
            file.rename(file.with_name(f"{file.stem}-again.md"))

    def add_actor(self):
        (self.root / f"content/actors/group-{self.number}.md").write_text(
            f"---\ntitle: Group {self.number}\nkind: group\npart_of: red-army\n---\n{self.text()}\n"
        )

    def rewarn(self):
        self.change("content/articles/*.md", "\nsource:", f"\nwarnings: [w{self.number}]\nsource:")

    def restatus(self):
        self.change("content/articles/*-new-*.md", "\nsource:", "\nstatus: draft\nsource:")

    def publish_again(self):
        self.change("content/articles/*-new-*.md", "\nstatus: draft\n", "\n")

    def change_setting(self):
        theme = f"{{page_size: {self.chance.randint(1, 3)}}}"
        key, value = self.chance.choice(
            (("description", f"D{self.number}"), ("feeds", self.chance.randint(1, 9)), ("theme", theme))
        )
        file = self.root / "content/site.yaml"
        kept = [line for line in file.read_text().splitlines() if not line.startswith(f"{key}:")]
        file.write_text("\n".join([*kept, f"{key}: {value}"]) + "\n")

    def redact(self):
        file = self.root / "content/site.yaml"
        kept = [line for line in file.read_text().splitlines() if not line.startswith("redact:")]
        word = self.chance.choice(("", "redact: [held]", "redact: [zanzibar]"))
        file.write_text("\n".join([*kept, word]) + "\n")

    def change_template(self):
        name = self.chance.choice(("base.html", "pages/article.html", "partials/lists.html", "assets/style.css"))
        file = self.root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and self.chance.random() < 0.3:
            file.unlink()
            return
        text = file.read_text() if file.exists() else (THEME / name).read_text()
        mark = f"\n/* {self.number} */\n" if name.endswith(".css") else f"\n{{# {self.number} #}}\n"
        file.write_text(text + mark)

    def touch_everything(self):
        for file in self.files("content/**/*.md"):
            file.touch()

    def lose_output(self):
        file = self.any("output/**/*.html")
        if file is not None:
            file.unlink()

    def spoil_output(self):
        file = self.any("output/**/*.html")
        if file is not None:
            file.write_text(file.read_text()[:-5] + "!")

    def lose_cache(self):
        kept = self.chance.choice(("pack", "state", "glance", ""))
        for file in self.files(f".cache/*/{kept}" if kept else ".cache/*/*"):
            file.unlink()

    def spoil_cache(self):
        file = self.any(".cache/*/*")
        if file is not None and file.stat().st_size > 100:
            data = bytearray(file.read_bytes())
            data[self.chance.randrange(len(data))] ^= 1
            file.write_bytes(data)

    def kill_a_build(self):
        """A build that is killed at any moment, before or after it has begun to write."""
        pid = os.fork()
        if not pid:
            try:
                from sitegen.build import Options, build

                build(Options(root=self.root, output=self.root / "output", workers=1))
            finally:
                os._exit(0)
        time.sleep(self.chance.random() * 0.4)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


ACTIONS = [
    action
    for name, action in vars(Editor).items()
    if not name.startswith("_") and name not in ("files", "any", "text", "edit", "change")
]


@pytest.mark.skipif(sys.platform != "linux", reason="it kills copies of its own process")
def test_any_edits_and_then_a_build_equal_a_clean_build(archive, run, tree, tmp_path):
    chance = random.Random(SEED)
    editor = Editor(archive, chance)
    with (archive / "content/site.yaml").open("a") as settings:
        settings.write("theme: {page_size: 1}\n")  # so that even its lists are long
    run(archive)
    done = []
    while editor.number < EDITS:
        last_good = tmp_path / "good"
        shutil.rmtree(last_good, ignore_errors=True)
        shutil.copytree(archive / "content", last_good)
        done.append([editor.edit() for _ in range(chance.randint(1, 3))])
        if chance.random() < 0.2:
            time.sleep(0.12)
        report = run(archive)
        clean = tmp_path / "clean"
        again = run(archive, output=clean / "site", cache=clean / "cache", trust_times=False)
        assert report.problems == again.problems, done[-3:]
        if report.failed:
            shutil.rmtree(archive / "content")
            shutil.copytree(last_good, archive / "content")
            assert not run(archive).failed, (done[-3:], report.problems)
        else:
            assert tree(archive / "output") == tree(clean / "site"), done[-3:]
        shutil.rmtree(clean)
