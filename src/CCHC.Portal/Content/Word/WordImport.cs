using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Word;

/// <summary>Turns a Word document into a draft for the portal, or says why it cannot.</summary>
public static class WordImport
{
    public const long MostBytes = WordPackage.MostBytes;

    private const int LongestTitle = 200, LongestSummary = 300, ShortestSummary = 40, LongestText = 100_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<WordOutcome> Read(byte[] file, string fileName, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return new WordOutcome(await Task.Run(() => Draft(file, fileName, patience.Token), patience.Token), WordProblem.None);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new WordOutcome(null, WordProblem.TooSlow);
        }
        catch (WordException wrong)
        {
            return new WordOutcome(null, wrong.Problem);
        }
    }

    private static WordDraft Draft(byte[] file, string fileName, CancellationToken stop)
    {
        using var package = WordPackage.Open(file);
        var tally = new WordTally();
        var reader = new WordReader(package, tally, stop);
        var blocks = reader.Body();
        var letterhead = LetterheadReading.TakeFrom(blocks);
        if (letterhead is not null)
        {
            tally.Add("Phần đầu văn bản (quốc hiệu, số, ngày, trích yếu) và phần ký, nơi nhận được tách ra thành thông tin riêng, xem ở dưới.");
        }
        var title = Title(letterhead, blocks) ?? VietnameseText.CleanLine(Path.GetFileNameWithoutExtension(fileName).Replace('_', ' '));
        var text = new StringBuilder(new WordMarkdown(tally, blocks).Write(blocks));
        foreach (var (label, note) in reader.Footnotes())
        {
            text.Append($"\n\n[^{label}]: ").Append(new WordMarkdown(tally, note).Write(note, inCell: true).Replace("\n", "\n    ", StringComparison.Ordinal));
        }
        var markdown = VietnameseText.Clean(text.ToString());
        if (markdown.Length > LongestText || MarkdownText.Problem(markdown) is not null)
        {
            throw new WordException(WordProblem.TooLong);
        }
        return new WordDraft(Cut(title, LongestTitle), Summary(blocks), markdown, reader.Pictures, tally.Notes, letterhead);
    }

    // The document's title by its style; else what the letterhead says; else a bold line at the very top.
    private static string? Title(Letterhead? letterhead, List<WordBlock> blocks)
    {
        if (letterhead is { Subject: not "" })
        {
            return VietnameseText.CleanLine($"{Sentence(letterhead.Kind)} {(letterhead.Kind == "" ? char.ToUpperInvariant(letterhead.Subject[0]) + letterhead.Subject[1..] : char.ToLowerInvariant(letterhead.Subject[0]) + letterhead.Subject[1..])}");
        }
        var top = blocks.OfType<WordParagraph>().Where(paragraph => paragraph.Plain != "").Take(6).ToList();
        var found = top.Find(paragraph => paragraph.Rank == 0)
            ?? (top.Count > 0 && top[0].Rank == 1 && blocks.OfType<WordParagraph>().Count(paragraph => paragraph.Rank == 1) == 1 ? top[0] : null)
            ?? (top.Count > 0 && top[0] is { AllBold: true, Plain.Length: <= LongestTitle } ? top[0] : null);
        if (found is null)
        {
            return null;
        }
        blocks.Remove(found);
        return found.Plain == found.Plain.ToUpperInvariant() ? Sentence(found.Plain) : found.Plain;
    }

    private static string Summary(List<WordBlock> blocks)
    {
        var opening = blocks.OfType<WordParagraph>().FirstOrDefault(paragraph => paragraph is { Rank: null, Item: null, AllBold: false, Plain.Length: >= ShortestSummary })?.Plain ?? "";
        var end = opening.Length <= LongestSummary ? opening.Length : opening.LastIndexOf(". ", LongestSummary, StringComparison.Ordinal) is > ShortestSummary and var stop ? stop + 1 : -1;
        return end < 0 ? Cut(opening, LongestSummary) : opening[..end];
    }

    private static string Sentence(string capitals) => capitals == "" ? "" : char.ToUpperInvariant(capitals[0]) + capitals[1..].ToLower(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..Math.Max(text.LastIndexOf(' ', most - 2), most / 2)] + "…";
}
