using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

public static class MediaQueries
{
    private static readonly EditionState[] BeforeReaders = [EditionState.Published, EditionState.Scheduled];

    // What readers see or will see by itself, and what somebody is still writing.
    private static readonly EditionState[] Alive = [.. BeforeReaders, EditionState.Approved, EditionState.InReview, EditionState.Draft];

    extension(IQueryable<Edition> editions)
    {
        /// <summary>Those whose files matter: read now, waiting to be, being written, or withdrawn and still shown under a notice.</summary>
        public IQueryable<Edition> Living() => editions.Where(edition => Alive.Contains(edition.State) || (edition.State == EditionState.Withdrawn && edition.Retirement == Retirement.Notice));

        /// <summary>The living ones that name the file.</summary>
        public IQueryable<Edition> Naming(string file)
        {
            var name = MediaNames.Between + file + MediaNames.Between;
            return editions.Living().Where(edition => edition.MediaNames!.Contains(name));
        }

        /// <summary>Those whose files readers see or will see before those being written.</summary>
        public IOrderedQueryable<Edition> ReadersFirst() =>
            editions.OrderBy(edition => BeforeReaders.Contains(edition.State) || (edition.State == EditionState.Withdrawn && edition.Retirement == Retirement.Notice) ? 0 : 1);
    }

    extension(IQueryable<Edition> editions)
    {
        /// <summary>Those readers open at this moment: not what waits for its hour.</summary>
        public IQueryable<Edition> OpenToReaders() =>
            editions.Where(edition => edition.State == EditionState.Published || (edition.State == EditionState.Withdrawn && edition.Retirement == Retirement.Notice));
    }

    extension(Edition edition)
    {
        /// <summary>Whether readers see its files, now or by a schedule.</summary>
        public bool ShowsFiles => BeforeReaders.Contains(edition.State) || edition is { State: EditionState.Withdrawn, Retirement: Retirement.Notice };
    }

    extension(PortalDb db)
    {
        /// <summary>Every name a text before readers uses, with the captions that go with its clips.</summary>
        public async Task<HashSet<string>> MediaForReaders(CancellationToken stop) =>
            [.. (await db.Editions.AsNoTracking().OpenToReaders().Where(edition => edition.MediaNames != "").Select(edition => edition.MediaNames).ToListAsync(stop)).SelectMany(MediaNames.WithCaptions)];

        /// <summary>Every name that a living text uses.</summary>
        public async Task<HashSet<string>> MediaInUse(CancellationToken stop) =>
            [.. (await db.Editions.AsNoTracking().Living().Where(edition => edition.MediaNames != "").Select(edition => edition.MediaNames).ToListAsync(stop)).SelectMany(MediaNames.Split)];
    }

    extension(Actor actor)
    {
        /// <summary>Editors change every file; contributors those they brought themselves.</summary>
        public bool MayChange(MediaFile file) =>
            actor.Can(Deed.ManageMedia) && (actor.UnitsFor(Deed.ManageMedia) is null || file.UploaderId == actor.PersonId);

        /// <summary>The folders this person may put files into: units, and for editors the common one.</summary>
        public IReadOnlyList<string> MediaFolders(SiteMap site) => actor.UnitsFor(Deed.ManageMedia) is { } units
            ? [.. site.Units.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Code)]
            : [MediaFile.CommonFolder, .. site.Units.Where(unit => unit.Kind == UnitKind.Internal).Select(unit => unit.Code)];
    }
}
