/**
 * Looks inside the models that ship, or into those of the user's: which unit goes with what one
 * sees in a piece, how far gates open, which notes weigh on later bars, and where the window stands
 * while a line is written. What is looked at is a {@link ductus.lab.inside.ObservedModel}.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.inside;
