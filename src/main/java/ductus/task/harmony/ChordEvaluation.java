package ductus.task.harmony;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.tune.ChordClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A measurement of how often the chord of a beat is found, counted from the keynote, on tunes that
 * were not learned.
 *
 * @param tunes measured
 * @param beats with a known chord
 * @param network what the network finds
 * @param bigram what a bigram model of chords with the beats' notes finds, counted on the training
 *     tunes
 * @param tonic what the keynote's triad throughout comes to
 */
public record ChordEvaluation(int tunes, int beats, Share network, Share bigram, Share tonic) {
  /**
   * Shares of the beats.
   *
   * @param classes root and kind are right, sevenths told from triads
   * @param triads the triad is right
   */
  public record Share(double classes, double triads) {}

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
    return of(heldOut, training, new ChordTagger(model.network(), kernels, workers));
  }

  private static ChordEvaluation of(
      List<HarmonizedTune> heldOut, List<HarmonizedTune> training, ChordTagger tagger) {
    ChordBaselines baselines = new ChordBaselines(training);
    return new ChordEvaluation(
        heldOut.size(),
        heldOut.stream().mapToInt(tune -> tune.tags().labelled()).sum(),
        share(heldOut, tune -> tagger.classes(tune.tune())),
        share(heldOut, tune -> baselines.bigram(tune.tune())),
        share(heldOut, tune -> ChordBaselines.tonic(tune.tune())));
  }

  private static Share share(List<HarmonizedTune> tunes, Function<HarmonizedTune, int[]> finding) {
    int beats = 0;
    int classes = 0;
    int triads = 0;
    for (HarmonizedTune tune : tunes) {
      int[] wanted = tune.classes();
      int[] found = finding.apply(tune);
      for (int t = 0; t < wanted.length; t++) {
        if (wanted[t] != TagSequence.NONE) {
          beats++;
          classes += wanted[t] == found[t] ? 1 : 0;
          triads += ChordClasses.triad(wanted[t]) == ChordClasses.triad(found[t]) ? 1 : 0;
        }
      }
    }
    return new Share((double) classes / Math.max(1, beats), (double) triads / Math.max(1, beats));
  }
}
