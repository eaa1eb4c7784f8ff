"""How far a job is and how it ended, in words."""

from __future__ import annotations

from docgen.store import Job

_STATES = {
    "checked": "chưa bắt đầu",
    "waiting": "đang chờ đến lượt",
    "running": "đang làm",
    "done": "đã xong",
    "failed": "không làm được",
    "stopped": "đã dừng",
}


def state(job: Job) -> str:
    """Name the state of a job in two or three words."""
    if job.state == "checked" and not job.total:
        return "bảng cần sửa"
    if job.state == "done" and job.failed:
        return f"xong, {job.failed} văn bản bị hỏng"
    return _STATES[job.state]


def amount(job: Job) -> tuple[int, int]:
    """Count what of the present phase is done, of how many; what an earlier run made counts as well."""
    before = max(job.total - job.wanted, 0) if job.phase == MAKING and job.wanted else 0
    if job.phase == MAKING and not job.wanted:
        return job.total, job.total
    return job.done + before, job.wanted + before


def progress(job: Job) -> str:
    """Tell how far a job is: ``Đang làm văn bản: 120 trên 300, 25 văn bản mỗi giây, còn khoảng 7 giây``."""
    if job.state == "waiting":
        return "Đang chờ đến lượt; lần làm trước xong thì bắt đầu."
    if job.state != "running":
        return f"Lần làm này {state(job)}."
    if not job.phase:
        return "Đang chuẩn bị."
    done, wanted = amount(job)
    parts = [f"Đang {job.phase}: {done} trên {wanted}"]
    if job.failed:
        parts.append(f"{job.failed} bị hỏng")
    rate = job.done / job.seconds if job.seconds > 0 else 0.0
    if rate and job.done < job.wanted:
        parts += [speed(rate), remaining((job.wanted - job.done) / rate)]
    return f"{', '.join(parts)}."


def speed(rate: float) -> str:
    """Tell pieces a second: ``25 văn bản mỗi giây``; slow ones by the minute."""
    if rate >= 1:
        return f"{rate:.0f} văn bản mỗi giây"
    return f"{max(rate * 60, 1):.0f} văn bản mỗi phút"


def remaining(seconds: float) -> str:
    """Tell how long something will still take, roughly."""
    if seconds < 60:
        return f"còn khoảng {max(round(seconds), 1)} giây"
    if seconds < 3600:
        return f"còn khoảng {round(seconds / 60)} phút"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"còn khoảng {hours} giờ{f' {minutes} phút' if minutes else ''}"


def outcome(job: Job) -> str:
    """Tell how a job ended, or where it was stopped."""
    if job.state == "done":
        made = f"Có {job.made + job.kept} trên {job.total} văn bản"
        return (
            f"{made}; {job.failed} văn bản bị hỏng, lý do ở dưới." if job.failed else f"Đã làm đủ {job.total} văn bản."
        )
    if job.state == "stopped":
        return "Đã dừng theo yêu cầu. Những văn bản đã làm vẫn còn; làm tiếp thì chỉ làm những văn bản còn thiếu."
    return "Lần làm này không thực hiện được."


MAKING = "làm văn bản"
