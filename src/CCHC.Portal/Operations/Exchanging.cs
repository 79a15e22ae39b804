using System.Text.Json;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Language;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Takes in what a peer hands us, message by message, each once; what belongs under seal goes there and the peer hears the same of it as of any other.</summary>
public sealed class Exchanging(PortalDb db, Intake intake, Sealing sealing, SealedMailbox mailbox, PeerPapers papers, MergedCases merged, Vault vault, TimeProvider clock)
{
    private const string PrintPurpose = "exchange-print", Withdrawn = "Người gửi báo rút qua tổng đài.";
    private const int Tries = 3;

    public async Task<IReadOnlyList<PeerResult>> Take(SiteMap site, ExchangePeer peer, IReadOnlyList<(PeerRow? Row, IReadOnlyList<PeerFault> Faults)> rows, CancellationToken stop)
    {
        var results = new List<PeerResult>();
        foreach (var (row, faults) in rows)
        {
            db.ChangeTracker.Clear();
            var result = faults.Count > 0 || row is null ? new PeerResult { Outcome = PeerResult.Wrong, Faults = faults } : await TakeOne(site, peer, row, stop);
            if (result.Outcome != PeerResult.Taken)
            {
                await Note(peer, row, result, stop);
            }
            results.Add(result with { Place = results.Count + 1, Number = row?.Number ?? "", MessageNumber = row?.MessageNumber });
        }
        return results;
    }

