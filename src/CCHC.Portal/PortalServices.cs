using System.ComponentModel.DataAnnotations;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.MailIn;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Sheets;
using CCHC.Portal.Jobs;
using CCHC.Portal.Operations;
using CCHC.Portal.Operations.Incidents;
using CCHC.Portal.People;
using CCHC.Portal.Plans;
using CCHC.Portal.Sealed;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal;

/// <summary>The table of contents: every room with what it offers, in floor order.</summary>
public static class PortalServices
{
    public static readonly PortalModel Model = new(
    [
        SitesMapping.Map, PeopleMapping.Map,
        ChannelsMapping.Map, SearchMapping.Map,
        ContentMapping.Map, PaperQueries.Map, LinkQueries.Map, ReadersMapping.Map, NoticesMapping.Map, SheetImportMapping.Map, CasesMapping.Map, ConflictQueries.Map, AnswerQueries.Map, CaseLinkMapping.Map, RedactedOriginalMapping.Map, PictureMapping.Map, SupportingMapping.Map, ChoreQueries.Map,
        SenderMapping.Map, AskingMapping.Map, FigureQueries.Map, RetentionMapping.Map, ExchangeMapping.Map, MailInMapping.Map, ObstacleQueries.Map, IncidentMapping.Map,
    ]);

    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration)
    {
        // 2  Storage · Jobs
        var storage = configuration.Read<StorageSettings>("Storage");
        services.AddSingleton(TimeProvider.System).AddSingleton(storage).AddSingleton(Model);
        services.AddDbContext<PortalDb>((all, options) => { options.Use(storage, "portal"); options.AddInterceptors(new LocksOutbox(all.GetRequiredService<Vault>()), new HistoryKeeping(all.GetRequiredService<CaseHeads>()), new NothingWaitsAlone(all.GetRequiredService<TimeProvider>())); });
        services.AddSingleton(_ => new Vault(storage.KeysIn, "portal"));
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<CaseHeads>(all, storage.KeysIn));
        services.AddSingleton(_ => new FileStore(storage.Under("files")));
        services.AddSingleton(_ => new Arrivals(storage.Under("files")));
        services.AddSingleton<Nudge>();
        services.AddSingleton<IJob>(all => ActivatorUtilities.CreateInstance<DoChoresJob>(all, false)).AddSingleton<IJob>(all => ActivatorUtilities.CreateInstance<DoChoresJob>(all, true));

        // 3  People · Sites
        services.AddSingleton<SiteDirectory>().AddSingleton<IJob, ReloadSitesJob>();
        services.AddSingleton(configuration.Read<PeopleSettings>("People"));
        services.AddSingleton<IPasswordHasher<Person>, Argon2Passwords>();
        services.AddSingleton(_ => new AuditHeads(storage.KeysIn)).AddScoped<AuditChain>().AddSingleton<IJob, ChainAuditJob>();

        // 4  Channels · Search
        services.AddSingleton(configuration.Read<MailSettings>("Mail"));
        services.AddSingleton(configuration.Read<TextSettings>("Text"));
        services.AddSingleton<SendMail>().AddSingleton<IDeliver>(all => all.GetRequiredService<SendMail>()).AddSingleton<IDeliver, SendText>();
        services.AddSingleton(configuration.Read<MailboxSettings>("Mailbox")).AddSingleton<IMailbox, ImapMailbox>();
        services.AddSingleton<IJob, DeliverOutboxJob>();
        services.AddSingleton<SearchIndexes>().AddSingleton<Thesauri>().AddSingleton<IndexWatchers>();
        services.AddSingleton<KeepIndexJob>().AddSingleton<IJob>(all => all.GetRequiredService<KeepIndexJob>());
        services.AddSingleton(all => new ProofOfWork(all.GetRequiredService<Vault>().KeyFor("proof-of-work"), all.GetRequiredService<TimeProvider>()));

        // 5  Content · Cases · Sealed
        services.AddSingleton<ISearchSource, ContentSearch>();
        services.AddScoped<Review>().AddScoped<Publishing>();
        var media = configuration.Read<MediaSettings>("Media");
        services.AddSingleton(media).AddSingleton(new Ffmpeg(media.Ffmpeg));
        services.AddSingleton<MediaShelf>().AddScoped<MediaIntake>();
        services.AddSingleton<IDoChore, DrawPicture>().AddSingleton<IDoChore, PrepareClip>().AddSingleton<IDoChore, ReadPaper>();
        services.AddSingleton<IJob, SweepMediaJob>().AddSingleton<IJob, ScanMediaJob>().AddSingleton<IJob, ScanAttachmentsJob>();
        var scanner = string.IsNullOrWhiteSpace(media.ClamAv) ? null : ClamAv.Where(media.ClamAv);
        services.AddSingleton<IScanFiles>(all => scanner is null ? new NoScanner() : ActivatorUtilities.CreateInstance<ClamAv>(all, scanner));
        services.AddSingleton<IJob, PublishScheduledJob>();
        services.AddSingleton(configuration.Read<LinkSettings>("Links")).AddSingleton<LinkVisitor>().AddSingleton<IJob, CheckLinksJob>();
        services.AddSingleton<PageCounter>().AddSingleton<KeepViewsJob>().AddSingleton<IJob>(all => all.GetRequiredService<KeepViewsJob>());
        services.AddSingleton<NoticeBoard>().AddScoped<Posting>();
        services.AddSingleton(configuration.Read<CasesSettings>("Cases"));
        services.AddSingleton<CaseCodes>().AddSingleton<Deadlines>().AddSingleton<DraftFiles>();
        services.AddScoped<Conflicts>().AddScoped<Accusing>().AddScoped<Routing>().AddScoped<RoutingChanges>().AddScoped<CaseMails>().AddScoped<MergedCases>().AddScoped<LikelyCases>().AddScoped<LikeAnswers>().AddScoped<Intake>().AddScoped<Erasing>().AddScoped<ProvingHistories>();
        services.AddSingleton<IJob, SweepDraftFilesJob>();
        services.AddSingleton<AskingAgain>().AddScoped<Figures>().AddScoped<Anonymising>().AddScoped<PromiseBoard>().AddScoped<Disclosure>();
        services.AddSingleton<ISearchSource, AnswerSearch>();
        services.AddScoped<Purging>().AddSingleton<IJob, RemindRetentionJob>();
        services.AddScoped<Recounting>().AddScoped<CalendarChanges>().AddScoped<Proving>();
        services.AddSingleton<IJob, RemindJob>().AddSingleton<IJob, ProveClocksJob>().AddSingleton<IJob, ProveHistoriesJob>();
        services.AddSingleton(configuration.Read<ExchangeSettings>("Exchange")).AddSingleton<PeerDoor>().AddScoped<PeerPapers>().AddSingleton<IJob, TellPeersJob>();
        services.AddScoped<ObstacleMails>();
        services.AddScoped<LetterPapers>().AddSingleton<IDeliver, SendReceiptMail>();
        var sealedSettings = configuration.Read<SealedSettings>("Sealed");
        services.AddDbContext<SealedDb>(options => options.Use(storage, "sealed"));
        services.AddSingleton(sealedSettings).AddSingleton(_ =>
        {
            var box = new Vault(sealedSettings.KeyFolder ?? storage.KeysIn, "sealed");
            return new SealedVault(box, new SealedRing(sealedSettings.KeyFolder ?? storage.KeysIn, box));
        });
        services.AddSingleton(_ => new SealedHeads(sealedSettings.KeyFolder ?? storage.KeysIn));
        services.AddScoped<SealedLog>().AddScoped<SealedStore>().AddScoped<SealedMailbox>().AddScoped<SealedRetention>();

        // 6  Operations
        services.AddSingleton<PortalBackup>().AddSingleton<IJob, RemindIncidentJob>();
        services.AddScoped<Accused>().AddScoped<Sealing>().AddScoped<Readership>().AddScoped<Exchanging>().AddScoped<TakingMail>().AddSingleton<IJob, TakeMailJob>();
        services.AddScoped<Seeding>().AddScoped<Exporting>().AddScoped<Preparation>().AddScoped<DemoPeople>().AddScoped<DemoTexts>().AddScoped<DemoCases>();
        return services;
    }

    /// <summary>The settings of a room, from the section of its name; a wrong one stops the start with a sentence.</summary>
    public static T Read<T>(this IConfiguration configuration, string section) where T : new()
    {
        var settings = configuration.GetSection(section).Get<T>() ?? new T();
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true))
        {
            throw new InvalidOperationException($"Setting {section} is wrong: {string.Join(" ", problems.Select(problem => problem.ErrorMessage))}");
        }
        return settings;
    }
}
