package vn.ansinh.entitlement.internal.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.beneficiary.api.Names;

/** What the titles of columns mean, as officers of many localities write them. */
public final class Titles {

    /** Meaning of a column nobody needs. */
    public static final String IGNORED = "-";

    /** Fields beyond those of docs/reference/running-decisions.md. */
    public static final String ORDINAL = "ordinal";

    public static final String UNIT_NAME = "unit_name";
    public static final String OLD_ID = "old_id";
    public static final String MALE = "male";
    public static final String FEMALE = "female";
    public static final String BIRTH_DAY = "birth_day";
    public static final String BIRTH_MONTH = "birth_month";
    public static final String BIRTH_YEAR = "birth_year";
    public static final String AMOUNT = "amount_dong";
    public static final String BALANCE = "balance_dong";

    /** One line a field: field, Vietnamese title, then what officers write, folded. */
    private static final String KNOWN =
            """
            ordinal|STT|stt,so tt,tt,so thu tu
            full_name|Họ và tên|ho va ten,ho ten,ho va ten doi tuong,ho ten doi tuong,ten doi tuong,\
            ho va ten nguoi huong,ho ten nguoi huong,ho va ten nguoi huong che do,ten nguoi huong,\
            ho va ten nguoi huong tro cap,doi tuong huong,ho va ten doi tuong huong,nguoi huong,\
            ho va ten doi tuong btxh,ho va ten chu the,ho ten nguoi duoc huong,ho va ten nguoi duoc huong,hoten
            sex|Giới tính|gioi tinh,gt,phai,nam nu,gioi
            male|Nam|nam
            female|Nữ|nu
            birth|Ngày sinh|ngay sinh,ngay thang nam sinh,ngay thang sinh,nam sinh,sinh nam,sinh ngay,\
            ngay sinh nam sinh,ns,nsinh,ngay nam sinh,n sinh,ngay thang nam
            birth_day|Ngày (sinh)|ngay sinh ngay,nam sinh ngay
            birth_month|Tháng (sinh)|ngay sinh thang,nam sinh thang
            birth_year|Năm (sinh)|ngay sinh nam,nam sinh nam
            personal_id|Số định danh cá nhân|cccd,so cccd,can cuoc cong dan,so can cuoc cong dan,\
            so dinh danh,so dinh danh ca nhan,ma dinh danh,ma dinh danh ca nhan,sddcn,so ddcn,can cuoc,\
            so can cuoc,cccd cmnd,cmnd cccd,so cccd cmnd,so cmnd cccd,cmt cccd,cccd cmt,so cmt cccd,\
            cccd dinh danh,so cccd so dinh danh,so dinh danh cccd,cccd so dinh danh,cccd ddcn,so gttt,\
            so giay to,so cmnd can cuoc cong dan,cmnd can cuoc
            old_id|CMND|cmnd,so cmnd,cmt,so cmt,so chung minh nhan dan,chung minh nhan dan,cmnd cu
            unit_code|Mã đơn vị|ma don vi,ma thon,ma to dan pho
            unit_name|Thôn, tổ dân phố|thon,tdp,to dan pho,thon tdp,thon to dan pho,to,xom,dia chi,\
            dia chi thon,noi o,noi cu tru,cho o hien nay,noi o hien nay,khu,khu pho,ban,thon xom,khu dan cu,\
            dia chi thuong tru,thuong tru,ho khau thuong tru,noi thuong tru,hktt,don vi,thon to,dc,phuong
            death|Ngày mất|ngay mat,ngay chet,tu vong,ngay tu vong
            decision_number|Số quyết định|quyet dinh so,so quyet dinh,so qd,qd so,quyet dinh,qd,\
            quyet dinh huong,so quyet dinh huong,so va ngay quyet dinh,so ngay quyet dinh,so ngay qd,\
            quyet dinh so qd,quyet dinh huong so,qd huong,so ngay thang quyet dinh,can cu quyet dinh
            decision_authority|Cơ quan ký|co quan ky,co quan ban hanh,nguoi ky,co quan quyet dinh,noi ban hanh,\
            co quan ra quyet dinh,quyet dinh co quan,quyet dinh co quan ky,don vi ban hanh
            signed_on|Ngày quyết định|ngay quyet dinh,ngay qd,ngay ky,ngay thang quyet dinh,quyet dinh ngay,\
            ngay ban hanh,ngay ra quyet dinh,quyet dinh ngay ky,quyet dinh ngay thang,ngay ky quyet dinh,\
            quyet dinh huong ngay,qd ngay,quyet dinh ngay thang nam,ngay ky qd
            ground|Nhóm hưởng|nhom huong,diem khoan,khoan diem,loai doi tuong,nhom doi tuong,doi tuong,\
            dien huong,dien doi tuong,ma doi tuong,ma nhom,nhom,dang doi tuong,loai hinh,loai tro cap,\
            theo diem khoan,can cu huong,che do,ma nhom huong,ma dt
            component|Khoản hưởng|khoan huong
            coefficient|Hệ số|he so,hs,he so huong,he so tro cap,muc he so
            first_month|Hưởng từ tháng|huong tu thang,huong tu,tu thang,thang huong,thoi gian huong,\
            thoi diem huong,huong tu thang nam,thang bat dau huong,thang bat dau,thang dau,\
            thoi gian bat dau huong,thoi diem bat dau huong,ngay huong,thang nam huong,thang huong dau tien
            last_month|Đến tháng|den thang,huong den thang,huong den,thang cuoi,thang ket thuc,thang thoi huong
            channel|Hình thức chi trả|hinh thuc chi tra,hinh thuc nhan,phuong thuc chi tra,hinh thuc,kenh chi tra,\
            hinh thuc chi
            payee_name|Người nhận thay|nguoi nhan thay,ho ten nguoi nhan thay,ho va ten nguoi nhan thay,nguoi nhan,\
            ho ten nguoi nhan,ho va ten nguoi nhan,nguoi giam ho,ten chu tai khoan,chu tai khoan,\
            ho ten chu tai khoan,nguoi duoc uy quyen,nguoi nhan tien,nguoi dai dien,ten tk,chu tk
            payee_relation|Quan hệ|quan he,moi quan he,quan he voi doi tuong,qh
            bank|Ngân hàng|ngan hang,ten ngan hang,nh,ngan hang mo tai khoan,tai ngan hang,mo tai ngan hang
            account|Số tài khoản|so tai khoan,stk,so tk,tai khoan,tk,tai khoan ngan hang,so tai khoan ngan hang
            amount_dong|Mức hưởng|muc huong,muc tro cap,so tien,thanh tien,muc tien,tien tro cap,so tien huong,\
            muc huong thang,muc tro cap thang,so tien chi tra,so tien nhan,tong tien,so tien duoc huong,thuc nhan,\
            muc tro cap hang thang,muc huong hang thang,so tien thuc nhan,tong cong,tong so tien,thuc linh,\
            so tien thuc linh,tong linh,so tien da chi,da chi,so tien huong hang thang,muc huong moi thang,cong
            balance_dong|Số dư|so du,so du dau ky,con phai tra,chua linh,so tien chua linh,ton,con no,\
            so tien con phai tra,chua nhan,so du chua linh,no cu
            disability_degree|Mức độ khuyết tật|muc do khuyet tat,muc do kt,muc khuyet tat,mdkt
            disability_certificate_on|Ngày cấp giấy xác nhận khuyết tật|ngay cap giay xac nhan khuyet tat,\
            ngay cap gxn,ngay giay xac nhan,ngay cap giay xnkt,ngay cap gxnkt
            poverty_national|Hộ nghèo, cận nghèo|ho ngheo,ho ngheo can ngheo,ngheo can ngheo,dien ho
            pension_dong|Lương hưu, trợ cấp BHXH|luong huu,luong huu tro cap bhxh,tro cap bhxh
            social_pension_requested_on|Ngày đề nghị hưu trí xã hội|ngay de nghi,ngay de nghi htxh,ngay nop don
            -|(không dùng)|ghi chu,gc,ky nhan,ky ten,ky nhan tien,chu ky,nguoi nhan ky,ky,dien thoai,sdt,\
            so dien thoai,dan toc,ky ghi ro ho ten,ky nhan ghi ro ho ten,tuoi,ngay cap,noi cap,ghi chu khac
            """;

