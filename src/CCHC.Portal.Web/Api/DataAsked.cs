using System.Globalization;

namespace CCHC.Portal.Web.Api;

/// <summary>What was asked of a list, read against the words it knows; any other word is refused and told.</summary>
public sealed class DataAsked
{
    private readonly IQueryCollection query;

    private DataAsked(IQueryCollection query) => this.query = query;

    /// <summary>Nothing in particular.</summary>
    public static readonly DataAsked Nothing = new(QueryCollection.Empty);

    public int Page => Number("page", 1);
    public int Size => Number("size", DataParameter.UsualOfPage);
    public DateTimeOffset? UpdatedSince => Instant(Said("updatedSince"));
    public bool IncludesGone => Said("includeGone")?.Equals("true", StringComparison.OrdinalIgnoreCase) == true;

    public string? Said(string name) => query[name].ToString() is { Length: > 0 } said ? said : null;

    /// <summary>What was asked, or why it cannot be answered.</summary>
    public static (DataAsked Asked, IResult? Refusal) Of(HttpRequest request, IReadOnlyList<DataParameter> known)
    {
        var problems = new Dictionary<string, string[]>();
        foreach (var (name, values) in request.Query)
        {
            var parameter = known.FirstOrDefault(parameter => parameter.Name == name);
            var wrong = parameter is null ? $"Không có tham số “{Short(name)}” ở đây; có: {string.Join(", ", known.Select(one => one.Name))}. / There is no parameter of this name here."
                : values.Count > 1 ? $"“{name}” chỉ ghi một lần. / “{name}” may be given once."
                : parameter.Wrong(values.ToString());
            if (wrong is not null)
            {
                problems[Short(name)] = [wrong];
            }
        }
        return (new(request.Query), problems.Count == 0 ? null
            : Results.ValidationProblem(problems, title: "Tham số chưa đúng. / A parameter is not right.", detail: string.Join(" ", problems.Values.Select(words => words[0])), statusCode: StatusCodes.Status400BadRequest));
    }

    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    private int Number(string name, int unsaid) => int.TryParse(Said(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : unsaid;

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
