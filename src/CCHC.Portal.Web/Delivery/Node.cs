using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Delivery;

/// <summary>One place in the tree of published content: the home, a section for each kind, the things below it.</summary>
public sealed record Node(Guid Id, string Type, string Name, string Path, int Level, int Order, DateTimeOffset Created, DateTimeOffset Updated, Guid? Parent, Guid? Edition)
{
    public const string Home = "home", Section = "section";

    /// <summary>The type a section holds.</summary>
    public ContentType? Holds { get; init; }

    /// <summary>An address as Umbraco writes it: the language in front, a slash at the end.</summary>
    public static string PathOf(string culture, string address) => (culture == "en" ? "/en" : "") + (address == "/" ? "/" : address.TrimEnd('/') + "/");

    /// <summary>The address of a thing; what only stands in a list has a place of its own here.</summary>
    public static string PathOf(string culture, ContentType type, string slug) => PathOf(culture, $"/{type.Path}/{slug}");
}
