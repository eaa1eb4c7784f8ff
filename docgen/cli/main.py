"""Run a command, and turn however it ends into an exit code and a Vietnamese sentence; never a traceback."""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from collections.abc import Iterator, Sequence
from types import FrameType

import click

from docgen.cli import bang, doc, hang_loat, mau, noi, so_sanh, user, xet
from docgen.cli.lenh import docgen
from docgen.cli.tieng_viet import loi_dung
from docgen.errors import DocgenError

docgen.add_command(bang.sheet)
docgen.add_command(hang_loat.batch)
docgen.add_command(doc.read)
docgen.add_command(xet.check)
docgen.add_command(xet.explain)
docgen.add_command(so_sanh.diff)
docgen.add_command(user.user)
docgen.add_command(mau.template)

# What shells give for a program ended by Ctrl-C.
INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> int:
    """Run ``docgen`` with ``args`` (those of the process when left out); returns the exit code."""
    noi.prepare_streams()
    try:
        with _tidy_stop():
            code = docgen.main(args=args, prog_name="docgen", standalone_mode=False)
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        noi.say(error.format_message())
        return error.exit_code
    except click.ClickException as error:
        noi.say(loi_dung(error))
        return 2
    except DocgenError as error:
        noi.say_faults(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        noi.say("Đã dừng theo yêu cầu; không có tệp nào dở dang.")
        return INTERRUPTED
    except noi.NobodyReadsError:
        return 0
    except Exception as error:
        _unexpected(error)
        return 2


@contextlib.contextmanager
def _tidy_stop() -> Iterator[None]:
    """Send a request to end (``kill``, a shutdown) the way of Ctrl-C, past everything that cleans up."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _unexpected(error: Exception) -> None:
    if os.environ.get("DOCGEN_TRACE") == "1":
        traceback.print_exc()
    noi.say(
        f"Lỗi: docgen gặp một tình huống chưa lường trước ({type(error).__name__}: {error}). "
        "Đây là lỗi của chương trình, không phải của văn bản; không có tệp nào dở dang. "
        "Xin chạy lại với biến môi trường DOCGEN_TRACE=1 và gửi những gì hiện ra cho người phụ trách."
    )
