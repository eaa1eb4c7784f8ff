"""When something happened, as a colleague would say it, and in full."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

# Vietnam has kept one offset since 1975, all year and everywhere; Windows has no time zone data of its own.
VIETNAM = timezone(timedelta(hours=7))
_DAYS_TOLD = 7


def ago(when: datetime, now: datetime | None = None) -> str:
    """Tell an aware time as seen from now: ``vừa xong``, ``5 phút trước``, ``hôm qua lúc 14:05``, ``18/9/2026``."""
    now = (now or datetime.now(UTC)).astimezone(VIETNAM)
    when = when.astimezone(VIETNAM)
    seconds = (now - when).total_seconds()
    days = (now.date() - when.date()).days
    # Clocks of two machines differ a little: what is some seconds ahead has just happened.
    if -60 < seconds < 60:
        return "vừa xong"
    if 0 < seconds < 3600:
        return f"{int(seconds // 60)} phút trước"
    if days == 0 and seconds > 0:
        return f"{int(seconds // 3600)} giờ trước"
    if days == 1:
        return f"hôm qua lúc {when:%H:%M}"
    if 1 < days <= _DAYS_TOLD:
        return f"{days} ngày trước"
    return f"{when.day}/{when.month}/{when.year}"


def in_full(when: datetime) -> str:
    """Tell an aware time in full, by the clock of Vietnam: ``14:05 ngày 18/9/2026``."""
    when = when.astimezone(VIETNAM)
    return f"{when:%H:%M} ngày {when.day}/{when.month}/{when.year}"


def machine(when: datetime) -> str:
    """Write an aware time for programs: ``2026-11-21T08:00:00Z``, whole seconds."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
