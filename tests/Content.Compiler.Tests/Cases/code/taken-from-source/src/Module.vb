#Region "Main stuff"
Sub Main()
End Sub
#End Region
