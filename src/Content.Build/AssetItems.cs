using System.Collections.Immutable;
using Content.Compiler.Routing;
using Content.Compiler.Sites;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>Assets as the targets of static web assets want them.</summary>
internal static class AssetItems
{
    /// <summary>
    /// An item a file: its <c>RelativePath</c> is the place below the web root,
    /// its <c>ContentRoot</c> the folder that takes the web root's place while the site is developed.
    /// </summary>
    public static ITaskItem[] From(ImmutableArray<SiteAsset> assets, string projectDirectory)
    {
        var items = new ITaskItem[assets.Length];
        for (var index = 0; index < items.Length; index++)
        {
            var file = Path.GetFullPath(assets[index].Path, projectDirectory);
            var relative = assets[index].Url.TrimStart('/');
            var local = relative.Replace('/', Path.DirectorySeparatorChar);
            var root = file.EndsWith(local, StringComparison.Ordinal) ? file[..^local.Length] : projectDirectory + Path.DirectorySeparatorChar;
            var item = new TaskItem(ItemText.Escape(file));
            item.SetMetadata("RelativePath", ItemText.Escape(relative));
            item.SetMetadata("ContentRoot", ItemText.Escape(root));
            items[index] = item;
        }

        return items;
    }
}
