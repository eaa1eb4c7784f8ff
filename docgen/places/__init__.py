"""The provinces and communes of Vietnam, found by name with or without diacritics, right for the date of a paper.

``at(day)`` gives those in force on a day, ``search(q)`` the best matches among them, ``dia_danh(place)`` how a place
is written before the date of a paper. The data is ``places.csv`` beside this file, one unit a line, sorted by code:
``ma`` (the official code), ``cap`` (level), ``ten`` (proper name), ``tinh`` (code of the province, empty for a
province), ``tu_ngay`` and ``den_ngay`` (first and last day in force; no last day: in force still). A unit whose level
changed has two lines.

**Sources.** Names and codes are those of Quyết định 19/2025/QĐ-TTg (30/6/2025, in force 01/7/2025) after Nghị quyết
202/2025/QH15: 28 provinces, 6 cities, 2,621 xã, 687 phường, 13 đặc khu. They were taken, as facts, from two
independent collections that agree in every code, ``vietnam-provinces`` 2026.9.0 (the list of the National Statistics
Office, retrieved 20/9/2026) and ``vietnamadminunits`` 1.0.4 (MIT). Changes since then, entered here by hand:

- 30/4/2026: thành phố Đồng Nai (Nghị quyết 30/2026/QH16); 10 xã of it become phường (237/NQ-UBTVQH16);
- 01/9/2026: thành phố Quảng Ninh (Nghị quyết 36/2026/QH16);
- 20/9/2026: thành phố Bắc Ninh (Nghị quyết 39/2026/QH16); 12 xã of it become phường (388/NQ-UBTVQH16).

No code and no name changed with them. So today there are 25 provinces, 9 cities, 2,599 xã, 709 phường, 13 đặc khu.
The resolutions are listed at https://danhmuchanhchinh.nso.gov.vn/NghiDinh.aspx; the levels by day agree with
``thanglequoc/vietnamese-provinces-database`` v3.1.0, v5.1.0 and v5.2.0 (MIT).

**Corrections** of what the collections say:

- ``vietnam-provinces`` 2026.9.0 has the 22 new phường still as xã, and its JSON files the three cities as provinces;
- it writes ``xã Bắc Sơn`` (06325) with a small letter;
- ``vietnamadminunits`` 1.0.4 has the wrong level beside the right name for 10543 Việt Hòa and 31213 Tân Lộc (phường),
  11848 Vĩnh Hòa and 31299 Phong Điền (xã);
- ten names stand in the first with the tone on the last vowel, against hundreds like them: written here as all the
  others are: 00922 Thuận Hòa, 02287 Chiêm Hóa, 02353 Hòa An, 02419 Thái Hòa, 02620 Sơn Thủy, 07840 Hiệp Hòa,
  13396 Nguyễn Úy, 14167 Giao Thủy, 14182 Giao Hòa, 22924 Phú Thủy;
- seven names have an apostrophe, written ’ here (``Ea H’Leo``), as on the official list.
"""

from docgen.places.naming import dia_danh
from docgen.places.place import Cap, Place
from docgen.places.searching import Places, at, search

__all__ = ["Cap", "Place", "Places", "at", "dia_danh", "search"]
