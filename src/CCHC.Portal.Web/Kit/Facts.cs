using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Pages.Public.Content;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Kit;

/// <summary>What a page says, in the words of schema.org: only what stands on the page too, and no figure that is a sample.</summary>
public sealed class Facts(Visit visit, Translator T, Assets assets)
{
    private string Home => visit.Site.Profile.BaseUrl + (visit.IsEnglish ? "/en" : "");

    /// <summary>The first page: whose portal this is, whom to call, and where one searches.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> OfHome(IReadOnlyList<FrameNumber> numbers)
    {
        var site = visit.Site.Profile;
        return
        [
            Thing("GovernmentOrganization", ("name", site.BodyIn(visit.Culture)), ("url", Home + "/"), ("logo", site.BaseUrl + assets[$"themes/{site.Theme}/emblem.svg"]), ("email", site.Email),
                ("parentOrganization", Named("GovernmentOrganization", site.ParentIn(visit.Culture))), ("areaServed", Named("AdministrativeArea", site.NameIn(visit.Culture))),
                ("contactPoint", numbers.Select(number => Thing("ContactPoint", ("name", number.Name), ("telephone", number.Dial), ("contactType", "customer service"))).ToList())),
            Thing("WebSite", ("name", site.NameIn(visit.Culture)), ("url", Home + "/"), ("inLanguage", visit.Culture), ("publisher", Publisher),
                ("potentialAction", Thing("SearchAction", ("target", Thing("EntryPoint", ("urlTemplate", Home + "/tim-kiem?q={search_term_string}"))), ("query-input", "required name=search_term_string")))),
        ];
    }

    /// <summary>Where one is.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> OfPath(PageHead head)
    {
        var path = new List<(string Name, string? Address)> { (T["Trang chủ"], "/") };
        if (head.UpLabel is not null)
        {
            path.Add((head.UpLabel, head.UpAddress?.TrimStart('~')));
        }
        path.Add((head.Title, null));
        return [Thing("BreadcrumbList", ("itemListElement", path.Select((step, at) => Thing("ListItem", ("position", at + 1), ("name", step.Name), ("item", step.Address is null ? null : Home + step.Address))).ToList()))];
    }

    /// <summary>One thing being read.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Of(Reading reading) => reading.Body switch
    {
        { IsGone: true } => [],
        Article article => [News(reading, article)],
        Guide guide => [HowTo(reading, guide.Steps.Select(step => (step.Title, MarkdownText.Plain(step.Text))), guide.Prepare), .. Asked(guide.Questions)],
        Procedure procedure => [Service(reading, procedure), HowTo(reading, procedure.Steps.Select(step => (step.Title, step.Text)), procedure.Papers.Select(paper => paper.Name)), .. Asked(procedure.Questions)],
        Question question => [.. Asked([new GuideQuestion { Ask = reading.Edition.Title, Answer = question.Text }])],
        OneStopSite desk => [Desk(reading, desk)],
        LegalDocument document => [Law(reading, document)],
        _ => [],
    };

    // What is not translated stands at its Vietnamese address, whatever the visitor reads in.
    private string AddressOf(Edition edition) => edition.AddressAt(visit.Site.Profile.BaseUrl);

    private Dictionary<string, object> Publisher => Thing("GovernmentOrganization", ("name", visit.Site.Profile.BodyIn(visit.Culture)), ("url", visit.Site.Profile.BaseUrl + "/"));

    private Dictionary<string, object> News(Reading reading, Article article)
    {
        var edition = reading.Edition;
        return Thing("NewsArticle", ("headline", edition.Title), ("description", edition.Summary), ("datePublished", When.Iso(edition.PublishedAt ?? edition.ChangedAt)), ("dateModified", When.Iso(edition.ChangedAt)),
            ("inLanguage", edition.Culture), ("mainEntityOfPage", AddressOf(edition)), ("author", Publisher), ("creditText", article.Byline), ("publisher", Publisher), ("image", reading.Image is null ? null : visit.Site.Profile.BaseUrl + reading.Image));
    }

