namespace Shop;

public class Basket
{
    public void Add(System.DateTime when) { }
    public void Add(int count, string name) { }
    public int Count { get; }
    public enum Kind { Red, Green }
}

public partial class Part;