    private async Task<PeerResult> TakeOne(SiteMap site, ExchangePeer peer, PeerRow row, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Known(peer, row.Number!, row.MessageNumber ?? "", stop) is { } known)
            {
                return known.Print.AsSpan().SequenceEqual(PrintOf(row)) ? new PeerResult { Outcome = PeerResult.Taken, At = known.At }
                    : new PeerResult { Outcome = PeerResult.Changed, Faults = [new PeerFault("so", "Số này đã dùng cho một tin có nội dung khác. Tin cũ được giữ, tin mới chưa được nhận.")] };
            }
            try
            {
                return await (PeerRowRules.VerbOf(row) == PeerVerb.NewCase ? New(site, peer, row, stop) : Later(site, peer, row, stop));
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();   // the same message came twice at once, or somebody worked on the case: look again
            }
        }
    }

    private async Task<PeerResult> New(SiteMap site, ExchangePeer peer, PeerRow row, CancellationToken stop)
    {
        var (files, faults) = await papers.Keep(row.Files, stop);
        if (faults.Count > 0)
        {
            return new PeerResult { Outcome = PeerResult.Wrong, Faults = faults };
        }
        var taken = Ledger(peer, row, ExchangeMessage.KeyOf(peer.Id, row.Number!));
        var message = MessageOf(row, taken.CaseKey, files);
        var because = SuspectedDenunciation.Because(message.Message);
        if (message.Kind == FeedbackKind.Denunciation || because.Count > 0)
        {
            await sealing.Keep(site, message, [], because, stop);
            db.ExchangeMessages.Add(taken);
            await db.SaveChangesAsync(stop);
        }
        else
        {
            db.ExchangeMessages.Add(taken);   // in the same save as the case
            await intake.Receive(site, message, stop);
            await db.SaveChangesAsync(stop);   // where the case was there before, what is known of it is saved now
        }
        return await Answer(peer, row, stop);
    }

    private async Task<PeerResult> Later(SiteMap site, ExchangePeer peer, PeerRow row, CancellationToken stop)
    {
        if (await Known(peer, row.Number!, "", stop) is not { } first)
        {
            return new PeerResult { Outcome = PeerResult.Unknown, Faults = [new PeerFault("so", "Chưa có vụ việc mang số này. Hãy gửi vụ việc trước, rồi gửi lại tin này.")] };
        }
        var (files, faults) = await papers.Keep(row.Files, stop);
        var feedback = await db.Feedback.SingleOrDefaultAsync(one => one.IdempotencyKey == first.CaseKey, stop);
        var isWithdrawal = PeerRowRules.VerbOf(row) == PeerVerb.Withdrawal;
        if (faults.Count == 0 && feedback is not null && !(feedback.IsOpen || (isWithdrawal && feedback.State == FeedbackState.Forwarded)))
        {
            faults = [new PeerFault("so", "Vụ việc đã kết thúc. Nếu người dân nói thêm điều mới, hãy gửi thành vụ việc mới.")];
        }
        if (faults.Count > 0)
        {
            return new PeerResult { Outcome = PeerResult.Wrong, Faults = faults };
        }
        await (feedback is null ? UnderSeal(site, peer, row, first.CaseKey, files, stop) : isWithdrawal ? Withdraw(site, feedback, row, stop) : Add(site, peer, feedback, row, files, stop));
        db.ExchangeMessages.Add(Ledger(peer, row, ExchangeMessage.KeyOf(peer.Id, row.Number!, row.MessageNumber!)));
        await db.SaveChangesAsync(stop);
        return await Answer(peer, row, stop);
    }

    private async Task Add(SiteMap site, ExchangePeer peer, Feedback feedback, PeerRow row, IReadOnlyList<SentFile> files, CancellationToken stop)
    {
        var text = VietnameseText.Clean(row.Text);
        if (SuspectedDenunciation.Because(text) is { Count: > 0 } because)
        {
            // An ordinary case is read by its unit: what belongs under seal is kept apart from it.
            await sealing.Keep(site, MessageOf(row, ExchangeMessage.KeyOf(peer.Id, row.Number!, row.MessageNumber!), files) with { Message = $"{text}\n\n(Bổ sung cho {feedback.ReferenceCode}, qua {peer.Name})" }, [], because, stop);
            return;
        }
        feedback.Add(text + NamesOf(files), clock.GetUtcNow(), site.Calendar);
        db.Attachments.AddRange(files.Select(paper => Attachment.Of(feedback, paper)));
    }

    private async Task Withdraw(SiteMap site, Feedback feedback, PeerRow row, CancellationToken stop)
    {
        feedback.Withdraw(VietnameseText.Clean(row.Text) is { Length: > 0 } why ? why : Withdrawn, clock.GetUtcNow(), site.Calendar);
        await merged.Release(site, feedback, clock.GetUtcNow(), stop);
    }

    // The case is none of ours any more: it lies under seal, or lay there. What was added goes to its readers, once.
    private async Task UnderSeal(SiteMap site, ExchangePeer peer, PeerRow row, string caseKey, IReadOnlyList<SentFile> files, CancellationToken stop)
    {
        var key = ExchangeMessage.KeyOf(peer.Id, row.Number!, row.MessageNumber!);
        var text = VietnameseText.Clean(row.Text) is { Length: > 0 } said ? said : Withdrawn;
        var letter = await mailbox.FindByKey(site.Id, caseKey, stop) is { } id && files.Count == 0 && await mailbox.Answer(site.Id, id, text, stop, Guid.ParseExact(key, "N"));
        if (!letter)
        {
            await sealing.Keep(site, MessageOf(row, key, files) with { Message = text }, [], [$"Bổ sung qua {peer.Name}"], stop);   // with files, or when there is no mailbox left
        }
    }

    private async Task<PeerResult> Answer(ExchangePeer peer, PeerRow row, CancellationToken stop) =>
        await Known(peer, row.Number!, row.MessageNumber ?? "", stop) is { } known ? new PeerResult { Outcome = PeerResult.Taken, At = known.At } : throw new DbUpdateException("What was just kept is not there.");

    private Task<ExchangeMessage?> Known(ExchangePeer peer, string number, string messageNumber, CancellationToken stop) =>
        db.ExchangeMessages.AsNoTracking().SingleOrDefaultAsync(message => message.PeerId == peer.Id && message.Number == number && message.MessageNumber == messageNumber, stop);

    private ExchangeMessage Ledger(ExchangePeer peer, PeerRow row, string key) => new()
    {
        PeerId = peer.Id,
        Verb = PeerRowRules.VerbOf(row),
        Number = row.Number!,
        MessageNumber = row.MessageNumber ?? "",
        Print = PrintOf(row),
        At = clock.GetUtcNow(),
        CaseKey = key,
    };

    private byte[] PrintOf(PeerRow row) => vault.Fingerprint(JsonSerializer.Serialize(row), PrintPurpose);

    private static IncomingMessage MessageOf(PeerRow row, string key, IReadOnlyList<SentFile> files) => new()
    {
        IdempotencyKey = key,
        Kind = PeerRowRules.KindOf(row),
        Field = PeerRowRules.FieldOf(row),
        Message = VietnameseText.Clean(row.Text),
        Place = VietnameseText.CleanLine(row.Place),
        HappenedOn = PeerRowRules.DayOf(row),
        Submitter = PeerRowRules.SubmitterOf(row),
        IdentityWithheld = row.IdentityWithheld,
        ProvedHuman = true,   // somebody took the call
        Channel = IntakeChannel.Hotline1022,
        Files = files,
    };

    private static string NamesOf(IReadOnlyList<SentFile> files) => files.Count == 0 ? "" : $"\n(Gửi kèm: {string.Join(", ", files.Select(paper => paper.Name))})";

    private async Task Note(ExchangePeer peer, PeerRow? row, PeerResult result, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var (number, messageNumber, why) = (row?.Number ?? "", row?.MessageNumber ?? "", string.Join(" ", result.Faults!.Select(fault => fault.Field == "" ? fault.Words : $"{fault.Field}: {fault.Words}")));
        why = why.Length > ExchangeRefusal.LongestWhy ? why[..ExchangeRefusal.LongestWhy] : why;
        if (await db.ExchangeRefusals.SingleOrDefaultAsync(one => one.PeerId == peer.Id && one.Number == number && one.MessageNumber == messageNumber, stop) is { } before)
        {
            (before.Why, before.IsChange, before.At, before.Times) = (why, result.Outcome == PeerResult.Changed, clock.GetUtcNow(), before.Times + 1);
        }
        else if (await db.ExchangeRefusals.CountAsync(one => one.PeerId == peer.Id, stop) < ExchangeRefusal.Most)
        {
            db.ExchangeRefusals.Add(new ExchangeRefusal { PeerId = peer.Id, Number = number, MessageNumber = messageNumber, IsChange = result.Outcome == PeerResult.Changed, Why = why, At = clock.GetUtcNow() });
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();   // listed by another request in this moment
        }
    }
}
