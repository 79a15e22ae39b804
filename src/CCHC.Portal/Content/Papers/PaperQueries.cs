using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content.Papers;

public static class PaperQueries
{
    public static void Map(ModelBuilder builder) => builder.Entity<PaperText>(text =>
    {
        text.ToTable("PaperTexts");
        text.HasIndex(t => new { t.SiteId, t.Sha256 }).IsUnique();
    });

    extension(PortalDb db)
    {
        public DbSet<PaperText> PaperTexts => db.Set<PaperText>();

        /// <summary>Every document that readers see, with its key, in Vietnamese: chains do not depend on the language.</summary>
        public async Task<DocumentChain> DocumentChain(CancellationToken stop, (string Key, LegalDocument Document)? changed = null)
        {
            var live = await db.Set<Edition>().AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.LegalDocument).Where(edition => edition.Culture == "vi").ToListAsync(stop);
            var pairs = live.Select(edition => (edition.Item!.Key, edition.As<LegalDocument>())).Where(pair => pair.Key != changed?.Key);
            return new DocumentChain(changed is { } one ? pairs.Append(one) : pairs);
        }

        /// <summary>Why what a text says of other documents cannot stand, in Vietnamese; null when it can.</summary>
        public async Task<string?> WhyNotItsTies(Edition edition, CancellationToken stop)
        {
            if (edition.Body is not LegalDocument document)
            {
                return null;
            }
            var key = edition.Item?.Key ?? await db.Set<ContentItem>().Where(item => item.Id == edition.ItemId).Select(item => item.Key).SingleAsync(stop);
            return !document.Ties(key).Any() || (await db.DocumentChain(stop, (key, document))).LoopThrough(key) is not { } loop ? null
                : $"Quan hệ thay thế, sửa đổi đi thành vòng: {string.Join(" → ", loop)}. Hãy xem lại văn bản nào có sau.";
        }

        /// <summary>What was read in the files a text names and readers may open today, in the order it names them.</summary>
        public async Task<IReadOnlyList<PaperText>> PaperTextsOf(ContentBody body, DateOnly today, CancellationToken stop)
        {
            if (body is not LegalDocument { Files.Count: > 0 } document)
            {
                return [];
            }
            var names = document.Files.Select(file => file.File).ToList();
            var fingerprints = await db.Set<MediaFile>().AsNoTracking().Where(file => names.Contains(file.Name) && file.State == MediaState.Active && (file.ExpiresOn == null || file.ExpiresOn >= today)).ToDictionaryAsync(file => file.Name, file => file.Sha256, stop);
            var known = await db.Set<PaperText>().AsNoTracking().Where(text => fingerprints.Values.Contains(text.Sha256)).ToDictionaryAsync(text => text.Sha256, stop);
            return [.. names.Where(fingerprints.ContainsKey).Select(name => fingerprints[name]).Distinct().Select(known.GetValueOrDefault).OfType<PaperText>()];
        }

        /// <summary>What came of reading these files of the library, by name: without the words themselves.</summary>
        public async Task<IReadOnlyDictionary<string, PaperText>> PaperOutcomes(IReadOnlyCollection<string> names, CancellationToken stop)
        {
            var texts = db.Set<PaperText>().AsNoTracking();
            return names.Count == 0 ? new Dictionary<string, PaperText>() : await db.Set<MediaFile>().AsNoTracking().Where(file => names.Contains(file.Name) && file.State == MediaState.Active)
                .Join(texts, file => file.Sha256, text => text.Sha256, (file, text) => new { file.Name, text.Sha256, text.Outcome, text.Pages, text.PagesRead })
                .ToDictionaryAsync(row => row.Name, row => new PaperText { Sha256 = row.Sha256, Outcome = row.Outcome, Pages = row.Pages, PagesRead = row.PagesRead }, stop);
        }

        /// <summary>Before the save: has the live texts that name a file indexed anew, because what is found in it changed.</summary>
        public async Task NoteTextsNaming(string file, DateTimeOffset now, CancellationToken stop)
        {
            foreach (var edition in await db.Set<Edition>().AsNoTracking().Naming(file).Live().Select(edition => new { edition.ItemId, edition.Culture }).ToListAsync(stop))
            {
                db.Set<IndexChange>().Add(new IndexChange { Source = ContentSearch.Source, Key = ContentSearch.KeyOf(edition.ItemId, edition.Culture), At = now });
            }
        }
    }
}
