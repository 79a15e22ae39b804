using CCHC.Portal.Content;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace CCHC.Portal.Web.Delivery;

/// <summary>A file of the library as Umbraco's media picker gives it.</summary>
public sealed record MediaPick(ImageFocalPoint? FocalPoint, IEnumerable<ImageCrop> Crops, Guid Id, string Name, string MediaType, string Url, string? Extension, int? Width, int? Height, int? Bytes, IDictionary<string, object?> Properties) : IApiMediaWithCrops
{
    private const int Middle = 500;

    /// <summary>The file at the address readers get it from; what it is called and who made it only when asked for.</summary>
    public static MediaPick Of(MediaFile file, bool expanded, Picks fields, string culture)
    {
        var copy = file.ServedCopy;
        return new(file is { FocusX: Middle, FocusY: Middle } ? null : new ImageFocalPoint(file.FocusX / 1000m, file.FocusY / 1000m), [], file.Id, file.Title == "" ? file.Name : file.Title, TypeOf(file.Kind),
            file.ServedAddress, Path.GetExtension(copy ?? file.Name).TrimStart('.'), file.Width, file.Height, file.Size is > 0 and <= int.MaxValue && copy is null ? (int)file.Size : null,
            expanded ? Words(file, culture).Where(pair => fields.Has(pair.Key)).ToDictionary() : []);
    }

    private static Dictionary<string, object?> Words(MediaFile file, string culture) => new()
    {
        ["altText"] = culture == "en" && file.AltEn != "" ? file.AltEn : file.Alt,
        ["caption"] = file.Caption,
        ["credit"] = file.Credit,
        ["licence"] = file.Licence,
        ["isIllustration"] = file.IsIllustration,
    };

    // The aliases Umbraco gives its own media types.
    private static string TypeOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "Image",
        MediaKind.Video => "umbracoMediaVideo",
        MediaKind.Audio => "umbracoMediaAudio",
        MediaKind.Document => "umbracoMediaArticle",
        _ => "File",
    };
}
