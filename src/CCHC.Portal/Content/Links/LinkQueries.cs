using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Links;

public static class LinkQueries
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LinkCheck>(check =>
        {
            check.ToTable("LinkChecks");
            check.HasIndex(c => new { c.SiteId, c.Address }).IsUnique();
            check.HasIndex(c => new { c.SiteId, c.Outcome });
            check.HasMany(c => c.Uses).WithOne().HasForeignKey(use => use.CheckId);
            check.Ignore(c => c.IsOwnPage).Ignore(c => c.IsDown);
        });
        builder.Entity<LinkUse>(use =>
        {
            use.ToTable("LinkUses");
            use.HasKey(u => new { u.CheckId, u.EditionId });
            use.HasIndex(u => u.EditionId);
        });
    }

    extension(PortalDb db)
    {
        public DbSet<LinkCheck> LinkChecks => db.Set<LinkCheck>();
        public DbSet<LinkUse> LinkUses => db.Set<LinkUse>();

        /// <summary>The links that do not answer in the live ones of these texts.</summary>
        public IQueryable<LinkCheck> BrokenLinksOf(IQueryable<Edition> texts) => db.Set<LinkCheck>().AsNoTracking().Where(check => check.Outcome == LinkOutcome.Broken
            && check.Uses.Any(use => texts.Any(text => text.Id == use.EditionId && text.State == EditionState.Published)));

        /// <summary>Whether readers find something at a path of ours. Only addresses of content can be told here; pages of the portal itself are there.</summary>
        public async Task<bool> IsOwnPage(Publishing publishing, string path, CancellationToken stop)
        {
            var plain = Uri.UnescapeDataString(path.Split('?', '#')[0]);
            plain = (plain.StartsWith("/en/", StringComparison.Ordinal) ? plain[3..] : plain).TrimEnd('/');
            var parts = (await publishing.EndOf(plain, stop)).Trim('/').Split('/');
            if (parts.Length != 2 || ContentTypes.At(parts[0]) is not { } type)
            {
                return true;
            }
            if (await db.Editions.Live().OfType(type).AnyAsync(edition => edition.Slug == parts[1], stop))
            {
                return true;
            }
            // An address a text had earlier leads to it still.
            return await db.Editions.OfType(type).AnyAsync(former => former.Slug == parts[1] && db.Set<Edition>().Any(live => live.ItemId == former.ItemId && live.State == EditionState.Published), stop);
        }
    }

    /// <summary>The links a text has, elsewhere and to pages of ours, without what needs no trying.</summary>
    public static IEnumerable<string> AddressesIn(Edition edition) => AddressesIn(edition.Kind, edition.Body);

    public static IEnumerable<string> AddressesIn(ContentType type, ContentBody body) =>
        BodyTexts.Of(type, body).SelectMany(pair => MarkdownSurvey.Of(pair.Text).Links).Select(link => link.Address)
            .Append(body is ServiceLink { State: not LinkState.Stopped } service ? service.Url : "").Select(Plain).Where(address => address != "").Distinct();

    /// <summary>An address as it is tried: without its mark; empty for what is not tried.</summary>
    public static string Plain(string address)
    {
        var plain = address.Split('#')[0];
        return plain.Length is 0 or > LinkCheck.LongestAddress ? ""
            : plain.StartsWith('/') && !plain.StartsWith("//", StringComparison.Ordinal) ? plain
            : Uri.TryCreate(plain, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" ? plain : "";
    }
}