    private Dictionary<string, object> HowTo(Reading reading, IEnumerable<(string Name, string Text)> steps, IEnumerable<string> supplies) =>
        Thing("HowTo", ("name", reading.Edition.Title), ("description", reading.Edition.Summary), ("inLanguage", reading.Edition.Culture),
            ("supply", supplies.Select(name => Named("HowToSupply", name)).ToList()),
            ("step", steps.Select((step, at) => Thing("HowToStep", ("position", at + 1), ("name", step.Name), ("text", step.Text == "" ? step.Name : step.Text))).ToList()));

    private static IEnumerable<Dictionary<string, object>> Asked(IReadOnlyList<GuideQuestion> questions) => questions.Count == 0 ? [] :
        [Thing("FAQPage", ("mainEntity", questions.Select(question => Thing("Question", ("name", question.Ask), ("acceptedAnswer", Thing("Answer", ("text", MarkdownText.Plain(question.Answer)))))).ToList()))];

    private Dictionary<string, object> Service(Reading reading, Procedure procedure)
    {
        var today = VietnamTime.Day(reading.Now);
        var desks = procedure.ReceivedAt.Select(key => reading.NamedAs(ContentTypes.OneStopSite, key)).OfType<Edition>()
            .Select(desk => Thing("ServiceChannel", ("name", T[DeliveryMode.Counter.Vi()]), ("serviceLocation", Thing("GovernmentOffice", ("name", desk.Title), ("url", AddressOf(desk)))))).ToList();
        if (procedure.OnlineUrl is { Length: > 0 } online)
        {
            desks.Add(Thing("ServiceChannel", ("name", T[DeliveryMode.Online.Vi()]), ("serviceUrl", online)));
        }
        var fees = procedure.Sample ? [] : procedure.FeesOn(today).Where(fee => fee.Amount is not null).Select(fee => Thing("Offer", ("name", fee.Name), ("price", fee.Amount), ("priceCurrency", "VND"))).ToList();
        return Thing("GovernmentService", ("name", reading.Edition.Title), ("alternateName", procedure.OtherNames), ("description", reading.Edition.Summary), ("url", AddressOf(reading.Edition)),
            ("identifier", procedure.HasSampleCode ? null : procedure.Code), ("serviceType", T[procedure.Field.Vi()]), ("provider", Named("GovernmentOrganization", procedure.SettledBy)),
            ("audience", Thing("Audience", ("audienceType", procedure.Who))), ("areaServed", Named("AdministrativeArea", visit.Site.Profile.NameIn(visit.Culture))),
            ("availableChannel", desks), ("offers", fees));
    }

    private Dictionary<string, object> Desk(Reading reading, OneStopSite desk) =>
        Thing("GovernmentOffice", ("name", reading.Edition.Title), ("description", reading.Edition.Summary), ("url", AddressOf(reading.Edition)), ("parentOrganization", Publisher),
            ("address", desk.Sample ? null : desk.Address), ("telephone", desk.Sample ? null : desk.Phone),
            ("openingHoursSpecification", desk.Sample ? null : desk.Week().Select(hours => Thing("OpeningHoursSpecification", ("dayOfWeek", "https://schema.org/" + hours.Day), ("opens", Clock(hours.From)), ("closes", Clock(hours.To)))).ToList()));

    private Dictionary<string, object> Law(Reading reading, LegalDocument document) =>
        Thing("Legislation", ("name", reading.Edition.Title), ("legislationIdentifier", document.Number), ("legislationType", T[document.Kind.Vi()]), ("abstract", document.Subject), ("url", AddressOf(reading.Edition)),
            ("legislationDate", document.IssuedOn is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null), ("legislationPassedBy", Named("Organization", document.Issuer)),
            ("legislationLegalForce", document.Status switch { EffectStatus.InForce => "https://schema.org/InForce", EffectStatus.Expired => "https://schema.org/NotInForce", EffectStatus.PartlyAmended => "https://schema.org/PartiallyInForce", _ => null }));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Dictionary<string, object>? Named(string type, string name) => name == "" ? null : Thing(type, ("name", name));

    // What is empty is not said.
    private static Dictionary<string, object> Thing(string type, params (string Name, object? Value)[] facts)
    {
        var thing = new Dictionary<string, object> { ["@type"] = type };
        foreach (var (name, value) in facts.Where(fact => fact.Value is not (null or "" or System.Collections.ICollection { Count: 0 })))
        {
            thing[name] = value!;
        }
        return thing;
    }
}
