using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Content.Build.ExternalLinks;
using Content.Build.Tests.ExternalLinks;
using Content.Compiler;
using Content.Compiler.ExternalLinks;

namespace Content.Build.Tests.Pages;

/// <summary>What the pages on external links show is what the check says where a server answers as they say.</summary>
public sealed partial class ExternalLinkPages
{
    [Theory]
    [InlineData("CONTENT2101")]
    [InlineData("CONTENT2102")]
    [InlineData("CONTENT2103")]
    public async Task The_example_gives_what_the_page_says(string code)
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Path, "example-site", "content", "diagnostics", code + ".md"), TestContext.Current.CancellationToken);
        var example = Regex.Match(page, @"^## Example\n[\s\S]*?(?=^## )", RegexOptions.Multiline).Value;
        using var folder = new TemporaryFolder();
        foreach (Match file in FileExpression().Matches(example))
            folder.Write(file.Groups["path"].Value, file.Groups["text"].Value);

        var survey = ExternalLinkSurvey.Make(
            new CompilationRequest
            {
                ProjectDirectory = folder.Path,
                ConfigurationFile = folder.Full("content.json"),
                OutputDirectory = folder.Full("obj"),
                BuildDate = new DateOnly(2026, 11, 23),
            },
            TestContext.Current.CancellationToken);
        Assert.Empty(survey.Diagnostics);
        var run = new LinkRun(survey.Links, LinkMemory.Load(folder.Full("none.txt"), new DateOnly(2026, 11, 23)));
        using var client = new HttpMessageInvoker(new ScriptedServer(Answer().Match(example)));
        var verdicts = await new LinkChecker(new LinkCheckOptions(), client, new FakeTime().Clock).CheckAsync(
            run.Questions, (_, _) => { }, TestContext.Current.CancellationToken);
        run.TakeAll(verdicts);
        var said = survey.Judge(run.Diagnostics).Reported.Select(diagnostic => string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.File}{diagnostic.Range}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {diagnostic.Message}\n"));
        Assert.Equal(Console().Match(example).Groups["text"].Value, string.Concat(said));
    }

    [GeneratedRegex(@"^```\w+ \{data-file=(?<path>\S+)\}\n(?<text>[\s\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex FileExpression();

    [GeneratedRegex(@"^```http\nHTTP/1\.1 (?<status>\d+) (?<reason>[^\n]*)\n(Location: (?<location>[^\n]*)\n)?```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^```console\n(?<text>[\s\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex Console();

    /// <summary>Answers as the page says, and the address that it redirects to as an ordinary page.</summary>
    private sealed class ScriptedServer(Match answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var location = answer.Groups["location"].Value;
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(""), RequestMessage = request };
            if (location.Length == 0 || request.RequestUri != new Uri(location))
            {
                response.StatusCode = (HttpStatusCode)int.Parse(answer.Groups["status"].Value, CultureInfo.InvariantCulture);
                response.ReasonPhrase = answer.Groups["reason"].Value;
                if (location.Length > 0)
                    response.Headers.Location = new Uri(location);
            }

            return Task.FromResult(response);
        }
    }
}
