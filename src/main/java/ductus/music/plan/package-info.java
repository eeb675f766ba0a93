/**
 * The plan of a tune, bar by bar: which bars return, how, and after how many bars. {@link
 * ductus.music.plan.TunePlan} finds it in a tune.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.plan;
