using System.Text;
using Content.AspNetCore.Answers;

namespace Content.AspNetCore.Tests.Answers;

public sealed class EntityTagTests
{
    /// <summary>A tag lives in the caches of readers, and must be the same from one version of the package to the next.</summary>
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void The_hash_is_XXH64(string text, ulong hash)
    {
        Assert.Equal(hash, EntityTag.Hash(Encoding.UTF8.GetBytes(text)));
        Assert.Equal($"\"{hash:x16}\"", EntityTag.Of(Encoding.UTF8.GetBytes(text)));
    }
}
