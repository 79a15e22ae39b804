using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Portal.Content;

/// <summary>One kind of content as the portal works with it, read once from the declaration on its record.</summary>
public sealed class ContentType
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private ContentType(Type body, ContentTypeAttribute declared)
    {
        Body = body;
        Key = declared.Key;
        Path = declared.Path;
        Vi = declared.Vi;
        En = declared.En;
        ListOnly = declared.ListOnly;
        Complete = declared.Complete;
        Approvals = declared.Approvals;
        Sought = declared.Sought / 100f;
        CheckEveryMonths = declared.CheckEveryMonths > 0 ? declared.CheckEveryMonths : null;
        Folder = declared.Folder ?? declared.Key + "s";
        View = body.Name;
        Fields = ContentField.Declared(body);
    }

    public string Key { get; }
    public string Path { get; }
    public string Vi { get; }
    public string En { get; }
    public string Folder { get; }
    public bool ListOnly { get; }

    /// <summary>Not even a draft is kept while something readers need is missing.</summary>
    public bool Complete { get; }

    /// <summary>How many people must agree before it goes out, at the least.</summary>
    public int Approvals { get; }

    /// <summary>How much more than other kinds it is what residents look for.</summary>
    public float Sought { get; }

    /// <summary>The type's habit of being looked at again, in months; an item may have its own.</summary>
    public int? CheckEveryMonths { get; }

    /// <summary>The reading view: Types/_{View}.cshtml.</summary>
    public string View { get; }

    public Type Body { get; }
    public IReadOnlyList<ContentField> Fields { get; }

    public static ContentType Of<T>() where T : ContentBody =>
        new(typeof(T), typeof(T).GetCustomAttribute<ContentTypeAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name} lacks [ContentType]."));

    public string NameIn(string culture) => culture == "en" ? En : Vi;

    public string AddressOf(string slug) => ListOnly ? $"/{Path}#{slug}" : $"/{Path}/{slug}";

    public ContentBody Read(string json) => (ContentBody)JsonSerializer.Deserialize(json, Body, Json)!;

    public string Write(ContentBody body) => JsonSerializer.Serialize(body, Body, Json);

    /// <summary>What readers still lack before this may be published, in Vietnamese; field names where one is to blame.</summary>
    public IEnumerable<(string? Field, string Words)> Missing(ContentBody body) =>
        Fields.Select(field => ((string?)field.Name, field.Missing(body))).Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))
            .Concat(body.Problems().Select(words => ((string?)null, words)));

    public ContentBody Empty() => (ContentBody)Activator.CreateInstance(Body)!;
}
