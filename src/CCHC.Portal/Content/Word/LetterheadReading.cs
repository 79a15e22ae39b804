using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Portal.Language;

namespace CCHC.Portal.Content.Word;

/// <summary>Recognises the head and the foot of an administrative document (NĐ 30/2020) and takes them out of the text.</summary>
internal static partial class LetterheadReading
{
    private const int Top = 14, LongestSubject = 4;

    private static readonly string[] Kinds =
        ["QUYẾT ĐỊNH", "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "CHỈ THỊ", "THÔNG TƯ", "THÔNG BÁO", "KẾ HOẠCH", "BÁO CÁO", "TỜ TRÌNH", "CÔNG ĐIỆN", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN", "HƯỚNG DẪN", "QUY CHẾ", "QUY ĐỊNH", "GIẤY MỜI", "LUẬT"];

    /// <summary>What the document says about itself; the blocks that said it are gone from the list. Null for an ordinary text.</summary>
    public static Letterhead? TakeFrom(List<WordBlock> blocks)
    {
        var head = blocks.Take(Top).Select((block, at) => (block, at)).Where(pair => Lines(pair.block).Any(line => IsNational(line) || NumberLine().IsMatch(line) || DateLine().IsMatch(line))).ToList();
        var lines = head.SelectMany(pair => Lines(pair.block)).ToList();
        if (!lines.Exists(IsNational) && !lines.Exists(line => NumberLine().IsMatch(line)))
        {
            return null;
        }
        var first = head[0].at;
        var last = head[^1].at;
        // Lines above and among them (the agency's name, a rule of dashes) belong to the head too.
        var about = blocks.Take(last + 1).SelectMany(Lines).ToList();
        var letterhead = OfHead(about);
        blocks.RemoveRange(0, last + 1);
        letterhead = WithTitle(letterhead, blocks);
        return WithFoot(letterhead, blocks);
    }

    private static Letterhead OfHead(List<string> lines)
    {
        var number = lines.Select(line => NumberLine().Match(line)).FirstOrDefault(found => found.Success)?.Groups[1].Value ?? "";
        var date = lines.Select(line => DateLine().Match(line)).FirstOrDefault(found => found.Success);
        var about = lines.Select(line => About().Match(line)).FirstOrDefault(found => found.Success)?.Groups[1].Value ?? "";
        return new Letterhead
        {
            Number = number.Replace(" ", "", StringComparison.Ordinal),
            Place = date?.Groups[1].Value.Trim() ?? "",
            IssuedOn = date is null ? null : Day(date),
            Subject = about,
            Issuer = Issuer([.. lines.Where(line => !IsNational(line) && line.Any(char.IsLetter) && line == line.ToUpperInvariant() && !NumberLine().IsMatch(line) && !DateLine().IsMatch(line))]),
        };
    }

    // The body over it stands above; a people's committee is named by both lines.
    private static string Issuer(List<string> capitals) => capitals.Count == 0 ? ""
        : capitals.Count > 1 && VietnameseText.Fold(capitals[^2]) is "uy ban nhan dan" or "hoi dong nhan dan" ? $"{capitals[^2]} {capitals[^1]}" : capitals[^1];

    private static Letterhead WithTitle(Letterhead letterhead, List<WordBlock> blocks)
    {
        var at = blocks.Take(4).ToList().FindIndex(block => block is WordParagraph paragraph && Kinds.Contains(paragraph.Plain.ToUpperInvariant()));
        if (at < 0)
        {
            return letterhead;
        }
        var kind = ((WordParagraph)blocks[at]).Plain;
        var subject = new List<string>();
        var next = at + 1;
        // Bold lines up to the rule under them; then only what is empty.
        for (var ended = false; next < blocks.Count && blocks[next] is WordParagraph { HasPicture: false } paragraph; next++)
        {
            var isEmpty = paragraph.Plain == "" || Rule().IsMatch(paragraph.Plain);
            if (!isEmpty && (ended || !paragraph.AllBold || subject.Count == LongestSubject))
            {
                break;
            }
            if (!isEmpty)
            {
                subject.Add(paragraph.Plain);
            }
            ended |= isEmpty && subject.Count > 0;
        }
        blocks.RemoveRange(0, next);
        return letterhead with { Kind = kind, Subject = subject.Count > 0 ? string.Join(' ', subject) : letterhead.Subject };
    }

    private static Letterhead WithFoot(Letterhead letterhead, List<WordBlock> blocks)
    {
        var at = blocks.FindLastIndex(block => Lines(block).Any(line => VietnameseText.Fold(line).StartsWith("noi nhan", StringComparison.Ordinal)));
        if (at < 0)
        {
            return letterhead;
        }
        if (blocks[at] is WordTable table)
        {
            var left = table.Cells.Where(cell => cell.Column == 0).SelectMany(cell => cell.Lines).ToList();
            var right = table.Cells.Where(cell => cell.Column > 0).SelectMany(cell => cell.Lines).ToList();
            blocks.RemoveAt(at);
            return Signed(letterhead, right) with { Recipients = Recipients(left) };
        }
        // Without a table the recipients follow the signature, or the other way round: only they are taken.
        var end = at + 1;
        while (end < blocks.Count && blocks[end] is WordParagraph paragraph && paragraph.Plain.TrimStart().StartsWith('-'))
        {
            end++;
        }
        var lines = blocks.GetRange(at, end - at).SelectMany(Lines).ToList();
        blocks.RemoveRange(at, end - at);
        return letterhead with { Recipients = Recipients(lines) };
    }

    private static Letterhead Signed(Letterhead letterhead, List<string> lines)
    {
        lines = [.. lines.Where(line => line.Any(char.IsLetter) && !line.StartsWith('('))];
        var name = lines.LastOrDefault(line => line != line.ToUpperInvariant()) ?? "";
        return letterhead with { Signer = name, SignerPost = string.Join(", ", lines.Where(line => line != name)) };
    }

    private static List<string> Recipients(List<string> lines) =>
        [.. lines.Where(line => !VietnameseText.Fold(line).StartsWith("noi nhan", StringComparison.Ordinal)).Select(line => line.Trim('-', '–', ' ', ';', '.', ',')).Where(line => line != "")];

    private static IEnumerable<string> Lines(WordBlock block) => block switch
    {
        WordParagraph { Plain: not "" } paragraph => [paragraph.Plain],
        WordTable table => table.Cells.SelectMany(cell => cell.Lines),
        _ => [],
    };

    private static bool IsNational(string line) => VietnameseText.Fold(line) is var folded
        && (folded.Contains("cong hoa xa hoi chu nghia", StringComparison.Ordinal) || (folded.Contains("doc lap", StringComparison.Ordinal) && folded.Contains("hanh phuc", StringComparison.Ordinal)) || folded == "dang cong san viet nam");

    private static DateOnly? Day(Match date) =>
        DateOnly.TryParseExact($"{date.Groups[2].Value.PadLeft(2, '0')}/{date.Groups[3].Value.PadLeft(2, '0')}/{date.Groups[4].Value}", "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?:^|\s)Số\s*:?\s*(\d{0,6}\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐa-z0-9-]*(?:\s*-\s*[A-ZĐ0-9]+)*)", RegexOptions.None, 1_000)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^(.{0,60}?),?\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^V/v:?\s+(.{3,300})$", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex About();

    [GeneratedRegex(@"^[-–—_*\s]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
