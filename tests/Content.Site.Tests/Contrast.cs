namespace Content.Site.Tests;

/// <summary>The contrast of every visible text with the colour behind it, as WCAG 2 computes it.</summary>
internal static class Contrast
{
    /// <summary>Gives the texts below 4.5, or below 3 where they are large.</summary>
    public const string Script = """
        () => {
          const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
          const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const ground = element => {
            for (let node = element; node; node = node.parentElement) {
              const color = parse(getComputedStyle(node).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
            const style = getComputedStyle(element);
            const [a, b] = [luminance(parse(style.color)), luminance(ground(element))].sort((x, y) => y - x);
            const contrast = (a + 0.05) / (b + 0.05);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
            if (contrast < (isLarge ? 3 : 4.5))
              faint.push(`${contrast.toFixed(2)} ${style.color} on ${ground(element)}: ${walker.currentNode.data.trim().slice(0, 40)}`);
          }
          return faint;
        }
        """;
}
