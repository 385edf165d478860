using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>What the attributes of one start tag say that matters: addresses, ids, alternative text.</summary>
internal struct LinkAttributes
{
    /// <summary>The value of <c>href</c>; each of these is null where the attribute is not there.</summary>
    public TextSpan? Href { get; private set; }

    /// <summary>The value of <c>src</c>.</summary>
    public TextSpan? Src { get; private set; }

    /// <summary>The value of <c>cite</c>.</summary>
    public TextSpan? Cite { get; private set; }

    /// <summary>The value of <c>poster</c>.</summary>
    public TextSpan? Poster { get; private set; }

    /// <summary>The value of <c>data</c>.</summary>
    public TextSpan? Data { get; private set; }

    /// <summary>The value of <c>srcset</c>.</summary>
    public TextSpan? SrcSet { get; private set; }

    /// <summary>The value of <c>imagesrcset</c>.</summary>
    public TextSpan? ImageSrcSet { get; private set; }

    /// <summary>The value of <c>id</c>.</summary>
    public TextSpan? Id { get; private set; }

    /// <summary>The value of <c>name</c>.</summary>
    public TextSpan? Name { get; private set; }

    /// <summary>The value of <c>alt</c>.</summary>
    public TextSpan? Alt { get; private set; }

    /// <summary>The value of <c>rel</c>.</summary>
    public TextSpan? Rel { get; private set; }

    /// <summary>Reads the attributes of the current tag. Of two with one name the first counts.</summary>
    public static LinkAttributes Read(ReadOnlySpan<char> html, HtmlAttributeReader reader)
    {
        var attributes = default(LinkAttributes);
        while (reader.MoveNext())
        {
            var name = html.Slice(reader.Name.Start, reader.Name.Length);
            switch (name.Length)
            {
                case 2 when name.Is("id"):
                    attributes.Id ??= reader.Value;
                    break;
                case 3 when name.Is("src"):
                    attributes.Src ??= reader.Value;
                    break;
                case 3 when name.Is("alt"):
                    attributes.Alt ??= reader.Value;
                    break;
                case 3 when name.Is("rel"):
                    attributes.Rel ??= reader.Value;
                    break;
                case 4 when name.Is("href"):
                    attributes.Href ??= reader.Value;
                    break;
                case 4 when name.Is("name"):
                    attributes.Name ??= reader.Value;
                    break;
                case 4 when name.Is("cite"):
                    attributes.Cite ??= reader.Value;
                    break;
                case 4 when name.Is("data"):
                    attributes.Data ??= reader.Value;
                    break;
                case 6 when name.Is("poster"):
                    attributes.Poster ??= reader.Value;
                    break;
                case 6 when name.Is("srcset"):
                    attributes.SrcSet ??= reader.Value;
                    break;
                case 11 when name.Is("imagesrcset"):
                    attributes.ImageSrcSet ??= reader.Value;
                    break;
            }
        }

        return attributes;
    }
}
