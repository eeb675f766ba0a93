/**
 * A hand of one's own: characters that the page draws are kept as ink, shown as a line of text has
 * them, and taught to the model as {@code ductus hand add} does it.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.hand;
