using System.Text;
using CCHC.Portal.Content.Word;
using CCHC.Portal.Language;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace CCHC.Portal.Content.Papers;

/// <summary>Takes the words out of a PDF or Word file within limits of pages, letters and time; a file that resists is said to, never thrown.</summary>
public sealed class PaperReading(TimeProvider clock)
{
    /// <summary>Longer papers are found by their beginning only.</summary>
    public const int MostPages = 600, MostLetters = 400_000;

    // A scan is told from a text by what stands on its pages besides a stamp or a page number.
    private const int FewLettersOfAPage = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), LongestStandstill = TimeSpan.FromSeconds(90);

    public async Task<PaperFound> Pdf(byte[] file, Action<int, int> read, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            // A page on which the reading goes round in circles is left behind, with its thread.
            return await Task.Run(() => Pages(file, read, patience.Token), patience.Token).WaitAsync(LongestStandstill, clock, stop);
        }
        catch (TimeoutException)
        {
            await patience.CancelAsync();
            return new PaperFound(PaperOutcome.Broken);
        }
    }

    public static Task<PaperFound> WordFile(byte[] file, CancellationToken stop) => Task.Run(() =>
    {
        try
        {
            using var package = WordPackage.Open(file);
            var text = new StringBuilder();
            package.Document().AddWordsTo(text, MostLetters, stop);
            package.Part("footnotes")?.AddWordsTo(text, MostLetters, stop);
            return Judged(null, null, text, text.Length > MostLetters);
        }
        catch (WordException wrong)
        {
            return new PaperFound(wrong.Problem == WordProblem.Encrypted ? PaperOutcome.Locked : PaperOutcome.Broken);
        }
    }, stop);

    private PaperFound Pages(byte[] file, Action<int, int> read, CancellationToken stop)
    {
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var (began, text, pages, at) = (clock.GetTimestamp(), new StringBuilder(), document.NumberOfPages, 0);
            while (at < Math.Min(pages, MostPages) && text.Length < MostLetters && clock.GetElapsedTime(began) < Patience)
            {
                stop.ThrowIfCancellationRequested();
                at++;
                text.Append(PaperText.PageMark).Append(WordsOf(document, at));
                read(at, pages);
            }
            var isCut = text.Length > MostLetters;
            return Judged(pages, isCut ? at - 1 : at, text, isCut);   // the page that was cut was not read
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PaperFound(PaperOutcome.Locked);
        }
        // What the library throws at a broken file is not told apart by it.
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return new PaperFound(PaperOutcome.Broken);
        }
    }

    // One page that cannot be read does not take the others with it.
    private static string WordsOf(PdfDocument document, int number)
    {
        try
        {
            return VietnameseText.CleanLine(ContentOrderTextExtractor.GetText(document.GetPage(number)));
        }
        catch (Exception broken) when (broken is PdfDocumentFormatException or InvalidOperationException or ArgumentException or NotSupportedException or FormatException or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException)
        {
            return "";
        }
    }

    private static PaperFound Judged(int? pages, int? read, StringBuilder all, bool isCut)
    {
        var text = all.ToString(0, Math.Min(all.Length, MostLetters));
        return text.Count(char.IsLetterOrDigit) < FewLettersOfAPage * Math.Max(1, read ?? 1) / 2 ? new PaperFound(PaperOutcome.Scanned, pages, read)
            : new PaperFound(isCut || read < pages ? PaperOutcome.Partly : PaperOutcome.Read, pages, read, text);
    }
}

/// <summary>What came of reading a paper.</summary>
public sealed record PaperFound(PaperOutcome Outcome, int? Pages = null, int? PagesRead = null, string Text = "");
