/**
 * The examination of frames: from the frames so far to the next one, as in the prediction of video.
 *
 * <p>T frames; N numbers of a frame, row by row.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.frames;
