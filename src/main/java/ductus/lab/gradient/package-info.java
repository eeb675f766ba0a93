/** The examination of gradients: how much of the last step's loss reaches each step before it. */
@org.jspecify.annotations.NullMarked
package ductus.lab.gradient;
