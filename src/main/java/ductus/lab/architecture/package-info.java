/**
 * The examination of architectures: recurrent cells beside a convolution and attention, in loss and
 * in speed.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.architecture;
