"""Drafts, their versions, offices, accounts, jobs and templates: the only room that knows SQLAlchemy.

``open_store(url)`` gives a :class:`Store` with its shelves: ``drafts``, ``offices``, ``users``, ``jobs``,
``shelf``. What they hand out are frozen values; nothing changes but through their methods, and every method is one
transaction, so that a crash leaves the old state or the new one. A store may be used by many threads, and one
database by several processes.

Every id is unguessable; times are aware, in UTC; the owner of a draft is the name of an account, ``""`` where nobody
has to log in. What is missing, and what belongs to somebody else, is one and the same :class:`NotThere`.
"""

from docgen.store.draft import Draft, Listing, Version
from docgen.store.drafts import Drafts
from docgen.store.engine import Unreachable
from docgen.store.jobs import Job, Jobs, JobState
from docgen.store.offices import Group, Office, Offices, Signer
from docgen.store.pairs import Pairs
from docgen.store.refusals import NameTaken, NotThere, OfficeOvertaken, Overtaken, TooManyJobs
from docgen.store.shelf import Kept, Shelf, Standing, Use
from docgen.store.store import Store, open_store, shelf_folder
from docgen.store.users import ROLES, Role, User, Users

__all__ = [
    "ROLES",
    "Draft",
    "Drafts",
    "Group",
    "Job",
    "JobState",
    "Jobs",
    "Kept",
    "Listing",
    "NameTaken",
    "NotThere",
    "Office",
    "OfficeOvertaken",
    "Offices",
    "Overtaken",
    "Pairs",
    "Role",
    "Shelf",
    "Signer",
    "Standing",
    "Store",
    "TooManyJobs",
    "Unreachable",
    "Use",
    "User",
    "Users",
    "Version",
    "open_store",
    "shelf_folder",
]
