using System.Diagnostics;

namespace CCHC.Portal.Journeys;

/// <summary>The tour of a resident: finds what a thing takes, takes the leaflet along, calls, and reads it again where there is no network.</summary>
public sealed class ResidentOnTheIsland(Theatre theatre) : IAsyncDisposable
{
    private static readonly Dictionary<string, Tour> Tours = new()
    {
        ["vi"] = new("", "lam giay khai sinh cho con", "Đăng ký khai sinh", "Giấy chứng sinh do cơ sở y tế cấp", "Miễn phí", "Bản lưu lúc", "Chưa kết nối được mạng"),
        ["en"] = new("/en", "birth certificate for my child", "Birth registration", "Certificate of live birth", "Free", "Copy made at", "No connection to the network"),
    };

    private Visitor resident = null!;
    private Tour tour = null!;

    [Theory]
    [InlineData("vi", true)]
    [InlineData("vi", false)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public async Task A_resident_finds_takes_along_calls_and_reads_again(string language, bool scripts)
    {
        tour = Tours[language];
        resident = await theatre.Visitor(360, scripts, keeps: true);

        await Searches_in_their_own_words();
        await Opens_the_procedure();
        await Reads_papers_and_fee();
        var leaflet = await Takes_the_leaflet();
        await Can_call();
        if (scripts)
        {
            await Reads_it_again_without_a_network();
        }
        if (language == "vi" && scripts)
        {
            await Scans_the_code_of_page_and_paper(leaflet);
        }
        resident.Met_no_trouble();
    }

    [Fact]
    public async Task On_the_slowest_network_a_form_still_goes_through()
    {
        resident = await theatre.Visitor(360, keeps: true);
        await using var network = new Slow(await resident.Context.NewCDPSessionAsync(resident.Page));
        resident.Context.SetDefaultTimeout(60_000);
        await network.Begin();

        var codes = await resident.Sends_feedback(Sending.Words("Bến tàu thiếu phao cứu sinh"));

        Assert.NotEqual("", codes.Secret);
        resident.Met_no_trouble();
    }

    [Fact]
    public async Task What_is_written_without_a_network_goes_by_itself_when_there_is_one()
    {
        resident = await theatre.Visitor(360, keeps: true);
        await resident.Opens("/");
        await Keeps("/phan-anh/viet-truoc");

        await resident.Opens("/phan-anh");
        await resident.Context.SetOfflineAsync(true);
        await resident.Opens("/phan-anh/gui");
        await Expect(resident.Heading).ToHaveTextAsync("Viết trước, gửi khi có mạng");
        await resident.Page.GetByLabel("Phản ánh", new() { Exact = true }).CheckAsync();
        await resident.Says_what_happened(Sending.Words("Bến phà thiếu đèn ban đêm"), "Môi trường, hạ tầng");
        await resident.Page.GetByLabel("Tôi đã đọc thông báo về dữ liệu cá nhân").CheckAsync();
        await resident.Button("Gửi").ClickAsync();
        await Expect(resident.Page.Locator("[data-said]")).ToContainTextAsync("có mạng lại thì trang tự gửi tiếp");
        resident.TakeTroubles();   // there is no network: the browser says so
        await resident.Context.SetOfflineAsync(false);

        var codes = await resident.Reads_the_codes();
        Assert.NotEqual("", codes.Secret);
        resident.TakeTroubles();
    }

    [Fact]
    public async Task A_voice_reads_the_page_in_order_pauses_and_stops()
    {
        resident = await theatre.Visitor(360);
        await resident.Context.AddInitScriptAsync(Voice);

        await resident.Opens("/thu-tuc/dang-ky-khai-sinh");
        var listen = resident.Page.GetByRole(AriaRole.Button, new() { Name = "Nghe trang này" });
        await listen.FocusAsync();
        await resident.Page.Keyboard.PressAsync("Enter");
        await Expect(resident.Button("Tạm dừng")).ToBeFocusedAsync();
        await resident.Page.EvaluateAsync("() => { next(); next(); }");
        await resident.Button("Tạm dừng").ClickAsync();
        await resident.Button("Nghe tiếp").ClickAsync();
        var heard = await resident.Page.EvaluateAsync<string[]>("() => said");
        await resident.Button("Dừng").ClickAsync();

        Assert.Equal(["Đăng ký khai sinh", "Làm giấy khai sinh cho trẻ mới sinh."], heard[..2]);
        Assert.Equal(heard[2], heard[3]);   // goes on where it was
        Assert.DoesNotContain(heard, piece => piece.Length > 190);
        await Expect(listen).ToBeVisibleAsync();
        await Expect(resident.Button("Dừng")).ToBeHiddenAsync();
        await resident.Opens("/en/thu-tuc/dang-ky-khai-sinh");
        await Expect(resident.Page.Locator("[data-listen]")).ToBeHiddenAsync();   // no voice for English here
        resident.Met_no_trouble();
    }

    public ValueTask DisposeAsync() => resident.DisposeAsync();

    // Waiting for a function would take its promise for a yes: the page itself waits.
    private Task Keeps(params string[] addresses) => resident.Page.EvaluateAsync("""
        async addresses => {
          const there = async () => navigator.serviceWorker.controller?.state === 'activated' && (await Promise.all(addresses.map(path => caches.match(location.origin + path)))).every(Boolean);
          while (!await there()) await new Promise(done => setTimeout(done, 100));
        }
        """, addresses);

    private async Task Searches_in_their_own_words()
    {
        await resident.Opens(tour.Prefix + "/");
        await resident.Page.GetByRole(AriaRole.Searchbox).FillAsync(tour.Query);
        await resident.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(resident.Page.Locator(".results li").First).ToContainTextAsync(tour.Title);
    }

    private async Task Opens_the_procedure()
    {
        await resident.Page.Locator(".results li").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(resident.Heading).ToHaveTextAsync(tour.Title);
    }

    private async Task Reads_papers_and_fee()
    {
        await Expect(resident.Page.Locator("#giay-to")).ToContainTextAsync(tour.Paper);
        await Expect(resident.Page.Locator("#le-phi")).ToContainTextAsync(tour.Fee);
    }

    private async Task<string> Takes_the_leaflet()
    {
        var download = await resident.Page.RunAndWaitForDownloadAsync(() => resident.Page.Locator(".post-qr").GetByRole(AriaRole.Link, new() { Name = "A5 (PDF)" }).ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.pdf");
        await download.SaveAsAsync(file);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(file))[..4]));
        return file;
    }

    private async Task Can_call() =>
        await Expect(resident.Page.Locator("aside .call a[href^='tel:']").First).ToHaveAttributeAsync("href", "tel:+84825077988");

    private async Task Reads_it_again_without_a_network()
    {
        var address = new Uri(resident.Page.Url).AbsolutePath;
        await Keeps(address, address.Replace(tour.Prefix + "/thu-tuc/dang-ky-khai-sinh", tour.Prefix + "/duong-day-nong", StringComparison.Ordinal));
        await resident.Opens(tour.Prefix + "/phan-anh/to-cao");
        await resident.Context.SetOfflineAsync(true);
        await resident.Opens(address);
        await Expect(resident.Heading).ToHaveTextAsync(tour.Title);
        await Expect(resident.Page.Locator("main [role=note]").First).ToContainTextAsync(tour.Kept);
        Assert.Equal("rgb(255, 255, 255)", await resident.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('aside .call a')).color"));   // its style is there, too
        await resident.Opens(tour.Prefix + "/duong-day-nong");
        await Expect(resident.Page.Locator("main")).ToContainTextAsync("082.507.7988");
        await resident.Opens(tour.Prefix + "/phan-anh/tra-cuu");
        await Expect(resident.Heading).ToHaveTextAsync(tour.Offline);
        await Expect(resident.Page.Locator("#da-luu")).ToContainTextAsync(tour.Title);
        Assert.Equal(0, await resident.Page.Locator("#da-luu a[href*='phan-anh'], #da-luu a[href*='tim-kiem']").CountAsync());   // nobody sees what was searched for, or thought of
        resident.TakeTroubles();   // there is no network: the browser says so
        await resident.Context.SetOfflineAsync(false);
        await resident.Opens(address);
        await Expect(resident.Page.Locator("main")).Not.ToContainTextAsync(tour.Kept);
    }

    /// <summary>With a decoder of its own, from pictures: of the page as it is shown, and of the leaflet as a printer would draw it.</summary>
    private async Task Scans_the_code_of_page_and_paper(string leaflet)
    {
        var shown = await resident.Page.Locator(".post-qr .qr").ScreenshotAsync(new() { Scale = ScreenshotScale.Device });
        var paper = Path.ChangeExtension(leaflet, null);
        using (var drawing = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "150", "-png", "-singlefile", leaflet, paper]))!)
        {
            await drawing.WaitForExitAsync();
        }
        var printed = await File.ReadAllBytesAsync(paper + ".png");
        File.Delete(leaflet);
        File.Delete(paper + ".png");

        var read = new List<string>();
        await resident.Opens("about:blank");
        await resident.Page.AddScriptTagAsync(new() { Path = Path.Combine(PortalOnPort.Sources, "Client", "node_modules", "jsqr", "dist", "jsQR.js") });
        foreach (var picture in new[] { shown, printed })
        {
            read.Add(await resident.Page.EvaluateAsync<string>(Decode, Convert.ToBase64String(picture)));
        }
        Assert.Equal(read[0], read[1]);
        await resident.Opens(new Uri(read[1]).PathAndQuery);
        await Expect(resident.Heading).ToHaveTextAsync(tour.Title);
    }

    private const string Decode = """
        async picture => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + picture;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }), pen = canvas.getContext('2d');
          pen.drawImage(image, 0, 0);
          return jsQR(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data ?? 'nothing read';
        }
        """;

    // A browser without voices gets one that speaks Vietnamese and says when it is told to.
    private const string Voice = """
        window.said = [];
        let piece = null;
        window.next = () => { const done = piece; piece = null; done.onend?.(); };
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [{ lang: 'vi-VN', name: 'Thử' }],
          speak: one => { piece = one; said.push(one.text); },
          cancel: () => { const gone = piece; piece = null; gone?.onerror?.({ error: 'canceled' }); },
          addEventListener: () => {},
        } });
        """;

    private sealed record Tour(string Prefix, string Query, string Title, string Paper, string Fee, string Kept, string Offline);

    /// <summary>The line of an old telephone far from the mast: 300 ms away, 250 kbit/s down and 50 up.</summary>
    private sealed class Slow(ICDPSession line) : IAsyncDisposable
    {
        public Task Begin() => line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 300, ["downloadThroughput"] = 250_000 / 8, ["uploadThroughput"] = 50_000 / 8 });

        public async ValueTask DisposeAsync() => await line.DetachAsync();
    }
}
