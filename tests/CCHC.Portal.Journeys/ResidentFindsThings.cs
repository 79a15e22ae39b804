using System.Text.RegularExpressions;

namespace CCHC.Portal.Journeys;

/// <summary>A resident reads, finds a number, a guide and a document, and makes the page comfortable.</summary>
public sealed partial class ResidentFindsThings(Theatre theatre) : IAsyncDisposable
{
    private Visitor resident = null!;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(1280, false)]
    public async Task A_resident_finds_what_they_came_for(int width, bool scripts)
    {
        resident = await theatre.Visitor(width, scripts);

        await Opens_the_home_page();
        await Reads_the_newest_article();
        await Finds_a_number_and_can_call_it();
        await Finds_the_guide_without_typing_marks();
        await Finds_the_document_by_its_number();
        await Sees_whether_a_one_stop_desk_is_open();
        resident.Met_no_trouble();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_resident_makes_the_page_comfortable(int width, bool scripts)
    {
        resident = await theatre.Visitor(width, scripts);

        await Opens_the_home_page();
        await Switches_to_English_and_stays_there();
        await Switches_back_to_Vietnamese_on_the_same_page();
        await Makes_the_text_larger();
        await Finds_it_still_large_on_the_next_page();
        await Raises_the_contrast();
        resident.Met_no_trouble();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_menu_opens_and_leads_on(bool scripts)
    {
        resident = await theatre.Visitor(360, scripts);

        await Opens_the_home_page();
        await Opens_the_menu_and_goes_to_the_news();
        resident.Met_no_trouble();
    }

    public ValueTask DisposeAsync() => resident.DisposeAsync();

    private async Task Opens_the_home_page()
    {
        await resident.Opens("/");
        await Expect(resident.Heading).ToHaveTextAsync("Hôm nay bạn cần làm việc gì?");
        await resident.Keeps_a_picture("home");
    }

    private async Task Reads_the_newest_article()
    {
        var newest = resident.Page.Locator(".lead-story h3 a");
        var title = await newest.InnerTextAsync();
        await newest.ClickAsync();

        await Expect(resident.Heading).ToHaveTextAsync(title);
        await Expect(resident.Page.Locator("article .prose p").Nth(1)).ToBeVisibleAsync();
        await resident.Keeps_a_picture("article");
    }

    private async Task Finds_a_number_and_can_call_it()
    {
        await resident.Opens("/");
        await resident.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Gọi ai khi cần?" }).ClickAsync();

        await Expect(resident.Heading).ToHaveTextAsync("Danh bạ đường dây nóng");
        var ambulance = resident.Page.Locator(".hotline").Filter(new() { HasText = "115" }).GetByRole(AriaRole.Link).First;
        await Expect(ambulance).ToHaveAttributeAsync("href", "tel:115");
    }

    private async Task Finds_the_guide_without_typing_marks()
    {
        await Searches("dich vu cong");

        var guide = resident.Page.Locator(".results").GetByRole(AriaRole.Link, new() { Name = "Nộp hồ sơ qua dịch vụ công trực tuyến" });
        await Expect(guide).ToBeVisibleAsync();
        await guide.ClickAsync();
        await Expect(resident.Heading).ToHaveTextAsync("Nộp hồ sơ qua dịch vụ công trực tuyến");
        Assert.True(await resident.Page.Locator(".steps > li").CountAsync() >= 3);
        await resident.Keeps_a_picture("guide");
    }

    private async Task Finds_the_document_by_its_number()
    {
        await Searches("76/NQ-CP");

        await Expect(resident.Page.Locator(".results li").First).ToContainTextAsync("76/NQ-CP");
        await resident.Page.Locator(".results li").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(resident.Heading).ToContainTextAsync("76/NQ-CP");
        await Expect(resident.Page.Locator(".page-head .status")).ToBeVisibleAsync();
    }

    private async Task Sees_whether_a_one_stop_desk_is_open()
    {
        await resident.Opens("/mot-cua");

        foreach (var desk in await resident.Page.Locator(".desk").AllAsync())
        {
            await Expect(desk).ToContainTextAsync(OpenOrClosed());
        }
        await resident.Page.Locator(".desk h2 a").First.ClickAsync();
        await Expect(resident.Page.Locator("main")).ToContainTextAsync(OpenOrClosed());
    }

    private async Task Switches_to_English_and_stays_there()
    {
        await resident.Page.Locator(".util").GetByRole(AriaRole.Link, new() { Name = "Language: English" }).ClickAsync();

        await Expect(resident.Page).ToHaveURLAsync(EnglishHome());
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(resident.Heading).Not.ToHaveTextAsync("Hôm nay bạn cần làm việc gì?");
        await resident.Page.Locator(".tiles .tile a").Last.ClickAsync();
        await Expect(resident.Page).ToHaveURLAsync(EnglishHotlines());
    }

    private async Task Switches_back_to_Vietnamese_on_the_same_page()
    {
        await resident.Page.Locator(".util").GetByRole(AriaRole.Link, new() { Name = "Ngôn ngữ: Tiếng Việt" }).ClickAsync();

        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await Expect(resident.Heading).ToHaveTextAsync("Danh bạ đường dây nóng");
    }

    private async Task Makes_the_text_larger()
    {
        var before = await SizeOfText();

        await resident.Link("Cỡ chữ").ClickAsync();

        await Expect(resident.Page.Locator("body")).ToHaveAttributeAsync("data-size", "lg");
        await Expect(resident.Heading).ToHaveTextAsync("Danh bạ đường dây nóng");
        Assert.True(await SizeOfText() > before, "The text did not grow.");
    }

    private async Task Finds_it_still_large_on_the_next_page()
    {
        await resident.Opens("/tin-tuc");
        await Expect(resident.Page.Locator("body")).ToHaveAttributeAsync("data-size", "lg");
    }

    private async Task Raises_the_contrast()
    {
        await resident.Link("Tương phản").ClickAsync();
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("data-contrast", "more");
    }

    private async Task Opens_the_menu_and_goes_to_the_news()
    {
        await resident.Page.Locator("details.menu > summary").ClickAsync();
        await resident.Page.Locator("details.menu").GetByRole(AriaRole.Link, new() { Name = "Tin tức" }).ClickAsync();
        await Expect(resident.Heading).ToHaveTextAsync("Tin tức");
    }

    private async Task Searches(string words)
    {
        await resident.Opens("/");
        await resident.Page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await resident.Button("Tìm kiếm").ClickAsync();
        await Expect(resident.Page.Locator("#ket-qua")).ToContainTextAsync(words);
    }

    private Task<double> SizeOfText() => resident.Page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)");

    [GeneratedRegex("Đang mở cửa|Đã đóng cửa|Hôm nay nghỉ")]
    private static partial Regex OpenOrClosed();

    [GeneratedRegex("/en/?$")]
    private static partial Regex EnglishHome();

    [GeneratedRegex("/en/duong-day-nong$")]
    private static partial Regex EnglishHotlines();
}
