namespace CCHC.Portal.Web.Startup;

/// <summary>On a public page that takes a form or shows somebody's own case: never kept in any cache.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverCachedAttribute : Attribute;
