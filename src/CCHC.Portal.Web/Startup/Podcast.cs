using System.Globalization;
using System.Text;
using System.Xml;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The recordings as a podcast: RSS 2.0 with what Apple's directory and its readers ask for.</summary>
public static class Podcast
{
    private const int Newest = 100;
    private const string Apple = "http://www.itunes.com/dtds/podcast-1.0.dtd", Link = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> Answer(PortalDb db, Visit visit, MediaShelf shelf, FileStore files, CancellationToken stop)
    {
        var media = await shelf.Of(visit.Site.Id, stop);
        var editions = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Audio).ForReader(visit.Culture).Newest().Take(Newest).ToListAsync(stop);
        var episodes = editions.Select(edition => (edition, audio: edition.As<Audio>())).Select(pair => Episode.Of(pair.edition, pair.audio, media, files)).OfType<Episode>().ToList();
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Write(xml, visit, editions, episodes, media);
        }
        return Results.Bytes(text.ToArray(), "application/rss+xml; charset=utf-8");
    }

    private static void Write(XmlWriter xml, Visit visit, List<Edition> editions, List<Episode> episodes, IReadOnlyDictionary<string, MediaFile> media)
    {
        var site = visit.Site.Profile;
        var home = site.BaseUrl + (visit.IsEnglish ? "/en" : "");
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "itunes", null, Apple);
        xml.WriteAttributeString("xmlns", "atom", null, Link);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", $"{site.NameIn(visit.Culture)}: {(visit.IsEnglish ? "audio" : "phát thanh")}");
        xml.WriteElementString("link", home + "/am-thanh");
        xml.WriteElementString("description", site.BodyIn(visit.Culture));
        xml.WriteElementString("language", visit.Culture);
        xml.WriteElementString("lastBuildDate", Date(editions.Count == 0 ? DateTimeOffset.UnixEpoch : editions.Max(edition => edition.ChangedAt)));
        xml.WriteStartElement("link", Link);
        xml.WriteAttributeString("href", home + "/am-thanh/podcast.xml");
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        xml.WriteElementString("author", Apple, site.BodyIn(visit.Culture));
        xml.WriteElementString("explicit", Apple, "false");
        xml.WriteElementString("type", Apple, "episodic");
        xml.WriteStartElement("category", Apple);
        xml.WriteAttributeString("text", "Government");
        xml.WriteEndElement();
        if (site.Email != "")
        {
            xml.WriteStartElement("owner", Apple);
            xml.WriteElementString("name", Apple, site.ResponsibleIn(visit.Culture));
            xml.WriteElementString("email", Apple, site.Email);
            xml.WriteEndElement();
        }
        if (editions.Select(edition => edition.Body.Cover).FirstOrDefault(cover => cover is not null && media.ContainsKey(cover)) is { } picture)
        {
            Image(xml, site.BaseUrl + (media[picture] is var file && file.HasCopy("1600.jpg") ? file.Address("1600.jpg") : file.Address()));
        }
        foreach (var episode in episodes)
        {
            Item(xml, episode, home, site.BaseUrl);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, Episode episode, string home, string host)
    {
        var (edition, audio) = (episode.Edition, episode.Audio);
        xml.WriteStartElement("item");
        xml.WriteElementString("title", edition.Title);
        xml.WriteElementString("link", edition.AddressAt(host));
        xml.WriteElementString("description", edition.Summary);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString("urn:uuid:" + edition.ItemId);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Date(edition.PublishedAt ?? edition.ChangedAt));
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", host + episode.Address);
        xml.WriteAttributeString("length", episode.Bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", episode.Type);
        xml.WriteEndElement();
        if (episode.Seconds is { } seconds)
        {
            xml.WriteElementString("duration", Apple, seconds.ToString(CultureInfo.InvariantCulture));
        }
        if (audio.Episode is { } number)
        {
            xml.WriteElementString("episode", Apple, number.ToString(CultureInfo.InvariantCulture));
        }
        xml.WriteElementString("episodeType", Apple, "full");
        xml.WriteElementString("explicit", Apple, "false");
        xml.WriteEndElement();
    }

    private static void Image(XmlWriter xml, string address)
    {
        xml.WriteStartElement("image", Apple);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A recording that can be fetched, with its size: a podcast without one is refused.</summary>
    private sealed record Episode(Edition Edition, Audio Audio, string Address, string Type, long Bytes, int? Seconds)
    {
        public static Episode? Of(Edition edition, Audio audio, IReadOnlyDictionary<string, MediaFile> media, FileStore files)
        {
            if (!media.TryGetValue(audio.File, out var file) || (!file.ServesMaster && file.Made == ""))
            {
                return null;   // not prepared yet
            }
            var copy = new[] { "sound.mp3", "sound.m4a" }.FirstOrDefault(file.HasCopy);
            return files.PathFor(file.StoreKey(copy)) is { } path
                ? new Episode(edition, audio, copy is null ? file.Address() : file.Address(copy), copy is null ? file.ContentType : MediaShelf.TypeOf(copy), new FileInfo(path).Length, file.Seconds)
                : null;
        }
    }
}
