class Program
{
    #region Main
    static void Main() { }
    #endregion
}
