/**
 * What can be learned, from which folders, in which proportions, and what that would take: what the
 * page wishes becomes the arguments of {@code ductus train}, {@code hand train} or {@code text
 * train}.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.train.plan;
