using System.ComponentModel.DataAnnotations;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Core;

namespace CCHC.Portal.Operations;

/// <summary>Loads the questions of the form: those of every site first, then the site's own, which take the place of a common one of the same code.</summary>
internal sealed class SeedQuestions(PortalDb db, SeedReport report)
{
    public async Task Load(string folder, CancellationToken stop)
    {
        var rows = new List<QuestionRow>();
        foreach (var path in new[] { Path.Combine(Path.GetDirectoryName(folder)!, "questions.yaml"), Path.Combine(folder, "questions.yaml") })
        {
            if (Read(path) is not { } read)
            {
                return;   // a broken file takes no question away
            }
            foreach (var row in read)
            {
                var place = rows.FindIndex(earlier => earlier.Code == row.Code);
                if (place < 0)
                {
                    rows.Add(row);
                }
                else
                {
                    rows[place] = row;
                }
            }
        }
        if (rows.Count > 0)
        {
            await Keep(rows, stop);
        }
    }

    private async Task Keep(List<QuestionRow> rows, CancellationToken stop)
    {
        var known = await db.FormQuestions.ToDictionaryAsync(question => question.Code, stop);
        foreach (var (order, row) in rows.Index())
        {
            if (!known.Remove(row.Code, out var kept))
            {
                db.FormQuestions.Add(kept = new FormQuestion { Code = row.Code });
            }
            row.Put(kept, order);
        }
        db.FormQuestions.RemoveRange(known.Values);   // answers keep the question as it was asked
        report.Added += db.ChangeTracker.Entries().Count(entry => entry.State == EntityState.Added);
        report.Changed += db.ChangeTracker.Entries().Count(entry => entry.State is EntityState.Modified or EntityState.Deleted);
        report.Unchanged += db.ChangeTracker.Entries().Count(entry => entry.State == EntityState.Unchanged);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private List<QuestionRow>? Read(string path)
    {
        try
        {
            var rows = File.Exists(path) ? SeedYaml.Read<List<QuestionRow>>(File.ReadAllText(path)) ?? [] : [];
            rows.ForEach(row => row.Check());
            return rows;
        }
        catch (YamlException wrong)
        {
            report.Problems.Add(new SeedProblem(path, wrong.Start.Line, wrong.InnerException?.Message ?? wrong.Message));
        }
        catch (ValidationException wrong)
        {
            report.Problems.Add(new SeedProblem(path, 0, wrong.Message));
        }
        return null;
    }
}
