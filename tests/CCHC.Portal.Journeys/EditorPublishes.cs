namespace CCHC.Portal.Journeys;

/// <summary>An editor writes, somebody else publishes, readers find it at once; what is withdrawn is gone.</summary>
public sealed class EditorPublishes(Theatre theatre) : IAsyncDisposable
{
    private readonly string title = Sending.Words("Quầy tiếp nhận mở thêm buổi tối");
    private Visitor? visitor;
    private string desk = "", address = "";

    private Visitor Somebody => visitor!;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_article_is_written_approved_read_and_withdrawn(int width)
    {
        await The_editor_writes_an_article_and_hands_it_in(width);
        await Cannot_approve_it();
        await Nobody_reads_it_yet(width);
        await The_publisher_reads_and_publishes_it(width);
        await A_resident_finds_it_among_the_news_and_by_searching(width);
        await The_publisher_withdraws_it_with_a_reason(width);
        await A_resident_is_told_that_it_is_gone(width);
    }

    [Fact]
    public async Task A_publisher_does_not_approve_their_own_words()
    {
        await Comes_in_as("duyetbai", 1280);
        await Somebody.Hands_in_an_article(title);

        await Somebody.Link("Duyệt đăng").ClickAsync();

        await Expect(Somebody.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Người duyệt phải là người khác");
        await Expect(Somebody.Button("Đăng ngay")).ToHaveCountAsync(0);
        Somebody.Met_no_trouble();
    }

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
    }

    private async Task Comes(int width)
    {
        if (visitor is not null)
        {
            visitor.Met_no_trouble();
            await visitor.DisposeAsync();
        }
        visitor = await theatre.Visitor(width);
    }

    private async Task Comes_in_as(string userName, int width)
    {
        await Comes(width);
        await Somebody.Signs_in_as(userName);
    }

    private async Task The_editor_writes_an_article_and_hands_it_in(int width)
    {
        await Comes_in_as("bientap", width);
        await Somebody.Hands_in_an_article(title);
        desk = new Uri(Somebody.Page.Url).AbsolutePath;
        await Somebody.Keeps_a_picture("editor");
    }

    private async Task Cannot_approve_it()
    {
        await Expect(Somebody.Page.GetByText("Đang chờ người duyệt.")).ToBeVisibleAsync();
        await Expect(Somebody.Link("Duyệt đăng")).ToHaveCountAsync(0);
        Assert.Contains((await Somebody.Opens(desk + "/duyet"))!.Status, (int[])[403, 404]);
    }

    private async Task Nobody_reads_it_yet(int width)
    {
        await Comes(width);
        await Somebody.Opens("/tin-tuc");
        await Expect(Somebody.Link(title)).ToHaveCountAsync(0);
    }

    private async Task The_publisher_reads_and_publishes_it(int width)
    {
        await Comes_in_as("duyetbai", width);
        await Somebody.Opens("/quan-tri/noi-dung?tinh-trang=cho-duyet");
        await Somebody.Link(title).ClickAsync();
        await Somebody.Button("Xem thử").ClickAsync();
        await Expect(Somebody.Page.FrameLocator(".see iframe").Locator("article")).ToContainTextAsync("Lấy số ở cửa");
        await Somebody.Link("Duyệt đăng").ClickAsync();
        await Somebody.Button("Đăng ngay").ClickAsync();
        await Somebody.Is_told("Đã đăng.");
    }

    private async Task A_resident_finds_it_among_the_news_and_by_searching(int width)
    {
        await Comes(width);
        await Somebody.Opens_until("/tin-tuc", Somebody.Link(title));
        await Somebody.Link(title).ClickAsync();
        await Expect(Somebody.Heading).ToHaveTextAsync(title);
        await Expect(Somebody.Page.Locator(".prose strong").Last).ToHaveTextAsync("buổi tối");
        address = new Uri(Somebody.Page.Url).AbsolutePath;
        await Somebody.Opens_until("/tim-kiem?q=quay+tiep+nhan+mo+them+buoi+toi", Somebody.Page.Locator(".results").GetByRole(AriaRole.Link, new() { Name = title }));
    }

    private async Task The_publisher_withdraws_it_with_a_reason(int width)
    {
        await Comes_in_as("duyetbai", width);
        await Somebody.Opens(desk);
        await Somebody.Link("Gỡ xuống").ClickAsync();
        await Somebody.Field("Lý do gỡ").FillAsync("Lịch mở cửa vừa thay đổi.");
        await Somebody.Button("Gỡ xuống").ClickAsync();
        await Somebody.Is_told("Đã gỡ.");
        await Expect(Somebody.Page.GetByText("Gỡ vì: Lịch mở cửa vừa thay đổi.")).ToBeVisibleAsync();
    }

    private async Task A_resident_is_told_that_it_is_gone(int width)
    {
        await Comes(width);
        await Somebody.Opens_until(address, Somebody.Page.GetByRole(AriaRole.Heading, new() { Name = "Trang này đã được gỡ" }));
        Assert.Equal(410, (await Somebody.Opens(address))!.Status);
        await Somebody.Opens("/tin-tuc");
        await Expect(Somebody.Link(title)).ToHaveCountAsync(0);
        Somebody.Met_no_trouble();
    }
}
