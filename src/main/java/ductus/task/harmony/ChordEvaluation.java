package ductus.task.harmony;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.tune.HarmonyStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A measurement of chords, counted from the keynote, on tunes that were not learned, style by
 * style.
 */
public record ChordEvaluation(List<OfStyle> styles) {
  /**
   * The chords of one style.
   *
   * @param tunes measured
   * @param beats with a known chord
   * @param people what stands in the tunes
   * @param network what the network finds
   * @param bigram what a bigram model of chords with the beats' notes finds, counted on the
   *     training tunes of the style
   * @param tonic what the keynote's triad throughout comes to
   */
  public record OfStyle(
      HarmonyStyle style,
      int tunes,
      int beats,
      ChordFigures people,
      ChordFigures network,
      ChordFigures bigram,
      ChordFigures tonic) {}

  public ChordEvaluation {
    styles = List.copyOf(styles);
  }

  /** Tunes measured. */
  public int tunes() {
    return styles.stream().mapToInt(OfStyle::tunes).sum();
  }

  /** Beats with a known chord. */
  public int beats() {
    return styles.stream().mapToInt(OfStyle::beats).sum();
  }

  /**
   * Measures a model on the tunes of a folder that it was not trained on.
   *
   * @param folder named in complaints
   * @param elsewhere where its training tunes are, if not in the folder
   */
  public static ChordEvaluation of(
      ModelFile<TaggingConfig, TaggingNetwork> model,
      Path folder,
      Corpus<HarmonizedTune> corpus,
      Optional<Corpus<HarmonizedTune>> elsewhere,
      Kernels kernels,
      Workers workers)
      throws BadFileException {
    Set<String> learned = Set.copyOf(model.header().pieces());
    List<HarmonizedTune> heldOut =
        corpus.pieces().stream()
            .filter(piece -> !learned.contains(piece.hash()))
            .map(Piece::value)
            .filter(tune -> tune.tags().labelled() > 0)
            .toList();
    List<HarmonizedTune> training =
        elsewhere.orElse(corpus).pieces().stream()
            .filter(piece -> learned.contains(piece.hash()))
            .map(Piece::value)
            .toList();
    if (heldOut.isEmpty()) {
      throw new BadFileException(folder, "the model was trained on all of its tunes");
    }
    if (training.isEmpty()) {
      throw new BadFileException(
          folder,
          "holds none of the tunes that the model was trained on, from which the baselines learn;"
              + " say with --training where they are");
    }
    ChordTagger tagger = new ChordTagger(model.network(), kernels, workers);
    List<OfStyle> styles = new ArrayList<>();
    for (HarmonyStyle style : HarmonyStyle.values()) {
      List<HarmonizedTune> measured = ofStyle(heldOut, style);
      if (!measured.isEmpty()) {
        styles.add(of(style, measured, ofStyle(training, style), tagger));
      }
    }
    return new ChordEvaluation(styles);
  }

  private static List<HarmonizedTune> ofStyle(List<HarmonizedTune> tunes, HarmonyStyle style) {
    return tunes.stream().filter(tune -> tune.style() == style).toList();
  }

  private static OfStyle of(
      HarmonyStyle style,
      List<HarmonizedTune> heldOut,
      List<HarmonizedTune> training,
      ChordTagger tagger) {
    ChordBaselines baselines = new ChordBaselines(training);
    int beats = heldOut.stream().mapToInt(tune -> tune.tags().labelled()).sum();
    return new OfStyle(
        style,
        heldOut.size(),
        beats,
        ChordFigures.of(heldOut, HarmonizedTune::classes, null),
        ChordFigures.of(
            heldOut, tune -> tagger.classes(tune.tune(), style), perBeat(heldOut, tagger::nats)),
        ChordFigures.of(
            heldOut, tune -> baselines.bigram(tune.tune()), perBeat(heldOut, baselines::nats)),
        ChordFigures.of(heldOut, tune -> ChordBaselines.tonic(tune.tune()), null));
  }

  private static double perBeat(List<HarmonizedTune> tunes, ToDoubleFunction<HarmonizedTune> nats) {
    int beats = tunes.stream().mapToInt(tune -> tune.tags().labelled()).sum();
    return tunes.stream().mapToDouble(nats).sum() / beats;
  }
}
