namespace CCHC.Portal.Journeys;

/// <summary>A resident who cannot hold a mouse finds a procedure and sends feedback with the Tab, arrow and Enter keys alone.</summary>
public sealed class ResidentUsesTheKeyboard(Theatre theatre) : IAsyncDisposable
{
    private const int MostTabs = 150;

    private readonly string message = Sending.Words("Lối lên cầu tàu thiếu tay vịn");
    private Visitor resident = null!;

    [Fact]
    public async Task A_resident_does_everything_by_keys()
    {
        resident = await theatre.Visitor(1280);

        await Searches_and_opens_the_procedure();
        await Goes_on_to_the_form();
        await Writes_and_goes_on();
        await Agrees_and_sends();
        var codes = await resident.Reads_the_codes();

        Assert.Equal(codes.Reference, Assert.Single(await theatre.Portal.CasesSaying(message)).ReferenceCode);
        resident.Met_no_trouble();
    }

    public ValueTask DisposeAsync() => resident.DisposeAsync();

    private async Task Searches_and_opens_the_procedure()
    {
        await resident.Opens("/");
        await Tabs_to(resident.Page.GetByRole(AriaRole.Searchbox));
        await resident.Page.Keyboard.InsertTextAsync("đăng ký khai sinh");
        await Presses("Enter");
        await Expect(resident.Page.Locator("#ket-qua")).ToContainTextAsync("đăng ký khai sinh");
        await Tabs_to(resident.Page.Locator(".results li").First.GetByRole(AriaRole.Link).First);
        await Presses("Enter");
        await Expect(resident.Heading).ToHaveTextAsync("Đăng ký khai sinh");
    }

    private async Task Goes_on_to_the_form()
    {
        await Presses("Tab");
        await Expect(resident.Page.Locator(".ds-skip-link")).ToBeFocusedAsync();   // the first thing of every page
        await Tabs_to(resident.Page.Locator(".nav").GetByRole(AriaRole.Link, new() { Name = "Phản ánh – Kiến nghị" }));
        await Presses("Enter");
        await Expect(resident.Heading).ToHaveTextAsync("Bạn muốn nói với chúng tôi điều gì?");
        await Tabs_to(resident.Link("Phản ánh, kiến nghị, góp ý, khen ngợi"));
        await Presses("Enter");
        await Expect(resident.Heading).ToHaveTextAsync("Gửi phản ánh, kiến nghị");
    }

    private async Task Writes_and_goes_on()
    {
        var field = resident.Page.GetByLabel("Về lĩnh vực nào?");
        await Tabs_to(field);
        await Presses("ArrowDown");
        await Expect(field).Not.ToHaveValueAsync("");
        await Tabs_to(resident.Message);
        await resident.Page.Keyboard.InsertTextAsync(message);
        await Goes_on_to("Bạn là ai?");
        await Goes_on_to("Xem lại trước khi gửi");
    }

    private async Task Agrees_and_sends()
    {
        await Tabs_to(resident.Page.GetByLabel("Tôi đã đọc thông báo về dữ liệu cá nhân"));
        await Presses("Space");
        await Expect(resident.Page.Locator("altcha-widget")).ToContainTextAsync("Đã kiểm tra xong");
        await Tabs_to(resident.Button("Gửi"));
        await Presses("Enter");
    }

    private async Task Goes_on_to(string heading)
    {
        await Tabs_to(resident.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Tiếp tục", Exact = true }));
        await Presses("Enter");
        await Expect(resident.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
    }

    private Task Presses(string key) => resident.Page.Keyboard.PressAsync(key);

    /// <summary>Forward until it has the focus, which is then seen: inside the window and with a mark of its own.</summary>
    private async Task Tabs_to(ILocator wanted)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.True(await wanted.EvaluateAsync<bool>(Seen), $"{wanted}: the focus is not seen");
                return;
            }
            await Presses("Tab");
        }
        Assert.Fail($"{wanted} is not reached with {MostTabs} tabs from {resident.Page.Url}");
    }

    private const string Seen = """
        e => {
          const box = e.getBoundingClientRect(), marked = n => n && (getComputedStyle(n).outlineStyle !== 'none' || getComputedStyle(n).boxShadow !== 'none');
          return box.bottom > 0 && box.top < innerHeight && (marked(e) || marked(e.parentElement) || marked(e.nextElementSibling));
        }
        """;
}
