package ductus.task.classification.signal;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.model.signal.SignalSequence;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A tune as its notes, a step each: what a note is in its key, how high, how long, where in the
 * bar, and in what metre. The tempo is left out: it says more of the file than of the tune.
 */
final class TuneFeatureExtractor implements FeatureExtractor {
  private static final int DEGREES = 12;
  private static final int INPUTS = DEGREES + 12;

  /** A tune is known by its beginning; the rest repeats it. */
  private static final int MOST_NOTES = 192;

  @Override
  public int inputs() {
    return INPUTS;
  }

  @Override
  public int version() {
    return 1;
  }

  /** The tune of a file of music. */
  static Melody melody(Path file) throws BadFileException, IOException {
    MelodyFinding finding = MelodyFinder.find(ScoreFile.read(file));
    return finding.melody().orElseThrow(() -> new BadFileException(file, finding.refusal()));
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    return List.of(new ExtractedSample("", Optional.empty(), steps(melody(file))));
  }

  static SignalSequence steps(Melody melody) {
    List<MelodyNote> notes = melody.notes().subList(0, Math.min(MOST_NOTES, melody.notes().size()));
    double mean = notes.stream().mapToInt(MelodyNote::pitch).average().orElse(0);
    float[] rows = new float[notes.size() * INPUTS];
    for (int t = 0; t < notes.size(); t++) {
      MelodyNote note = notes.get(t);
      MelodyNote before = notes.get(Math.max(0, t - 1));
      int rest = t == 0 ? 0 : note.onset() - before.end();
      put(melody, note, note.pitch() - before.pitch(), note.pitch() - mean, rest, rows, t);
    }
    return SignalSequence.of(notes.size(), rows, 1);
  }

  private static void put(
      Melody melody, MelodyNote note, int interval, double height, int rest, float[] rows, int t) {
    int at = t * INPUTS;
    rows[at + Math.floorMod(note.pitch() - melody.key().tonic(), DEGREES)] = 1;
    at += DEGREES;
    double quarters = (double) note.length() / melody.stepsPerQuarter();
    TimeSignature metre = metre(melody, note.onset());
    double since = (double) (note.onset() - metre.tick()) / melody.stepsPerQuarter();
    double inBar = since % metre.quartersPerBar();
    double phase = 2 * Math.PI * inBar / metre.quartersPerBar();
    rows[at++] = (float) (Math.max(-12, Math.min(12, interval)) / 6.0);
    rows[at++] = (float) (Math.max(-24, Math.min(24, height)) / 6);
    rows[at++] = (float) Math.max(-3, Math.min(3, StrictMath.log(quarters) / StrictMath.log(2)));
    rows[at++] = (float) Math.min(2, (double) rest / melody.stepsPerQuarter());
    rows[at++] = inBar < 1e-6 ? 1 : 0;
    rows[at++] = inBar % metre.quartersPerBeat() < 1e-6 ? 1 : 0;
    rows[at++] = (float) StrictMath.sin(phase);
    rows[at++] = (float) StrictMath.cos(phase);
    rows[at++] = (float) (metre.quartersPerBar() / 4);
    rows[at++] = metre.isCompound() ? 1 : 0;
    rows[at++] = !metre.isCompound() && metre.numerator() % 3 == 0 ? 1 : 0;
    rows[at] = melody.key().mode().hasMinorThird() ? 1 : 0;
  }

  private static TimeSignature metre(Melody melody, int step) {
    TimeSignature now = melody.timeSignatures().get(0);
    for (TimeSignature each : melody.timeSignatures()) {
      now = each.tick() <= step ? each : now;
    }
    return now;
  }
}
