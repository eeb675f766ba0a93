/**
 * The plan of a tune, bar by bar: which bars return, how, after how many bars, and on which pitch
 * each begins. {@link ductus.music.plan.TunePlan} finds it in a tune.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.plan;
