"""Bodies as five real plans were typed: short excerpts, habits and mistakes kept, phone numbers and mail invented.

``~`` stands for a blank at the end of a line or alone on it.
"""

from __future__ import annotations

DOAN_BINH_DUONG = """I. MỤC ĐÍCH, YÊU CẦU



- Nhằm tăng cường tuyên truyền, quảng bá sâu rộng về mục đích, ý nghĩa của việc tổ chức Hội nghị.~

~
- Xây dựng tốt lực lượng tình nguyện viên phục vụ hiệu quả các sự kiện WTA Bình Dương 2018.

II. NỘI DUNG~

1. Nội dung chương trình tổng thể:

1.1. Thông tin chung:

- Chủ đề: Thành phố thông minh – Động lực đổi mới vì sự phát triển bền vững

- Thời gian: Từ ngày 10/10/2018 đến ngày 12/10/2018.

1.2. Các sự kiện chính:

- Hội chợ công nghệ cao

2. Công tác tuyên truyền, quảng bá:

2.1. Nội dung: Triển khai tuyên truyền các nội dung chính của các sự kiện WTA Bình Dương 2018 theo các nội dung như sau:


- Tuyên truyền về thành công, những dấu ấn đọng lại sau sự kiện WTA Bình Dương và những kinh nghiệm.


Lưu ý: Công tác thông tin, tuyên truyền cần được triển khai liên tục kịp thời, thống nhất.

2.2. Hình thức tuyên truyền:


- Thực hiện tuyên truyền bằng các infoghaphic, logo, pano, tranh cổ động.v.v... trên địa bàn tỉnh.
3. Công tác tuyển chọn, tập huấn tình nguyện viên

3.1. Thông báo tuyển chọn và phỏng vấn:
- Số lượng: 150 người
3.2. Công tác tập huấn:

- Địa điểm: Dự kiến Hội trường Trung tâm giới thiệu việc làm thanh niên tỉnh  Bình Dương
- Nội dung tập huấn:

+ Tập huấn về nghi thức lễ tân ngoại giao, kỹ năng giao tiếp và xử lý tình huống phát sinh.
+ Thông tin địa điểm ăn, ở, công tác đưa đón…của các đoàn đại biểu.

III. TỔ CHỨC THỰC HIỆN

1. Ban Thường vụ Tỉnh Đoàn
- Ban hành kế hoạch tuyên truyền (có bảng kinh phí kèm theo).
 - Các thông tin trao đổi, vui lòng liên hệ Đ/c Nguyễn Văn An, ĐT: 0900 000 000 hoặc ten@example.vn.~
Trên đây là kế hoạch tuyên truyền, quảng bá.
""".replace("~", " ")


UBND_BINH_DUONG = """II. NỘI DUNG

1. Duy trì việc tuyên truyền về các sự kiện của ASEAN; Hội nghị Bộ trưởng của các bộ, ngành....

- Bám sát chủ đề ưu tiên của ASEAN 2019: “Thúc đẩy quan hệ đối tác vì sự bền vững”.

5. Đối với đối tượng là doanh nghiệp: tuyên truyền thông qua các buổi hội thảo, hội nghị tại tỉnh.

III. CÁC HOẠT ĐỘNG VÀ NHIỆM VỤ CỤ THỂ

1. Công tác tuyên truyền

a) Nội dung tuyên truyền

- Tuyên truyền các hoạt động của tỉnh hướng tới cộng đồng ASEAN.

- Trên cơ sở này, ngoài các hoạt động tuyên truyền theo

kế hoạch, cần tăng cường tuyên truyền thêm về Quan hệ Đối tác ASEAN – Nhật Bản.

b) Hình thức tuyên truyền

V. TỔ CHỨC THỰC HIỆN

2. Giao Sở Thông tin và Truyền thông.

- Chủ trì, tham mưu giúp Ủy ban nhân dân tỉnh.

3. Chế độ thông tin báo cáo

Đề nghị các cơ quan, đơn vị, địa phương định kỳ hàng năm (trước 10/12) gửi báo cáo về

Sở Thông tin và Truyền thông để tổng hợp.

4. Đề nghị Ban Tuyên giáo Tỉnh ủy: đẩy mạnh tuyên truyền một cách sâu rộng về ASEAN.
"""


TINH_DOAN_NINH_THUAN = """II. NỘI DUNG,  GIẢI PHÁP

3. Mở rộng mặt trận đoàn kết; hướng về Tổ quốc~

- Tăng cường công tác nắm bắt tình hình.~
 - Hưởng ứng tham gia các hoạt động giao lưu.
III. TỔ CHỨC THỰC HIỆN:
1/Cấp tỉnh:

- Tham mưu cho Tỉnh uỷ (email: ten@example.vn).~

2/ Huyện thành Đoàn, Đoàn trực thuộc:

- Chủ động báo cáo cấp uỷ.
""".replace("~", " ")


CHU_THAP_DO_KIEN_GIANG = """I. NỘI DUNG TUYÊN TRUYỀN

1. Chủ đề Công tác Hội năm 2024 là “*Củng cố, phát triển hội viên*”

- Giới thiệu các địa chỉ nhân đạo trên nền tảng *inhandao* (*inhandao.vn*) để vận động.

Chủ đề của Tháng Nhân đạo năm 2024 “*Hành trình nhân đạo*” gắn với Lễ phát động.

2. Kỷ niệm Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế (08/5) – Ngày Tình nguyện viên

- Công ước Geneve.

~
- Thực hiện chế độ báo cáo theo hướng dẫn của Hội CTĐ tỉnh[^1].

[^1]: Gửi về Ban Tuyên huấn (email: ten@example.vn) trước ngày 29/02/2024.
""".replace("~", " ")


DOAN_KHOI = """I. MỤC ĐÍCH, YÊU CẦU:

1. Mục đích:

· Tuyên truyền, tổ chức các hoạt động chào mừng Đại hội.
· Phát huy trí tuệ, tâm huyết, trách nhiệm của cán bộ Đoàn.

II. NỘI DUNG:
1. Công tác tuyên truyền chào mừng Đại hội đại biểu Đảng bộ Khối:
1.1. Tuyên truyền trước Đại hội:

· Cấp khối:

· Thực hiện 01 Video clip chào mừng Đại hội, nhiệm kỳ 2020 - 2025.
1.2. Tuyên truyền trong Đại hội (dự kiến ngày 17, 18 & 19/8/2020):~~
· Cấp cơ sở: tập trung hoàn thành.
""".replace("~", " ")
