using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Journeys;

/// <summary>Every kind of public page, examined for people with other eyes, hands and screens.</summary>
public sealed class EverybodyCanUseThePublicPages(Theatre theatre) : IAsyncDisposable
{
    private Visitor visitor = null!;

    public static TheoryData<string> Pages =>
    [
        "/", "/en", "/tin-tuc", "/tin-tuc?nam=1999", "/tin-tuc/nghi-24-11-va-thoi-han", "/tin-tuc/mot-buoi-sang-o-hai-co-so-mot-cua", "/tin-tuc/gui-phan-anh-va-theo-doi-tra-loi",
        "/en/tin-tuc/tu-y-kien-den-thay-doi", "/thu-tuc", "/thu-tuc?q=zzzzzz", "/thu-tuc/dang-ky-khai-sinh", "/en/thu-tuc/dang-ky-khai-sinh", "/thu-tuc/cap-so-ho-khau-giay", "/thu-tuc/don-gian-hoa", "/chi-so", "/chi-so/par-index", "/chi-tieu/nam-2026", "/cong-khai", "/cong-khai/danh-muc-tai-san-cong", "/iso/iso-18091-2020", "/an-toan-thong-tin/tu-kiem-tra", "/trang/de-an-06", "/viec-doi", "/viec-doi/sinh-con", "/khao-sat", "/khao-sat/ba-cau-ve-nop-ho-so", "/huong-dan", "/huong-dan/dich-vu-cong-truc-tuyen", "/chu-de", "/chu-de/thu-tuc-hanh-chinh", "/mo-hinh", "/mo-hinh/giay-hen-co-gio-pha",
        "/video", "/video/gui-phan-anh-va-theo-doi-tra-loi", "/am-thanh", "/an-pham",
        "/van-ban", "/van-ban?q=khong-co", "/van-ban/nghi-quyet-76-nq-cp", "/van-ban/nghi-dinh-61-2018-nd-cp", "/so-lieu-mot-cua", "/so-lieu-mot-cua/hai-co-so", "/viec-nay-ai-lam", "/viec-nay-ai-lam?q=zzzzzz", "/mot-cua", "/mot-cua/co-so-cat-ba", "/duong-day-nong", "/duong-day-nong/van-ban", "/ngoai-tuyen", "/khan-cap", "/lien-ket", "/trang/gioi-thieu", "/so-do-trang", "/du-lieu-mo", "/en/du-lieu-mo",
        "/tim-kiem", "/tim-kiem?q=khai%20sinh", "/tim-kiem?q=zzzzzz", "/tra-cuu-ho-so", "/tra-cuu-ho-so?ma=H26.123", "/tra-cuu-ho-so?ma=%3Cb%3E",
        "/phan-anh", "/phan-anh/cam-ket", "/phan-anh/cong-khai", "/hoi-dap", "/phan-anh/khieu-nai", "/phan-anh/to-cao", "/phan-anh/tra-cuu", "/phan-anh/viet-truoc", "/dang-nhap", "/khong-co-trang-nay",
    ];

    private const string Own = "/phan-anh/theo-doi/";

    // Only answers a form or a program, gives a file, or leads on.
    private static readonly string[] NotPages =
    [
        "/dang-xuat", "/phan-anh/bien-nhan/da-luu", "/phan-anh/bien-nhan/tai-ve", Own + "du-lieu.json", Own + "tep/{id:guid}", "/phan-anh/trao-doi/tep/{id:guid}", "/tim-kiem/goi-y", "/phan-anh/cong-khai/{slug}/anh/{id:guid}",
        "/y-kien/bao-sai", "/y-kien/co-ich", "/y-kien/khao-sat",   // the page that was judged says thank you: ReaderSpeaks looks at it
        "/loi/{code:int}", "/dang-nhap/xac-thuc", "/xem-truoc/{secret}", "/video/{slug}/phat", "/phan-anh/cong-khai/{slug}",   // with a password, a secret or a published case: other journeys look at them
    ];

