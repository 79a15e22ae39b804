using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.People;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>How a body's technicians connect their program to ours.</summary>
[Needs(Deed.ReadExchange)]
public sealed class GuideModel(ExchangeSettings settings) : PageModel
{
    /// <summary>A message a body may send, word for word; a test hands it in.</summary>
    public const string Sample = """
        {
          "phien_ban": "1",
          "tin": [
            {
              "viec": "moi",
              "so": "1022-2026-004512",
              "loai": "phan_anh",
              "linh_vuc": "Environment",
              "noi_dung": "Đèn đường trước nhà văn hóa hỏng ba ngày nay. (mẫu)",
              "dia_diem": "Tổ dân phố số 3",
              "ngay_xay_ra": "2026-11-20",
              "nguoi_gui": { "ho_ten": "Nguyễn Văn Mẫu", "dien_thoai": "0912 345 678" },
              "giu_kin_danh_tinh": false,
              "tep": []
            }
          ]
        }
        """;

    public const string NoticeSample = """
        {
          "phien_ban": "1",
          "so_tin": "PA-ACDE-FGHJ-4",
          "thu_tu": 4,
          "so": "1022-2026-004512",
          "ma": "PA-ACDE-FGHJ",
          "viec": "chuyen_co_quan",
          "luc": "2026-11-23T09:30:00+07:00",
          "da_dong": false,
          "han_tra_loi": "2026-12-07",
          "co_quan_nhan": { "ma": "X-DIEN", "ten": "Điện lực (mẫu)", "dien_thoai": "" },
          "noi_dung": "Đèn do điện lực quản lý. (mẫu)"
        }
        """;

    public ExchangeSettings Settings => settings;
}
