using System.Text.Json;
using Microsoft.Playwright;

namespace Content.Site.Tests;

/// <summary>What a page must have for people who do not see it, do not hit small things, or only have a keyboard: checks as Lighthouse and axe make them.</summary>
internal static class Audit
{
    private static readonly HashSet<string> namedRoles = new(
        ["link", "button", "textbox", "searchbox", "combobox", "listbox", "option", "image", "heading", "navigation", "region", "checkbox"], StringComparer.Ordinal);

    /// <summary>Landmarks that a reader chooses from a list, where two of one name cannot be told apart.</summary>
    private static readonly HashSet<string> landmarks = new(["navigation", "search", "region", "main", "banner", "contentinfo", "complementary"], StringComparer.Ordinal);

    /// <summary>Says what is wrong with the page that is shown.</summary>
    public static async Task<IReadOnlyList<string>> Run(IPage page) => [.. await page.EvaluateAsync<string[]>(Script), .. await FindNameless(page)];

    /// <summary>The names that a screen reader is given, as the browser itself has computed them.</summary>
    private static async Task<IEnumerable<string>> FindNameless(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Accessibility.enable");
        var answer = await session.SendAsync("Accessibility.getFullAXTree");
        await session.DetachAsync();
        var nodes = answer!.Value.GetProperty("nodes").EnumerateArray().Where(node => !node.GetProperty("ignored").GetBoolean())
            .Select(node => (Role: Text(node, "role"), Name: Text(node, "name").Trim())).ToArray();
        Assert.Contains(nodes, node => node.Role == "link");
        return [
            .. nodes.Where(node => namedRoles.Contains(node.Role) && node.Name.Length == 0).Select(node => $"a {node.Role} without a name"),
            .. nodes.Where(node => landmarks.Contains(node.Role)).GroupBy(node => node).Where(group => group.Count() > 1).Select(group => $"{group.Count()} landmarks are {group.Key.Role} '{group.Key.Name}'"),
            .. ((string[])["main", "banner", "contentinfo"]).Where(role => nodes.All(node => node.Role != role)).Select(role => $"no {role}"),
        ];

        static string Text(JsonElement node, string property) =>
            node.TryGetProperty(property, out var value) && value.TryGetProperty("value", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }

    private const string Script = """
        () => {
          const complaints = [];
          const say = (text, element) => complaints.push(element ? `${text}: ${element.outerHTML.slice(0, 140)}` : text);
          const root = document.documentElement;
          if (!root.lang) say("no language");
          if (!document.title.trim()) say("no title");
          const description = document.querySelector("meta[name=description]")?.content ?? "";
          if (description.length < 10 || description.length > 200) say(`a description of ${description.length} characters`);
          const viewport = document.querySelector("meta[name=viewport]")?.content ?? "";
          if (!viewport.includes("width=device-width") || /user-scalable=no|maximum-scale/.test(viewport)) say(`viewport '${viewport}'`);

          const isShown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
          const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(isShown);
          if (headings.filter(heading => heading.matches("h1")).length !== 1) say("not one first heading");
          headings.forEach((heading, place) => {
            const before = place === 0 ? 0 : +headings[place - 1].localName[1];
            if (+heading.localName[1] > before + 1) say(`after level ${before}`, heading);
          });

          for (const image of document.images) {
            if (!image.hasAttribute("alt")) say("no alternative text", image);
            if (!image.getAttribute("width") || !image.getAttribute("height")) say("no size, so that the page moves", image);
          }
          for (const attribute of ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "for", "popovertarget"]) {
            for (const element of document.querySelectorAll(`[${attribute}]`)) {
              for (const id of element.getAttribute(attribute).split(" ").filter(id => id))
                if (!document.getElementById(id)) say(`${attribute} names nothing`, element);
            }
          }
          const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
          for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) say(`two elements have the id '${id}'`);
          for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) say("an order of its own", element);
          for (const element of document.querySelectorAll("[aria-hidden=true]"))
            if (element.matches("a, button, input, [tabindex]") || element.querySelector("a, button, input, [tabindex]")) say("hidden, but the keyboard gets there", element);
          for (const list of document.querySelectorAll("ul, ol"))
            for (const child of list.children) if (!child.matches("li, script, template")) say("no item of a list", child);
          for (const table of document.querySelectorAll("table")) if (isShown(table) && !table.querySelector("th")) say("no cell is a heading", table);

          // All text is in a landmark; the link that skips is before the first.
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !isShown(element) || element.closest("main, header, footer, nav, [role=search], script, style")) continue;
            if (!element.matches(".skip, .side-button")) say("text outside of every landmark", element);
          }
          for (const element of document.body.querySelectorAll("*")) {
            if (!isShown(element)) continue;
            const style = getComputedStyle(element);
            if ([...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && parseFloat(style.fontSize) < 12) say(`text of ${style.fontSize}`, element);
            if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth && element.tabIndex < 0 && !element.querySelector("a[href], button, input")) say("scrolls, but not by keyboard", element);
            if (element.matches("main p a[href], main li a[href]") && style.textDecorationLine === "none" && style.display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim())
              say("a link in a text that only its colour tells", element);
          }

          // WCAG 2.5.8: 24 by 24 pixels, or as much room around; a link in a sentence is as large as its text.
          const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(isShown).map(element => {
            // All of a result leads where its link does.
            const box = (element.closest("[role=option]") ?? element).getBoundingClientRect();
            return { element, box, x: box.x + box.width / 2, y: box.y + box.height / 2, isSmall: box.width < 23.9 || box.height < 23.9 };
          });
          const isCovered = ({ element, x, y }) => {
            const top = document.elementFromPoint(x, y);
            return top && !element.contains(top) && !top.contains(element);
          };
          const isInSentence = element => getComputedStyle(element).display === "inline"
            && [...element.parentElement.childNodes].some(node => node !== element && node.textContent.trim() && (node.nodeType === 3 || !node.matches?.("a, button")));
          for (const target of targets.filter(target => target.isSmall && !isInSentence(target.element) && !isCovered(target))) {
            const near = targets.find(other => {
              if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return false;
              // A list that is open lies over the page.
              if (other.element.closest("[role=listbox]") !== target.element.closest("[role=listbox]")) return false;
              if (other.isSmall) return Math.hypot(other.x - target.x, other.y - target.y) < 24;
              const [dx, dy] = [Math.max(other.box.left - target.x, 0, target.x - other.box.right), Math.max(other.box.top - target.y, 0, target.y - other.box.bottom)];
              return Math.hypot(dx, dy) < 12;
            });
            if (near) say(`${Math.round(target.box.width)} by ${Math.round(target.box.height)} pixels, too near to the next`, target.element);
          }
          return complaints;
        }
        """;
}
