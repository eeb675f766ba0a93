/**
 * The examination of surprise: whether networks notice faults in a series, a wrong bar in a tune
 * and a displaced stroke in a line of ink.
 */
@NullMarked
package ductus.lab.surprise;

import org.jspecify.annotations.NullMarked;
