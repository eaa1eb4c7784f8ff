"""Whose turn it is: fair between users, and of each draft only what was asked last."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Job = TypeVar("Job")


class Turns(Generic[Job]):
    """Jobs that wait. Not for several threads: whoever uses it holds a lock.

    A lane is a user (or a draft, where users have no names); lanes take turns, and so do the drafts of one lane, so
    that a flood from one of them delays another by one job at the most.
    """

    def __init__(self, most: int) -> None:
        """most: how many jobs may wait at a time."""
        self.most = most
        self._lanes: OrderedDict[str, OrderedDict[str, Job]] = OrderedDict()

    def add(self, lane: str, draft: str, job: Job) -> Job | None:
        """Let a job wait; gives back the older one of the same draft, whose place in the line it takes."""
        drafts = self._lanes.setdefault(lane, OrderedDict())
        older = drafts.get(draft)
        drafts[draft] = job
        return older

    def crowded_out(self) -> Job | None:
        """Take out the job that has to go when too many wait: the last one of the lane in which most wait."""
        if len(self) <= self.most:
            return None
        # Of lanes of one length the one that came last: who waits longest keeps the place.
        fullest = max(reversed(self._lanes), key=lambda lane: len(self._lanes[lane]))
        _, job = self._lanes[fullest].popitem()
        self._drop_empty(fullest)
        return job

    def take(self) -> Job | None:
        """Take the job whose turn it is, ``None`` when nobody waits."""
        if not self._lanes:
            return None
        lane, drafts = self._lanes.popitem(last=False)
        _, job = drafts.popitem(last=False)
        if drafts:
            self._lanes[lane] = drafts
        return job

    def remove(self, lane: str, draft: str, job: Job) -> None:
        """Take a job out whose asker waits no more; does nothing when it is not waiting."""
        drafts = self._lanes.get(lane, OrderedDict())
        if drafts.get(draft) is job:
            del drafts[draft]
            self._drop_empty(lane)

    def __len__(self) -> int:
        return sum(len(drafts) for drafts in self._lanes.values())

    def _drop_empty(self, lane: str) -> None:
        if not self._lanes[lane]:
            del self._lanes[lane]
