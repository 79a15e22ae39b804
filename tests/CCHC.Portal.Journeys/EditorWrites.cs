using System.Text.RegularExpressions;
using CCHC.Portal.Content;

namespace CCHC.Portal.Journeys;

/// <summary>Writing as officials do: out of Word, by pasting, by typing; and nothing that was there is damaged.</summary>
public sealed partial class EditorWrites(Theatre theatre) : IAsyncDisposable
{
    private Visitor editor = null!;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_word_file_is_imported_mended_looked_at_and_handed_in(int width)
    {
        await Comes_in(width);
        var title = await Brings_a_word_file();
        await Is_asked_what_the_picture_shows();
        await Sees_the_page_beside_the_text_and_typing_changes_it(title);
        await Hands_it_in();
        editor.Met_no_trouble();
    }

    [Fact]
    public async Task Every_text_there_is_goes_through_the_editor_unharmed()
    {
        await Comes_in(1280);
        await editor.Opens("/quan-tri/noi-dung/moi/article");
        var texts = Seeds().Concat(Generated()).ToArray();

        var untouched = await Through("text => { const found = editor.read(text); return editor.memoryOf(found)(found.doc); }", texts);
        var rewritten = await Through("text => editor.write(editor.read(text).doc)", texts);
        var mended = await Through("text => { const found = editor.read(text + '\\n\\nCâu cuối.'); const all = found.doc.content; return editor.memoryOf(found)(found.doc.copy(all.replaceChild(all.childCount - 1, found.doc.type.schema.node('paragraph', null, [found.doc.type.schema.text('Câu khác.')])))); }", texts);

        Assert.Equal(texts, untouched);
        for (var at = 0; at < texts.Length; at++)
        {
            Assert.True(Html(texts[at]) == Html(rewritten[at]), $"Text {at}:\n{texts[at]}\n→\n{rewritten[at]}");
            Assert.Equal(texts[at] + "\n\nCâu khác.", mended[at]);
        }
    }

    [Theory]
    [InlineData("<p class=MsoNormal><b><span style='font-size:14.0pt'>THÔNG BÁO<o:p></o:p></span></b></p><p class=MsoNormal>Kính gửi bà con,<br>\nxin mời\nđến<o:p></o:p></p><p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Căn cước</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>bản gốc</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Giấy hẹn</p>",
        "**THÔNG BÁO**\n\nKính gửi bà con,\\\nxin mời đến\n\n- Căn cước\n  1. bản gốc\n- Giấy hẹn")]
    [InlineData("<table><tr><td rowspan=2><p>A</p></td><td colspan=2><p>B</p><p>C</p></td></tr><tr><td>1</td><td>2|3</td></tr></table>", "| A | B C | B C |\n| --- | --- | --- |\n| A | 1 | 2\\|3 |")]
    [InlineData("<div><div><span>Bà con ơi,</span></div><div><span>chiều nay</span><span> họp.</span></div><div><span style=\"display:block\">Mang theo:</span><span style=\"display:block\">sổ</span></div></div>", "Bà con ơi,\n\nchiều nay họp.\n\nMang theo:\\\nsổ")]
    [InlineData("<div class=\"gmail_quote\"><div>A viết:<br></div><blockquote style=\"margin:0\"><div>Dòng một<br>Dòng hai</div><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul></blockquote></div><table role=\"presentation\"><tr><td>Chữ ký</td><td>Số 1</td></tr></table>", "A viết:\n\n> Dòng một\\\n> Dòng hai\n>\n> - a\n> - b\n>   - c\n\nChữ ký\n\nSố 1")]
    [InlineData("<p><a href=\"javascript:alert(1)\">xấu</a> <a href=\"https://a.vn/x\">tốt</a><img src=x onerror=\"document.title='hacked'\"></p><script>document.title='hacked'</script>", "xấu [tốt](https://a.vn/x)")]
    public async Task What_is_pasted_comes_out_clean(string html, string markdown)
    {
        await Comes_in(1280);
        await editor.Opens("/quan-tri/noi-dung/moi/article");

        await Empties_the_text();
        await editor.Page.Locator(".rte-c").First.EvaluateAsync("(text, html) => { const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'x'); text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", html);

        Assert.Equal(markdown, await editor.Page.Locator("textarea[name='Body.Text']").InputValueAsync());
        Assert.DoesNotContain("hacked", await editor.Page.TitleAsync(), StringComparison.Ordinal);
        editor.Met_no_trouble();
    }

