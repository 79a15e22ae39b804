using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Readers;

public static class ReadersMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<UsefulVote>(vote =>
        {
            vote.ToTable("UsefulVotes");
            vote.HasIndex(v => new { v.SiteId, v.Device }).IsUnique();
            vote.ComplexProperty(v => v.Page);
        });
        builder.Entity<MistakeReport>(report =>
        {
            report.ToTable("MistakeReports");
            report.HasIndex(r => new { r.SiteId, r.Device }).IsUnique();
            report.HasIndex(r => new { r.SiteId, r.State, r.At });
            report.ComplexProperty(r => r.Page);
        });
        builder.Entity<SurveyAnswer>(answer =>
        {
            answer.ToTable("SurveyAnswers");
            answer.HasIndex(a => new { a.SiteId, a.ItemId, a.Question, a.Device }).IsUnique();
        });
        builder.Entity<SearchTally>(search =>
        {
            search.ToTable("EmptySearches");
            search.HasKey(s => new { s.SiteId, s.Day, s.Words, s.Culture });
        });
        builder.Entity<ViewCount>(count =>
        {
            count.ToTable("ViewCounts");
            count.HasKey(c => new { c.SiteId, c.Day, c.Page, c.Culture });
            count.HasIndex(c => new { c.SiteId, c.ItemId, c.Day });
        });
    }

    extension(PortalDb db)
    {
        public DbSet<UsefulVote> UsefulVotes => db.Set<UsefulVote>();
        public DbSet<MistakeReport> MistakeReports => db.Set<MistakeReport>();
        public DbSet<SurveyAnswer> SurveyAnswers => db.Set<SurveyAnswer>();
        public DbSet<SearchTally> SearchTallies => db.Set<SearchTally>();
        public DbSet<ViewCount> ViewCounts => db.Set<ViewCount>();

        /// <summary>Keeps a reader's word; the same device thinking again changes it. A double click is one statement after another, never an error.</summary>
        public Task<int> Keep(UsefulVote vote, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "UsefulVotes" ("Id", "SiteId", "Page_Key", "Page_ItemId", "Page_Number", "Page_Culture", "IsUseful", "Device", "On")
            VALUES ({vote.Id}, {db.SiteId}, {vote.Page.Key}, {vote.Page.ItemId}, {vote.Page.Number}, {vote.Page.Culture}, {vote.IsUseful}, {vote.Device}, {vote.On})
            ON CONFLICT ("SiteId", "Device") DO UPDATE SET "IsUseful" = excluded."IsUseful", "On" = excluded."On"
            """, stop);

        /// <summary>Keeps what a device chose; choosing again takes the place of what it chose before.</summary>
        public Task<int> Keep(SurveyAnswer answer, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "SurveyAnswers" ("Id", "SiteId", "ItemId", "Question", "Choice", "Device")
            VALUES ({answer.Id}, {db.SiteId}, {answer.ItemId}, {answer.Question}, {answer.Choice}, {answer.Device})
            ON CONFLICT ("SiteId", "ItemId", "Question", "Device") DO UPDATE SET "Choice" = excluded."Choice"
            """, stop);

        /// <summary>How often each choice of a survey's questions was made.</summary>
        public async Task<IReadOnlyDictionary<(string Question, string Choice), int>> CountsOf(Guid survey, CancellationToken stop) =>
            (await db.SurveyAnswers.AsNoTracking().Where(answer => answer.ItemId == survey).GroupBy(answer => new { answer.Question, answer.Choice })
                .Select(same => new { same.Key, Count = same.Count() }).ToListAsync(stop)).ToDictionary(row => (row.Key.Question, row.Key.Choice), row => row.Count);

        /// <summary>Keeps a report; the same device saying it again brings the newer words and asks for another look.</summary>
        public Task<int> Keep(MistakeReport report, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "MistakeReports" ("Id", "SiteId", "Page_Key", "Page_ItemId", "Page_Number", "Page_Culture", "Kind", "Text", "Device", "At", "State")
            VALUES ({report.Id}, {db.SiteId}, {report.Page.Key}, {report.Page.ItemId}, {report.Page.Number}, {report.Page.Culture}, {report.Kind.ToString()}, {report.Text}, {report.Device}, {report.At.UtcDateTime}, {nameof(MistakeState.New)})
            ON CONFLICT ("SiteId", "Device") DO UPDATE SET "Text" = excluded."Text", "At" = excluded."At", "State" = excluded."State", "Answer" = NULL, "SettledBy" = NULL, "SettledAt" = NULL
            """, stop);

        /// <summary>Adds to what was looked for on a day.</summary>
        public Task<int> Add(SearchTally search, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "EmptySearches" ("SiteId", "Day", "Words", "Culture", "Times", "Answered")
            VALUES ({db.SiteId}, {search.Day}, {search.Words}, {search.Culture}, {search.Times}, {search.Answered})
            ON CONFLICT ("SiteId", "Day", "Words", "Culture") DO UPDATE SET "Times" = "EmptySearches"."Times" + excluded."Times", "Answered" = "EmptySearches"."Answered" + excluded."Answered"
            """, stop);

        /// <summary>Adds to a day's count, whoever else adds at the same moment.</summary>
        public Task<int> Add(ViewCount count, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "ViewCounts" ("SiteId", "Day", "Page", "Culture", "ItemId", "Views")
            VALUES ({db.SiteId}, {count.Day}, {count.Page}, {count.Culture}, {count.ItemId}, {count.Views})
            ON CONFLICT ("SiteId", "Day", "Page", "Culture") DO UPDATE SET "Views" = "ViewCounts"."Views" + excluded."Views"
            """, stop);
    }
}
