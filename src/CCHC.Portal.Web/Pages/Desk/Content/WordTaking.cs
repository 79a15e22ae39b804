using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Content.Word;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Makes a draft of a Word document, its pictures into the library, and keeps what is to be told about it.</summary>
public sealed class WordTaking(PortalDb db, EditionAtHand hand, MediaIntake intake, Visit visit)
{
    private const string What = "word-imported";

    // Of a long title enough to know the picture by; the number behind it must stand within what the library keeps of a name.
    private const int LongestBeginning = 50;

    /// <summary>The draft, or in Vietnamese why there is none.</summary>
    public async Task<(Edition? Edition, string? Problem)> Take(IFormFile file, ContentType kind, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        var outcome = await WordImport.Read(bytes.ToArray(), file.FileName, stop);
        if (outcome.Draft is not { } draft)
        {
            return (null, outcome.Problem.Vi());
        }
        var notes = draft.Notes.ToList();
        var markdown = await WithPictures(draft, notes, stop);
        var body = kind.Empty() is LegalDocument legal && draft.Letterhead is { } head ? Document(legal, head) : kind.Empty();
        var title = draft.Title == "" ? "Bài nhập từ Word" : draft.Title;
        var edition = await hand.Begin(kind, title, draft.Summary, body with { Text = markdown }, stop);
        db.AuditEntries.Add(new AuditEntry
        {
            At = hand.Now,
            PersonId = hand.Me,
            What = What,
            Subject = edition.Id.ToString("n"),
            Detail = JsonSerializer.Serialize(new WordStory(file.FileName, notes, draft.Letterhead)),
        });
        await db.SaveChangesAsync(stop);
        intake.Tell();
        return (edition, null);
    }

    /// <summary>What was told when this draft was made of a document; null when it was not.</summary>
    public async Task<WordStory?> StoryOf(Edition edition, CancellationToken stop)
    {
        var subject = edition.Id.ToString("n");
        var detail = await db.AuditEntries.AsNoTracking().Where(entry => entry.What == What && entry.Subject == subject).Select(entry => entry.Detail).FirstOrDefaultAsync(stop);
        return detail is null ? null : JsonSerializer.Deserialize<WordStory>(detail);
    }

    /// <summary>A legal document out of what a letterhead says, beside the article that was made of the same file.</summary>
    public async Task<Edition> AsDocument(Edition article, Letterhead head, CancellationToken stop)
    {
        var edition = await hand.Begin(ContentTypes.LegalDocument, article.Title, article.Summary, Document(new LegalDocument(), head) with { Text = article.Body.Text }, stop);
        await db.SaveChangesAsync(stop);
        return edition;
    }

    /// <summary>Says in the text, and in the library where it says nothing yet, what pictures show.</summary>
    public async Task Describe(Edition edition, IReadOnlyDictionary<string, string> alts, CancellationToken stop)
    {
        var (body, text) = (edition.Body, edition.Body.Text);
        foreach (var (file, alt) in alts)
        {
            text = MarkdownPictures.WithAlt(text, file, alt);
        }
        var files = alts.Keys.ToList();
        foreach (var silent in await db.MediaFiles.Where(file => files.Contains(file.Name) && file.Alt == "").ToListAsync(stop))
        {
            silent.Alt = VietnameseText.CleanLine(alts[silent.Name]);
            intake.Note(silent);
        }
        edition.Write(edition.Title, edition.Summary, edition.Slug, body with { Text = text }, hand.Now);
        db.Revisions.Add(Revision.Of(edition, hand.Me, hand.Now));
        await db.SaveChangesAsync(stop);
        intake.Tell();
    }

    private async Task<string> WithPictures(WordDraft draft, List<string> notes, CancellationToken stop)
    {
        var (markdown, slug) = (draft.Markdown, Cut(Slug.From(draft.Title), LongestBeginning).TrimEnd('-'));
        var folder = visit.Site.UnitById(visit.Me.HomeUnitId)?.Code ?? MediaFile.CommonFolder;
        foreach (var picture in draft.Pictures)
        {
            using var content = new MemoryStream(picture.Content, writable: false);
            var arrival = await intake.Take(content, $"{slug}-{picture.Name}", picture.Content.Length, folder, hand.Me, stop);
            if (arrival.File is not { } file)
            {
                markdown = MarkdownPictures.Without(markdown, picture.Name);
                notes.Add($"Bỏ một ảnh ({picture.Name}): {arrival.Problem}");
                continue;
            }
            file.Alt = file.Alt == "" ? picture.Alt : file.Alt;
            markdown = MarkdownPictures.Renamed(markdown, picture.Name, file.Name);
        }
        return markdown;
    }

    private static LegalDocument Document(LegalDocument document, Letterhead head) => document with
    {
        Number = Cut(head.Number, 60),
        Signer = head.Signer == "" ? null : Cut(head.Signer, 120),
        Issuer = Cut(head.Issuer, 200),
        Subject = Cut(head.Subject, 500),
        IssuedOn = head.IssuedOn,
        Kind = VietnameseText.Fold(head.Kind) switch
        {
            "luat" => LegalDocumentKind.Law,
            "nghi quyet" => LegalDocumentKind.Resolution,
            "nghi dinh" => LegalDocumentKind.Decree,
            "quyet dinh" => LegalDocumentKind.Decision,
            "chi thi" => LegalDocumentKind.Directive,
            "thong tu" => LegalDocumentKind.Circular,
            _ => LegalDocumentKind.Plan,
        },
        Status = EffectStatus.Unverified,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

/// <summary>What an import has to tell: the file, what was changed or left out, and what the document says about itself.</summary>
public sealed record WordStory(string File, IReadOnlyList<string> Notes, Letterhead? Letterhead);
