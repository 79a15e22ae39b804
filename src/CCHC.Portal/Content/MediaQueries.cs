using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

public static class MediaQueries
{
    // What readers see or will see by itself, and what somebody is still writing.
    private static readonly EditionState[] Alive = [EditionState.Published, EditionState.Scheduled, EditionState.InReview, EditionState.Draft];

    extension(IQueryable<Edition> editions)
    {
        /// <summary>Those that name the file and are read, will be, or are being written.</summary>
        public IQueryable<Edition> Naming(string file)
        {
            var name = MediaNames.Between + file + MediaNames.Between;
            return editions.Where(edition => Alive.Contains(edition.State) && edition.MediaNames!.Contains(name));
        }

        /// <summary>Those before readers now or by a schedule.</summary>
        public IQueryable<Edition> ForReaders() => editions.Where(edition => edition.State == EditionState.Published || edition.State == EditionState.Scheduled);
    }

    extension(PortalDb db)
    {
        /// <summary>Every name that a living text uses.</summary>
        public async Task<HashSet<string>> MediaInUse(CancellationToken stop) =>
            [.. (await db.Editions.AsNoTracking().Where(edition => Alive.Contains(edition.State) && edition.MediaNames != "").Select(edition => edition.MediaNames).ToListAsync(stop)).SelectMany(MediaNames.Split)];
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
