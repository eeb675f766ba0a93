package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.model.signal.SignalSequence;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bars of a tune, each as one row: where in the bar notes begin, how long each degree of the
 * scale sounds, and how much the tune moves. Neither the metre nor the length of the bar is told.
 */
final class BarFeatureExtractor implements FeatureExtractor {
  /** Places in a bar, of any metre. */
  private static final int PLACES = 24;

  private static final int DEGREES = 12;
  private static final int INPUTS = PLACES + DEGREES + 3;

  @Override
  public int inputs() {
    return INPUTS;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean areTogether() {
    return true;
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    Melody melody = TuneFeatureExtractor.melody(file);
    List<ExtractedSample> bars = new ArrayList<>();
    List<Bar> all = melody.bars();
    for (int i = 0; i < all.size(); i++) {
      Bar bar = all.get(i);
      List<MelodyNote> notes =
          melody.notes().stream()
              .filter(note -> note.onset() >= bar.start() && note.onset() < bar.end())
              .toList();
      if (notes.size() > 1 && bar.isWhole(melody.stepsPerQuarter())) {
        bars.add(new ExtractedSample("bar " + (i + 1), Optional.empty(), row(melody, bar, notes)));
      }
    }
    if (bars.isEmpty()) {
      throw new BadFileException(file, "has no whole bar with two notes");
    }
    return bars;
  }

  private static SignalSequence row(Melody melody, Bar bar, List<MelodyNote> notes) {
    float[] row = new float[INPUTS];
    int steps = 0;
    for (int i = 0; i < notes.size(); i++) {
      MelodyNote note = notes.get(i);
      row[(int) ((note.onset() - bar.start()) * PLACES / bar.length())] = 1;
      row[PLACES + Math.floorMod(note.pitch() - melody.key().tonic(), DEGREES)] +=
          (float) (2.0 * Math.min(note.length(), bar.end() - note.onset()) / bar.length());
      steps += i == 0 ? 0 : Math.abs(note.pitch() - notes.get(i - 1).pitch());
    }
    int highest = notes.stream().mapToInt(MelodyNote::pitch).max().orElseThrow();
    int lowest = notes.stream().mapToInt(MelodyNote::pitch).min().orElseThrow();
    row[PLACES + DEGREES] = notes.size() / 6f;
    row[PLACES + DEGREES + 1] = (highest - lowest) / 12f;
    row[PLACES + DEGREES + 2] = steps / 6f / (notes.size() - 1);
    return SignalSequence.of(1, row, 1);
  }
}
