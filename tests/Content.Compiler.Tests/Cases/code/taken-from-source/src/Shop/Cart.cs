using System;

namespace Shop
{
    public class Cart
    {
        #region Total
        public decimal Total(int count)
        {
            return count * 1.5m;
        }
        #endregion

        // <snippet_add>
        public void Add(string item) => Add(item, 1);

        public void Add(string item, int count)
        {
            Console.WriteLine("} not a brace {");
        }
        // </snippet_add>

        public string? Name { get; set; } = "x";
    }
}