    [Fact]
    public async Task The_bar_over_the_text_does_what_it_says()
    {
        await Comes_in(1280);
        await editor.Opens("/quan-tri/noi-dung/moi/article");
        var keys = editor.Page.Keyboard;

        await Empties_the_text();
        await keys.TypeAsync("Một ");
        await editor.Button("Đậm").First.ClickAsync();
        await keys.TypeAsync("hai");
        await keys.PressAsync("Control+b");
        await keys.PressAsync("Enter");
        await editor.Button("Tiêu đề mục").First.ClickAsync();
        await keys.TypeAsync("Mục");
        await keys.PressAsync("Enter");
        await editor.Page.Locator(".ins summary").First.ClickAsync();
        await editor.Button("Khung lưu ý").ClickAsync();
        await keys.TypeAsync("Chú ý nhé");
        await keys.PressAsync("Control+End");
        await editor.Button("Bảng").First.ClickAsync();
        await keys.TypeAsync("Việc");
        await editor.Button("Thêm cột").ClickAsync();
        await keys.PressAsync("Control+End");
        await editor.Button("Liên kết").First.ClickAsync();
        await editor.Page.GetByLabel("Chữ hiện ra").FillAsync("trang chủ");
        await editor.Page.GetByLabel("Địa chỉ", new() { Exact = true }).FillAsync("javascript:alert(1)");
        await editor.Button("Chèn").ClickAsync();
        await Expect(editor.Page.Locator("dialog [role=alert]")).ToContainTextAsync("Địa chỉ phải bắt đầu");
        await editor.Page.GetByLabel("Địa chỉ", new() { Exact = true }).FillAsync("www.cathai.vn");
        await editor.Button("Chèn").ClickAsync();

        Assert.Equal("Một **hai**\n\n## Mục\n\n::: note Lưu ý\nChú ý nhé\n:::\n\n| Việc |   | Cột 2 | Cột 3 |\n| --- | --- | --- | --- |\n|   |   |   |   |\n|   |   |   |   |\n\n[trang chủ](https://www.cathai.vn)",
            await editor.Page.Locator("textarea[name='Body.Text']").InputValueAsync());
        editor.Met_no_trouble();
    }

    [Fact]
    public async Task Words_the_server_never_got_come_back_on_this_machine_and_those_saved_do_not()
    {
        editor = await theatre.Visitor(1280);
        await editor.Signs_in_as("bientap");
        var title = editor.Page.Locator("#Title");
        await editor.Opens("/quan-tri/noi-dung/moi/publication");
        await Loses_the_network();
        await title.FillAsync("Gõ lúc mất mạng");

        await editor.Opens("/quan-tri/noi-dung/moi/publication");
        await Expect(editor.Page.Locator(".flash[role=status]")).ToContainTextAsync("chữ bạn gõ dở");
        await Expect(title).ToHaveValueAsync("Gõ lúc mất mạng");

        await title.FillAsync(Sending.Words("Gõ lúc mất mạng rồi lưu"));
        await editor.Button("Lưu bản nháp").ClickAsync();
        await editor.Is_told("Đã lưu bản nháp.");
        await Expect(editor.Page.Locator("form[data-keep]")).ToHaveAttributeAsync("data-saved", "moi/publication");
        Assert.Empty(await Kept_on_this_machine());

        await editor.Opens("/quan-tri/noi-dung/moi/publication");
        await Expect(title).ToHaveValueAsync("");
        await Loses_the_network();
        await title.FillAsync("Của người thứ nhất");
        Assert.Matches("^dang-soan:[0-9a-f-]{36}:moi/publication$", Assert.Single(await Kept_on_this_machine()));
        editor.Met_no_trouble();
    }

    public async ValueTask DisposeAsync()
    {
        if (editor is not null)
        {
            await editor.DisposeAsync();
        }
    }

    private async Task Comes_in(int width)
    {
        editor = await theatre.Visitor(width);
        await editor.Signs_in_as("congtacvien");
    }

    private Task Loses_the_network() => editor.Page.EvaluateAsync("() => { navigator.sendBeacon = () => false; window.fetch = () => Promise.reject(new TypeError('offline')); }");

    private Task<string[]> Kept_on_this_machine() => editor.Page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(key => key.startsWith('dang-soan:'))");

    // What was typed here in another test and never saved is offered again.
    private async Task Empties_the_text()
    {
        await editor.Page.Locator(".rte-c").First.ClickAsync();
        await editor.Page.Keyboard.PressAsync("Control+a");
        await editor.Page.Keyboard.PressAsync("Delete");
        await Expect(editor.Page.Locator("textarea[name='Body.Text']")).ToHaveValueAsync("");
    }

