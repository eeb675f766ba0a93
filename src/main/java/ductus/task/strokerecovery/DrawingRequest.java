package ductus.task.strokerecovery;

import ductus.ink.render.RenderSettings;

/**
 * A request for a drawing: the picture to draw, and how.
 *
 * @param picture the PNG file, absolute
 * @param pictureSha256 of it
 * @param look ink and nib
 * @param seed decides all chance
 */
public record DrawingRequest(
    String picture, String pictureSha256, RenderSettings look, long seed) {}
