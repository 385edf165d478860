using System.Globalization;
using System.Text;
using System.Xml;
using Content.AspNetCore.Addresses;
using Content.AspNetCore.Sites;
using Microsoft.AspNetCore.Http;

namespace Content.AspNetCore.Sitemaps;

/// <summary>Writes a site map as sitemaps.org has it.</summary>
internal static class SitemapWriter
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Write(ContentSitemap map, ContentSite site, HttpRequest request)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var catalog = site.Catalogs.FirstOrDefault();
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var (url, changed) in map.Added.SelectMany(added => added()))
                WritePage(request.Absolute(catalog, url), changed, null);
            foreach (var route in site.Routes.Where(route => !route.IsProtected))
            {
                foreach (var entry in route.Entries)
                {
                    if (entry.IsPublished && (map.Where?.Invoke(entry) ?? true))
                        WritePage(request.Absolute(route.Catalog, entry.Url), map.LastModified?.Invoke(entry), map.Priority?.Invoke(entry));
                }
            }

            xml.WriteEndElement();

            void WritePage(string address, DateOnly? changed, double? priority)
            {
                if (!listed.Add(address))
                    return;
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, address);
                if (changed is { } day)
                    xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (priority is { } weight)
                    xml.WriteElementString("priority", Namespace, Math.Clamp(weight, 0, 1).ToString("0.0##", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
        }

        return stream.ToArray();
    }
}
