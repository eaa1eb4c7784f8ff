"""The helpers of the bench: what it computes of times, that it sees a difference in text, what it writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.render import Template
from tests.bench import __main__ as bench
from tests.bench import figures, generators, lean, plan, processes, report, rounds
from tests.bench.copies import Given
from tests.bench.dialects import Carbone, Jinja, Mustache
from tests.bench.shape import PAPER, Loop, Para
from tests.bench.visible import difference, lines
from tests.bench.workers import environment, working


def test_a_ratio_is_the_median_of_the_rounds_ratios() -> None:
    found = figures.ratio([10.0, 20.0, 30.0], [1.0, 4.0, 2.0])
    assert (found.middle, found.least, found.most) == (10.0, 5.0, 15.0)
    assert str(found) == "×10.0 [5.00–15.0]"


def test_a_ratio_of_unequal_rounds_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        figures.ratio([1.0, 2.0], [1.0])


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_that_power(power: float) -> None:
    sizes = [10, 100, 1000]
    times = [3e-6 * size**power for size in sizes]
    assert figures.exponent(sizes, times) == pytest.approx(power)
    assert list(figures.steps(sizes, times)) == pytest.approx([power, power])


def test_a_dear_start_does_not_hide_the_growth_of_the_last_step() -> None:
    sizes = [10, 100, 1000, 10_000]
    *_, last = figures.steps(sizes, [1 + 1e-4 * size**1.5 for size in sizes])
    assert figures.exponent(sizes, [1 + 1e-4 * size**1.5 for size in sizes]) < 1 < last


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.01234, "0.0123"), (1.2345, "1.23"), (12.345, "12.3"), (123.45, "123"), (1234.5, "1,234"), (0.0, "0")],
)
def test_numbers_have_three_digits(value: float, told: str) -> None:
    assert figures.number(value) == told


@pytest.mark.parametrize(("seconds", "told"), [(2.5, "2.50 s"), (0.0125, "12.5 ms"), (11e-6, "11.0 µs")])
def test_durations_have_the_unit_that_suits(seconds: float, told: str) -> None:
    assert figures.duration(seconds) == told


def test_every_round_measures_every_variant_once_and_keeps_their_order() -> None:
    seen: list[str] = []

    def of(name: str) -> float:
        seen.append(name)
        return len(seen)

    times = rounds.interleaved({name: lambda name=name: of(name) for name in "abc"}, 20, "t")  # type: ignore[misc]
    assert {tuple(sorted(seen[at : at + 3])) for at in range(0, 60, 3)} == {("a", "b", "c")}
    assert len({tuple(seen[at : at + 3]) for at in range(0, 60, 3)}) > 1
    assert all(3 * at < time <= 3 * at + 3 for each in times.values() for at, time in enumerate(each))


@pytest.fixture(scope="module")
def made() -> bytes:
    return Template(lean.template(lean.JINJA)).render(plan.words())


def test_the_lean_paper_says_the_whole_seed(made: bytes) -> None:
    told = lines(made)
    said = plan.spoken()["noi_dung"]
    body = [" ".join(f"{one['nhan']} {plan.plain(one['tieu_de'])} {plan.plain(one['chu'])}".split()) for one in said]
    assert len(body) > 50
    begin = told.index(body[0])
    assert told[begin : begin + len(body)] == body


def test_equal_text_differs_in_nothing_and_a_letter_is_seen(made: bytes) -> None:
    template = Template(lean.template(lean.JINJA))
    assert difference(made, template.render(plan.words())) == ""
    other = template.render({**plan.words(), "ho_ten": "Đặng Minh Hưnk"})
    assert "'Đặng Minh Hưng' is 'Đặng Minh Hưnk'" in difference(made, other)
    shorter = template.render({**plan.words(), "co_kinh_gui": False})
    assert difference(made, shorter)


def test_a_missing_last_paragraph_is_seen() -> None:
    one = lean.around(Jinja().body((Para("DoanVan", "Một"), Para("DoanVan", "Hai"))))
    two = lean.around(Jinja().body((Para("DoanVan", "Một"),)))
    assert difference(one, two) == "2 paragraphs with text are 1"


def test_docxtpl_and_docgen_say_the_same(made: bytes, tmp_path: Path) -> None:
    template = tmp_path / "lean.docx"
    template.write_bytes(lean.template(lean.JINJA))
    assert difference(made, generators.started("docxtpl", template)(plan.words())) == ""


def test_each_language_writes_a_loop_its_own_way() -> None:
    loop = Loop("phan", (Para("MucLaMa", "«nhan»"), Loop("muc", (Para("Khoan", "«chu»"),))))
    told = {kind: lines(lean.around(kind().body((loop,)))) for kind in (Jinja, Mustache, Carbone)}
    assert told[Jinja] == [
        "{%p for mot_phan in phan %}", "{{ mot_phan.nhan }}", "{%p for mot_muc in mot_phan.muc %}",
        "{{ mot_muc.chu }}", "{%p endfor %}", "{%p endfor %}",
    ]  # fmt: skip
    assert told[Mustache] == ["{#phan}", "{nhan}", "{#muc}", "{chu}", "{/muc}", "{/phan}"]
    assert told[Carbone] == [
        "{d.phan[i].nhan}", "{d.phan[i].muc[i].chu}", "{d.phan[i].muc[i+1].chu}", "{d.phan[i+1].nhan}",
    ]  # fmt: skip


def test_a_template_of_merge_fields_has_the_fields_and_nothing_else_to_fill() -> None:
    marks = {name: f"\ue000{name}\ue001" for name in plan.VARYING}
    filled = Template(lean.template(lean.JINJA)).render({**plan.words(), **marks})
    told = " ".join(lines(lean.merge_fields(filled, marks)))
    assert all(f"«{name}»" in told for name in plan.VARYING)
    assert not any(sign in told for sign in "{}\ue000\ue001")


def test_the_rows_are_the_communes_of_today_and_begin_again_after_the_last() -> None:
    rows = plan.rows(len(plan.communes()) + 1)
    assert len(plan.communes()) == bench.ALL_COMMUNES
    assert len({row["kinh_gui"] for row in rows}) == bench.ALL_COMMUNES
    assert rows[-1]["co_quan"] == rows[0]["co_quan"]
    assert rows[-1]["so"] != rows[0]["so"]
    assert set(rows[0]) == set(plan.VARYING)


@pytest.mark.parametrize("count", [1, 10, 57])
def test_a_grown_plan_has_as_many_sections_as_asked_for(count: int) -> None:
    assert sum(len(part["muc"]) for part in plan.words(count)["phan"]) == count


def test_what_the_batch_is_given_is_accepted_by_it(tmp_path: Path) -> None:
    given = Given(tmp_path, 3)
    done = processes.run(given.batch(tmp_path / "out", "--dry-run"), environment())
    assert done.seconds > 0
    assert done.largest >= 0


def test_a_process_that_fails_is_told_with_its_last_words() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('không được')"]
    with pytest.raises(processes.FailedError, match="exit 1: không được"):
        processes.run(command, environment({"PYTHONIOENCODING": "utf-8"}))


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="no /proc")
def test_the_memory_of_a_child_is_counted() -> None:
    child = "import time; held = b'x' * 80_000_000; time.sleep(0.5)"
    command = [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"]
    done = processes.run(command, environment())
    assert 80_000_000 < done.largest < 160_000_000
    assert done.together > done.largest - 10_000_000


def test_a_worker_makes_what_its_words_say_and_takes_time(tmp_path: Path) -> None:
    given = Given(tmp_path, 2)
    with working("docgen, zlib", "docgen-zlib", given.template, given.words) as worker:
        assert worker.codec == "zlib"
        assert "Ủy ban nhân dân Phường 2 Bảo Lộc" in " ".join(lines(worker.show(1)))
        assert worker.time(2) > 0
        assert len(worker.cpu) == 1


def test_a_generator_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.workers.NODE_FOLDER", tmp_path)
    with (
        pytest.raises(generators.MissingError, match="carbone is not installed"),
        working("c", "carbone", tmp_path, tmp_path),
    ):
        pass


def test_the_results_stand_between_the_marks_and_nothing_else_changes() -> None:
    before = f"# A\n{report.BEGIN}\nold\n{report.END}\n# B\n"
    table = report.Table("T", ("a", "b"), [("1", "2")], ["Said."])
    told = report.put_between(before, table.markdown())
    assert told == f"# A\n{report.BEGIN}\n**T**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nSaid.\n{report.END}\n# B\n"


@pytest.mark.parametrize("text", ["", report.BEGIN, f"{report.END} {report.BEGIN}", report.BEGIN * 2 + report.END])
def test_without_the_marks_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="once"):
        report.put_between(text, "x")


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["every"])
    assert "no such part: every" in capsys.readouterr().err


def test_every_block_of_the_paper_is_written_in_every_language() -> None:
    for kind in (Jinja, Mustache, Carbone):
        assert "«" not in kind().body(PAPER)