    private async Task<string> Brings_a_word_file()
    {
        var title = Sending.Words("Một cửa mở thêm buổi tối");
        var picture = await File.ReadAllBytesAsync(Path.Combine(PortalOnPort.Seeds, "cat-hai/media/town.webp"));
        var file = WordFile.Of(title, picture);
        if (editor.HasWideScreen)
        {
            await Drops_it_on_a_new_article(file);
        }
        else
        {
            await editor.Opens("/quan-tri/noi-dung/nhap-word");
            await editor.Page.SetInputFilesAsync("#File", new FilePayload { Name = "mo-them-buoi-toi.docx", MimeType = "application/octet-stream", Buffer = file });
            await editor.Button("Nhập thành bản nháp").ClickAsync();
        }
        await Expect(editor.Heading).ToHaveTextAsync("Đã nhập thành bản nháp");
        await editor.Keeps_a_picture("imported");
        return title;
    }

    private async Task Drops_it_on_a_new_article(byte[] file)
    {
        await editor.Opens("/quan-tri/noi-dung/moi/article");
        await Expect(editor.Page.Locator(".rte-c").First).ToBeVisibleAsync();
        await editor.Page.EvaluateAsync("""
            text => {
                const carried = new DataTransfer();
                carried.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], 'mo-them-buoi-toi.docx'));
                const main = document.querySelector('main');
                for (const what of ['dragover', 'drop']) main.dispatchEvent(new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer: carried }));
            }
            """, Convert.ToBase64String(file));
    }

    private async Task Is_asked_what_the_picture_shows()
    {
        await editor.Button("Lưu mô tả và mở bài").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy viết mô tả cho ảnh");
        await editor.Page.Locator("textarea[name^='Alt.']").FillAsync("Thị trấn nhìn từ vịnh");
        await editor.Button("Lưu mô tả và mở bài").ClickAsync();
        await editor.Is_told("Đã lưu mô tả ảnh.");
    }

    private async Task Sees_the_page_beside_the_text_and_typing_changes_it(string title)
    {
        var page = editor.Page.FrameLocator(".see iframe");
        await editor.Button("Xem thử").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(title);
        await Expect(page.Locator(".prose li").First).ToHaveTextAsync("Căn cước");
        if (!editor.HasWideScreen)
        {
            await editor.Button("Soạn").ClickAsync();
        }
        await editor.Page.Locator(".rte-c").First.ClickAsync();
        await editor.Page.Keyboard.PressAsync("Control+End");
        await editor.Page.Keyboard.TypeAsync(" Bà con nhớ nhé.");
        if (!editor.HasWideScreen)
        {
            await editor.Button("Xem thử").ClickAsync();
        }
        await Expect(page.Locator(".prose")).ToContainTextAsync("Bà con nhớ nhé.");
        await editor.Keeps_a_picture("preview");
    }

    private async Task Hands_it_in()
    {
        await editor.Button("Lưu và gửi duyệt").ClickAsync();
        await Expect(editor.Heading).ToHaveTextAsync("Gửi duyệt");
        await editor.Button("Gửi duyệt").ClickAsync();
        await editor.Is_told("Đã gửi duyệt.");
    }

    private Task<string[]> Through(string work, string[] texts) => editor.Page.EvaluateAsync<string[]>(
        $"async texts => {{ const editor = await import(document.querySelector('script[src*=\"/editor.\"]').src); return texts.map({work}); }}", texts);

    private static string Html(string text) => Space().Replace(MarkdownText.Html(text), " ");

    private static IEnumerable<string> Seeds() => Directory.EnumerateFiles(PortalOnPort.Seeds, "*.md", SearchOption.AllDirectories)
        .Select(path => FrontMatter().Replace(File.ReadAllText(path), "").Trim()).Where(text => text != "");

    /// <summary>Texts nobody would write, of all the pieces there are.</summary>
    private static IEnumerable<string> Generated()
    {
        string[] inline = ["chữ", "**đậm**", "*nghiêng*", "~~bỏ~~", "H~2~O", "m^2^", "==nền==", "`mã`", "[liên kết](/a \"tên\")", "![ảnh](media:a.webp \"chú thích\")", "{{hotline:a}}", "ghi chú[^1]", "5 * 3 < 7", "a_b_c", "&amp;", "\\# thường"];
        string[] starts = ["", "## ", "### ", "- ", "1. ", "> ", "> - "];
        var random = new Random(2026);
        for (var text = 0; text < 200; text++)
        {
            var blocks = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
            {
                var line = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => inline[random.Next(inline.Length)]));
                return random.Next(8) switch
                {
                    0 => $"::: note Khung\n{line}\n\n- một\n- hai\n:::",
                    1 => $"| A | B |\n| --- | ---: |\n| {line} | 2 |",
                    2 => "::: hotline a\n:::",
                    3 => $"- {line}\n  - con\n  - con hai\n- {line}",
                    4 => "```\nmã\n```",
                    _ => starts[random.Next(starts.Length)] + line,
                };
            }).ToList();
            yield return string.Join("\n\n", blocks) + "\n\nHết.\n\n[^1]: Nguồn *này*.";
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
