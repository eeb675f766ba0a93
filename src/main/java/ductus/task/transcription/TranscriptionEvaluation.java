package ductus.task.transcription;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import ductus.model.ModelFile;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.music.Score;
import ductus.music.audio.SoundBank;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.NoteMatching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A measurement of how many notes of tunes that were not learned are found when they are played,
 * each track by an instrument drawn by chance: one that the network learned, and one that it never
 * heard. The first {@value #SECONDS} seconds of each tune count.
 *
 * @param tunes measured
 * @param learned with instruments that were learned
 * @param keptBack with instruments that were not
 */
public record TranscriptionEvaluation(int tunes, Found learned, Found keptBack) {
  /** Seconds of a tune that are played. */
  public static final double SECONDS = 20;

  private static final int REVERB = 40;

  /**
   * A choice of what is played.
   *
   * @param most tunes
   * @param bank that plays
   * @param threshold of beginnings
   * @param seed of which tunes and instruments
   */
  public record Choice(int most, SoundBank bank, double threshold, long seed) {}

  /**
   * A count of the notes found.
   *
   * @param notes that are there
   * @param heard that were heard
   * @param precision share of the heard notes that are there: pitch right, onset within 50 ms
   * @param recall share of the notes that were heard
   * @param f1 their harmonic mean
   * @param f1WithEnds the same where ends must be right, too
   */
  public record Found(
      int notes, int heard, double precision, double recall, double f1, double f1WithEnds) {
    private static Found of(NoteMatching onsets, NoteMatching ends) {
      return new Found(
          onsets.there(),
          onsets.heard(),
          onsets.precision(),
          onsets.recall(),
          onsets.f1(),
          ends.f1());
    }
  }

  /**
   * Measures a model on the tunes of a source that it was not trained on.
   *
   * @param listener told of every sound
   * @throws BadFileException if it was trained on all
   */
  public static TranscriptionEvaluation of(
      ModelFile<SignalConfig, SignalNetwork> model,
      NoteTranscriber ear,
      Path source,
      Corpus<Score> corpus,
      Choice choice,
      ReadingListener listener)
      throws BadFileException, IOException {
    Set<String> known = Set.copyOf(model.header().pieces());
    List<Score> tunes = new ArrayList<>();
    for (Piece<Score> piece : corpus.pieces()) {
      if (!known.contains(piece.hash()) && !ScoreVoices.of(piece.value()).voices().isEmpty()) {
        tunes.add(piece.value());
      }
    }
    if (tunes.isEmpty()) {
      throw new BadFileException(source, "the model was trained on all of its tunes");
    }
    RandomGenerator random = Randomness.of(choice.seed());
    Randomness.shuffle(tunes, random);
    List<Score> some = tunes.subList(0, Math.min(choice.most(), tunes.size()));
    List<Found> found = new ArrayList<>();
    int done = 0;
    for (Instrumentation instruments :
        List.of(Instrumentation.LEARNED, Instrumentation.KEPT_BACK)) {
      NoteMatching onsets = new NoteMatching(0, 0, 0);
      NoteMatching ends = new NoteMatching(0, 0, 0);
      for (Score tune : some) {
        RenderedScene scene =
            RenderedScene.of(played(tune, instruments, random), choice.bank(), choice.seed());
        List<HeardNote> heard =
            ear.notes(scene.frames(), choice.threshold(), (heardSoFar, all) -> {});
        onsets = onsets.plus(NoteMatching.of(scene.notes(), heard, NoteMatching.By.ONSET));
        ends = ends.plus(NoteMatching.of(scene.notes(), heard, NoteMatching.By.ONSET_AND_END));
        listener.progress(++done, 2 * some.size());
      }
      found.add(Found.of(onsets, ends));
    }
    return new TranscriptionEvaluation(some.size(), found.get(0), found.get(1));
  }

  /** Makes a scene of a tune from its first note on, each voice by an instrument. */
  private static Scene played(Score tune, Instrumentation instruments, RandomGenerator random) {
    List<Scene.Part> played = new ArrayList<>();
    for (List<HeardNote> voice : ScoreVoices.of(tune).voices()) {
      List<HeardNote> notes =
          voice.stream()
              .filter(note -> note.onset() < SECONDS)
              .map(
                  note ->
                      new HeardNote(
                          note.onset(),
                          Math.min(SECONDS + 1, note.end()),
                          note.pitch(),
                          note.velocity()))
              .toList();
      if (!notes.isEmpty()) {
        played.add(new Scene.Part(instruments.draw(random), notes));
      }
    }
    return new Scene(played, REVERB, 0, 0);
  }
}
