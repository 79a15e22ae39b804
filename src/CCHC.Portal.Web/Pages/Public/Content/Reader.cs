using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>Gathers what stands around an edition, live or not: public pages, previews and old versions read alike.</summary>
public sealed class Reader(PortalDb db, Visit visit, MediaShelf shelf, NoticeBoard board, TimeProvider clock)
{
    private const int Beside = 5, MostOfATopic = 2_000;

    /// <summary>The edition with its item and topics loaded, ready for the partial _Reading.</summary>
    public async Task<Reading> Open(Edition edition, CancellationToken stop)
    {
        edition = edition.State is EditionState.Retired or EditionState.Withdrawn ? edition : (await db.WithFigures([edition], stop))[0];
        var body = edition.Body;
        var chain = body is LegalDocument document ? await db.DocumentChain(stop, (edition.Item!.Key, document)) : null;
        var (topics, related, documents) = await Around(edition, body, chain, stop);
        return new Reading(edition, body, visit.Site, clock.GetUtcNow())
        {
            IsTranslated = edition.Culture == visit.Culture,
            VietnameseTitle = edition.Culture == "vi" ? edition.Title : await db.Editions.AsNoTracking().Live().Where(e => e.ItemId == edition.ItemId && e.Culture == "vi").Select(e => e.Title).FirstOrDefaultAsync(stop) ?? edition.Title,
            Owner = visit.Site.UnitByCode(edition.Item?.OwnerUnit)?.NameIn(visit.Culture),
            Image = body.Cover is { } cover && (await shelf.Of(visit.Site.Id, stop)).TryGetValue(cover, out var picture) ? picture.PlainAddress() : null,
            Topics = topics,
            Related = related,
            Documents = documents,
            Named = await NamedBy(body, stop),
            Templates = await TemplatesOf(body, stop),
            Chain = chain,
            Papers = await db.PaperOutcomes([.. (body as LegalDocument)?.Files.Select(file => file.File) ?? []], stop),
            Notices = body is OneStopSite && edition.Item is { } place ? [.. (await board.AboutPlaces(visit.Site.Id))[place.Key]] : [],
            Changes = await ChangesOf(edition, stop),
            Shelves = body is Topic ? await Shelves(edition, stop) : [],
            Tallies = body is Survey survey ? SurveyTally.Of(survey, await Asked(edition, survey, stop), await db.CountsOf(edition.ItemId, stop)) : [],
        };
    }

    /// <summary>The way through a life event, with the page that is open.</summary>
    public async Task<Journey?> Way(Edition life, Guid? open, CancellationToken stop) => Journey.Of(life, await NamedBy(life.Body, stop), open);

    /// <summary>The survey in the words in which answers are kept: the Vietnamese ones.</summary>
    private async Task<Survey> Asked(Edition edition, Survey survey, CancellationToken stop) => edition.Culture == "vi" ? survey
        : (await db.Editions.AsNoTracking().Live().SingleOrDefaultAsync(e => e.ItemId == edition.ItemId && e.Culture == "vi", stop))?.As<Survey>() ?? survey;

    private async Task<IReadOnlyList<TopicShelf>> Shelves(Edition topic, CancellationToken stop)
    {
        var (key, kinds) = (topic.Item?.Key ?? "", TopicShelf.Kinds.Select(kind => kind.Kind.Key).ToList());
        return TopicShelf.Of(key, await db.Editions.AsNoTracking().Live().ForReader(visit.Culture).Where(e => kinds.Contains(e.Type)).About((await db.TopicTree(stop)).With(key)).Newest().Take(MostOfATopic).ToListAsync(stop));
    }

    private async Task<IReadOnlyList<Edition>> NamedBy(ContentBody body, CancellationToken stop)
    {
        var names = body.Names().ToHashSet();
        var (types, keys) = (names.Select(name => name.Type).Distinct().ToList(), names.Select(name => name.Key).Distinct().ToList());
        return names.Count == 0 ? [] : [.. (await db.Editions.AsNoTracking().Include(e => e.Item).Live().ForReader(visit.Culture)
            .Where(e => types.Contains(e.Type) && keys.Contains(e.Item!.Key)).ToListAsync(stop)).Where(e => names.Contains((e.Type, e.Item!.Key)))];
    }

