/**
 * Networks that draw what they see (one-to-many, the shape of image captioning): a letter's picture
 * [B×784] → feed-forward layers → a condition [B×C], which recurrent layers see at each step
 * [T×B×H] beside the point before and the picture around it → a mixture density of the next pen
 * point.
 *
 * <p>T time steps, B drawings, C columns of the condition, H hidden size, M mixture components.
 * Points are in pixels of the picture, x to the right, y up.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.tracing;
