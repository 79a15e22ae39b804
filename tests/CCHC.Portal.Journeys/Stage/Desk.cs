using CCHC.Portal.Operations;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>What more than one journey does at the desk.</summary>
public static class Desk
{
    /// <summary>What the authenticator app of the sealed store's reader shows now.</summary>
    public static string CodeOnTheReadersTelephone => CCHC.Portal.People.Totp.CodeAt(DemoPeople.ReaderKey, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);

    extension(Visitor staff)
    {
        public async Task Signs_in_as(string userName)
        {
            await staff.Opens("/quan-tri");
            await Expect(staff.Heading).ToHaveTextAsync("Đăng nhập");
            await staff.Field("Tên đăng nhập").FillAsync(userName);
            await staff.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(DemoPeople.Password);
            await staff.Button("Đăng nhập").ClickAsync();
            if (DemoPeople.All.Any(person => person.UserName == userName && person.Role == CCHC.Portal.People.Role.SealedOfficer))
            {
                await staff.Page.Locator("input[name=Typed]").FillAsync(CodeOnTheReadersTelephone);
                await staff.Page.Keyboard.PressAsync("Enter");
            }
            await Expect(staff.Heading).ToContainTextAsync("Xin chào");
        }

        public async Task Is_told(string words) => await Expect(staff.Page.Locator(".flash[role=status]").First).ToContainTextAsync(words);

        /// <summary>Fills in the parts of an answer and looks at the letter.</summary>
        public async Task Writes_an_answer(string found)
        {
            await staff.Page.Locator("#Checked").FillAsync("Tổ trực đã đến xem tại chỗ sáng nay.");
            await staff.Page.Locator("#Conclusion").FillAsync(found);
            await staff.Page.Locator("#NextStep").FillAsync("Theo dõi thêm một tuần và báo lại.");
            await staff.Page.Locator("#By").FillAsync(DateTimeOffset.UtcNow.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await staff.Page.Locator("#Contact").FillAsync("Gọi số của cổng và đọc mã theo dõi.");
            await staff.Page.Locator("form[data-keep] button[value=preview]").ClickAsync();
            await Expect(staff.Page.Locator(".letter")).ToContainTextAsync(found);
        }

        public async Task Begins_an_article(string title)
        {
            await staff.Opens("/quan-tri/noi-dung/moi/article");
            await staff.Field("Tiêu đề").FillAsync(title);
            await staff.Field("Tóm tắt").FillAsync("Từ tuần tới quầy tiếp nhận mở thêm buổi tối thứ Năm.");
            await staff.Button("Sửa dạng Markdown").First.ClickAsync();
            await staff.Field("Nội dung").FillAsync("Bà con đi biển về muộn có thể đến **buổi tối**.\n\n- Mang theo căn cước\n- Lấy số ở cửa");
            await staff.Button("Lưu bản nháp").ClickAsync();
            await staff.Is_told("Đã lưu bản nháp.");
        }

        /// <summary>Writes an article, saves it and hands it in for approval.</summary>
        public async Task Hands_in_an_article(string title)
        {
            await staff.Begins_an_article(title);
            await staff.Button("Lưu và gửi duyệt").ClickAsync();
            await Expect(staff.Heading).ToHaveTextAsync("Gửi duyệt");
            await staff.Button("Gửi duyệt").ClickAsync();
            await staff.Is_told("Đã gửi duyệt.");
        }
    }
}
