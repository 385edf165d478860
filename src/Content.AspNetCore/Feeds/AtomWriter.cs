using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Xml;
using Content.AspNetCore.Addresses;
using Content.AspNetCore.Markdown;
using Content.AspNetCore.Markup;
using Content.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Content.AspNetCore.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), whole entries with absolute links.</summary>
internal static class AtomWriter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(ContentFeed<T> feed, IContentCollection collection, HttpRequest request)
        where T : class, IContentEntry
    {
        var catalog = collection.Catalog;
        var self = request.Origin() + request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
        var title = feed.Title ?? request.HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        var entries = collection.Entries.Cast<T>().Where(entry => entry.IsPublished && (feed.Where?.Invoke(entry) ?? true)).Take(Math.Max(0, feed.Count))
            .Select(entry => (Entry: entry, Published: PublishedOf(feed, entry), Updated: UpdatedOf(feed, entry))).ToArray();
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Namespace);
            if (feed.Language is { Length: > 0 } language)
                xml.WriteAttributeString("xml", "lang", null, language);
            Element(xml, "id", feed.Id ?? self);
            Element(xml, "title", title);
            if (feed.Subtitle is { Length: > 0 } subtitle)
                Element(xml, "subtitle", subtitle);
            Link(xml, "self", self, "application/atom+xml");
            Link(xml, "alternate", request.Absolute(catalog, catalog.BasePath() + "/"), "text/html");
            Element(xml, "updated", Time(entries.Select(entry => entry.Updated ?? DateTimeOffset.UnixEpoch).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Person(xml, feed.Author ?? title);
            foreach (var (entry, published, updated) in entries)
                WriteEntry(xml, feed, entry, published, updated, catalog, request);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteEntry<T>(
        XmlWriter xml, ContentFeed<T> feed, T entry, DateTimeOffset? published, DateTimeOffset? updated, ContentCatalog catalog, HttpRequest request)
        where T : class, IContentEntry
    {
        var address = request.Absolute(catalog, entry.Url);
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", feed.EntryId?.Invoke(entry) ?? address);
        Element(xml, "title", feed.EntryTitle?.Invoke(entry) ?? entry.Title ?? entry.Slug);
        Link(xml, "alternate", address, "text/html");
        if (published is { } from)
            Element(xml, "published", Time(from));
        Element(xml, "updated", Time(updated ?? DateTimeOffset.UnixEpoch));
        if (feed.EntryAuthor?.Invoke(entry) is { Length: > 0 } author)
            Person(xml, author);
        foreach (var category in feed.Categories?.Invoke(entry) ?? [])
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", Legal(category));
            xml.WriteEndElement();
        }

        if ((feed.Summary?.Invoke(entry) ?? entry.Excerpt) is { Length: > 0 } summary)
            Element(xml, "summary", summary);
        if (feed.HasContent && !entry.Body.IsEmpty)
        {
            var page = new Uri(address);
            var body = entry.Body.Utf8.Span;
            var absolute = HtmlLinks.Read(body).Rewrite(body, destination => MarkdownTwin.Absolute(page, destination, request, catalog));
            xml.WriteStartElement("content", Namespace);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Legal(Encoding.UTF8.GetString(absolute)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static DateTimeOffset? PublishedOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(ContentFeed<T> feed, T entry)
        where T : class, IContentEntry => feed.Published is { } published ? published(entry) : TimeIn(entry, "Date");

    private static DateTimeOffset? UpdatedOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(ContentFeed<T> feed, T entry)
        where T : class, IContentEntry =>
        (feed.Updated is { } updated ? updated(entry) : TimeIn(entry, "Updated") ?? TimeIn(entry, "LastModified")) ?? PublishedOf(feed, entry);

    /// <summary>A field of the collection that says when, if it has one.</summary>
    private static DateTimeOffset? TimeIn<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T entry, string property) =>
        typeof(T).GetProperty(property)?.GetValue(entry) switch
        {
            DateOnly date => new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero),
            DateTimeOffset time => time,
            _ => null,
        };

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, Legal(value));

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot hold, however it is written.</summary>
    private static string Legal(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var legal = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
                legal.Append(text[index]);
            else if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                legal.Append(text[index]).Append(text[++index]);
        }

        return legal.ToString();
    }
}
