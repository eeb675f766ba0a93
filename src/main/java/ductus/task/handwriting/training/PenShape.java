package ductus.task.handwriting.training;

/**
 * The sizes of a network that writes; the rest of its shape follows from the hands.
 *
 * @param cell of the recurrent layers, in the words of {@link ductus.model.cell.CellConfig}
 * @param layers of them, 1 to 3
 * @param hiddenSize H
 * @param mixtures components of the mixture of Gaussians, M
 * @param windowComponents Gaussians of the window on the text; 0 for a network that writes freely
 * @param characterSize size of a character's vector
 * @param styleSize size of a style's vector
 */
public record PenShape(
    String cell,
    int layers,
    int hiddenSize,
    int mixtures,
    int windowComponents,
    int characterSize,
    int styleSize) {
  /** Two layers of 320; Graves has three of 400. */
  public static final PenShape USUAL = new PenShape("lstm", 2, 320, 20, 6, 64, 16);
}
