using System;
// <Snippet1>
class Program
{
    #region Body
    static void Main()
    {
    }
    #endregion
}
// </Snippet1>
