def a():
    # region inner
    x = 1
    # endregion
    return x
