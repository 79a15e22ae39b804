using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using Microsoft.Net.Http.Headers;

namespace CCHC.Portal.Web.Startup;

/// <summary>Answers for machines, each with a tag of its contents: who has them already is told so and gets nothing twice.</summary>
public static class Tagged
{
    /// <summary>How open data is written: camelCase, choices by their names, Vietnamese letters as they are.</summary>
    public static readonly JsonSerializerOptions JsonWriting = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // never put into a page: its type and nosniff say that it is data
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Api.DataDocument.OnlyDeclared } },
    };

    public static IResult Xml(Action<XmlWriter> write, string type)
    {
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false }))
        {
            write(writer);
        }
        return Bytes(text.ToArray(), type + "; charset=utf-8");
    }

    public static IResult Json(object answer) => Bytes(JsonSerializer.SerializeToUtf8Bytes(answer, JsonWriting), "application/json; charset=utf-8");

    // The mark goes before the first letter, or spreadsheets read Vietnamese wrongly.
    public static IResult Csv(string text, string name) => Bytes([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);

    // Weak: the same words may come compressed.
    private static IResult Bytes(byte[] bytes, string type, string? name = null) =>
        Results.Bytes(bytes, type, name, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..12])}\"", isWeak: true));
}
