using CCHC.Portal.Storage;
using MimeKit;

namespace CCHC.Portal.Cases.MailIn;

/// <summary>The files of a letter, judged and cleaned by the same rules as those of the form; what is not taken is named in words.</summary>
public sealed class LetterPapers(DraftFiles drafts, CasesSettings settings)
{
    private const long MostInAll = 45L * 1024 * 1024;

    public async Task<(IReadOnlyList<SentFile> Files, string Refused)> Keep(MimeMessage letter, CancellationToken stop)
    {
        var (kept, refused) = (new List<SentFile>(), new List<string>());
        foreach (var part in letter.BodyParts.OfType<MimePart>().Where(part => part.IsAttachment || (part is not TextPart && !string.IsNullOrEmpty(part.FileName))))
        {
            var name = SafeFileName.From(part.FileName ?? "tep", extension: null);
            if (kept.Count >= settings.MostFiles)
            {
                refused.Add(name);
                continue;
            }
            using var content = new MemoryStream();
            if (part.Content is { } coded)
            {
                await coded.DecodeToAsync(content, stop);
            }
            content.Position = 0;
            var judged = await drafts.Check(content, name, content.Length, stop);
            if (judged.Problem == IncomingProblem.None && kept.Sum(paper => paper.Size) + judged.Content.Length <= MostInAll)
            {
                kept.Add(await drafts.Keep(judged, stop));
            }
            else
            {
                refused.Add(name);
            }
        }
        return (kept, refused.Count == 0 ? "" : $"(Có tệp cổng không nhận: {string.Join(", ", refused.Take(10))}. Cần xem thì mở trong hộp thư.)");
    }
}
