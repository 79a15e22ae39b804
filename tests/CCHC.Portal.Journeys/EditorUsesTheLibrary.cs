namespace CCHC.Portal.Journeys;

/// <summary>A contributor photographs with a telephone, says what is to be seen, and puts the photo into an article; an editor takes it away again.</summary>
public sealed class EditorUsesTheLibrary(Theatre theatre) : IAsyncDisposable
{
    private const string Seen = "Bà con lấy số ở quầy tiếp nhận";
    private readonly string title = Sending.Words("Quầy tiếp nhận có ghế chờ mới");
    private Visitor? visitor;
    private string file = "", name = "";

    private Visitor Somebody => visitor!;

    [Fact]
    public async Task A_photo_goes_from_the_telephone_into_an_article()
    {
        await Comes_in_as("congtacvien", 360);
        await Sends_a_drawing_that_is_refused();
        await Sends_a_photo_and_is_asked_what_it_shows();
        await Says_what_it_shows();
        await Finds_it_in_the_library_by_these_words();
        await Chooses_it_for_an_article();
        await An_editor_cannot_bin_what_is_read_but_withdraws_another();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Everybody_can_use_the_library(int width)
    {
        await Comes_in_as("bientap", width);
        var examination = new Examination(Somebody);

        await Somebody.Opens("/quan-tri/thu-vien");
        await Examine(examination, "library");
        await Somebody.Opens("/quan-tri/thu-vien?q=zzzzz");
        await Examine(examination, "library with nothing in it");
        await Somebody.Opens("/quan-tri/thu-vien/tai-len");
        await Examine(examination, "upload");
        await Sends(("sai.svg", "<svg/>"u8.ToArray()));
        await Examine(examination, "upload refused");
        await Brings_a_photo();
        await Examine(examination, "file");
        await Somebody.Opens(file + "/thay");
        await Examine(examination, "replace");
        await Somebody.Opens(file + "/go");
        await Examine(examination, "remove");
        await Somebody.Button("Thực hiện").ClickAsync();
        await Somebody.Opens(file + "/khoi-phuc");
        await Examine(examination, "restore");
        await Somebody.Opens("/quan-tri/noi-dung/moi/article");
        await Opens_the_chooser();
        await examination.Of("chooser");

        examination.FoundNothing();
    }

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
    }

    private async Task Comes_in_as(string userName, int width)
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
        visitor = await theatre.Visitor(width);
        await visitor.Signs_in_as(userName);
    }

    private async Task Examine(Examination examination, string page)
    {
        await examination.Of(page);
        await Somebody.Keeps_a_picture("library-" + page.Replace(' ', '-'));
    }

    private async Task Sends_a_drawing_that_is_refused()
    {
        await Somebody.Opens("/quan-tri/thu-vien/tai-len");
        await Sends(("so-do.svg", "<svg onload='alert(1)'/>"u8.ToArray()));
        await Expect(Somebody.Page.Locator(".esum")).ToContainTextAsync("SVG, có thể chứa mã chạy được");
    }

    private async Task Sends_a_photo_and_is_asked_what_it_shows()
    {
        await Brings_a_photo();
        await Expect(Somebody.Page.Locator(".flash.wa").First).ToContainTextAsync("Thiếu mô tả ảnh");
        name = await Somebody.Page.Locator(".dl code").InnerTextAsync();
    }

    private async Task Says_what_it_shows()
    {
        await Somebody.Field("Mô tả ảnh (cần có)").FillAsync(Seen);
        await Somebody.Page.GetByLabel("Người trong ảnh, video").SelectOptionAsync("Không có người nhận ra được");
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu.");
        await Expect(Somebody.Page.Locator(".flash.wa")).ToHaveCountAsync(0);
    }

    private async Task Finds_it_in_the_library_by_these_words()
    {
        await Somebody.Opens("/quan-tri/thu-vien?q=ba+con+lay+so");
        await Expect(Somebody.Page.Locator(".shelf-c")).ToHaveCountAsync(1);
        await Somebody.Keeps_a_picture("library-found");
    }

    private async Task Chooses_it_for_an_article()
    {
        await Somebody.Begins_an_article(title);
        await Opens_the_chooser();
        await Somebody.Page.Locator($"dialog [data-name='{name}']").ClickAsync();
        await Expect(Somebody.Page.Locator("[id='Body.Cover']")).ToHaveValueAsync(name);
        await Somebody.Button("Lưu").First.ClickAsync();
        await Somebody.Is_told("Đã lưu.");
        await Somebody.Opens(file);
        await Expect(Somebody.Page.GetByText(title)).ToBeVisibleAsync();
    }

    private async Task An_editor_cannot_bin_what_is_read_but_withdraws_another()
    {
        await Comes_in_as("bientap", 360);
        await Somebody.Opens("/quan-tri/thu-vien?q=hall.webp");
        await Somebody.Link("hall.webp").ClickAsync();
        await Somebody.Link("Gỡ hoặc bỏ").ClickAsync();
        await Expect(Somebody.Page.GetByText("Bỏ vào thùng rác")).ToHaveCountAsync(0);
        await Expect(Somebody.Page.Locator(".chk .bad").First).ToBeVisibleAsync();
        await Somebody.Opens(file + "/go");
        await Somebody.Button("Thực hiện").ClickAsync();
        await Somebody.Is_told("Đã gỡ.");
        await Somebody.Keeps_a_picture("library-withdrawn");
    }

    private async Task Opens_the_chooser()
    {
        await Somebody.Page.Locator("[id='Body.Cover'] + button").ClickAsync();
        await Expect(Somebody.Page.Locator("dialog .pick")).ToBeVisibleAsync();
    }

    // Its own bytes each time: the library knows a photo it has.
    private async Task Brings_a_photo()
    {
        await Somebody.Opens("/quan-tri/thu-vien/tai-len");
        var shade = Random.Shared.Next(256);
        await Sends(($"anh-{Guid.CreateVersion7():n}.png", Drawing.Png(640, 420, (byte)shade)));
        await Somebody.Page.WaitForURLAsync(address => System.Text.RegularExpressions.Regex.IsMatch(address, "thu-vien/[0-9a-f-]{36}$"));
        file = new Uri(Somebody.Page.Url).AbsolutePath;
    }

    private async Task Sends(params (string Name, byte[] Content)[] files)
    {
        await Somebody.Page.Locator("#Files").SetInputFilesAsync(files.Select(one => new FilePayload { Name = one.Name, MimeType = "image/*", Buffer = one.Content }));
        await Somebody.Button("Tải lên").ClickAsync();
    }
}