    // The story of one case looks at these.
    private static readonly string[] OfACase = ["/phan-anh/gui", "/phan-anh/bien-nhan", "/phan-anh/theo-doi", "/phan-anh/trao-doi", "/phan-anh/da-rut"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everybody_can_use(string address)
    {
        visitor = await theatre.Visitor(1280);
        var examination = new Examination(visitor);

        await visitor.Opens(address);
        await examination.Of(address);

        examination.FoundNothing();
    }

    [Fact]
    public async Task No_page_and_no_kind_of_page_is_left_out()
    {
        visitor = await theatre.Visitor(1280);
        var (examination, named) = (new Examination(visitor), Pages.Select(row => row.Data.Split('?')[0]).ToHashSet());
        var left = Addresses().Where(address => !address.StartsWith(Own, StringComparison.Ordinal)).Except([.. named, .. NotPages, .. OfACase]).ToList();
        var kinds = ContentTypes.All.Where(type => !type.ListOnly && !named.Any(address => address.StartsWith($"/{type.Path}/", StringComparison.Ordinal))).ToList();
        await theatre.Portal.Inside(async (_, db, _, now) =>
        {
            foreach (var type in kinds)
            {
                left.Add((await db.Editions.AsNoTracking().Live().OfType(type).Where(edition => edition.Culture == "vi").OrderBy(edition => edition.Slug).FirstOrDefaultAsync() ?? await IsWritten(db, type, now)).Address);
            }
        });

        foreach (var address in left)
        {
            await visitor.Opens(address);
            await examination.Briefly(address);
        }

        examination.FoundNothing();
        Assert.DoesNotContain(left, address => address.Contains('{', StringComparison.Ordinal));
        Assert.Equal(kinds.Count, left.Count(address => kinds.Exists(type => address.StartsWith($"/{type.Path}/", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Everybody_can_use_the_sealed_mailbox()
    {
        visitor = await theatre.Visitor(360);
        var examination = new Examination(visitor);

        await visitor.Opens("/phan-anh/gui?loai=Denunciation");
        await visitor.Says_what_happened(Sending.Words("Có người làm giả chữ ký"), "Khác hoặc không rõ");
        await visitor.Goes_on_to("Bạn là ai?");
        await visitor.Goes_on_to("Xem lại trước khi gửi");
        await visitor.Agrees_and_sends();
        await Expect(visitor.Heading).ToHaveTextAsync("Tin của bạn đã vào kho kín");
        await examination.Briefly("sealed receipt");
        await visitor.Asks_for_the_case(new Codes(await visitor.Page.Locator(".code-box b").First.InnerTextAsync(), await visitor.Page.Locator(".code-box.secret b").InnerTextAsync()));
        await visitor.Page.WaitForURLAsync("**/phan-anh/trao-doi*");
        await examination.Briefly("sealed mailbox");

        examination.FoundNothing();
    }

    [Fact]
    public async Task Everybody_can_send_feedback_and_follow_it()
    {
        visitor = await theatre.Visitor(1280);
        var examination = new Examination(visitor);

        await visitor.Opens("/phan-anh/gui?loai=Report");
        await examination.Of("first step");
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator(".esum")).ToBeVisibleAsync();
        await examination.Of("first step with errors");
        await visitor.Says_what_happened(Sending.Words("Biển chỉ dẫn ở bến tàu nên có chữ lớn hơn"), "Du lịch, dịch vụ");
        await visitor.Goes_on_to("Bạn là ai?");
        await examination.Of("second step");
        await visitor.Goes_on_to("Xem lại trước khi gửi");
        await visitor.Agrees();
        await examination.Of("third step");
        await visitor.Button("Gửi").ClickAsync();
        var codes = await visitor.Reads_the_codes();
        await examination.Of("receipt");
        await visitor.Asks_for_the_case(codes with { Secret = "AAAA" });
        await examination.Of("look-up refused");
        await visitor.Follows_the_case(codes);
        await examination.Of("tracking");
        var seen = new HashSet<string>();
        await Looks_at_what_fits_now(examination, seen);
        await Is_answered(codes.Reference);
        await Looks_at_what_fits_now(examination, seen);

        examination.FoundNothing();
        Assert.Empty(Addresses().Where(address => address.StartsWith(Own, StringComparison.Ordinal)).Except(NotPages).Except(seen));
    }

    // A kind the seeds have nothing of.
    private static async Task<Edition> IsWritten(PortalDb db, ContentType type, DateTimeOffset now)
    {
        var item = new ContentItem { Type = type.Key, Key = "trang-thu", CreatedAt = now };
        var edition = new Edition { Item = item, ItemId = item.Id, Type = type.Key, Culture = "vi", Number = 1, AuthorId = Guid.CreateVersion7() };
        edition.Write("Trang thử: " + type.Vi, "Một câu tóm tắt.", "trang-thu", type.Read("""{"text":"## Một mục\n\nVài dòng chữ thử."}"""), now);
        edition.PublishFromSeed(now, now, null);
        db.AddRange(item, edition);
        await db.SaveChangesAsync();
        return edition;
    }

    // What a sender may do with their case changes when it is answered.
    private async Task Looks_at_what_fits_now(Examination examination, HashSet<string> seen)
    {
        foreach (var address in Addresses().Where(address => address.StartsWith(Own, StringComparison.Ordinal)).Except(NotPages).Except(seen).ToList())
        {
            if ((await visitor.Opens(address))?.Status == 200 && new Uri(visitor.Page.Url).AbsolutePath == address)
            {
                await examination.Briefly(address);
                seen.Add(address);
            }
        }
        visitor.TakeTroubles();
    }

    private Task Is_answered(string code) => theatre.Portal.Inside(async (_, db, site, now) =>
    {
        var feedback = await db.Feedback.Include(one => one.Events).SingleAsync(one => one.ReferenceCode == code);
        feedback.Answer("Đã thay biển có chữ lớn hơn.", Guid.CreateVersion7(), now, site.Calendar);
        await db.SaveChangesAsync();
    });

    // Every public page there is, as its route says it.
    private List<string> Addresses() => [.. theatre.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.DisplayName?.StartsWith("/Public/", StringComparison.Ordinal) == true)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Where(address => address != "/{section}/{slug}").Distinct().Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
