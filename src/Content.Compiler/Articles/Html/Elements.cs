namespace Content.Compiler.Articles.Html;

/// <summary>The elements of HTML.</summary>
internal static class Elements
{
    private const int Buckets = 256;

    private static readonly (string Name, ElementTraits Traits)[][] byName = Build();

    /// <summary>What is known of the element with this name.</summary>
    public static ElementTraits Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            return ElementTraits.None;
        foreach (var (known, traits) in byName[BucketOf(name)])
        {
            if (name.Is(known))
                return traits;
        }

        return ElementTraits.None;
    }

    /// <summary>Every tag is looked up, so by what costs nothing: few of the names share length, first and last letter.</summary>
    private static int BucketOf(ReadOnlySpan<char> name) => (name.Length + (name[0] | 0x20) * 5 + (name[^1] | 0x20) * 41) & (Buckets - 1);

    private static (string Name, ElementTraits Traits)[][] Build()
    {
        var traits = new Dictionary<string, ElementTraits>(StringComparer.OrdinalIgnoreCase);
        Add(ElementTraits.None,
            "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas "
            + "caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt em embed fencedframe "
            + "fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins "
            + "isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid nobr "
            + "noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp "
            + "script search section select selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table "
            + "tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp");
        Add(ElementTraits.Void,
            "area base basefont bgsound br col command embed frame hr image img input keygen link meta nextid param source spacer track wbr");
        Add(ElementTraits.OptionalEnd, "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp rb rtc html head body");
        Add(ElementTraits.EndsParagraph,
            "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp");
        Add(ElementTraits.Quiet, "pre code script style xmp listing textarea title template");
        Add(ElementTraits.Inert, "template");
        Add(ElementTraits.Boundary, "table td th caption object applet marquee template button html");
        Add(ElementTraits.TablePart, "table thead tbody tfoot tr colgroup");
        Add(ElementTraits.InTable, "caption colgroup col thead tbody tfoot tr td th script style template input form");
        Add(ElementTraits.NotNested, "a button form nobr");
        Add(ElementTraits.Foreign, "svg math");
        var buckets = new (string Name, ElementTraits Traits)[Buckets][];
        Array.Fill(buckets, []);
        foreach (var (name, known) in traits)
        {
            ref var bucket = ref buckets[BucketOf(name)];
            bucket = [.. bucket, (name, known)];
        }

        return buckets;

        void Add(ElementTraits trait, string names)
        {
            foreach (var name in names.Split(' '))
                traits[name] = traits.GetValueOrDefault(name) | trait | ElementTraits.Known;
        }
    }
}
