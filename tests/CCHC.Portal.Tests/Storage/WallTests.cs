using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Storage;

/// <summary>One body's rows are never seen, counted or saved from another's portal.</summary>
public sealed class WallTests : IAsyncLifetime
{
    // The site itself, the keys of the server, and what Identity keeps beside a person.
    private static readonly string[] WithoutWall = ["Site", "DataProtectionKey", "IdentityUserClaim<Guid>", "IdentityUserLogin<Guid>", "IdentityUserToken<Guid>"];

    private TestPortal portal = null!;
    private SiteMap ours = null!, theirs = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        ours = await portal.AddSite("cua-ta");
        theirs = await portal.AddSite("cua-ho");
        await portal.Inside(theirs, async (_, db) =>
        {
            db.Add(Given.Feedback(code: "PA-THEI-RS44"));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_query_before_a_site_was_entered_throws()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Feedback.ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Units.CountAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Attachment>().AnyAsync());
        db.Add(Given.Feedback());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public void Every_kind_of_row_has_the_wall_but_those_that_are_listed()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        using var db = Given.PortalDb(place);

        var open = db.Model.GetEntityTypes().Where(type => type.GetDeclaredQueryFilters().All(filter => filter.Key != Walls.Site)).Select(type => type.DisplayName());

        Assert.Equal(WithoutWall.Order(), open.Order());
    }

    [Fact]
    public Task Rows_of_another_site_are_not_seen_counted_or_found_by_their_key() => portal.Inside(ours, async (_, db) =>
    {
        var hidden = await Hidden();

        Assert.Empty(await db.Feedback.ToListAsync());
        Assert.Equal(0, await db.Feedback.CountAsync());
        Assert.Null(await db.Feedback.FindAsync(hidden));
        Assert.Empty(await db.Feedback.Include(f => f.Events).Where(f => f.Id == hidden).ToListAsync());
        Assert.Empty(await db.CaseEvents.ToListAsync());
        Assert.Empty(await db.Feedback.FromSql($"SELECT * FROM \"Feedback\"").ToListAsync());
        Assert.Equal(Given.Units().Count, await db.Units.CountAsync());
    });

    [Fact]
    public Task Rows_of_another_site_are_not_changed_or_deleted_in_bulk() => portal.Inside(ours, async (_, db) =>
    {
        Assert.Equal(0, await db.Feedback.ExecuteDeleteAsync());
        Assert.Equal(0, await db.CaseEvents.ExecuteUpdateAsync(set => set.SetProperty(e => e.Text, "x")));
        Assert.True(await StillThere());
    });

    [Fact]
    public Task A_row_made_for_another_site_is_not_saved() => portal.Inside(ours, async (_, db) =>
    {
        db.Units.Add(new Unit { Code = "LEN-LUT", SiteId = theirs.Id });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    });

    [Fact]
    public Task A_row_is_not_moved_to_another_site() => portal.Inside(ours, async (_, db) =>
    {
        var unit = await db.Units.FirstAsync();

        unit.SiteId = theirs.Id;

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    });

    [Fact]
    public Task A_row_smuggled_in_from_another_context_is_not_saved() => portal.Inside(ours, async (_, db) =>
    {
        var smuggled = await portal.Inside(theirs, (_, other) => other.Units.AsNoTracking().FirstAsync());

        db.Attach(smuggled);
        smuggled.Name = "đã sửa";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    });

    [Fact]
    public Task A_row_that_claims_to_be_ours_but_has_their_key_is_not_deleted() => portal.Inside(ours, async (_, db) =>
    {
        var unit = theirs.UnitByCode("VP")!;
        db.Remove(new Unit { Id = unit.Id, SiteId = ours.Id, Code = "VP" });

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        Assert.True(await portal.Inside(theirs, (_, other) => other.Units.AnyAsync(u => u.Id == unit.Id)));
    });

    [Fact]
    public Task A_row_that_claims_to_be_ours_but_has_their_key_is_not_changed() => portal.Inside(ours, async (_, db) =>
    {
        var unit = theirs.UnitByCode("VP")!;
        db.Update(new Unit { Id = unit.Id, SiteId = ours.Id, Code = "CHIEM", Name = "đã chiếm" });

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        Assert.False(await portal.Inside(theirs, (_, other) => other.Units.AnyAsync(u => u.Name == "đã chiếm")));
    });

    [Fact]
    public Task Once_inside_one_site_there_is_no_way_into_another() => portal.Inside(ours, (_, db) =>
    {
        db.Enter(ours.Id);   // again is nothing

        Assert.Throws<InvalidOperationException>(() => db.Enter(theirs.Id));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Two_sites_may_use_the_same_codes()
    {
        await portal.Inside(ours, async (_, db) =>
        {
            db.Add(Given.Feedback(code: "PA-THEI-RS44"));
            await db.SaveChangesAsync();
        });

        Assert.True(await StillThere());
    }

    private Task<Guid> Hidden() => portal.Inside(theirs, (_, db) => db.Feedback.Select(f => f.Id).SingleAsync());

    private Task<bool> StillThere() => portal.Inside(theirs, async (_, db) => await db.Feedback.CountAsync() == 1 && await db.CaseEvents.AnyAsync());
}
