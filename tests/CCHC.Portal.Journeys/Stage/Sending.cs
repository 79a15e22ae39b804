using System.Text.RegularExpressions;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>The two codes on a receipt.</summary>
public sealed record Codes(string Reference, string Secret)
{
    /// <summary>As somebody copies them from paper: small letters, no hyphens.</summary>
    public Codes Sloppy => new(Reference.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), Secret.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
}

/// <summary>What more than one journey does with the feedback form.</summary>
public static partial class Sending
{
    extension(Visitor citizen)
    {
        public ILocator Message => citizen.Field("Nội dung");

        /// <summary>From the first step to the receipt, the short way.</summary>
        public async Task<Codes> Sends_feedback(string message, string field = "Môi trường, hạ tầng")
        {
            await citizen.Opens("/phan-anh/gui?loai=Report");
            await citizen.Says_what_happened(message, field);
            await citizen.Goes_on_to("Bạn là ai?");
            await citizen.Goes_on_to("Xem lại trước khi gửi");
            await citizen.Agrees_and_sends();
            return await citizen.Reads_the_codes();
        }

        public async Task Says_what_happened(string message, string field)
        {
            await citizen.Page.GetByLabel("Về lĩnh vực nào?").SelectOptionAsync(new SelectOptionValue { Label = field });
            await citizen.Message.FillAsync(message);
        }

        public async Task Goes_on_to(string heading)
        {
            var on = citizen.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true });
            var next = citizen.Page.GetByRole(AriaRole.Heading, new() { Name = heading });
            await on.ClickAsync();
            // Without scripts the questions of the chosen field come with a page of their own.
            await Expect(next.Or(citizen.Page.GetByText("Thêm vài câu hỏi về việc bạn chọn.")).First).ToBeVisibleAsync();
            if (!await next.IsVisibleAsync())
            {
                await on.ClickAsync();
            }
            await Expect(next).ToBeVisibleAsync();
        }

        public async Task Agrees()
        {
            await citizen.Page.GetByLabel("Tôi đã đọc thông báo về dữ liệu cá nhân").CheckAsync();
            if (await citizen.Page.EvaluateAsync<bool>("() => !!customElements.get('altcha-widget')"))
            {
                await Expect(citizen.Page.Locator("altcha-widget")).ToContainTextAsync("Đã kiểm tra xong");
            }
        }

        public async Task Agrees_and_sends()
        {
            await citizen.Agrees();
            await citizen.Button("Gửi").ClickAsync();
        }

        public async Task<Codes> Reads_the_codes()
        {
            await Expect(citizen.Heading).ToHaveTextAsync("Đã nhận phản ánh của bạn");
            var codes = new Codes(await citizen.Page.Locator(".code-box b").First.InnerTextAsync(), await citizen.Page.Locator(".code-box.secret b").InnerTextAsync());
            Assert.Matches(ReferencePattern(), codes.Reference);
            Assert.Equal(16, codes.Secret.Count(char.IsLetterOrDigit));
            return codes;
        }

        public async Task Asks_for_the_case(Codes codes)
        {
            await citizen.Opens("/phan-anh/tra-cuu");
            await citizen.Field("Mã theo dõi").FillAsync(codes.Reference);
            await citizen.Field("Mã bí mật").FillAsync(codes.Secret);
            await citizen.Button("Xem kết quả").ClickAsync();
        }

        public async Task Follows_the_case(Codes codes)
        {
            await citizen.Asks_for_the_case(codes);
            await Expect(citizen.Heading).ToHaveTextAsync("Theo dõi phản ánh của bạn");
        }

        public async Task Adds(string information)
        {
            await citizen.Link("Gửi bổ sung").ClickAsync();
            await citizen.Field("Nội dung bổ sung").Or(citizen.Field("Trả lời của bạn")).FillAsync(information);
            await citizen.Button("Gửi bổ sung").ClickAsync();
            await Expect(citizen.Page.GetByText("Đã gửi phần bổ sung.")).ToBeVisibleAsync();
            await Expect(citizen.Page.Locator(".tl")).ToContainTextAsync(information);
        }
    }

    /// <summary>Words no other journey uses, so that a case is found by them.</summary>
    public static string Words(string beginning) => $"{beginning} ({Guid.CreateVersion7().ToString("n")[^10..]})";

    [GeneratedRegex("^PA-[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    private static partial Regex ReferencePattern();
}
