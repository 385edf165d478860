using Content.Compiler.Code;

namespace Content.Compiler.Tests.Samples;

/// <summary>C# taken apart by its tokens: the members of a file, and what a sample is made of.</summary>
public sealed class CodePartTests
{
    [Theory]
    // Names and parameters.
    [InlineData("class C { void M(int a, string b) { } }", "C.M(int, string)", "void M(int a, string b) { }")]
    [InlineData("class C { void M() { } void M(int a) { } }", "M()", "void M() { }")]
    [InlineData("class C { void M(ref int a, params string[] b) { } }", "M(int,string[])", "void M(ref int a, params string[] b) { }")]
    [InlineData("class C { void M(System.DateTime? a) { } }", "M(DateTime?)", "void M(System.DateTime? a) { }")]
    [InlineData("class C { void M(Dictionary<string, List<int>> a, int b = 1) { } }", "M(Dictionary<string, List<int>>, int)", "void M(Dictionary<string, List<int>> a, int b = 1) { }")]
    [InlineData("class C { void M((int, string) a) { } }", "M((int,string))", "void M((int, string) a) { }")]
    [InlineData("class C { void M([A(1)] int a = (2)) { } }", "M(int)", "void M([A(1)] int a = (2)) { }")]
    [InlineData("class C { (int, string) M(int a) => default; }", "C.M(int)", "(int, string) M(int a) => default;")]
    [InlineData("class C { T M<T>(T a) where T : new() { return a; } }", "M<T>(T)", "T M<T>(T a) where T : new() { return a; }")]
    [InlineData("class C { C(int a) : base(a) { } }", "C.C", "C(int a) : base(a) { }")]
    [InlineData("class C { [A, B] public int X; int Y; }", "X", "[A, B] public int X;")]
    [InlineData("class C { int @class; }", "class", "int @class;")]
    [InlineData("class C { int a, b; }", "C.b", "int a, b;")]
    [InlineData("class C { int a, b; }", "C.a", "int a, b;")]
    // Where a declaration ends.
    [InlineData("class C { int X { get; } = new int[] { 1 }[0]; int Y; }", "X", "int X { get; } = new int[] { 1 }[0];")]
    [InlineData("class C { int X { get; set; } int Y; }", "X", "int X { get; set; }")]
    [InlineData("class C { int X => F(x => { return 1; }); int Y; }", "X", "int X => F(x => { return 1; });")]
    [InlineData("class C { string S = \"}; { ;\"; int Y; }", "S", "string S = \"}; { ;\";")]
    [InlineData("class C { /* { */ char S = '}'; // }\n int Y; }", "S", "char S = '}';")]
    [InlineData("class C { string S = $\"{(1 > 0 ? \"}\" : \"{\")}\"; int Y; }", "S", "string S = $\"{(1 > 0 ? \"}\" : \"{\")}\";")]
    [InlineData("class C { string S = @\"\"\"}\"; int Y; }", "S", "string S = @\"\"\"}\";")]
    [InlineData("class C { string S = \"\"\" } \"\" { \"\"\"; int Y; }", "S", "string S = \"\"\" } \"\" { \"\"\";")]
    [InlineData("class C { event System.Action E { add { } remove { } } int Y; }", "E", "event System.Action E { add { } remove { } }")]
    [InlineData("class C { };\nclass D { }", "C", "class C { };")]
    [InlineData("enum E { A, B = 2, D }", "E", "enum E { A, B = 2, D }")]
    [InlineData("enum E { A }", "E.A", "A")]
    [InlineData("record R(int X, string Y);", "R", "record R(int X, string Y);")]
    [InlineData("record struct R<T>(T X) where T : struct;", "R", "record struct R<T>(T X) where T : struct;")]
    [InlineData("record class R { int X; }", "R.X", "int X;")]
    [InlineData("class C { int record; int X; }", "record", "int record;")]
    [InlineData("class C { bool X = 1 < 2; int Y; }", "X", "bool X = 1 < 2;")]
    [InlineData("class C<T> where T : class { int X; }", "C.X", "int X;")]
    // Where a declaration is.
    [InlineData("namespace A.B; class C { int X; }", "A.B.C.X", "int X;")]
    [InlineData("namespace A.B { class C { int X; } }", "A.B.C.X", "int X;")]
    [InlineData("using A; using static B.C; global using D = E; class C { int X; }", "C.X", "int X;")]
    [InlineData("class A { class B { int X; } } class C { int X; }", "B.X", "int X;")]
    [InlineData("class C { delegate int D(int a); }", "D(int)", "delegate int D(int a);")]
    [InlineData("interface I { int this[int i] { get; } void M(); }", "I.M", "void M();")]
    public void A_member_is_found_from_its_first_attribute_to_its_end(string code, string written, string member)
    {
        var found = Assert.Single(CSharpMembers.Select(CSharpMembers.Find(code), written));

        Assert.Equal(member, code.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [InlineData("class C { void M(int a) { } }", "M(string)")]
    [InlineData("class C { void M(int a) { } }", "M(int, int)")]
    [InlineData("class C { void M(int a) { } }", "M()")]
    [InlineData("class C { void M() { int Local; } }", "Local")]
    [InlineData("class C { int X; }", "D.X")]
    [InlineData("class C { int X; }", "x")]
    [InlineData("namespace A { class C { } }", "A")]
    [InlineData("class C { /* int X; */ }", "X")]
    [InlineData("class C { int X; }", "C.X()")]
    [InlineData("class C { List<A.B> X; }", "B")]
    public void What_is_not_declared_is_not_found(string code, string written) => Assert.Empty(CSharpMembers.Select(CSharpMembers.Find(code), written));

    [Theory]
    // usings | types | members | whether there are statements, awaits, a value
    [InlineData("var x = 1;", "||", "s")]
    [InlineData("", "||", "")]
    [InlineData("using A;\nvar x = 1;", "using A;||", "s")]
    [InlineData("var x = 1;\nusing A;", "||", "s")]
    [InlineData("using A = B<int>;", "using A = B<int>;||", "")]
    [InlineData("using static A.B;", "using static A.B;||", "")]
    [InlineData("using var x = F();", "||", "s")]
    [InlineData("using A x = F();", "||", "s")]
    [InlineData("using (F()) { }", "||", "s")]
    [InlineData("class C { }", "|class C { }|", "")]
    [InlineData("class C { };", "|class C { };|", "")]
    [InlineData("[A] sealed class C { }", "|[A] sealed class C { }|", "")]
    [InlineData("[A][B(1)] public record R(int X);", "|[A][B(1)] public record R(int X);|", "")]
    [InlineData("enum E { A } var x = E.A;", "|enum E { A }|", "s")]
    [InlineData("delegate void D(); F();", "|delegate void D();|", "s")]
    [InlineData("public int M() => 1;", "||public int M() => 1;", "")]
    [InlineData("public int X { get; } = F(new { A = 1 });\nF();", "||public int X { get; } = F(new { A = 1 });", "s")]
    [InlineData("private int x = 1 == 2 ? 1 : 2; F();", "||private int x = 1 == 2 ? 1 : 2;", "s")]
    [InlineData("public static bool operator ==(A a, A b) { return true; } F();", "||public static bool operator ==(A a, A b) { return true; }", "s")]
    [InlineData("public static A operator >=(A a, A b) => a; F();", "||public static A operator >=(A a, A b) => a;", "s")]
    [InlineData("static int Local() => 1;", "||", "s")]
    [InlineData("async Task Local() { await F(); }", "||", "sa")]
    [InlineData("partial class C { }", "|partial class C { }|", "")]
    [InlineData("var partial = 1; partial++;", "||", "s")]
    [InlineData("required = 1;", "||", "s")]
    [InlineData("record = 1;", "||", "s")]
    [InlineData("await F();", "||", "sa")]
    [InlineData("F(await G());", "||", "sa")]
    [InlineData("if (x) { await F(); }", "||", "sa")]
    [InlineData("return 1;", "||", "sr")]
    [InlineData("return;", "||", "s")]
    [InlineData("if (x) return 1;", "||", "sr")]
    [InlineData("[1, 2].F();", "||", "s")]
    [InlineData("namespace A;\nclass C { }", "|namespace A;\nclass C { }|", "")]
    [InlineData("namespace A { class C { } }\nF();", "|namespace A { class C { } }|", "s")]
    public void A_sample_is_taken_apart(string code, string parts, string kinds)
    {
        var found = SampleParts.Of(code);

        Assert.Null(found.Fault);
        Assert.Equal(parts, string.Join('|', new[] { found.Usings, found.Types, found.Members }.Select(spans => string.Concat(spans.Select(span => code.Substring(span.Start, span.Length))))));
        Assert.Equal(kinds, (found.HasStatements ? "s" : "") + (found.Awaits ? "a" : "") + (found.Returns ? "r" : ""));
        Assert.Equal(parts == "||", found.IsPlain);
    }

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "brackets are nested too deeply")]
    public void Brackets_nest_as_deep_as_a_compiler_bears(int depth, string? problem) =>
        Assert.Equal(problem, SampleParts.Of("F" + new string('(', depth) + new string(')', depth) + ";").Fault?.Problem);

    [Theory]
    [InlineData("F(]", 2, 1)]
    [InlineData("F();}", 4, 1)]
    [InlineData("{ F();", 0, 1)]
    [InlineData("F(); */", 5, 2)]
    [InlineData("F(\"*/\");", -1, 0)]
    [InlineData("var x = a * /b;", -1, 0)]
    [InlineData("#region a\n#endregion\n#endregion\n", 21, 10)]
    [InlineData("#region a\n#region b\n#endregion\n", 0, 9)]
    [InlineData("#pragma warning disable X\n", -1, 0)]
    [InlineData("#pragma checksum \"a\"\n", 0, 20)]
    public void A_fault_is_where_it_begins(string code, int start, int length)
    {
        var fault = SampleParts.Of(code).Fault;

        Assert.Equal((start, length), fault is { } told ? (told.Span.Start, told.Span.Length) : (-1, 0));
    }
}
