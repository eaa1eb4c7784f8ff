"""The measuring itself: that it reads wrk rightly, leaves out what is not there, and tells what it measured."""

from __future__ import annotations

import shutil

import pytest

from tests.bench import serving
from tests.bench.candidates import CANDIDATES, Candidate
from tests.bench.serving import Result, read_wrk, slow_table, table

WRK = """\
Running 2s test @ http://127.0.0.1:9911/khong-lam-gi
  1 threads and 4 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   825.42us  231.62us   5.25ms   97.99%
    Req/Sec     4.93k   311.52     5.25k    85.00%
  Latency Distribution
     50%  803.00us
     75%    0.88ms
     90%    0.95ms
     99%    1.19s
  200 requests in 2.00s, 1.45MB read
  Socket errors: connect 0, read 3, write 0, timeout 2
  Non-2xx or 3xx responses: 50
Requests/sec:   100.00
Transfer/sec:    742.37KB
"""


def test_what_wrk_prints_is_read() -> None:
    assert read_wrk(WRK) == Result(rate=75.0, p50=0.803, p99=1190.0, bad=55)


def test_what_wrk_does_not_print_is_not_made_up() -> None:
    with pytest.raises(ValueError, match="unable to connect"):
        read_wrk("unable to connect to 127.0.0.1:1 Connection refused")


def test_the_table_tells_median_spread_and_ratio() -> None:
    results = {
        ("t", name, count): [Result(rate, 1.0, 2.0, 1) for rate in rates]
        for name, rates in (("a", (100.0, 300.0, 200.0)), ("b", (400.0, 600.0, 500.0)))
        for count in serving.CONNECTIONS
    }
    lines = table("t", ["a", "b"], results).splitlines()
    assert lines[-1].startswith("| b | 500 (400–600) ×2.50 |")
    assert lines[-1].endswith("| 1.0 | 2.0 | 12 |")


def test_who_gets_no_answer_is_told_so() -> None:
    told = slow_table(["a"], {("a", "heads never ended"): 0.0123, ("a", "bodies never ended"): None})
    assert told.endswith("| a | 12 | no answer |")


def test_without_wrk_a_word_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(serving.shutil, "which", lambda _name: None)
    assert serving.main([]) == 2
    assert "apt-get install wrk" in capsys.readouterr().err


def test_a_server_that_is_not_installed_is_left_out_with_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which("wrk") is None:
        pytest.skip("no wrk on this machine")
    monkeypatch.setitem(CANDIDATES, "docgen nobody", Candidate(("no_such_server",), lambda _port: None))
    monkeypatch.setattr(serving, "loads", lambda: [serving.Load("nothing", serving.NULL)])
    monkeypatch.setattr(serving, "CONNECTIONS", (2,))
    assert serving.main(["--only", "docgen", "--rounds", "1", "--seconds", "1"]) == 0
    said = capsys.readouterr()
    assert "left out: docgen nobody (no_such_server not installed)" in said.err
    assert "| docgen (uvicorn h11 + bridge) |" in said.out
    assert "no answer" not in said.out


def test_the_body_that_is_posted_is_the_seed() -> None:
    *_, post = serving.loads()
    assert "ASEAN" in post.body
    assert post.body.isascii()
    assert "]]" not in post.body
