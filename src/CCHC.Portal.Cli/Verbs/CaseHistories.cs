using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cli.Verbs;

internal static class CaseHistories
{
    public static readonly Verb Prove = new("cases prove --site KEY", "Compares the histories of all cases with themselves, with the portal's keys and with where they are known to have ended; names those that were touched.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        var site = asked.Site(asked["site"]);
        var proof = await asked.Inside(site, (scope, _) => scope.GetRequiredService<ProvingHistories>().Prove(site.Id, stop));
        foreach (var broken in proof.Broken)
        {
            await asked.Say($"{broken.Code}: {broken.Words}");
        }
        await asked.Say($"{proof.Checked} histories looked at, {proof.Broken.Count} not as they were written.");
        var (lines, fault) = await asked.Inside(site, (scope, _) => scope.GetRequiredService<AuditChain>().Prove(stop));
        await asked.Say($"{lines} lines of the record of deeds looked at. {fault ?? "As they were written."}");
        return proof.Broken.Count == 0 && fault is null ? 0 : 1;
    });

    public static readonly Verb Verify = new("cases verify --in FILE [--with-keys]", "Says whether an exported history of a case is as it was written, or at which event it breaks; --with-keys also whether this portal made it.", async (asked, stop) =>
    {
        if (!File.Exists(asked["in"]))
        {
            throw new CommandProblem($"There is no file “{asked["in"]}”.");
        }
        var verdict = HistoryVerdict.Of(CaseHistory.Read(await File.ReadAllTextAsync(asked["in"], stop)), asked.Has("with-keys") ? asked.Of<Vault>() : null);
        await asked.Say(verdict.Words);
        return verdict.IsWhole ? 0 : 1;
    });

    public static readonly Verb History = new("cases history --site KEY --code CODE --to FILE", "Writes the whole history of a case as one file that shows tampering.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        var site = asked.Site(asked["site"]);
        var history = await asked.Inside(site, async (_, db) =>
        {
            var code = CaseCodes.TidyReference(asked["code"]);
            var feedback = await db.Feedback.AsNoTracking().Include(one => one.Events).SingleOrDefaultAsync(one => one.ReferenceCode == code, stop)
                ?? throw new CommandProblem($"There is no case “{asked["code"]}”.");
            var people = await db.NamesOf(feedback.Events.SelectMany(happened => new[] { happened.PersonId, happened.ToPersonId }), stop);
            return CaseHistory.Of(feedback, site, people, asked.Of<Vault>(), asked.Of<TimeProvider>().GetUtcNow());
        });
        await File.WriteAllBytesAsync(asked["to"], history.Bytes, stop);
        await asked.Say($"{history.Count} events of {history.Code} written to {asked["to"]}");
        return 0;
    });
}
