package ductus.model.caption;

import ductus.math.Strips;
import ductus.model.translation.SourceBatch;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Pictures side by side, each cut into squares: a place is a square [P×B×F], row by row from the
 * top.
 */
public final class PictureBatch implements SourceBatch {
  private final int[] lengths;
  private final FMatrixRMaj patches;

  /** A batch of one picture or more. */
  public PictureBatch(List<SketchPicture> pictures) {
    lengths = new int[pictures.size()];
    Arrays.fill(lengths, PictureGrid.COARSE.places());
    PictureGrid grid = PictureGrid.FINE;
    patches =
        new FMatrixRMaj(grid.places() * pictures.size(), Strips.padded(PictureGrid.PATCH_PIXELS));
    for (int place = 0; place < grid.places(); place++) {
      int top = place / grid.columns() * PictureGrid.PATCH;
      int left = place % grid.columns() * PictureGrid.PATCH;
      for (int b = 0; b < pictures.size(); b++) {
        int at = (place * pictures.size() + b) * patches.numCols;
        for (int i = 0; i < PictureGrid.PATCH_PIXELS; i++) {
          patches.data[at + i] =
              pictures.get(b).ink(top + i / PictureGrid.PATCH, left + i % PictureGrid.PATCH);
        }
      }
    }
  }

  @Override
  public int size() {
    return lengths.length;
  }

  @Override
  public int[] lengths() {
    return lengths;
  }

  /** The squares' pixels [P×B×F] in whole strips; not a copy. */
  FMatrixRMaj patches() {
    return patches;
  }
}
