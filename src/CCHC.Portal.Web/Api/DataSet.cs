using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Api;

/// <summary>One list of open data: a kind of content under a plain English name, and by what it can be narrowed.</summary>
public sealed record DataSet(string Name, ContentType Type, params IReadOnlyList<DataChoice> Choices)
{
    /// <summary>The field whose rows are the lines of the table, where the figures stand in it; else a line for each thing.</summary>
    public string? RowsOfTable { get; init; }

    /// <summary>Whether some of it may be over: then it is left out unless asked for.</summary>
    public bool MayBeGone => Type == ContentTypes.Procedure;

    public IReadOnlyList<DataParameter> Parameters => [.. DataParameter.OfLists, .. Choices.Select(choice => choice.Parameter), .. MayBeGone ? [DataParameter.Gone] : Array.Empty<DataParameter>()];

    public static readonly IReadOnlyList<DataSet> All =
    [
        new("procedures", ContentTypes.Procedure, DataChoice.Of<Procedure, ProcedureField>("field", "Lĩnh vực", "Field", body => body.Field), DataChoice.Of<Procedure, OnlineServiceLevel>("online", "Mức độ trực tuyến", "Online level", body => body.Online),
            DataChoice.Of<Procedure, ProcedureLevel>("level", "Cấp giải quyết", "Level", body => body.Level)),
        new("hotlines", ContentTypes.Hotline, DataChoice.Of<Hotline, HotlineNeed>("need", "Khi cần", "Need", body => body.Need)),
        new("one-stop", ContentTypes.OneStopSite),
        new("documents", ContentTypes.LegalDocument, DataChoice.Of<LegalDocument, LegalDocumentKind>("kind", "Loại văn bản", "Kind", body => body.Kind), DataChoice.Of<LegalDocument, EffectStatus>("status", "Tình trạng hiệu lực", "Effect status", body => body.Status)),
        new("articles", ContentTypes.Article, DataChoice.Of<Article, ArticleKind>("kind", "Thể loại", "Kind", body => body.Kind)),
        new("guides", ContentTypes.Guide),
        new("questions", ContentTypes.Question),
        new("indices", ContentTypes.Indicator) { RowsOfTable = nameof(Indicator.Years) },
        new("goals", ContentTypes.YearGoals) { RowsOfTable = nameof(YearGoals.Goals) },
        new("one-stop-figures", ContentTypes.DossierFigures) { RowsOfTable = nameof(DossierFigures.Periods) },
        new("moved-duties", ContentTypes.MovedDuty, DataChoice.Of<MovedDuty, MovedKind>("kind", "Loại", "Kind", body => body.Moved)),
        new("disclosures", ContentTypes.Disclosure, DataChoice.Of<Disclosure, DisclosureKind>("kind", "Loại", "Kind", body => body.Kind)),
        new("certificates", ContentTypes.QualityCertificate),
        new("life-events", ContentTypes.LifeEvent),
        new("topics", ContentTypes.Topic),
        new("models", ContentTypes.ReformModel, DataChoice.Of<ReformModel, ReformModelKind>("kind", "Loại", "Kind", body => body.Kind)),
    ];

    /// <summary>The set a kind of content is in; null when it is in none.</summary>
    public static DataSet? Holding(string type) => All.FirstOrDefault(set => set.Type.Key == type);
}

/// <summary>A choice by which a set can be narrowed.</summary>
public sealed record DataChoice(DataParameter Parameter, Func<ContentBody, string> Value)
{
    public static DataChoice Of<TBody, TChoice>(string name, string vi, string en, Func<TBody, TChoice> of) where TBody : ContentBody where TChoice : struct, Enum =>
        new(new DataParameter(name, vi, en, Enum.GetNames<TChoice>()[0]) { Choices = Enum.GetNames<TChoice>() }, body => of((TBody)body).ToString());
}
