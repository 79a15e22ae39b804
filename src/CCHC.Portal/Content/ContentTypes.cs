using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Content;

/// <summary>Every kind of content this portal knows. A new kind is a record in Types and a line here.</summary>
public static class ContentTypes
{
    public static readonly ContentType
        Article = ContentType.Of<Article>(),
        Topic = ContentType.Of<Topic>(),
        Guide = ContentType.Of<Guide>(),
        Hotline = ContentType.Of<Hotline>(),
        ServiceLink = ContentType.Of<ServiceLink>(),
        OneStopSite = ContentType.Of<OneStopSite>(),
        ReformModel = ContentType.Of<ReformModel>(),
        LegalDocument = ContentType.Of<LegalDocument>(),
        Criticism = ContentType.Of<Criticism>(),
        Video = ContentType.Of<Video>(),
        Audio = ContentType.Of<Audio>(),
        Publication = ContentType.Of<Publication>(),
        Question = ContentType.Of<Question>(),
        StandingPage = ContentType.Of<StandingPage>(),
        Procedure = ContentType.Of<Procedure>(),
        LifeEvent = ContentType.Of<LifeEvent>(),
        Indicator = ContentType.Of<Indicator>(),
        YearGoals = ContentType.Of<YearGoals>(),
        Disclosure = ContentType.Of<Disclosure>(),
        QualityCertificate = ContentType.Of<QualityCertificate>(),
        MovedDuty = ContentType.Of<MovedDuty>(),
        DossierFigures = ContentType.Of<DossierFigures>(),
        Survey = ContentType.Of<Survey>();

    public static readonly IReadOnlyList<ContentType> All =
        [Article, Topic, Guide, Hotline, ServiceLink, OneStopSite, ReformModel, LegalDocument, Criticism, Video, Audio, Publication, Question, StandingPage, Procedure, LifeEvent, Indicator, YearGoals, Disclosure, QualityCertificate, MovedDuty, DossierFigures, Survey];

    private static readonly Dictionary<string, ContentType> ByKey = All.ToDictionary(type => type.Key);
    private static readonly Dictionary<string, ContentType> ByPath = All.ToDictionary(type => type.Path);

    public static ContentType Get(string key) => ByKey[key];

    public static ContentType? Find(string? key) => key is not null && ByKey.TryGetValue(key, out var type) ? type : null;

    public static ContentType? At(string path) => ByPath.GetValueOrDefault(path);
}
