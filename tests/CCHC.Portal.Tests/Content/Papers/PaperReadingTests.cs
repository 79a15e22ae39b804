using System.Diagnostics;
using System.Text;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Tests.Content.Word;
using CCHC.Portal.Tests.Storage;
using NetVips;

namespace CCHC.Portal.Tests.Content.Papers;

public sealed class PaperReadingTests
{
    private readonly PaperReading reading = new(TimeProvider.System);

    [Fact]
    public async Task Every_page_of_a_text_is_read_in_its_order_and_progress_is_told()
    {
        var told = new List<(int Page, int Of)>();

        var found = await reading.Pdf(Given.Pdf("Trang dau noi ve ben pha va gio tau chay", "Trang hai noi ve phi va le phi phai nop"), (page, of) => told.Add((page, of)), default);

        Assert.Equal((PaperOutcome.Read, 2, 2), (found.Outcome, found.Pages!.Value, found.PagesRead!.Value));
        Assert.Equal(["", "Trang dau noi ve ben pha va gio tau chay", "Trang hai noi ve phi va le phi phai nop"], found.Text.Split(PaperText.PageMark));
        Assert.Equal([(1, 2), (2, 2)], told);
    }

    [Fact]
    public async Task Five_hundred_scanned_pages_are_known_for_a_scan_and_do_not_hang()
    {
        using var picture = Pictures.Plain(600, 800);
        var scan = Given.Scan(500, picture.JpegsaveBuffer());
        var watch = Stopwatch.StartNew();

        var found = await reading.Pdf(scan, (_, _) => { }, default);

        Assert.Equal((PaperOutcome.Scanned, 500, ""), (found.Outcome, found.Pages!.Value, found.Text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
        Assert.Contains("Bản quét, không tìm được chữ", new PaperText { Sha256 = "", Outcome = found.Outcome }.Words(), StringComparison.Ordinal);
        TestContext.Current.SendDiagnosticMessage($"500 scanned pages: {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Very_long_papers_are_read_as_far_as_the_limits_go()
    {
        var found = await reading.Pdf(Given.Pdf([.. Enumerable.Range(1, PaperReading.MostPages + 5).Select(page => $"Trang so {page} co chu de tim duoc")]), (_, _) => { }, default);

        Assert.Equal((PaperOutcome.Partly, PaperReading.MostPages + 5, PaperReading.MostPages), (found.Outcome, found.Pages!.Value, found.PagesRead!.Value));
    }

    [Fact]
    public async Task Papers_with_too_many_letters_say_that_only_their_beginning_was_read()
    {
        var line = string.Concat(Enumerable.Repeat("chu tim duoc trong tep ", 100));   // 2,300 letters
        var pages = (PaperReading.MostLetters / line.Length) + 2;

        var pdf = await reading.Pdf(Given.Pdf([.. Enumerable.Repeat(line, pages)]), (_, _) => { }, default);
        var word = await PaperReading.WordFile(Given.Word([.. Enumerable.Range(0, pages).Select(_ => Given.Words(line))]), default);

        Assert.Equal((PaperOutcome.Partly, PaperOutcome.Partly), (pdf.Outcome, word.Outcome));
        Assert.True(pdf.PagesRead < pdf.Pages && pdf.Text.Length <= PaperReading.MostLetters && word.Text.Length <= PaperReading.MostLetters);
        Assert.Equal("Tệp dài, chỉ tìm được chữ trong phần đầu.", new PaperText { Sha256 = "", Outcome = word.Outcome }.Words());
    }

    [Theory]
    [InlineData("half")]
    [InlineData("garbage")]
    [InlineData("locked")]
    [InlineData("loop")]
    public async Task A_file_that_resists_is_said_to_and_never_thrown(string kind)
    {
        var whole = Given.Pdf("Van ban day du chu de doc thu xem the nao");
        var file = kind switch
        {
            "half" => whole[..(whole.Length / 2)],
            "garbage" => [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 5_000).Select(number => (byte)(number * 37 % 251)), .. "\n%%EOF"u8],
            "locked" => Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(b)]/Size 4>>\nstartxref\n0\n%%EOF"),
            _ => Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF"),
        };

        var found = await reading.Pdf(file, (_, _) => { }, default);

        Assert.NotEqual(PaperOutcome.Read, found.Outcome);
        Assert.NotEqual("", new PaperText { Sha256 = "", Outcome = found.Outcome }.Words());
    }

    [Fact]
    public async Task A_Word_file_is_read_without_pages()
    {
        var found = await PaperReading.WordFile(Given.Word(Given.Words("Quyết định về giờ phà"), Given.Words("Bà con chú ý giờ phà chạy trong những ngày biển động.")), default);

        Assert.Equal((PaperOutcome.Read, (int?)null), (found.Outcome, found.Pages));
        Assert.Contains("biển động", found.Text, StringComparison.Ordinal);
    }
}
