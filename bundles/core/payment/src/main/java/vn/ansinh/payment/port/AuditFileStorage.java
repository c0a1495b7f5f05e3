package vn.ansinh.payment.port;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** What the auditor's file lists, of the tenant of the current unit of work. */
public interface AuditFileStorage {

    /**
     * Hands on the rows of a part, each with a text for each of its columns, in a fixed order and
     * without keeping them.
     *
     * @param open whether restricted grounds and free texts are read as they are
     */
    void rows(Part part, YearMonth from, YearMonth to, boolean open, Consumer<List<String>> each);

    /** A part of the file. */
    enum Part {
        /** Decisions signed in the period. */
        DECISIONS(
                "1-quyet-dinh",
                "Quyết định ký trong kỳ, người ký, căn cứ ủy quyền",
                "ma",
                "so",
                "co_quan",
                "loai",
                "ngay_ky",
                "nguoi_ky",
                "chuc_vu",
                "tu_cach",
                "giay_uy_quyen",
                "uy_quyen_tu",
                "uy_quyen_den",
                "so_nguoi",
                "ghi_nhan_luc"),
        /** Lines of the runs of the months; the service adds the sources. */
        LINES(
                "2-khoan-chi",
                "Từng khoản phải trả: quyết định, điều khoản, dòng quy định, nguồn",
                "ky_chi",
                "thang",
                "doi_tuong",
                "che_do",
                "thu_tu",
                "don_vi",
                "nhom",
                "he_so",
                "muc_chuan",
                "so_tien",
                "bien_dong",
                "so_quyet_dinh",
                "ngay_quyet_dinh",
                "dieu_khoan_muc",
                "dieu_khoan_he_so",
                "dong_chua_chac",
                "nguon"),
        /** Warnings somebody confirmed. */
        OVERRIDES(
                "3-canh-bao-da-bo-qua",
                "Cảnh báo mà người lập quyết định đã xác nhận bỏ qua",
                "quyet_dinh",
                "dong",
                "truong",
                "canh_bao",
                "nguoi_xac_nhan",
                "luc"),
        /** Held lines. */
        HOLDS(
                "4-khoan-giu-lai",
                "Khoản đã giữ lại và thôi giữ",
                "ma",
                "ky_chi",
                "thang",
                "doi_tuong",
                "che_do",
                "loai",
                "ly_do",
                "nguoi_giu",
                "luc_giu",
                "nguoi_thoi_giu",
                "luc_thoi_giu"),
        /** Moves of runs. */
        EVENTS(
                "5-dien-bien-ky-chi",
                "Lập, trình, kiểm, duyệt, trả lại, hủy từng kỳ chi trả",
                "ky_chi",
                "thu_tu",
                "tu_trang_thai",
                "sang_trang_thai",
                "nhiem_vu",
                "nguoi_lam",
                "thay_cho",
                "luc",
                "vong",
                "ghi_chu"),
        /** Orders that did not go through. */
        EXCEPTIONS(
                "6-lenh-chi-bat-thuong",
                "Lệnh chi bị giữ, từ chối, hoàn trả, không rõ, chưa nhận",
                "lenh_chi",
                "ky_chi",
                "doi_tuong",
                "kenh",
                "so_tien",
                "trang_thai",
                "ly_do",
                "lan"),
        /** Restricted files that were opened. */
        RESTRICTED(
                "7-mo-can-cu-kin",
                "Căn cứ kín đã được mở: ai, khi nào, mục đích",
                "luc",
                "nguoi_mo",
                "thay_cho",
                "muc_dich",
                "thu_tuc",
                "viec",
                "doi_tuong"),
        /** Accounts that receive for many. */
        PAYEES(
                "8-nguoi-nhan-nhieu-doi-tuong",
                "Tài khoản nhận thay từ ba đối tượng trở lên",
                "ngan_hang",
                "tai_khoan_cuoi",
                "so_doi_tuong",
                "doi_tuong"),
        /** Lines paid against the assessment. */
        DIFFERENCES(
                "9-chi-khac-ket-qua-xet",
                "Khoản chi theo quyết định nhưng khác kết quả xét",
                "ky_chi",
                "thang",
                "doi_tuong",
                "che_do",
                "loai",
                "nhom_quyet_dinh",
                "tien_quyet_dinh",
                "nhom_xet",
                "tien_xet"),
        /** Lines on uncertain rows of law. */
        UNCERTAIN(
                "10-dua-tren-quy-dinh-chua-chac",
                "Khoản dựa trên dòng quy định còn chưa chắc chắn",
                "ky_chi",
                "thang",
                "doi_tuong",
                "che_do",
                "so_tien",
                "dieu_khoan_muc",
                "dieu_khoan_he_so"),
        /** The chain. */
        LEDGER(
                "11-so-cai",
                "Mắt xích sổ cái trong kỳ; mắt cuối là gốc để đối chiếu",
                "so",
                "loai",
                "ve",
                "luc",
                "noi_dung",
                "ma_bam"),
        /** Proposals of arrears and recoveries that nobody had decided when the period ended. */
        PROPOSALS(
                "12-de-xuat-chua-quyet",
                "Đề xuất truy lĩnh, thu hồi chưa có quyết định vào cuối kỳ",
                "ma",
                "thang",
                "doi_tuong",
                "che_do",
                "nguyen_nhan",
                "phai_chi",
                "da_chi",
                "nhom",
                "dong_chua_chac",
                "biet_tu");

        private final String file;
        private final String title;
        private final List<String> columns;

        Part(String file, String title, String... columns) {
            this.file = file + ".csv";
            this.title = title;
            this.columns = List.of(columns);
        }

        /** Name in the archive. */
        public String file() {
            return file;
        }

        /** What it lists. */
        public String title() {
            return title;
        }

        /** Headings. */
        public List<String> columns() {
            return columns;
        }
    }
}
