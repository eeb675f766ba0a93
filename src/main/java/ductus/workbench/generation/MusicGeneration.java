package ductus.workbench.generation;

import ductus.generate.Drawn;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.workbench.TrainingConfig;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicModel;
import ductus.workbench.kind.MusicRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws new pieces from a model.
 *
 * @param <T> the kind of piece
 */
public final class MusicGeneration<T> {
  /** Pieces that are drawn as one batch, so that memory does not grow with the count. */
  public static final int AT_A_TIME = 64;

  private final MusicKind<T> kind;
  private final TrainingConfig.Keys keys;
  private final Generator generator;

  /** Packs the model's weights for these kernels. */
  public MusicGeneration(MusicModel<T> model, Kernels kernels, Workers workers) {
    kind = model.kind();
    keys = model.keys();
    generator = new Generator(model.file().network(), kind.encoding(), kernels, workers);
  }

  /**
   * A piece that was drawn.
   *
   * @param piece in its key and tempo
   * @param drawn tokens, in the model's key
   * @param <T> the kind of piece
   */
  public record DrawnPiece<T>(T piece, Drawn drawn) {}

  /**
   * Draws pieces; each depends on the request and its own number only.
   *
   * @param first number of the first piece, from 0
   */
  public List<DrawnPiece<T>> draw(MusicRequest request, int first, int count) {
    List<DrawnPiece<T>> pieces = new ArrayList<>(count);
    for (int done = 0; done < count; done += AT_A_TIME) {
      int number = first + done;
      for (Drawn drawn : batch(request, number, Math.min(AT_A_TIME, count - done))) {
        T piece = kind.encoding().decode(drawn.sequence());
        pieces.add(new DrawnPiece<>(kind.finish(piece, request, keys, number++), drawn));
      }
    }
    return pieces;
  }

  private List<Drawn> batch(MusicRequest request, int first, int count) {
    return generator.draw(
        first,
        count,
        prompt(request),
        request.sampling(),
        kind.constraints(request, keys),
        kind.mostTokens(),
        request.seed());
  }

  private Prompt prompt(MusicRequest request) {
    return request.opening().isEmpty()
        ? Prompt.start(kind.encoding())
        : new Prompt(request.opening().tokens().stream().mapToInt(Integer::intValue).toArray());
  }
}
