/**
 * Players' touch: how pianists and drummers strike what is written. A network learns it from
 * performances whose beats are known, and gives it to scores that have none ({@code ductus
 * humanise}). May use what {@link ductus.task.Task} says, and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.humanization;