    /** Fields that only our own format has. */
    private static final Set<String> FURTHER =
            Set.of(
                    "poverty_national_from",
                    "poverty_national_to",
                    "poverty_local",
                    "poverty_local_from",
                    "poverty_local_to",
                    "supporter",
                    "pension_from",
                    "social_pension_transferred_on",
                    "care");

    private static final Map<String, String> MEANINGS = new HashMap<>();
    private static final Map<String, String> VIETNAMESE = new HashMap<>();

    static {
        FURTHER.forEach(field -> MEANINGS.put(field.replace('_', ' '), field));
        for (String line : KNOWN.split("\n")) {
            String[] parts = line.split("\\|");
            VIETNAMESE.put(parts[0], parts[1]);
            MEANINGS.put(parts[0].replace('_', ' '), parts[0]);
            for (String written : parts[2].split(",")) {
                MEANINGS.put(written.strip(), parts[0]);
            }
        }
    }

    private Titles() {}

    /** A title without marks, signs, brackets' content and capitals. */
    public static String fold(String title) {
        String folded = Names.fold(title.replace('\n', ' ').replace('\r', ' '));
        String outside = folded.replaceAll("\\([^)]*\\)", " ");
        String kept = outside.isBlank() ? folded : outside;
        return kept.replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** What a folded title means, as everybody knows it. */
    public static Optional<String> meaning(String folded) {
        return Optional.ofNullable(MEANINGS.get(folded));
    }

    /** Whether a title says that amounts are in thousands of đồng. */
    public static boolean thousands(String title) {
        return Names.fold(title)
                .matches(
                        "(?s).*(nghin dong|ngan dong|1\\.?000 ?d|1,000 ?d|nghin d\\b|\\(nghin\\)).*");
    }

    /** Whether it is a field a column can be given. */
    public static boolean field(String field) {
        return VIETNAMESE.containsKey(field) || FURTHER.contains(field);
    }

    /** Title of a field in Vietnamese. */
    public static String vietnamese(String field) {
        return VIETNAMESE.getOrDefault(field, field);
    }
}
