using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>
/// Headings that are nothing but a link to <c>#tab/id</c> begin the tabs of a group, which a thematic break ends. They are no headings then, and their
/// links lead nowhere that has to exist.
/// </summary>
internal sealed class Tabs : IMarkdownExtension
{
    private const string Prefix = "#tab/";

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Group;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.AddIfNotAlready<GroupRenderer>();
    }

    private static void Group(MarkdownDocument document)
    {
        var groups = new List<TabGroup>();
        foreach (var parent in document.Descendants<ContainerBlock>().Where(block => block is not TabGroup).Prepend(document).ToList())
            Group(parent, groups);
        var selections = new List<string[]>();
        foreach (var group in groups)
            group.Select(selections);
    }

    private static void Group(ContainerBlock parent, List<TabGroup> groups)
    {
        if (!parent.Any(block => TabOf(block) is not null))
            return;
        Block[] blocks = [.. parent];
        parent.Clear();
        TabGroup? group = null;
        Tab? tab = null;
        foreach (var block in blocks)
        {
            if (TabOf(block) is { } link)
            {
                if (group is null)
                {
                    parent.Add(group = new TabGroup(groups.Count + 1) { Span = block.Span, Line = block.Line });
                    groups.Add(group);
                }

                var names = link.Url![Prefix.Length..].Split('/');
                tab = new Tab(names[0], names.Length > 1 ? names[1] : null, link) { Span = block.Span, Line = block.Line };
                group.Add(tab);
            }
            else if (tab is not null && block is ThematicBreakBlock)
            {
                (group, tab) = (null, null);
            }
            else
            {
                ((ContainerBlock?)tab ?? parent).Add(block);
            }
        }
    }

    private static LinkInline? TabOf(Block block) =>
        block is HeadingBlock { Inline: { FirstChild: LinkInline { IsImage: false, Url: { } url } link } inline } && ReferenceEquals(inline.LastChild, link)
            && url.StartsWith(Prefix, StringComparison.Ordinal) && url.Length > Prefix.Length
            ? link
            : null;

    private sealed class TabGroup(int number) : ContainerBlock(null)
    {
        public int Number => number;

        /// <summary>The tab that is shown at first.</summary>
        public Tab? Active { get; private set; }

        /// <summary>Shows the tabs whose condition is the tab that a group before shows, and of these the one that such a group has as well.</summary>
        /// <param name="selections">The ids of the tabs that the groups before show, the one that is shown at first in front.</param>
        public void Select(List<string[]> selections)
        {
            Tab[] tabs = [.. this.OfType<Tab>()];
            foreach (var tab in tabs)
                tab.IsVisible = tab.Condition is null || selections.Exists(ids => ids[0] == tab.Condition);
            Tab[] visible = [.. tabs.Where(tab => tab.IsVisible)];
            Active = selections.Select(ids => visible.FirstOrDefault(tab => tab.Ids.Contains(ids[0], StringComparer.Ordinal))).FirstOrDefault(tab => tab is not null);
            if (Active is not null)
                return;
            Active = visible.FirstOrDefault() ?? tabs[0];
            if (visible.Length > 0)
                selections.Add([.. visible.SelectMany(tab => tab.Ids)]);
        }
    }

    /// <param name="id">What the tabs of several groups have in common.</param>
    /// <param name="condition">The tab of another group with which this one is shown; null for any.</param>
    /// <param name="title">What readers see.</param>
    private sealed class Tab(string id, string? condition, LinkInline title) : ContainerBlock(null)
    {
        public string Id => id;

        /// <summary>A tab may be that of several: <c>linux+macos</c>.</summary>
        public string[] Ids { get; } = id.Split('+');

        public bool IsVisible { get; set; } = true;

        public string? Condition => condition;

        public LinkInline Title => title;
    }

    private sealed class GroupRenderer : HtmlObjectRenderer<TabGroup>
    {
        protected override void Write(HtmlRenderer renderer, TabGroup obj)
        {
            renderer.EnsureLine();
            renderer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<div class=\"tabGroup\" id=\"tabgroup_{obj.Number}\">"));
            renderer.WriteLine("<ul role=\"tablist\">");
            foreach (var tab in obj.OfType<Tab>())
            {
                var panel = PanelOf(obj, tab);
                renderer.WriteLine(tab.IsVisible ? "<li role=\"presentation\">" : "<li role=\"presentation\" aria-hidden=\"true\" hidden=\"hidden\">");
                renderer.Write("<a href=\"#").WriteEscape(panel).Write("\" role=\"tab\" aria-controls=\"").WriteEscape(panel).Write("\" data-tab=\"").WriteEscape(tab.Id);
                if (tab.Condition is { } condition)
                    renderer.Write("\" data-condition=\"").WriteEscape(condition);
                renderer.Write(ReferenceEquals(tab, obj.Active) ? "\" tabindex=\"0\" aria-selected=\"true\">" : "\" tabindex=\"-1\">");
                renderer.WriteChildren(tab.Title);
                renderer.WriteLine("</a>");
                renderer.WriteLine("</li>");
            }

            renderer.WriteLine("</ul>");
            foreach (var tab in obj.OfType<Tab>())
            {
                renderer.Write("<section id=\"").WriteEscape(PanelOf(obj, tab)).Write("\" role=\"tabpanel\" data-tab=\"").WriteEscape(tab.Id);
                if (tab.Condition is { } condition)
                    renderer.Write("\" data-condition=\"").WriteEscape(condition);
                renderer.WriteLine(ReferenceEquals(tab, obj.Active) ? "\">" : "\" aria-hidden=\"true\" hidden=\"hidden\">");
                renderer.WriteChildren(tab);
                renderer.EnsureLine();
                renderer.WriteLine("</section>");
            }

            renderer.WriteLine("</div>");
        }

        private static string PanelOf(TabGroup group, Tab tab) =>
            string.Create(CultureInfo.InvariantCulture, $"tabpanel_{group.Number}_{tab.Id}") + (tab.Condition is { } condition ? "_" + condition : "");
    }
}
