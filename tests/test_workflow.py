"""The workflows that publish on GitHub Pages, and the script that checks a fresh clone: what they may do, and what they run."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from sitegen.cli import cli

REPOSITORY = Path(__file__).resolve().parents[1]
OURS = REPOSITORY / ".github/workflows/pages.yml"
STARTER = REPOSITORY / "sitegen/starter/dot-github/workflows/pages.yml"
MAJORS = {
    "actions/checkout": "v7",
    "actions/setup-python": "v7",
    "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5",
    "actions/deploy-pages": "v5",
}


@pytest.fixture(params=[OURS, STARTER], ids=["repository", "starter"])
def workflow(request):
    found = yaml.load(request.param.read_text(), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def step_of(workflow, action):
    (found,) = [step for step in steps(workflow) if step.get("uses", "").startswith(action + "@")]
    return found


def runs(workflow):
    return [step["run"] for step in steps(workflow) if "run" in step]


def test_it_runs_on_a_push_by_hand_and_every_day_for_embargoes(workflow):
    assert set(workflow["on"]) == {"push", "workflow_dispatch", "schedule"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert len(workflow["on"]["schedule"]) == 1


def test_only_the_deployment_may_write_and_only_to_pages(workflow):
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert set(workflow["jobs"]) == {"build", "deploy"}


def test_the_job_that_may_write_runs_nothing_of_the_repository(workflow):
    assert [step.get("uses") for step in workflow["jobs"]["deploy"]["steps"]] == ["actions/deploy-pages@v5"]


def test_every_action_is_github_s_own_in_its_current_major_version(workflow):
    assert dict(step["uses"].split("@") for step in steps(workflow) if "uses" in step) == MAJORS


def test_the_checkout_has_all_commits_and_keeps_no_token(workflow):
    assert step_of(workflow, "actions/checkout")["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_python_is_pinned_to_a_version_that_the_package_takes(workflow):
    version = step_of(workflow, "actions/setup-python")["with"]["python-version"]
    assert tuple(map(int, version.split("."))) >= (3, 11)


def test_two_deployments_never_run_at_once_and_none_is_cut_off(workflow):
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert all(int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())


def test_what_is_uploaded_is_where_a_build_writes(workflow):
    assert step_of(workflow, "actions/upload-pages-artifact")["with"] == {"path": "output"}
    assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_no_expression_is_pasted_into_a_shell(workflow):
    assert not [run for run in runs(workflow) if "${{" in run]


def test_it_checks_strictly_before_it_builds_for_the_address_that_pages_answers(workflow):
    commands = [run for run in runs(workflow) if run.startswith("sitegen ")]
    assert [run.split()[1] for run in commands] == ["check", "build"]
    assert commands[0] == "sitegen check --strict --format github"
    assert commands[1].startswith('sitegen build --verify --base-url "$BASE_URL/" --now ')
    (build,) = [step for step in steps(workflow) if step.get("run") == commands[1]]
    (pages,) = [step for step in steps(workflow) if step.get("id") == "pages"]
    assert build["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert pages["uses"].startswith("actions/configure-pages@")


def test_its_commands_and_options_exist(workflow):
    for run in runs(workflow):
        words = shlex.split(run)
        if words[0] == "sitegen":
            command = cli.commands[words[1]]
            known = {option for parameter in command.params for option in parameter.opts}
            assert {word for word in words if re.match("--[a-z]", word)} <= known


def test_the_day_it_names_has_begun_everywhere(workflow):
    """At the hour of the schedule, the place where days begin last has the same date as the clock of the schedule."""
    minute, hour = workflow["on"]["schedule"][0]["cron"].split()[:2]
    (day,) = [re.search(r"\$\((TZ=\S+ date \+%F)\)", run)[1] for run in runs(workflow) if "--now" in run]
    at = f"2026-12-01T{int(hour):02}:{int(minute):02}:00Z"
    for moment, wanted in ((at, "2026-12-01"), ("2026-12-01T11:59:00Z", "2026-11-30")):
        said = subprocess.run(f"{day} -d {moment}", shell=True, check=True, capture_output=True, text=True)
        assert said.stdout.strip() == wanted


def test_the_starter_differs_in_where_sitegen_comes_from_alone():
    ours, starter = (path.read_text().splitlines() for path in (OURS, STARTER))
    differing = [(one, other) for one, other in zip(ours, starter, strict=True) if one != other]
    assert len(differing) == 2
    assert differing[1] == (
        "        run: python -m pip install .",
        "        run: python -m pip install -r requirements.txt",
    )


def test_the_script_for_a_fresh_clone_can_be_run_and_stops_at_a_fault():
    script = REPOSITORY / ".ci/run"
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text()
    subprocess.run(["bash", "-n", script], check=True)


@pytest.mark.parametrize("ends", ["sitegen build", "pytest"])
def test_the_script_runs_the_readme_s_own_lines(ends):
    """Each pattern by which the script finds a command line finds exactly one in the README."""
    patterns = re.findall(r"^readme '(.*)'$", (REPOSITORY / ".ci/run").read_text(), flags=re.MULTILINE)
    (pattern,) = [pattern for pattern in patterns if pattern.endswith(ends)]
    lines = (REPOSITORY / "README.md").read_text().splitlines()
    assert len([line for line in lines if re.match(r"(\$ )?python3 -m venv .*" + pattern, line)]) == 1


def test_the_script_stops_where_a_line_of_the_readme_fails(tmp_path):
    """A failing part of `a && b` does not stop a script by itself; the way the lines are run must."""
    script = (REPOSITORY / ".ci/run").read_text()
    function = script[script.index("readme() {") : script.index("\n}\n", script.index("readme() {")) + 3]
    (tmp_path / "README.md").write_text("$ python3 -m venv --no-such-option && true && .venv/bin/pytest\n")
    done = subprocess.run(
        ["bash", "-c", f"set -euo pipefail\n{function}readme pytest\necho went on"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "went on" not in done.stdout
