using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Cases;

/// <summary>What waits for a decision waits no more when the case goes another way.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    public static TheoryData<string, bool> Ways => new()
    {
        { "forward", true }, { "triage", true }, { "decline", true }, { "hand over", true }, { "withdraw", true }, { "answer", true },
        { "note", false }, { "ask", false }, { "take", false },   // these leave it where it is
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_and_an_extension_wait_no_more_once_the_case_left_or_closed(string way, bool ends)
    {
        var id = await Waiting();

        await Do(id, feedback => Verb(way, feedback));

        var (answer, extension) = await portal.Inside(site, async (_, db) => ((await db.ProposedAnswers.SingleAsync()).State, (await db.Extensions.SingleAsync()).State));
        Assert.Equal(ends ? (ProposedState.TakenBack, ExtensionState.Lapsed) : (ProposedState.Waiting, ExtensionState.Asked), (answer, extension));
    }

    [Fact]
    public async Task The_answer_that_is_approved_in_the_same_save_goes_out()
    {
        var id = await Waiting();
        await portal.Inside(site, async (_, db) =>
        {
            (await db.ProposedAnswers.SingleAsync()).Approve(await db.Feedback.Include(f => f.Events).SingleAsync(f => f.Id == id), Guid.CreateVersion7(), Given.Morning);
            await db.SaveChangesAsync();
        });

        Assert.Equal(ProposedState.Sent, await portal.Inside(site, async (_, db) => (await db.ProposedAnswers.SingleAsync()).State));
    }

    private void Verb(string way, Feedback feedback)
    {
        var by = Guid.CreateVersion7();
        Action verb = way switch
        {
            "forward" => () => feedback.Forward(site.UnitByCode("VP")!.Id, "x", by, Given.Morning, Given.Terms(site)),
            "triage" => () => feedback.MoveAway(null, "x", by, Given.Morning, Given.Terms(site)),
            "decline" => () => feedback.Decline("x", by, Given.Morning),
            "hand over" => () => feedback.HandOver(site.UnitByCode("X-PHA")!.Id, "x", by, Given.Morning, site.Calendar),
            "withdraw" => () => feedback.Withdraw("x", Given.Morning),
            "answer" => () => feedback.Answer("x", by, Given.Morning),
            "note" => () => feedback.Note("x", by, Given.Morning),
            "ask" => () => feedback.Ask("x", by, Given.Morning),
            _ => () => feedback.Take(by, Given.Morning),
        };
        verb();
    }

    private async Task<Guid> Waiting()
    {
        var feedback = Given.Feedback(unit: site.UnitByCode("KT")!.Id);
        feedback.SiteId = site.Id;
        feedback.StartClocks(Given.Terms(site));
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(feedback);
            db.Add(ProposedAnswer.HandIn(feedback, "Kính gửi", Guid.CreateVersion7(), Given.Morning));
            db.Add(Extension.Ask(feedback, 3, "x", Guid.CreateVersion7(), Given.Morning));
            await db.SaveChangesAsync();
        });
        return feedback.Id;
    }

    private Task Do(Guid id, Action<Feedback> verb) => portal.Inside(site, async (_, db) =>
    {
        verb(await db.Feedback.Include(f => f.Events).SingleAsync(f => f.Id == id));
        await db.SaveChangesAsync();
    });
}
