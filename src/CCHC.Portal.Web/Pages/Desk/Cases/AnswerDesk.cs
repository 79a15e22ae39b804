using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Desk.Content;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Lays out the form of an answer, with what its writer typed before, and reads the letter for what it should not tell.</summary>
public sealed class AnswerDesk(PortalDb db, CaseAtHand hand, Typing typing, Vault vault)
{
    /// <summary>What is typed and not sent.</summary>
    public Typing Typing => typing;

    /// <summary>The form as it stands for this writer: kept words first, then the template asked for.</summary>
    public async Task<AnswerForm> Form(Feedback feedback, Guid? template, CancellationToken stop)
    {
        var form = await Empty(feedback, stop);
        if (await typing.Kept(form.Place, stop) is { } kept)
        {
            var words = Typing.Form(kept);
            form = form.With(part => words[part]) with { KeptAt = kept.At };
        }
        return form.Templates.FirstOrDefault(one => one.Id == template) is { } chosen ? form.StartedFrom(chosen, Values(feedback)) : form;
    }

    public async Task<AnswerForm> Empty(Feedback feedback, CancellationToken stop) =>
        new(feedback, feedback.Version, await db.TemplatesFor(feedback, VietnamTime.Day(hand.Now), stop), await db.NeedsApproval(feedback.UnitId, stop));

    public string Join(AnswerForm form, int others)
    {
        var site = hand.Site;
        return form.Letter.Join(others > 0 ? AnswerLetter.ToMany : $"Kính gửi {AnswerVariables.Addressee(Masked(form.Case), form.Case)},", $"{site.UnitById(form.Case.UnitId)?.Name ?? ""}, {site.Profile.Body}, ngày {VietnamTime.ShortDate(hand.Now)}");
    }

    /// <summary>Words of the letter that may tell of somebody other than its reader, and that are no number of ours.</summary>
    public IReadOnlyList<string> OthersIn(AnswerForm form)
    {
        var letter = string.Join('\n', form.Checked, form.Conclusion, form.NextStep, form.Contact);
        var own = new HashSet<string>(hand.Site.Units.Select(unit => unit.Phone).Append(hand.Site.Profile.Phone).Append(hand.Site.Profile.Email).Select(Bare));
        if (form.Case.SubmitterBox is { } box && hand.MayKnowSender(form.Case) && vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) is { } sender)
        {
            own.UnionWith([Bare(sender.Phone), Bare(sender.Email), Bare(sender.Name), Bare(sender.Masked().Name)]);
        }
        return [.. PersonalData.In(letter).Select(span => letter.Substring(span.Start, span.Length)).Where(words => !own.Contains(Bare(words))).Distinct()];
    }

    private IReadOnlyDictionary<string, string> Values(Feedback feedback) => AnswerVariables.Of(feedback, hand.Site, Masked(feedback), hand.Now);

    private Submitter? Masked(Feedback feedback) => feedback.SubmitterBox is { } box && hand.MayKnowSender(feedback) ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose).Masked() : null;

    private static string Bare(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
