package ductus.cli.option;

import ductus.file.BadFileException;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which hand to write, and how; to be included with {@code @Mixin}. */
public final class HandOptions {
  @ArgGroup private @Nullable Style style;
  @ArgGroup private @Nullable Chance chance;

  @Option(
      names = "--slant",
      paramLabel = "DEGREES",
      description = "Leans the hand more to the right, or below 0 to the left; 0.")
  private double slant;

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();

  private static final class Style {
    @Option(
        names = "--hand",
        paramLabel = "NAME",
        description = "A hand that the model knows or that you added; 'hand list' names them.")
    private @Nullable String hand;

    @Option(
        names = "--mix",
        paramLabel = "NAME:W,...",
        description = "Some of each of several hands, such as chancery:0.7,round:0.3.")
    private @Nullable String mix;
  }

  private static final class Chance {
    @Option(
        names = "--neatness",
        paramLabel = "0..1",
        description = "From loose (0) to neat (1); 0.5.")
    private @Nullable Double neatness;

    @Option(
        names = "--bias",
        paramLabel = "B",
        description =
            "The same as Graves's bias: 0 (none) and up: twice the square of the neatness.")
    private @Nullable Double bias;
  }

  /** The model that is asked for. */
  public ModelReference model() throws BadFileException {
    return new ModelReference(model.given(), hands.folder().toString());
  }

  /** The hands that are asked for by name. */
  public Set<String> names() {
    return asked().map(choice -> choice.weights().keySet()).orElse(Collections.emptySortedSet());
  }

  /** The style that is asked for, or the model's usual one. */
  public StyleChoice style(HandModel opened) {
    return asked().orElseGet(() -> StyleChoice.usual(opened));
  }

  private Optional<StyleChoice> asked() {
    if (style == null) {
      return Optional.empty();
    }
    return Optional.of(
        style.mix == null
            ? StyleChoice.of(String.valueOf(style.hand))
            : StyleChoice.mix(style.mix));
  }

  /**
   * How to write.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public PenManner manner() {
    if (chance != null && chance.bias != null) {
      return new PenManner(chance.bias, slant);
    }
    return PenManner.neat(
        chance == null || chance.neatness == null ? PenManner.USUAL_NEATNESS : chance.neatness,
        slant);
  }
}
