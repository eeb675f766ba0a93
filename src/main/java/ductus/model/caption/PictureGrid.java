package ductus.model.caption;

/** Places of a picture, in rows and columns. */
record PictureGrid(int rows, int columns) {
  /** Pixels of a square's side. */
  static final int PATCH = 6;

  static final int PATCH_PIXELS = PATCH * PATCH;

  /** A place for each square. */
  static final PictureGrid FINE =
      new PictureGrid(SketchPicture.HEIGHT / PATCH, SketchPicture.WIDTH / PATCH);

  /** A place for four squares, two by two. */
  static final PictureGrid COARSE = new PictureGrid(FINE.rows / 2, FINE.columns / 2);

  /** How many there are, P. */
  int places() {
    return rows * columns;
  }
}
