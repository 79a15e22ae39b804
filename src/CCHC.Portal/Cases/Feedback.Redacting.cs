using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Words that later readers need not see.</summary>
public sealed partial class Feedback
{
    private static readonly CaseEventKind[] SaidBySender = [CaseEventKind.Added, CaseEventKind.Corrected, CaseEventKind.AskedAgain, CaseEventKind.Rated, CaseEventKind.Withdrawn];

    /// <summary>What the sender said after the message itself.</summary>
    public IEnumerable<CaseEvent> SaidLater() => Events.Where(happened => SaidBySender.Contains(happened.Kind) && happened.Text != "");

    /// <summary>Covers the words in the message, in all the sender said later and in the names of the files; what stood there is kept, encrypted. Null when they stand nowhere and no picture was covered with them.</summary>
    public RedactedOriginal? Redact(IReadOnlyCollection<string> words, string reason, Guid by, DateTimeOffset now, Vault vault, bool withPictures = false)
    {
        var before = new OriginalWords(Message, [.. Attachments.Select(file => file.Name)], Given);
        message = Cover.Over(message, words);
        given = GivenAnswer.Write([.. GivenAnswers().Select(answer => answer with { Text = Cover.Over(answer.Text, words), TextEn = Cover.Over(answer.TextEn, words) })]);
        Attachments.ForEach(file => file.Rename(Cover.Over(file.Name, words)));
        var later = SaidLater().ToList().FindAll(happened => happened.Cover(words, vault));
        if (!withPictures && later.Count == 0 && message == before.Message && given == before.Given && Attachments.Select(file => file.Name).SequenceEqual(before.FileNames))
        {
            return null;
        }
        Happened(CaseEventKind.Redacted, now, isPublic: false, reason, by, fromUnit: UnitId);
        return new RedactedOriginal { SiteId = SiteId, FeedbackId = Id, Box = vault.Lock(before, RedactedOriginal.Purpose), At = now, PersonId = by, Reason = reason };
    }

    /// <summary>Somebody looked at what was covered. A look, not news.</summary>
    public void SeeOriginal(Guid by, DateTimeOffset now) =>
        Events.Add(new CaseEvent { FeedbackId = Id, SiteId = SiteId, Kind = CaseEventKind.OriginalSeen, At = now, PersonId = by, FromUnitId = UnitId });
}
