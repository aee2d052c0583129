using System.Linq.Expressions;

namespace BlazorTracking.Features.Stats;

/// <summary>Puts expressions together so that a query's parts can be written, and read, one at a time.</summary>
internal static class ExpressionComposition
{
    /// <summary>The condition applied to what the selector gives.</summary>
    public static Expression<Func<TSource, TResult>> Then<TSource, TValue, TResult>(
        this Expression<Func<TSource, TValue>> selector, Expression<Func<TValue, TResult>> condition) =>
        Expression.Lambda<Func<TSource, TResult>>(
            new Replacement(condition.Parameters[0], selector.Body).Visit(condition.Body), selector.Parameters);

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(one.Body, new Replacement(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
