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

    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(one.Body, new Replacement(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>The value where the condition holds, the other one elsewhere.</summary>
    public static Expression<Func<T, TValue>> Choose<T, TValue>(this Expression<Func<T, bool>> condition, Expression<Func<T, TValue>> value, TValue other) =>
        Expression.Lambda<Func<T, TValue>>(
            Expression.Condition(
                condition.Body,
                new Replacement(value.Parameters[0], condition.Parameters[0]).Visit(value.Body),
                Expression.Constant(other, typeof(TValue))),
            condition.Parameters);

    /// <summary>Two values of the same source as one.</summary>
    public static Expression<Func<T, TResult>> With<T, TOne, TOther, TResult>(
        this Expression<Func<T, TOne>> one, Expression<Func<T, TOther>> other, Expression<Func<TOne, TOther, TResult>> both) =>
        Combine<T, TResult>(both, one, other);

    /// <summary>Three values of the same source as one.</summary>
    public static Expression<Func<T, TResult>> With<T, TOne, TOther, TThird, TResult>(
        this Expression<Func<T, TOne>> one, Expression<Func<T, TOther>> other, Expression<Func<T, TThird>> third, Expression<Func<TOne, TOther, TThird, TResult>> all) =>
        Combine<T, TResult>(all, one, other, third);

    private static Expression<Func<T, TResult>> Combine<T, TResult>(LambdaExpression all, params ReadOnlySpan<LambdaExpression> values)
    {
        var (source, body) = (values[0].Parameters[0], all.Body);
        for (var number = 0; number < values.Length; number++)
        {
            var value = new Replacement(values[number].Parameters[0], source).Visit(values[number].Body);
            body = new Replacement(all.Parameters[number], value).Visit(body);
        }

        return Expression.Lambda<Func<T, TResult>>(body, source);
    }

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
