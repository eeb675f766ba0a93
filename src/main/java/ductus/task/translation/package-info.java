/**
 * Translation between sequences of characters: pairs from a file of the user's, or composed of
 * dates and numbers in words; training, translating, measuring, and pictures of the attention.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.translation;
