/**
 * How often labels are right: things with their labels, what a classifier says of them, and the
 * figures that follow.
 */
@org.jspecify.annotations.NullMarked
package ductus.metric.classification;
