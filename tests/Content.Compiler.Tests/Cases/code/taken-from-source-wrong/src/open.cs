#region Open
int a;