    private async Task<IReadOnlyDictionary<string, MediaFile>> TemplatesOf(ContentBody body, CancellationToken stop)
    {
        var names = body switch { Procedure procedure => procedure.Papers.SelectMany(paper => paper.TemplateFiles()), LegalDocument document => document.Files.Select(file => file.File), _ => [] };
        var files = await shelf.Of(visit.Site.Id, stop);
        return names.Distinct().Where(files.ContainsKey).ToDictionary(name => name, name => files[name]);
    }

    /// <summary>Procedures people do today: for a life event all of its own, else those nearest to this one.</summary>
    private async Task<IReadOnlyList<Edition>> Procedures(Edition edition, ContentBody body, CancellationToken stop)
    {
        var all = (await db.Editions.AsNoTracking().Include(e => e.Item).Live().OfType(ContentTypes.Procedure).ForReader(visit.Culture).OrderBy(e => e.Title).ToListAsync(stop))
            .Where(e => e.ItemId != edition.ItemId).Select(e => (Edition: e, Procedure: e.As<Procedure>())).Where(pair => !pair.Procedure.IsGone);
        return body is Procedure own
            ? [.. all.OrderByDescending(pair => pair.Procedure.LifeEvents.Intersect(own.LifeEvents).Count()).ThenByDescending(pair => pair.Procedure.Field == own.Field).Take(Beside).Select(pair => pair.Edition)]
            : [.. all.Where(pair => pair.Procedure.LifeEvents.Contains(edition.Item!.Key)).Select(pair => pair.Edition)];
    }

    private async Task<IReadOnlyList<(DateOnly Day, string Note)>> ChangesOf(Edition edition, CancellationToken stop)
    {
        var changes = await db.Editions.AsNoTracking().Where(e => e.ItemId == edition.ItemId && e.Culture == edition.Culture && e.ChangeNote != "" && e.LiveAt != null && e.Number <= edition.Number)
            .OrderByDescending(e => e.Number).Take(20).Select(e => new { e.LiveAt, e.ChangeNote }).ToListAsync(stop);
        return [.. changes.Select(change => (VietnamTime.Day(change.LiveAt!.Value), change.ChangeNote))];
    }

    private async Task<(IReadOnlyList<Edition>, IReadOnlyList<Edition>, IReadOnlyList<Edition>)> Around(Edition edition, ContentBody body, DocumentChain? chain, CancellationToken stop)
    {
        var keys = edition.Topics.Select(topic => topic.Topic).ToList();
        var live = db.Editions.AsNoTracking().Include(e => e.Item).Live().ForReader(visit.Culture);
        var topics = await live.OfType(ContentTypes.Topic).Where(e => keys.Contains(e.Item!.Key)).ToListAsync(stop);
        if (edition.Kind == ContentTypes.Topic)
        {
            var under = (await db.TopicTree(stop)).With(edition.Item?.Key ?? "");
            return (topics,
                await live.Where(e => e.Type == "article" || e.Type == "guide" || e.Type == "reformModel").About(under).Newest().Take(24).ToListAsync(stop),
                await live.OfType(ContentTypes.LegalDocument).About(under).Newest().Take(10).ToListAsync(stop));
        }
        if (chain is not null)
        {
            var named = chain.Around(edition.Item!.Key);
            return (topics, [], await live.OfType(ContentTypes.LegalDocument).Where(e => named.Contains(e.Item!.Key)).ToListAsync(stop));
        }
        if (body is Procedure or LifeEvent)
        {
            return (topics, await Procedures(edition, body, stop), []);
        }
        return (topics,
            await live.OfType(edition.Kind).Where(e => e.ItemId != edition.ItemId)
                .OrderByDescending(e => e.Topics.Any(t => keys.Contains(t.Topic))).ThenByDescending(e => e.PublishedAt).Take(Beside).ToListAsync(stop), []);
    }
}
